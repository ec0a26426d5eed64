import Measurement
import Statistics
import Testing

@testable import Experiments

/// Knuth's 64-bit linear congruential generator (MMIX); the upper bits are used.
private struct LinearCongruential {
  var state: UInt64

  mutating func next(below bound: UInt64) -> Int64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64((state >> 33) % bound)
  }
}

@Suite struct ComparisonPropertyTests {
  /// What control can have by itself; the columns of the pairing follow.
  private static func life(_ random: inout LinearCongruential) -> [TallyColumn: Int64] {
    var columns: [TallyColumn: Int64] = [:]
    let pairing: [TallyColumn] = [
      .sharedOrders, .gainedOrders, .gainedLapsedOrders, .lostOrders, .gainedMarginMinor,
      .lostMarginMinor, .again30, .controlAgain30, .again60, .controlAgain60, .again90,
      .controlAgain90, .personsWithMoreOrders, .personsWithFewerOrders,
    ]
    for column in TallyColumn.allCases where !pairing.contains(column) {
      columns[column] = 1 + random.next(below: 1_000_000)
    }
    columns[.membersAtStart] = 1000
    columns[.enrolledAtStart] = 1000
    columns[.sharedOrders] = columns[.orders]
    for (again, control) in [
      (TallyColumn.again30, TallyColumn.controlAgain30), (.again60, .controlAgain60),
      (.again90, .controlAgain90),
    ] {
      let persons = 1 + random.next(below: 500)
      (columns[again], columns[control]) = (persons, persons)
    }
    return columns
  }

  @Test(arguments: [2, 3, 40]) func `identical arms differ by exactly zero in every metric`(
    communities: Int
  ) throws {
    var random = LinearCongruential(state: 20_260_101)
    let tally = TinyTally.tally(
      (0..<communities).map { _ in
        let life = Self.life(&random)
        return [life, life]
      })
    let comparison = try Comparison(tally, armNames: ["control", "same"], replications: 1)
    for arm in comparison.arms {
      #expect(arm[.costPerGainedOrder].arm.reason == .nothingGained)
      for metric in arm.metrics where metric.metric != .costPerGainedOrder {
        #expect(metric.difference.value == 0, "\(metric.metric)")
        #expect(metric.difference.interval?.lower == 0, "\(metric.metric)")
        #expect(metric.difference.interval?.upper == 0, "\(metric.metric)")
      }
      #expect(arm.orders.identityHolds)
    }
  }

  /// 40 communities of 1000 members; an arm has 0 to 200 orders more, so 0.1 a member is planted.
  @Test func `a planted difference is inside 95 percent of intervals, give or take`() throws {
    var held = (common: 0, ratios: 0)
    for seed in 1...500 {
      var random = LinearCongruential(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
      let tally = TinyTally.tally(
        (0..<40).map { _ in
          let orders = 900 + random.next(below: 201)
          let more = random.next(below: 201)
          // Of 400 to 600 control's buyers a half return, of the arm's three fifths, give or take.
          let buyers = (400 + random.next(below: 201), 400 + random.next(below: 201))
          let again = (
            buyers.0 / 2 + random.next(below: 41) - 20,
            buyers.1 * 3 / 5 + random.next(below: 41) - 20
          )
          return [
            [.membersAtStart: 1000, .orders: orders, .buyers90: buyers.0, .buyersAgain90: again.0],
            [
              .membersAtStart: 1000, .orders: orders + more, .buyers90: buyers.1,
              .buyersAgain90: again.1,
            ],
          ]
        })
      let arm = try Comparison(tally, armNames: ["control", "more"], replications: 1).arms[1]
      let orders = try #require(arm[.ordersPerMember].difference.interval, "seed \(seed)")
      let ratios = try #require(
        arm[.repurchaseAmongBuyers90].difference.interval, "seed \(seed)")
      if orders.contains(0.1) { held.common += 1 }
      // Truncation takes away 0.25 of a buyer in control and 0.4 in the arm, of 500.
      if ratios.contains(0.1 - (0.4 - 0.25) / 500) { held.ratios += 1 }
    }
    #expect((460...490).contains(held.common), "\(held.common) of 500")
    #expect((460...490).contains(held.ratios), "\(held.ratios) of 500")
  }
}
