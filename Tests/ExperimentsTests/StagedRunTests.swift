import CommunitySimulation
import Foundation
import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Statistics
import Testing
import Timeline

@testable import Experiments

/// Replications until a half-width, by Stein's two-stage rule, through the whole flow.
@Suite struct StagedRunTests {
  /// t of 9 degrees of freedom, 97.5% (Fisher & Yates, table III, to ten digits).
  private static let quantile = 2.262_157_162_8

  /// 120 members in three communities, 40 days, points against nothing; ten replications at first.
  private static func scenario(
    _ lines: [ReplicationRule.Line]? = nil, atMost: Int = 200, isCoupled: Bool = false,
    isSame: Bool = false
  ) throws -> Scenario {
    var points = Scheme(
      name: "points",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(1, over: 100)),
        redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200))))
    if isCoupled {
      points.budgets = [
        Budget(
          name: "points", measure: .pointsIssued, limit: 8_000, period: nil, scope: .programme,
          atLimit: .refuse)
      ]
    }
    return Scenario(
      title: "staged", horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 40),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: 7, replications: 10,
      people: People(
        memberCount: 120, membersPerCommunity: 40,
        segments: [
          Segment(
            name: "all", share: .percent(100), profile: Preset.groceryHabit.profile)
        ]),
      economics: Economics(margin: .percent(35), messageCost: [.wecom: Money(minor: 1)]),
      arms: [
        Arm(name: "control", scheme: isSame ? points : .none), Arm(name: "points", scheme: points),
      ], replicationRule: lines.map { ReplicationRule(lines: $0, atMost: atMost) })
  }

  private static func staged(
    _ scenario: Scenario, threads: Int = 2, folder: String? = nil
  ) async throws -> RunOutcome {
    let plan = try scenario.compiled()
    let store = folder.map { TaskStore(folder: $0, layout: plan.layout, runID: "staged") }
    return try await StagedRun(plan: plan, of: scenario).execute(threads: threads, store: store)
  }

  private static func plain(_ scenario: Scenario, replications: Int) async throws -> RunOutcome {
    try await Run(plan: scenario.compiled(), replications: replications).execute(threads: 2)
  }

  /// The differences in orders a member of each of the first ten replications, arm less control.
  private static func differences(_ outcome: RunOutcome) throws -> [Double] {
    let each = try #require(outcome.eachReplication)
    return (0..<10).map { replication in
      let orders = [0, 1].map {
        each.totals(replication: replication, arm: $0)[TallyColumn.orders.rawValue]
      }
      return Double(orders[1] - orders[0]) / 120
    }
  }

  /// s of a sample, as a textbook writes it.
  private static func deviation(_ sample: [Double]) -> Double {
    let mean = sample.reduce(0, +) / Double(sample.count)
    let squares = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(sample.count - 1)).squareRoot()
  }

  @Test(arguments: [false, true])
  func `as many are run as the first stage's differences ask for by hand`(
    isCoupled: Bool
  ) async throws {
    let first = try await Self.plain(try Self.scenario(isCoupled: isCoupled), replications: 10)
    let deviation = Self.deviation(try Self.differences(first))
    #expect(deviation > 0)
    // (t·s ÷ h)² is 16.5, so 17 replications are the fewest that are enough.
    let halfWidth = Self.quantile * deviation / 16.5.squareRoot()
    let scenario = try Self.scenario(
      [.init(metric: .ordersPerMember, arm: "points", halfWidth: halfWidth)],
      isCoupled: isCoupled)
    let outcome = try await Self.staged(scenario)
    let staged = try #require(outcome.staged)
    #expect(staged.first == 10 && staged.count == 17 && !staged.isCut)
    let line = try #require(staged.lines.first)
    #expect(staged.lines.count == 1 && staged.isReached(line))
    #expect(abs(try #require(line.sampling).deviation - deviation) < 1e-12)
    // It is the run of 17 replications, to the last bit.
    let whole = try await Self.plain(scenario, replications: 17)
    #expect(outcome.digest == whole.digest && outcome.taskCount == whole.taskCount)
    #expect(outcome.eachReplication == whole.eachReplication)
    #expect(outcome.closings == whole.closings)
    #expect((outcome.replications != nil) == isCoupled)
    // The interval has the first stage's s and t, and all others are those of any such run.
    let run = scenario.asRun(outcome)
    #expect(run.replications == 17 && run.replicationRule == nil)
    let found = try Comparison(outcome, of: run).arms[1]
    let ordinary = try Comparison(whole, of: run).arms[1]
    let half = Self.quantile * deviation / 17.0.squareRoot()
    let value = try #require(ordinary[.ordersPerMember].difference.value)
    let interval = try #require(found[.ordersPerMember].difference.interval)
    #expect(abs(interval.lower - (value - half)) < 1e-9)
    #expect(abs(interval.upper - (value + half)) < 1e-9 && half <= halfWidth)
    #expect(found[.ordersPerMember].difference != ordinary[.ordersPerMember].difference)
    for metric in Metric.allCases where metric != .ordersPerMember {
      #expect(found[metric] == ordinary[metric], "\(metric)")
    }
  }

  @Test func `the line that takes most decides, and at-most cuts it, visibly`() async throws {
    let first = try await Self.plain(try Self.scenario(), replications: 10)
    let width = Self.quantile * Self.deviation(try Self.differences(first))
    func line(_ replications: Double) -> ReplicationRule.Line {
      .init(metric: .ordersPerMember, halfWidth: width / replications.squareRoot())
    }
    let both = try await Self.staged(try Self.scenario([line(11.5), line(13.5), line(3)]))
    #expect(both.staged?.count == 14 && both.staged?.lines.map(\.needed) == [12, 14, 10])
    let cut = try #require(
      try await Self.staged(try Self.scenario([line(11.5), line(1_000.5)], atMost: 12)).staged)
    #expect(cut.count == 12 && cut.isCut && cut.lines.map(\.needed) == [12, 1_001])
    #expect(cut.lines.map(cut.isReached) == [true, false])
    let reached = try #require(cut.halfWidth(of: cut.lines[1]))
    #expect(abs(reached - width / 12.0.squareRoot()) < 1e-9 && reached > cut.lines[1].halfWidth)
  }

  @Test func `what the first stage cannot tell asks for nothing`() async throws {
    // Nobody is sent a message, so there is no rate of opt-outs.
    let outcome = try await Self.staged(
      try Self.scenario([.init(metric: .optOutRate, halfWidth: 0.001)]))
    let staged = try #require(outcome.staged)
    #expect(staged.count == 10 && staged.lines.map(\.needed) == [nil] && !staged.isCut)
    #expect(!staged.isReached(staged.lines[0]))
  }

  @Test func `arms that are alike ask for nothing more`() async throws {
    let scenario = try Self.scenario(
      [.init(metric: .netValuePerMember, halfWidth: 1)], isSame: true)
    let outcome = try await Self.staged(scenario)
    #expect(outcome.staged?.count == 10)
    let found = try Comparison(outcome, of: scenario.asRun(outcome)).arms[1][.netValuePerMember]
    #expect(found.difference.interval == Interval(lower: 0, upper: 0))
  }

  @Test
  func `any number of threads gives the same, and a stopped run finds its tasks in both stages`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("staged-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try await Self.plain(try Self.scenario(), replications: 10)
    let width = Self.quantile * Self.deviation(try Self.differences(first))
    let scenario = try Self.scenario(
      [.init(metric: .ordersPerMember, halfWidth: width / 13.5.squareRoot())])
    let one = try await Self.staged(scenario, threads: 1, folder: folder)
    #expect(one.taskCount == 14 * 3 && one.resumedTaskCount == 0)
    #expect(try await Self.staged(scenario, threads: 3).digest == one.digest)
    // Tasks 0 to 29 are the first stage's, 30 to 41 the second's: one range of each is lost.
    for name in ["3-1", "30-1"] {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name).tally")
    }
    let again = try await Self.staged(scenario, folder: folder)
    #expect(again.resumedTaskCount == 40 && again.digest == one.digest)
    #expect(again.staged == one.staged && again.eachReplication == one.eachReplication)
  }

  @Test func `the run's name is known before it, its luck is that of so many replications`()
    async throws
  {
    let scenario = try Self.scenario([.init(metric: .ordersPerMember, halfWidth: 10)])
    let before = RunIdentity.runID(resolved: scenario.canonicalText)
    let outcome = try await Self.staged(scenario)
    #expect(RunIdentity.runID(resolved: scenario.canonicalText) == before)
    #expect(
      RunIdentity.luck(of: scenario.asRun(outcome)) == RunIdentity.luck(of: try Self.scenario()))
    #expect(before != RunIdentity.runID(resolved: try Self.scenario().canonicalText))
  }
}
