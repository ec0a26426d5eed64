import Experiments
import LiabilityValuation
import Measurement
import Quantities
import Scenarios

/// What the report derives from its input before it is written in any form.
struct ReportFacts: Sendable {
  /// What one arm's incentives cost and moved, in minor units, over all replications.
  struct MoneyLines: Sendable {
    /// The arm's tally.
    let arm: ArmTally
    /// Control's tally.
    let control: ArmTally

    /// What control's incentives cost, which the arm does without.
    var controlCost: Int64 { control.incentiveCostMinor }
    /// Margin of goods added to reach thresholds, less control's.
    var topUps: Int64 { arm.topUpMarginMinor - control.topUpMarginMinor }

    /// Margin that returned orders took away, less control's.
    var returnedMargin: Int64 { arm.returnedMarginMinor - control.returnedMarginMinor }

    var net: Int64 {
      arm[.gainedMarginMinor] - arm[.lostMarginMinor] + topUps - returnedMargin
        - arm.incentiveCostMinor
        + controlCost
    }
  }

  /// One an arm, in the scenario's order.
  let liabilities: [ArmLiability]
  /// One an arm, in the scenario's order.
  let money: [MoneyLines]
  /// What must hold of every run.
  let health: [ReportHealthCheck]
  /// What became of the scenario's expectations.
  let expectations: [ReportExpectation]

  init(_ input: ReportInput, _ words: Words) {
    let arms = input.tally.arms
    liabilities = zip(input.scenario.arms, arms).map { arm, tally in
      ArmLiability(
        tally, face: input.scenario.pointFaceValue(of: arm), futureRate: input.futureRedemptionRate)
    }
    money = arms.map { MoneyLines(arm: $0, control: arms[0]) }
    expectations = input.judgements.map {
      ReportExpectation(
        $0, words, Figures(currency: input.scenario.currency),
        control: input.comparison.control.name)
    }
    health =
      input.health.checks.map {
        ReportHealthCheck(
          name: words.name($0.law), holds: $0.holds, detail: words.detail(of: $0))
      } + Self.ownChecks(input, liabilities, words)
  }

  var isHealthy: Bool { health.allSatisfy(\.holds) }

  private static func ownChecks(
    _ input: ReportInput, _ liabilities: [ArmLiability], _ words: Words
  ) -> [ReportHealthCheck] {
    let names = input.scenario.arms.map(\.name)
    let arms = input.tally.arms
    func check(_ name: Word, _ holds: (Int) -> Bool) -> ReportHealthCheck {
      let failing = names.indices.filter { !holds($0) }.map { names[$0] }
      let detail =
        failing.isEmpty
        ? words(.armsChecked, "\(names.count)")
        : words(.notInArms, words.list(failing))
      return ReportHealthCheck(name: words(name), holds: failing.isEmpty, detail: detail)
    }
    return [
      check(.healthPoints) { liabilities[$0].isTied },
      check(.healthStreams) {
        let arm = arms[$0]
        return arm[.needOrders] + arm[.impulseOrders] + arm[.messageOrders] == arm[.orders]
      },
    ]
  }
}
