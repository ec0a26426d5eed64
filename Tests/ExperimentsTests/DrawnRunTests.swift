import Foundation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing
import Timeline

@testable import Experiments

/// Runs of drawn parameters, by the whole flow.
@Suite struct DrawnRunTests {
  /// 400 members in eight communities, 60 days, points against nothing.
  private static func scenario(
    draws: Int? = 6, isKnown: Bool = false, isBare: Bool = false
  ) throws -> Scenario {
    var profile = Preset.groceryHabit.profile
    if isBare {
      profile.population.parameters = profile.population.parameters.mapValues(bare)
      profile.behavior.parameters = profile.behavior.parameters.mapValues(bare)
    }
    if isKnown {
      profile.population.parameters = profile.population.parameters.mapValues(known)
      profile.behavior.parameters = profile.behavior.parameters.mapValues(known)
    }
    let points = PointsProgram(
      earn: .perMinorPaid(Rate(1, over: 100)),
      redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)))
    return Scenario(
      title: "draws", horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 60),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: 5,
      people: People(
        memberCount: 400, membersPerCommunity: 50,
        segments: [Segment(name: "all", share: .percent(100), profile: profile)]),
      economics: Economics(margin: .percent(35), messageCost: [.wecom: Money(minor: 1)]),
      arms: [
        Arm(name: "control", scheme: .none),
        Arm(name: "points", scheme: Scheme(name: "points", points: points)),
      ], parameterDraws: draws)
  }

  /// The parameter with a range that is a point.
  private static func known(_ parameter: Parameter) -> Parameter {
    var known = parameter
    known.uncertainty = .range(parameter.value, parameter.value)
    return known
  }

  /// The parameter with nothing stated of it.
  private static func bare(_ parameter: Parameter) -> Parameter {
    var bare = parameter
    bare.uncertainty = .notStated
    return bare
  }

  private static func draws(
    _ scenario: Scenario, threads: Int = 2, folder: String? = nil
  ) async throws -> ParameterUncertainty {
    try await #require(DrawnRun(scenario))
      .execute(threads: threads, folder: folder, runID: "test")
  }

  @Test func `any number of threads gives the same, and a stopped run finds its draws`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("draws-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let scenario = try Self.scenario()
    let one = try await Self.draws(scenario, threads: 1, folder: folder)
    #expect(one.resumedDraws == 0 && one.draws == 6 && one.digest.count == 64)
    #expect(try await Self.draws(scenario, threads: 3).digest == one.digest)
    try FileManager.default.removeItem(atPath: "\(folder)/draw-4")
    let again = try await Self.draws(scenario, folder: folder)
    #expect(again.resumedDraws == 5 && again.digest == one.digest)
    #expect(
      again.ofDifference(.ordersPerMember, arm: 1) == one.ofDifference(.ordersPerMember, arm: 1))
  }

  @Test func `the run at the parameters as they are stays to the last bit`() async throws {
    let with = try Self.scenario()
    let without = try Self.scenario(draws: nil)
    #expect(DrawnRun(without) == nil)
    let digests = [
      try await Run(plan: with.compiled(), replications: 1).execute(threads: 2).digest,
      try await Run(plan: without.compiled(), replications: 1).execute(threads: 2).digest,
    ]
    #expect(digests[0] == digests[1])
    #expect(RunIdentity.luck(of: with) == RunIdentity.luck(of: without))
  }

  /// With points for ranges the variance over draws is that of luck alone, as (a)² is.
  ///
  /// With 12 draws the first is (a)² times a chi-square of 11 degrees of freedom ÷ 11, whose 99.9th percentile is
  /// 2.84: so (c) is below √1.84·(a), and with real ranges it is several times that.
  @Test func `known parameters leave (c) within the noise, unknown ones do not`() async throws {
    let metric = Metric.ordersPerMember
    let sure = try #require(
      try await Self.draws(try Self.scenario(draws: 12, isKnown: true)).ofValue(metric, arm: 1))
    #expect(sure.standardDeviation <= (1.84 * sure.innerVariance).squareRoot())
    let open = try #require(
      try await Self.draws(try Self.scenario(draws: 12)).ofValue(metric, arm: 1))
    #expect(open.standardDeviation > 3 * open.innerVariance.squareRoot())
  }

  @Test func `goals that always hold are met in every population, one that never does in none`()
    async throws
  {
    func line(
      _ role: Scenarios.Expectation.Role, _ condition: Scenarios.Expectation.Condition
    ) -> Scenarios.Expectation {
      Scenarios.Expectation(
        metric: .ordersPerMember, role: role, reference: .absolute, condition: condition)
    }
    var scenario = try Self.scenario(draws: 3)
    scenario.replications = 2
    scenario.expectations = [line(.goal, .atLeast(0)), line(.check, .atMost(0))]
    let always = try await Self.draws(scenario)
    let sure = try #require(always.chances.first)
    #expect(sure.arm == "points" && sure.populations == 6 && sure.met == 6)
    scenario.expectations.append(line(.guardrail, .atMost(0)))
    let never = try await Self.draws(scenario)
    #expect(never.chances.first?.met == 0 && never.chances.first?.populations == 6)
    scenario.expectations = []
    #expect(try await Self.draws(scenario).chances.isEmpty)
    // Replications lived through one by one are those of one run.
    let drawn = scenario.drawn(1)
    let whole = try await Run(plan: drawn.compiled(), replications: 2).execute(threads: 2)
    var one = scenario
    one.parameterDraws = 1
    #expect(try await Self.draws(one).digest == RunIdentity.digest(of: [whole.digest]))
    #expect(never.digest == always.digest)
  }

  @Test func `a preset without ranges leaves (c) not stated, whatever luck does to the draws`()
    async throws
  {
    let bare = try await Self.draws(try Self.scenario(isBare: true))
    #expect(!bare.isStated && !bare.isComplete)
    for metric in Metric.allCases {
      #expect(bare.ofValue(metric, arm: 1) == nil && bare.ofDifference(metric, arm: 1) == nil)
    }
  }

  @Test func `a draw keeps arms and people, moves every range, and has luck of its own`() throws {
    let scenario = try Self.scenario()
    let drawn = scenario.drawn(1)
    #expect(drawn.arms == scenario.arms && drawn.parameterDraws == nil)
    #expect(drawn.people.memberCount == 400 && drawn.seed != scenario.seed)
    let before = scenario.people.segments[0].profile
    let after = drawn.people.segments[0].profile
    let moved = before.population.needed.count {
      $0 != .regularity && before.population.value($0) != after.population.value($0)
    }
    #expect(moved == before.population.needed.count { before.population.isOpen($0) })
    #expect(moved > 0)
    #expect(DrawnParameters(scenario).drawnCount > moved)
    let known = try Self.scenario(isKnown: true)
    #expect(
      known.drawn(1).people.segments[0].profile.behavior.parameters
        == known.people.segments[0].profile.behavior.parameters)
  }
}

extension PopulationProfile {
  /// Stages are rounded, so a draw may leave them.
  fileprivate func isOpen(_ name: PopulationParameter) -> Bool {
    guard name != .regularity, let parameter = parameters[name] else { return false }
    return parameter.hasUncertainty && parameter.uncertainty != .standardError(0)
  }
}
