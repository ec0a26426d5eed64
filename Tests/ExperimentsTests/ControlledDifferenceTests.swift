import IncentiveEngine
import Measurement
import Quantities
import Scenarios
import Statistics
import Testing
import Timeline

@testable import Experiments

/// Differences with the luck of who was drawn taken off: planted, and of lives that are lived.
@Suite struct ControlledDifferenceTests {
  // MARK: Planted

  /// Communities of 100 members and 50 orders in control, in which the arm has 10 + 2z ± 1 more, z
  /// being what reacting needs exceed expectations by.
  private static func planted(
    _ excess: [Int64], arm: (Int, Int64) -> Int64, pairs: [TallyPair] = []
  ) -> Tally {
    let first = Day(index: 20_454)
    let layout = TallyLayout(
      horizon: Horizon(firstDay: first, dayCount: 90), historyStart: first, armCount: 3,
      segmentCount: 1, tierCount: 1, pairs: pairs)
    var tally = Tally(layout: layout)
    for (community, excess) in excess.enumerated() {
      let lives = (0..<3).map { position in
        var life = ArmTally(layout: layout)
        life.add(100, to: .membersAtStart)
        life.add(50 + Int64(position) * arm(community, excess), to: .orders)
        return life
      }
      var known = Array(repeating: Int64(0), count: ControlVariate.count)
      known[ControlVariate.reactingNeeds.rawValue] = excess * 1_000_000
      tally.add(community: lives, variates: known)
    }
    return tally
  }

  private static func compare(
    _ tally: Tally, apart: ReplicationTotals? = nil, replications: Int = 1
  ) throws -> Comparison {
    try Comparison(
      tally, armNames: ["control", "growth", "double"], replications: replications, apart: apart)
  }

  /// 15 communities, z = −1 in five and 1 in ten; what else varies cancels out on either side.
  ///
  /// Regression gives 10 orders a community of 100 at z = 0; the plain mean is
  /// (5·8 + 10·12) ÷ 15 = 10.667.
  @Test func `an imbalance of who was drawn is taken off`() throws {
    let excess = [-1, -1, -1, -1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1].map { Int64($0) }
    let noise: [Int64] = [0, 0, 0, -1, 1, 0, 0, 0, 0, 0, 0, -1, 1, -1, 1]
    let tally = Self.planted(excess) { 10 + 2 * $1 + noise[$0] }
    let comparison = try Self.compare(tally)
    #expect(comparison.variates == [.reactingNeeds])
    let orders = comparison.arms[1][.ordersPerMember]
    let controlled = try #require(orders.controlled)
    #expect(try abs(#require(orders.difference.value) - 10.0 / 93.75) < 1e-12)
    #expect(abs(controlled.estimate.value - 0.1) < 1e-12)
    // Residual squares 6 over 13; leverage of z = 0: 1/15 + (1/3)² ÷ (15 − 15/9); per 100 members.
    let error = (6.0 / 13 * (1.0 / 15 + 1.0 / 9 / (15 - 15.0 / 9))).squareRoot() / 100
    #expect(abs((controlled.estimate.standardError ?? 0) - error) < 1e-14)
    // What does not differ has nothing to take off.
    #expect(comparison.control[.ordersPerMember].controlled == nil)
    #expect(comparison.arms[1][.revenuePerMember].controlled == nil)
  }

  @Test func `the plain numbers stay what they are`() throws {
    let excess = (0..<40).map { Int64($0 % 7) - 3 }
    let with = Self.planted(excess) { 10 + 2 * $1 + Int64($0 % 3) }
    let comparison = try Self.compare(with)
    let without = try Self.compare(
      TinyTally.tally(
        excess.enumerated().map { community, excess in
          (0..<3).map { position in
            [
              .membersAtStart: 100,
              .orders: 50 + Int64(position) * (10 + 2 * excess + Int64(community % 3)),
            ]
          }
        }))
    for arm in 0..<3 {
      for metric in Metric.allCases {
        let (left, right) = (comparison.arms[arm][metric], without.arms[arm][metric])
        #expect(left.difference == right.difference && left.outcomeSpread == right.outcomeSpread)
        #expect(right.controlled == nil)
      }
    }
  }

  @Test func `nine communities are too few to tell luck, ten are enough`() throws {
    for (count, isTold) in [(9, false), (10, true)] {
      let excess = (0..<count).map { Int64($0 % 4) - 1 }
      let comparison = try Self.compare(
        Self.planted(excess) { 10 + $1 + Int64($0 % 2) })
      #expect((comparison.arms[1][.ordersPerMember].controlled != nil) == isTold)
    }
  }

  @Test func `dependent communities are controlled by replications`() throws {
    let replications = 20
    var merged = Self.planted([], arm: { _, _ in 0 })
    var apart = ReplicationTotals(replications: replications, armCount: 3)
    for replication in 0..<replications {
      let excess = Int64(replication % 5) - 2
      let noise = Int64(replication % 2)
      let part = Self.planted([excess, excess]) { 10 + 2 * $1 + (noise - Int64($0)) }
      merged.merge(part)
      apart.add(part, replication: replication)
    }
    let found = try Self.compare(merged, apart: apart, replications: replications)
    let controlled = try #require(found.arms[1][.ordersPerMember].controlled)
    // Two communities: 2·(10 + noise) − 1 orders on average 20 at an excess of 0, per 200 members.
    #expect(abs(controlled.estimate.value - 0.1) < 1e-12)
    let plain = try #require(found.arms[1][.ordersPerMember].difference.estimate)
    #expect(try #require(controlled.estimate.standardError) < #require(plain.standardError) / 2)
  }

  /// What buys more is told with the pairing: both ratios, the second being the product.
  @Test func `the gain of pairing is told with and without`() throws {
    let excess = (0..<60).map { Int64($0 % 7) - 3 }
    let comparison = try Self.compare(
      Self.planted(excess) { 10 + 2 * $1 + Int64($0 % 2) })
    let orders = try #require(comparison.arms[1].pairing.first { $0.quantity == .orders })
    let ratio = try #require(orders.varianceRatio)
    let own = try #require(comparison.arms[1][.ordersPerMember].controlled?.varianceRatio)
    #expect(try abs(#require(orders.controlledRatio) / (ratio * own) - 1) < 1e-9)
    #expect(own > 5)
  }

  // MARK: Lived

  /// 400 members in eight communities, 60 days, points against nothing, ten replications.
  private static func lived(seed: UInt64) async throws -> Comparison {
    let points = PointsProgram(
      earn: .perMinorPaid(Rate(3, over: 100)),
      redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)))
    let offer = Offer(
      name: "tenth", access: .promotion(.always),
      benefit: .shareOff(.percent(10), minimumSpend: .zero, cap: nil))
    let scenario = Scenario(
      title: "luck", horizon: Horizon(firstDay: try ReplayTests.day(2026, 1, 1), dayCount: 60),
      zone: try #require(ProgramZone(identifier: "UTC")),
      currency: try #require(Currency(code: "CNY")), seed: seed, replications: 10,
      people: People(
        memberCount: 400, prospectCount: 100, membersPerCommunity: 50,
        segments: [
          Segment(name: "all", share: .percent(100), profile: Preset.groceryHabit.profile)
        ]), economics: Economics(margin: .percent(35), messageCost: [.wecom: Money(minor: 1)]),
      arms: [
        Arm(name: "control", scheme: .none),
        Arm(name: "offer", scheme: Scheme(name: "offer", points: points, offers: [offer])),
      ])
    let run = Run(plan: try scenario.compiled(), replications: 10)
    return try Comparison(try await run.execute(threads: 2), of: scenario)
  }

  /// The plain and the controlled estimates of many seeds have one expectation; the controlled ones lie
  /// closer to it, by as much as they say, and their intervals hold it as often as they say.
  @Test func `over 200 seeds controlled estimates are unbiased, sharper and honest`() async throws {
    let seeds: ClosedRange<UInt64> = 1...200
    var comparisons: [Comparison] = []
    for seed in seeds { comparisons.append(try await Self.lived(seed: seed)) }
    for metric in [Metric.ordersPerMember, .revenuePerMember, .incentiveCostPerMember] {
      let found = comparisons.map { $0.arms[1][metric] }
      let plain = try found.map { try #require($0.difference.value) }
      let controlled = try found.map { try #require($0.controlled).estimate }
      let count = Double(found.count)
      func mean(_ values: [Double]) -> Double { values.reduce(0, +) / count }
      func variance(_ values: [Double]) -> Double {
        values.reduce(0) { $0 + ($1 - mean(values)) * ($1 - mean(values)) } / (count - 1)
      }
      let shift = zip(plain, controlled).map { $0 - $1.value }
      #expect(
        abs(mean(shift)) < 4 * (variance(shift) / count).squareRoot(), "\(metric), seeds \(seeds)")
      let values = controlled.map(\.value)
      let gain = variance(plain) / variance(values)
      let told = mean(found.map { $0.controlled?.varianceRatio ?? 0 })
      #expect(gain > 1.5, "\(metric): \(gain)")
      #expect((0.6...1.6).contains(gain / told), "\(metric): \(gain) of \(told)")
      let truth = mean(values)
      let held = controlled.count { $0.interval?.contains(truth) == true }
      #expect((182...197).contains(held), "\(metric): \(held) of 200")
    }
  }
}
