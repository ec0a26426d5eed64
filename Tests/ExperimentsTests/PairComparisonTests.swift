import CommunitySimulation
import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Statistics
import Testing
import Timeline

@testable import Experiments

/// An arm against another one that is not control: `against: plain`.
@Suite struct PairComparisonTests {
  /// Points for so much, spent at ¥2 a hundred; perhaps from a budget that all communities share.
  private static func points(_ perYuan: Int64, limit: Int64? = nil) -> Scheme {
    var scheme = Scheme(
      name: "points",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(perYuan, over: 100)),
        redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200))))
    scheme.budgets =
      limit.map {
        [
          Budget(
            name: "points", measure: .pointsIssued, limit: $0, period: nil, scope: .programme,
            atLimit: .refuse)
        ]
      } ?? []
    return scheme
  }

  /// 240 members in six communities, 60 days.
  private static func scenario(
    _ arms: [(String, Scheme)], replications: Int = 2, _ lines: [Line] = []
  ) throws -> Scenario {
    Scenario(
      title: "pairs", horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 60),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: 11, replications: replications,
      people: People(
        memberCount: 240, membersPerCommunity: 40,
        segments: [
          Segment(name: "all", share: .percent(100), profile: Preset.groceryHabit.profile)
        ]),
      economics: Economics(margin: .percent(35), messageCost: [.wecom: Money(minor: 1)]),
      arms: arms.map { Arm(name: $0.0, scheme: $0.1) }, expectations: lines)
  }

  private static func line(
    _ metric: Metric, of arm: String?, against other: String, _ condition: Line.Condition = .up
  ) -> Line {
    Line(metric: metric, role: .goal, arm: arm, reference: .arm(other), condition: condition)
  }

  private static func run(_ scenario: Scenario) async throws -> (RunOutcome, Comparison) {
    let outcome = try await Run(
      plan: try scenario.compiled(), replications: scenario.replications
    ).execute(threads: 2)
    return (outcome, try Comparison(outcome, of: scenario))
  }

  @Test func `pairs come from lines, each once, never with control or itself`() throws {
    let arms: [(String, Scheme)] = [
      ("control", .none), ("a", Self.points(1)), ("b", Self.points(2)), ("c", Self.points(3)),
    ]
    let scenario = try Self.scenario(
      arms,
      [
        Self.line(.ordersPerMember, of: "a", against: "control"),
        Self.line(.ordersPerMember, of: "b", against: "a"),
        Self.line(.netValuePerMember, of: "b", against: "a"),
        Self.line(.ordersPerMember, of: nil, against: "b"),
        Self.line(.ordersPerMember, of: "c", against: "c"),
      ])
    #expect(
      scenario.comparedPairs == [
        TallyPair(arm: 2, other: 1), TallyPair(arm: 1, other: 2), TallyPair(arm: 3, other: 2),
      ])
    #expect(try scenario.compiled().layout.pairs == scenario.comparedPairs)
    #expect(try Self.scenario(arms).compiled().layout.pairs.isEmpty)
  }

  /// Communities are independent, or share a budget, so that replications are.
  @Test(arguments: [false, true])
  func `an arm against another has the interval that it has with that one as control`(
    isCoupled: Bool
  ) async throws {
    let limit: Int64? = isCoupled ? 20_000 : nil
    let replications = isCoupled ? 10 : 2
    let (plain, generous) = (Self.points(1, limit: limit), Self.points(3, limit: limit))
    let beside = try Self.scenario(
      [("control", .none), ("plain", plain), ("generous", generous)], replications: replications,
      [
        Self.line(.netValuePerMember, of: "generous", against: "plain"),
        Self.line(.incentiveCostPerMember, of: "generous", against: "plain", .down),
      ])
    let inPlace = try Self.scenario(
      [("control", plain), ("generous", generous)], replications: replications,
      [
        Self.line(.netValuePerMember, of: "generous", against: "control"),
        Self.line(.incentiveCostPerMember, of: "generous", against: "control", .down),
      ])
    let (outcome, comparison) = try await Self.run(beside)
    let (_, other) = try await Self.run(inPlace)
    #expect(comparison.unit == (isCoupled ? .replication : .community))
    #expect(comparison.pairs.count == 1)
    let pair = try #require(comparison.pair("generous", against: "plain"))
    for metric in PairComparison.metrics {
      let expected = other.arms[1][metric].difference
      let found = try #require(pair[metric])
      #expect(found.reason == expected.reason, "\(metric)")
      guard let expected = expected.estimate, let found = found.estimate else { continue }
      #expect(abs(found.value - expected.value) <= 1e-9 * abs(expected.value), "\(metric)")
      let errors = (try #require(found.standardError), try #require(expected.standardError))
      #expect(abs(errors.0 - errors.1) <= 1e-9 * errors.1, "\(metric)")
      #expect((found.interval == nil) == (expected.interval == nil))
    }
    #expect(pair[.gainedOrdersPerMember] == nil && pair[.repurchase90] == nil)
    #expect(try #require(pair[.incentiveCostPerMember]?.interval).halfWidth > 0)
    // The lines are judged by these intervals, and a verdict follows.
    let judged = ExpectationJudge(comparison, currency: beside.currency).judge(beside.expectations)
    let expected = ExpectationJudge(other, currency: inPlace.currency).judge(inPlace.expectations)
    #expect(judged.map(\.verdict) == expected.map(\.verdict))
    #expect(judged.map(\.verdict)[1] == .fail)
    #expect(judged[1].sentence.contains(" of plain, a difference of "))
    #expect(judged[1].sentence.contains("(95%: "))
    for (one, two) in zip(judged, expected) {
      let (one, two) = (try #require(one.evidence), try #require(two.evidence))
      #expect(abs(try #require(one.lower) - #require(two.lower)) < 1e-6)
      #expect(abs(try #require(one.upper) - #require(two.upper)) < 1e-6)
    }
    let health = Health(outcome.tally, comparison, violations: outcome.tally.violations)
    let verdict = ArmVerdict(
      arm: "generous", judgements: judged, health: health, replications: replications,
      unit: comparison.unit)
    #expect(health.isHealthy && verdict.status == .doNotShip)
  }

  @Test func `an arm against its twin differs by exactly zero, with an interval of no width`()
    async throws
  {
    let scenario = try Self.scenario(
      [("control", .none), ("one", Self.points(2)), ("two", Self.points(2))],
      [Self.line(.ordersPerMember, of: "one", against: "two")])
    let (_, comparison) = try await Self.run(scenario)
    let pair = try #require(comparison.pair("one", against: "two"))
    for (metric, difference) in zip(PairComparison.metrics, pair.differences) {
      guard let estimate = difference.estimate else { continue }
      #expect(estimate.value == 0 && estimate.interval == Interval(lower: 0, upper: 0), "\(metric)")
    }
    #expect(pair[.ordersPerMember]?.interval != nil)
  }

  @Test func `lines against another arm leave the digest as it was`() async throws {
    let arms: [(String, Scheme)] = [
      ("control", .none), ("a", Self.points(1)), ("b", Self.points(2)),
    ]
    let with = try await Self.run(
      try Self.scenario(arms, [Self.line(.ordersPerMember, of: "b", against: "a")]))
    let without = try await Self.run(try Self.scenario(arms))
    #expect(with.0.digest == without.0.digest)
    #expect(with.1.arms == without.1.arms && without.1.pairs.isEmpty)
  }

  @Test func `a line without an arm leaves out the arm that it is held against`() async throws {
    let scenario = try Self.scenario(
      [("control", .none), ("a", Self.points(1)), ("b", Self.points(2))],
      [Self.line(.incentiveCostPerMember, of: nil, against: "a")])
    let (_, comparison) = try await Self.run(scenario)
    let judged = ExpectationJudge(comparison, currency: scenario.currency)
      .judge(scenario.expectations)
    #expect(judged.map(\.arm) == ["b"] && judged[0].verdict == .pass)
  }

  @Test func `draws of parameters widen the interval of a pair, too`() async throws {
    var scenario = try Self.scenario(
      [("control", .none), ("a", Self.points(1)), ("b", Self.points(2))],
      [Self.line(.incentiveCostPerMember, of: "b", against: "a")])
    scenario.parameterDraws = 4
    let (_, comparison) = try await Self.run(scenario)
    let drawn = try #require(DrawnRun(scenario))
    let uncertainty = try await drawn.execute(threads: 2)
    let before = try #require(comparison.pairs[0][.incentiveCostPerMember]?.interval)
    let after = try #require(
      try comparison.widened(by: uncertainty).pairs[0][.incentiveCostPerMember]?.interval)
    #expect(after.halfWidth > before.halfWidth)
    #expect(uncertainty.chances.map(\.arm) == ["b"] && uncertainty.chances[0].populations == 8)
  }
}
