import Measurement
import Statistics
import Testing
import Timeline

@testable import Experiments

/// Differences with the luck of who was drawn taken off: planted ones, and by hand.
@Suite struct ControlledDifferenceTests {
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

  /// 120 communities, z = −1 in 40 and 1 in 80; what else varies cancels out on either side.
  ///
  /// Regression gives 10 orders a community of 100 at z = 0; the plain mean is
  /// (40·8 + 80·12) ÷ 120 = 10.667.
  @Test func `an imbalance of who was drawn is taken off`() throws {
    let excess = (0..<120).map { Int64($0 % 15 < 5 ? -1 : 1) }
    let noise: [Int64] = [0, 0, 0, -1, 1, 0, 0, 0, 0, 0, 0, -1, 1, -1, 1]
    let tally = Self.planted(excess) { 10 + 2 * $1 + noise[$0 % 15] }
    let comparison = try Self.compare(tally)
    #expect(comparison.variates == [.reactingNeeds])
    let orders = comparison.arms[1][.ordersPerMember]
    let controlled = try #require(orders.controlled)
    #expect(try abs(#require(orders.difference.value) - 10.0 / 93.75) < 1e-12)
    #expect(abs(controlled.estimate.value - 0.1) < 1e-12)
    // Residual squares 48 over 118; leverage of z = 0: 1/120 + (1/3)² ÷ (120 − 120/9).
    let error = (48.0 / 118 * (1.0 / 120 + 1.0 / (120 * 8))).squareRoot() / 100
    #expect(abs((controlled.estimate.standardError ?? 0) - error) < 1e-14)
    // What does not differ has nothing to take off.
    #expect(comparison.control[.ordersPerMember].controlled == nil)
    #expect(comparison.arms[1][.revenuePerMember].controlled == nil)
  }

  @Test func `the plain numbers stay what they are`() throws {
    let excess = (0..<105).map { Int64($0 % 7) - 3 }
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

  @Test func `59 communities are too few to tell luck, 60 are enough`() throws {
    for (count, isTold) in [(59, false), (60, true)] {
      let excess = (0..<count).map { Int64($0 % 4) - 1 }
      let comparison = try Self.compare(
        Self.planted(excess) { 10 + $1 + Int64($0 % 2) })
      #expect((comparison.arms[1][.ordersPerMember].controlled != nil) == isTold)
    }
  }

  @Test func `dependent communities are controlled by replications`() throws {
    let replications = 100
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
    let excess = (0..<105).map { Int64($0 % 7) - 3 }
    let comparison = try Self.compare(
      Self.planted(excess) { 10 + 2 * $1 + Int64($0 % 2) })
    let orders = try #require(comparison.arms[1].pairing.first { $0.quantity == .orders })
    let ratio = try #require(orders.varianceRatio)
    let own = try #require(comparison.arms[1][.ordersPerMember].controlled?.varianceRatio)
    #expect(try abs(#require(orders.controlledRatio) / (ratio * own) - 1) < 1e-9)
    #expect(own > 5)
  }

  /// Orders and returned orders, both moved by z: the difference of two rates, against a regression by
  /// hand of what each community adds to it (delta method).
  @Test func `the difference of two rates is controlled by its first-order parts`() throws {
    let first = Day(index: 20_454)
    let layout = TallyLayout(
      horizon: Horizon(firstDay: first, dayCount: 90), historyStart: first, armCount: 2,
      segmentCount: 1, tierCount: 1)
    var tally = Tally(layout: layout)
    let units = (0..<110).map { unit -> (z: Double, orders: [Double], returned: [Double]) in
      let z = unit * 7 % 11 - 4
      return (
        Double(z), [Double(100 + unit % 7), Double(120 + 3 * z + unit % 5)],
        [Double(10 + unit % 3), Double(20 + 2 * z + unit % 4)]
      )
    }
    for unit in units {
      let lives = (0..<2).map { arm in
        var life = ArmTally(layout: layout)
        life.add(Int64(unit.orders[arm]), to: .orders)
        life.add(Int64(unit.returned[arm]), to: .returnedOrders)
        return life
      }
      var known = Array(repeating: Int64(0), count: ControlVariate.count)
      known[ControlVariate.reactingNeeds.rawValue] = Int64(unit.z * 1e6)
      tally.add(community: lives, variates: known)
    }
    let comparison = try Comparison(tally, armNames: ["control", "growth"], replications: 1)
    let controlled = try #require(comparison.arms[1][.returnRate].controlled?.estimate)

    let count = Double(units.count)
    func sum(_ value: ((z: Double, orders: [Double], returned: [Double])) -> Double) -> Double {
      units.reduce(0) { $0 + value($1) }
    }
    let orders = [sum { $0.orders[0] }, sum { $0.orders[1] }]
    let rates = [sum { $0.returned[0] } / orders[0], sum { $0.returned[1] } / orders[1]]
    let parts = units.map { unit in
      (unit.returned[1] - rates[1] * unit.orders[1]) / orders[1]
        - (unit.returned[0] - rates[0] * unit.orders[0]) / orders[0]
    }
    let mean = sum { $0.z } / count
    let squares = sum { ($0.z - mean) * ($0.z - mean) }
    let slope = zip(units, parts).reduce(0) { $0 + ($1.0.z - mean) * $1.1 } / squares
    let value = rates[1] - rates[0] - count * slope * mean
    // The parts add up to zero, so their squares about their mean are their squares.
    let residual =
      (parts.reduce(0) { $0 + $1 * $1 } - slope * slope * squares) / (count - 2)
    let error = count * (residual * (1 / count + mean * mean / squares)).squareRoot()
    #expect(abs(controlled.value - value) < 1e-12)
    #expect(abs((controlled.standardError ?? 0) - error) < 1e-12)
    #expect(abs(value - (rates[1] - rates[0])) > 1e-4, "something is taken off")
  }
}
