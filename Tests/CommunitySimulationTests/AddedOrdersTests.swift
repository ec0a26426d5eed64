import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import PointsLedger
import Quantities
import Testing

/// An arm that only adds orders: control has no incentives, and what could hold an order back, or
/// carry something of the history into control, is switched off.
@Suite struct AddedOrdersTests {
  @Test(arguments: 1...60)
  func `an arm that only adds orders never lowers repurchase`(seed: Int) throws {
    let tally = try Self.town(seed).plan().live()
    for arm in tally.arms {
      #expect(arm[.lostOrders] == 0, "seed \(seed)")
      #expect(arm[.personsWithFewerOrders] == 0, "seed \(seed)")
      #expect(arm[.enrolledAtStart] == tally.arms[0][.enrolledAtStart], "seed \(seed)")
      #expect(arm[.repeaters] >= tally.arms[0][.repeaters], "seed \(seed): repurchase-share")
      #expect(arm[.again30] >= arm[.controlAgain30], "seed \(seed): repurchase-30d")
      #expect(arm[.again60] >= arm[.controlAgain60], "seed \(seed): repurchase-60d")
      #expect(arm[.again90] >= arm[.controlAgain90], "seed \(seed): repurchase-90d")
      // Everybody who orders in control is an always-buyer, so the denominators agree.
      #expect(arm[.alwaysBuyers90] == tally.arms[0][.buyers90], "seed \(seed)")
      #expect(arm[.controlAgain90] == tally.arms[0][.buyersAgain90], "seed \(seed)")
      // Control meets needs alone: what a lapsed person orders in the arm is gained.
      #expect(arm[.gainedLapsedOrders] == arm[.lapsedOrders], "seed \(seed): win-backs")
    }
  }

  @Test(arguments: 1...60)
  func `its orders contain all of control's, address by address`(seed: Int) throws {
    let plan = try Self.town(seed).plan()
    for community in 0..<min(2, plan.communities.communityCount) {
      let books = plan.arms.indices.map { arm in
        Set(
          plan.watch(community: community, replication: 0, arm: arm, observer: OrderBook())
            .orders.map(\.address))
      }
      for book in books { #expect(books[0].isSubset(of: book), "seed \(seed)") }
    }
  }

  @Test func `somebody is watched exactly as simulated`() throws {
    var town = Town.rich(arms: [1, 2], seed: 3)
    town.historyDays = 0
    let plan = try town.plan()
    for community in 0..<plan.communities.communityCount {
      let tally = plan.live([community])
      for arm in plan.arms.indices {
        let book = plan.watch(
          community: community, replication: 0, arm: arm, observer: OrderBook())
        #expect(Int64(book.orders.count) == tally.arms[arm][.orders])
        #expect(book.orders.reduce(0) { $0 + $1.listMinor } == tally.arms[arm][.listMinor])
        let issued = book.transfers.filter { !$0.source.isMember && $0.target.isMember }
        #expect(issued.reduce(0) { $0 + $1.points.count } == tally.arms[arm][.pointsIssued])
      }
    }
  }

  /// What a member may still feel of the history when control begins, and order for.
  ///
  /// A reward of the last days before the horizon pleases in all arms alike: with it an order is
  /// shared, not gained, even if it comes after lapse.
  private static let feelings: [Submodel] = [.tierFeeling, .exposure, .rewardFeeling, .adstock]

  private static func town(_ seed: Int) -> Town {
    var town = Town.random(seed: UInt64(seed))
    town.arms[0] = 0
    town.switchedOff = Array(
      Set(town.switchedOff + [.wear, .optOut, .pantry] + Self.feelings))
    town.members = min(town.members, 90)
    return town
  }
}

extension OrderBook.Entry {
  fileprivate var address: [UInt32] { [person, UInt32(stream.rawValue), index] }
}
