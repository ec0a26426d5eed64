import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Statistics
import Testing
import Timeline

@testable import Experiments

/// (a), told in two ways that share no arithmetic, of lives that the simulator lives (D9).
@Suite struct SimulationNoiseTests {
  static let replications = 100

  /// 400 members in eight communities, 60 days, points against nothing.
  private static func scenario(replications: Int) throws -> Scenario {
    let points = PointsProgram(
      earn: .perMinorPaid(Rate(3, over: 100)),
      redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)))
    let segment = Segment(
      name: "all", share: .percent(100), profile: Preset.groceryHabit.profile)
    return Scenario(
      title: "noise", horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 60),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: 31, replications: replications,
      people: People(memberCount: 400, membersPerCommunity: 50, segments: [segment]),
      economics: Economics(margin: .percent(35), messageCost: [.wecom: Money(minor: 1)]),
      arms: [
        Arm(name: "control", scheme: .none),
        Arm(name: "points", scheme: Scheme(name: "points", points: points)),
      ])
  }

  /// The spread of 800 communities tells what the spread of 100 replications does.
  @Test func `communities and replications tell the same simulation noise`() async throws {
    let scenario = try Self.scenario(replications: Self.replications)
    let alone = try Self.scenario(replications: 1)
    let plan = try scenario.compiled()
    var parts: [Comparison] = []
    for replication in 0..<Self.replications {
      let run = Run(plan: plan, replications: 1, firstReplication: replication)
      parts.append(try Comparison(try await run.execute(threads: 2), of: alone))
    }
    let whole = try Comparison(
      try await Run(plan: plan, replications: Self.replications).execute(threads: 2), of: scenario)
    let metrics: [Metric] = [.ordersPerMember, .incentiveCostPerMember, .netValuePerMember]
    for metric in metrics {
      let estimate = try #require(whole.arms[1][metric].difference.estimate)
      let values = try parts.map { try #require($0.arms[1][metric].difference.value) }
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      #expect(abs(mean - estimate.value) < 1e-9 * max(1, abs(mean)), "\(metric)")
      let error = try #require(estimate.standardError)
      #expect(error > 0)
      // F with 99 and 799 degrees of freedom lies between these in 99.9% of samples
      // (scipy.stats.f.ppf, SciPy 1.17.1).
      let ratio = variance / count / (error * error)
      #expect((0.584...1.587).contains(ratio), "seed 31, \(metric): \(ratio)")
    }
  }
}
