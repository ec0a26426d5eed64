import Measurement
import Scenarios
import Testing

@testable import Experiments

@Suite struct VerdictTests {
  private static let goal = Line(
    metric: .ordersPerMember, role: .goal, reference: .arm("control"), condition: .up)
  private static let guardrail = Line(
    metric: .incentiveCostPerMember, role: .guardrail, reference: .absolute,
    condition: .atMost(2))

  private static func verdict(
    _ differences: [Int64], cost: [Int64] = [100, 100, 100, 100],
    lines: [Line] = [goal, guardrail], statesParameterUncertainty: Bool = false
  ) throws -> ArmVerdict {
    let tiny = try TinyComparison([differences], costs: [cost])
    return ArmVerdict(
      arm: "growth", judgements: lines.flatMap { tiny.judge($0) }, health: tiny.health,
      replications: 10, statesParameterUncertainty: statesParameterUncertainty)
  }

  @Test func `each status has its rule`() throws {
    let met = try Self.verdict(ExpectationTests.more)
    #expect(met.text == "run a real test" && met.rule.contains("(c) is not stated"))
    let sure = try Self.verdict(ExpectationTests.more, statesParameterUncertainty: true)
    #expect(sure.text == "ship")
    let missed = try Self.verdict(ExpectationTests.fewer)
    #expect(missed.text == "do not ship" && missed.rule.contains("fail: goal"))
    let costly = try Self.verdict(ExpectationTests.more, cost: [300, 310, 290, 300])
    #expect(costly.text == "do not ship" && costly.rule.contains("fail: guardrail"))
    let aimless = try Self.verdict(ExpectationTests.more, lines: [Self.guardrail])
    #expect(aimless.status == .runARealTest && aimless.rule.contains("names no goal"))
    let unmodeled = Line(
      metric: .optOutRate, role: .guardrail, reference: .absolute, condition: .atMost(0.02))
    let partly = try Self.verdict(ExpectationTests.more, lines: [Self.goal, unmodeled])
    #expect(partly.status == .runARealTest && partly.rule.contains("not modeled"))
  }

  /// The half-width falls with the root of replications.
  ///
  /// Differences −10, 10, −12, 14: mean 0.5, standard deviation √(539/3), so the half-width is
  /// 3.182446·√(539/3)/2 = 21.329 against a distance of 0.5: 10·(42.658² − 1) = 18,187 replications
  /// more are beyond the most advised. With 1, 3, −2, 6 (mean 2, standard deviation √(34/3)) the
  /// half-width is 5.357, and 10·(2.678² − 1) = 61.7 makes 62.
  @Test(arguments: [([-10, 10, -12, 14], 10_000), ([1, 3, -2, 6], 62)])
  func `an open interval asks for as many replications as should tell`(
    differences: [Int64], more: Int
  ) throws {
    let verdict = try Self.verdict(differences)
    #expect(verdict.status == .inconclusive(moreReplications: more))
  }

  @Test func `a broken identity hides every other verdict`() throws {
    var tiny = try TinyComparison([ExpectationTests.more])
    #expect(tiny.health.isHealthy && tiny.health.checks.count == 5)
    for (column, words) in [
      (TallyColumn.lostOrders, "shared + gained"), (.membersAtStart, "same people"),
      (.pointsOutstanding, "outstanding"), (.paidMinor, "paid"),
    ] {
      var control = ArmTally(layout: tiny.tally.layout)
      control[.membersAtStart] = 1
      var arm = control
      arm[column] += 1
      var tally = Tally(layout: tiny.tally.layout)
      tally.add(community: [control, arm], variates: [])
      tiny.comparison = try Comparison(tally, armNames: ["control", "growth"], replications: 1)
      let health = Health(tally, tiny.comparison)
      let broken = health.checks.filter { !$0.holds }
      #expect(broken.count == 1 && broken[0].name.contains(words), "\(column)")
      let verdict = ArmVerdict(arm: "growth", judgements: [], health: health, replications: 1)
      #expect(verdict.text == "unhealthy" && verdict.rule.contains("growth"))
    }
  }
}
