import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberPopulation
import Testing

@testable import Experiments

/// Budgets that all communities share: closing instants and windows against one global queue.
@Suite struct CoupledRunTests {
  #if DEBUG
  static let worldCount = 60
  #else
  static let worldCount = 2_000
  #endif

  @Test(arguments: 0..<20)
  func `closing instants and windows give what one global queue gives`(block: Int) async throws {
    var closingCount = 0
    for seed in 0..<(Self.worldCount / 20) {
      let world = try CoupledWorld(seed: 1 + block * Self.worldCount / 20 + seed)
      let expected = world.sequentially()
      var plan = world.plan
      plan.runsTogether = true
      var together = Tally(layout: plan.layout)
      var work = WorkCount()
      let closings = plan.simulateTogether(replication: 0, into: &together, work: &work)
      #expect(together == expected, "seed \(plan.seed)")
      for (position, budget) in world.scheme.budgets.enumerated()
      where budget.period == nil && budget.scope == .programme {
        #expect(
          expected.arms[1].budget(.used, at: position) <= budget.limit, "seed \(plan.seed)")
      }
      plan.runsTogether = false
      guard plan.coupling == .closingInstants else { continue }
      var search = ClosingSearch(plan: plan, threads: 2)
      plan.closings = await search.closings(replications: 1)
      #expect(plan.closings[0, 1] == closings[1], "seed \(plan.seed)")
      closingCount += closings[1].count
      var alone = Tally(layout: plan.layout)
      for community in 0..<plan.communities.communityCount {
        plan.simulate(community: community, replication: 0, into: &alone, work: &work)
      }
      #expect(alone == expected, "seed \(plan.seed)")
    }
    #expect(closingCount > 0)
  }

  @Test(arguments: 1...10)
  func `what is outstanding in all communities stays within a budget, minute by minute`(seed: Int)
    throws
  {
    let world = try CoupledWorld(seed: seed, hasLiability: true)
    #expect(world.plan.coupling == .windows)
    var together = Tally(layout: world.plan.layout)
    var work = WorkCount()
    _ = world.plan.simulateTogether(replication: 0, into: &together, work: &work)
    #expect(together == world.sequentially(), "seed \(seed)")
    #expect(together.arms[1][.outstandingMinor] >= 0)
  }
}
