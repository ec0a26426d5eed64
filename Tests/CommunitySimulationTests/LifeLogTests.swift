import CommunitySimulation
import IncentiveEngine
import MemberBehavior
import MemberPopulation
import PointsLedger
import Quantities
import Testing
import Timeline

/// Everybody watched under every arm at once, against each arm watched by itself.
@Suite struct LifeLogTests {
  @Test(arguments: 1...5) func `every arm's log is what watching that arm alone shows`(
    seed: Int
  ) throws {
    let plan = try Town.rich(arms: [0, 1, 2], seed: UInt64(seed)).plan()
    var orderCount = 0
    for community in 0..<plan.communities.communityCount {
      let logs = plan.logs(ofCommunity: community, replication: 1)
      #expect(logs.count == 3)
      let people = plan.summaries(ofCommunity: community, replication: 1)
      for (arm, log) in logs.enumerated() {
        let book = plan.watch(
          community: community, replication: 1, arm: arm, observer: OrderBook())
        let start = plan.horizon.start.index
        #expect(log.people == people)
        #expect(log.orders.map(\.minute) == book.orders.map { $0.minute - start }, "seed \(seed)")
        #expect(log.orders.map(\.index) == book.orders.map(\.index))
        #expect(log.orders.map(\.listMinor) == book.orders.map(\.listMinor))
        func points(_ isMeant: (Transfer) -> Bool) -> Int64 {
          book.transfers.filter(isMeant).reduce(0) { $0 + $1.points.count }
        }
        #expect(log.spentPoints == points { $0.target == .redemption })
        #expect(
          log.balances.reduce(0, +)
            == points { $0.target == .memberActive } - points { $0.source == .memberActive })
        orderCount += log.orders.count
      }
    }
    #expect(orderCount > 100, "seed \(seed)")
  }
}
