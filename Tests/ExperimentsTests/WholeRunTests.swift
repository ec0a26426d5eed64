import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Statistics
import Testing
import Timeline

@testable import Experiments

/// A small scenario through the whole flow: simulated, compared, judged, kept.
@Suite struct WholeRunTests {
  private static func scheme(pointsPerYuan: Int64) -> Scheme {
    Scheme(
      name: "points and tiers",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(pointsPerYuan, over: 100)),
        redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)),
        expiry: .afterMonths(6, roundedTo: .month), warning: ExpiryWarning(dayOfMonth: 25)),
      growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .quarter),
      tiers: TierLadder(
        tiers: [
          Tier(name: "bronze", threshold: 0, price: .percent(95)),
          Tier(name: "silver", threshold: 300, price: .percent(90)),
        ], basis: .growth, review: TierReview(cycle: .calendar(.quarter))))
  }

  /// 600 members in three communities, with half a year behind them and 200 days ahead.
  private static func scenario(_ schemes: [Scheme]) throws -> Scenario {
    let segments = [(Preset.groceryHabit, Int64(60)), (.dealSeekers, 40)].map { preset, percent in
      Segment(name: preset.name, share: .percent(percent), profile: preset.profile)
    }
    return Scenario(
      title: "whole run",
      horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 200),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: 20_260_101, replications: 2,
      people: People(
        memberCount: 600, prospectCount: 150, membersPerCommunity: 200,
        start: .base(historyDays: 180, scheme: scheme(pointsPerYuan: 1)), segments: segments),
      economics: Economics(margin: .percent(35), messageCost: [.wecom: Money(minor: 1)]),
      arms: schemes.enumerated().map { index, scheme in
        Arm(name: index == 0 ? "control" : "arm\(index)", scheme: scheme)
      })
  }

  private static func run(_ scenario: Scenario) async throws -> (Tally, Comparison) {
    let outcome = try await Run(
      plan: try scenario.compiled(), replications: scenario.replications
    ).execute(threads: 2)
    return (
      outcome.tally,
      try Comparison(outcome, of: scenario)
    )
  }

  @Test func `a run is healthy, its metrics are defined, and its baseline passes`() async throws {
    let scenario = try Self.scenario([
      .none, Self.scheme(pointsPerYuan: 1), Self.scheme(pointsPerYuan: 3),
    ])
    let (tally, comparison) = try await Self.run(scenario)
    let health = Health(tally, comparison, violations: tally.violations)
    #expect(health.isHealthy, "\(health.checks.filter { !$0.holds })")
    #expect(comparison.communities == 3 && comparison.membersAtStart == 600)
    let arm = try #require(comparison.arm(named: "arm2"))
    #expect(arm[.incentiveCostPerMember].arm.value ?? 0 > 0)
    #expect(arm[.repurchase90].difference.interval != nil)
    #expect(arm[.netValuePerMember].control.value == 0)
    // What the arm's orders are worth beyond control's, less what they cost beyond control's.
    let margin = try #require(arm[.grossMarginPerMember].difference.value)
    let cost = try #require(arm[.incentiveCostPerMember].difference.value)
    let net = try #require(arm[.netValuePerMember].arm.value)
    #expect(abs(net - (margin - cost)) < 1e-9 * abs(cost))
    let baseline = BaselineFile(
      comparison, scenario: "whole-run", runID: "0", luck: RunIdentity.luck(of: scenario),
      horizon: scenario.horizon,
      currency: scenario.currency, seed: scenario.seed)
    let outcome = try CheckOutcome(
      comparison, run: baseline, baseline: try BaselineFile(text: baseline.text(ifHealthy: health)),
      currency: scenario.currency, expectations: [], tolerance: .init(share: 0))
    #expect(outcome.judgements.allSatisfy { $0.verdict == .pass })
    #expect(outcome.exitCode(strict: true) == 0 && outcome.judgements.count == 6)
  }

  @Test func `identical arms of a run differ by exactly zero in every metric`() async throws {
    let scheme = Self.scheme(pointsPerYuan: 1)
    let (tally, comparison) = try await Self.run(try Self.scenario([scheme, scheme]))
    #expect(Health(tally, comparison, violations: tally.violations).isHealthy)
    for metric in comparison.arms[1].metrics where metric.arm.value != nil {
      #expect(metric.difference.value == 0, "\(metric.metric)")
      #expect(metric.difference.interval?.halfWidth == 0, "\(metric.metric)")
    }
    let orders = comparison.arms[1].orders
    #expect(orders.gained == 0 && orders.lost == 0 && orders.shared == orders.control)
    #expect(orders.control > 0)
  }
}
