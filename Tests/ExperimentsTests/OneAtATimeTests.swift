import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing
import Timeline

@testable import Experiments

/// Each assumption at both ends of its range, the rest as it is.
@Suite struct OneAtATimeTests {
  /// 300 members whose need rate is known to a factor of two, and nothing else is uncertain.
  private static func scenario(limit: Double) throws -> Scenario {
    var profile = Preset.cdnow.profile
    for name in PopulationParameter.allCases {
      profile.population.parameters[name]?.uncertainty = .notStated
    }
    for name in BehaviorParameter.allCases {
      profile.behavior.parameters[name]?.uncertainty = .notStated
    }
    profile.population.covariances = []
    let rate = profile.population.value(.rateShape)
    profile.population.parameters[.rateShape]?.uncertainty = .range(rate / 2, rate * 2)
    return Scenario(
      title: "swings", horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 180),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: 7, replications: 1,
      people: People(
        memberCount: 300, prospectCount: 0, membersPerCommunity: 100, start: .cohort,
        segments: [Segment(name: "all", share: .percent(100), profile: profile)]),
      economics: Economics(margin: .percent(35), messageCost: [:]),
      arms: [Arm(name: "control", scheme: .none), Arm(name: "same", scheme: .none)],
      expectations: [
        Expectation(
          metric: .ordersPerMember, role: .guardrail, arm: "same", reference: .absolute,
          condition: .atLeast(limit))
      ])
  }

  private static func swings(limit: Double) async throws -> OneAtATime {
    let scenario = try scenario(limit: limit)
    let outcome = try await Run(plan: try scenario.compiled(), replications: 1).execute(threads: 2)
    let judgements = ExpectationJudge(
      try Comparison(outcome, of: scenario), currency: scenario.currency
    ).judge(scenario.expectations)
    return try await OneAtATime(scenario, judgements: judgements, threads: 2)
  }

  @Test func `a rate moved to both ends moves the orders both ways, and nothing else is moved`()
    async throws
  {
    let found = try await Self.swings(limit: 0)
    #expect(found.swings.map(\.name) == [PopulationParameter.rateShape.rawValue])
    let swing = try #require(found.swings.first)
    let judged = try #require(found.lines.first?.judged)
    let (low, high) = (try #require(swing.atLow[0]), try #require(swing.atHigh[0]))
    #expect(low < judged && judged < high)
    // The mean rate is shape ÷ scale: twice the shape is about twice the orders.
    #expect(high / judged > 1.5 && low / judged < 0.75)
    #expect(!swing.flips && found.flipping.isEmpty)
    #expect(abs(swing.high / swing.low - 4) < 1e-9)
  }

  @Test func `a guardrail between the ends is turned by the parameter`() async throws {
    let free = try await Self.swings(limit: 0)
    let (judged, low) = (free.lines[0].judged, try #require(free.swings[0].atLow[0]))
    let found = try await Self.swings(limit: (judged + low) / 2)
    #expect(found.flipping == [PopulationParameter.rateShape.rawValue])
  }

  @Test func `without goals and guardrails nothing is moved`() async throws {
    var scenario = try Self.scenario(limit: 0)
    scenario.expectations = []
    let found = try await OneAtATime(scenario, judgements: [], threads: 1)
    #expect(found.swings.isEmpty && found.lines.isEmpty)
  }
}
