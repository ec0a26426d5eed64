import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberPopulation
import Quantities
import Testing
import Timeline

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
      plan.closings = await search.closings(replications: 0..<1)
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

  /// Rewards with stock of all, by asking and by themselves, beside the budgets of orders.
  @Test(arguments: 1...30)
  func `a mall's stock for all is what one global queue gives`(seed: Int) async throws {
    let period: [CalendarPeriod?] = [nil, .week, .month]
    let world = try CoupledWorld(seed: seed) { scheme in
      scheme.points?.expiry = .never
      scheme.rewards = [
        Reward(
          name: "mug", price: Points(30),
          content: .item(cost: Money(minor: 100), value: Money(minor: 5_000))),
        Reward(
          name: "cup", price: Points(10),
          content: .item(cost: Money(minor: 50), value: Money(minor: 1_000)),
          automaticPerDay: seed % 2 == 0 ? 1 : nil),
      ]
      for (name, limit) in [("mug", 3 + seed % 3), ("cup", 2 + seed % 5)] {
        scheme.budgets.append(
          Budget(
            name: name, measure: .uses, limit: Int64(limit), rules: [Budget.reward(name)],
            period: period[seed % 3]))
      }
    }
    var plan = world.plan
    let stocks = world.scheme.budgets.count - 2
    let expected = world.sequentially()
    #expect(expected.arms[1].budget(.used, at: stocks) > 0, "seed \(seed)")
    plan.runsTogether = true
    var together = Tally(layout: plan.layout)
    var work = WorkCount()
    _ = plan.simulateTogether(replication: 0, into: &together, work: &work)
    #expect(together == expected, "seed \(seed)")
    plan.runsTogether = false
    guard plan.coupling == .closingInstants else { return }
    var search = ClosingSearch(plan: plan, threads: 2)
    plan.closings = await search.closings(replications: 0..<1)
    var alone = Tally(layout: plan.layout)
    for community in 0..<plan.communities.communityCount {
      plan.simulate(community: community, replication: 0, into: &alone, work: &work)
    }
    #expect(alone == expected, "seed \(seed)")
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
