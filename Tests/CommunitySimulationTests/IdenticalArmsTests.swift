import Measurement
import MemberPopulation
import Testing

@testable import CommunitySimulation

/// Arms face the same luck: what is the same in two arms is the same to the last bit.
@Suite struct IdenticalArmsTests {
  @Test(arguments: [1, 2, 3])
  func `identical arms differ by exactly zero in every number`(seed: UInt64) throws {
    let tally = try Town.rich(arms: [1, 1], seed: seed).plan().live()
    let (control, arm) = (tally.arms[0], tally.arms[1])
    #expect(control[.messageOrders] > 0 && control[.pointsRedeemed] > 0)
    let differing = TallyColumn.allCases.filter { arm[$0] != control[$0] }
    #expect(differing == [], "seed \(seed)")
    #expect(arm == control)
    let products = TallyColumn.allCases.flatMap { row in
      TallyColumn.allCases.map { tally.products[1].difference(row, $0) }
    }
    #expect(products.filter { $0 != 0 } == [], "seed \(seed)")
  }

  @Test(arguments: 1...12)
  func `a copy of control is control in any world`(seed: Int) throws {
    var town = Town.random(seed: UInt64(seed))
    town.arms.append(town.arms[0])
    let tally = try town.plan().live()
    #expect(tally.arms.last == tally.arms[0], "seed \(seed)")
  }

  @Test(arguments: [1, 2, 3])
  func `control compared with itself shares all orders`(seed: UInt64) throws {
    let tally = try Town.rich(arms: [1, 2], seed: seed).plan().live()
    let control = tally.arms[0]
    #expect(control[.orders] > 0)
    #expect(control[.sharedOrders] == control[.orders])
    for column: TallyColumn in [.gainedOrders, .gainedLapsedOrders, .lostOrders] {
      #expect(control[column] == 0, "seed \(seed): \(column)")
    }
    #expect(control[.personsWithMoreOrders] == 0 && control[.personsWithFewerOrders] == 0)
  }

  @Test(arguments: 1...12)
  func `every community keeps every law under every arm`(seed: Int) throws {
    let town = Town.random(seed: UInt64(seed))
    let plan = try town.plan()
    for community in 0..<plan.communities.communityCount {
      let tally = plan.live([community])
      #expect(tally.violations == [], "seed \(seed), community \(community)")
    }
    #expect(plan.live().violations == [], "seed \(seed)")
  }

  @Test(arguments: [1, 2, 3])
  func `control's messages bring visits to the end of the horizon`(seed: UInt64) throws {
    let tally = try Town.rich(arms: [1, 0], seed: seed).plan().live()
    let orders = tally.arms[0].series(.orders)
    // Needs alone bring more than an order a day in this town: the last month cannot be empty.
    #expect(orders.suffix(30).reduce(0, +) > 30, "seed \(seed)")
    #expect(tally.arms[0][.messageOrders] > 0)
  }
}

extension CrossProducts {
  /// Σ over communities of the product of two differences, arm less control.
  fileprivate func difference(_ row: TallyColumn, _ column: TallyColumn) -> Int128 {
    let (a, b, count) = (row.rawValue, column.rawValue, TallyColumn.count)
    return self[a, b] - self[a, b + count] - self[a + count, b] + self[a + count, b + count]
  }
}
