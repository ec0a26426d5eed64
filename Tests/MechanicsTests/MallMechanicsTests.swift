import Experiments
import Measurement
import Testing

/// Spending points otherwise than at checkout (M05, M07): each file is sound, and was really used.
@Suite struct MallMechanicsTests {
  @Test func `M05: festival coupons are sold for points, never more than there are`() async throws {
    let run = try await MechanicRun("M05-festival-coupons")
    run.expectSound()
    let festival = try run.arm("festival")
    #expect(festival[.rewards] > 0 && festival[.rewards] == festival[.couponsGranted])
    // Eight communities, 80 coupons each.
    #expect(festival[.rewards] <= 8 * 80)
    #expect(festival[.couponsUsed] > 0 && festival[.rewardCostMinor] == 0)
    // 100 or 250 points each.
    let points = festival[.pointsRedeemed] - 100 * festival[.rewards]
    #expect(points >= 0 && points % 150 == 0)
  }

  private static let sharedStock = Task {
    try await MechanicRun("points-mall-shared-stock", members: 400)
  }

  @Test func `M07: a stock of all members is gone to the last mug, by closing instants`()
    async throws
  {
    let run = try await Self.sharedStock.value
    run.expectSound()
    #expect(run.comparison.unit == .replication && run.comparison.warning == nil)
    let shared = try run.arm("shared")
    // Ten replications of 360 mugs at ¥12.
    #expect(shared.budget(.used, at: 0) == 3_600)
    #expect(shared[.rewardCostMinor] == 3_600 * 1_200)
    // Four communities of 90 mugs each leave some on the shelf.
    #expect(try run.arm("dealt-out")[.rewardCostMinor] < 3_600 * 1_200)
    #expect(
      try RunPlan(run.scenario.compiled(), of: run.scenario, threads: 1).lines.contains {
        $0.hasPrefix("mode: closing instants")
      })
  }

  @Test func `M05: a festival's coupons are sold to all members together, and not one more`()
    async throws
  {
    let shared = try await Self.sharedStock.value.arm("shared")
    // Ten replications of 60 coupons.
    #expect((1...600).contains(shared.budget(.used, at: 1)))
    #expect(shared[.couponsGranted] == shared.budget(.used, at: 1))
  }

  @Test func `M13: who joins two accounts spends more of the points`() async throws {
    let run = try await MechanicRun("M13-accounts-merged")
    run.expectSound()
    let joined = try run.arm("joined")
    #expect(joined[.mergedAccounts] > 0)
    #expect(try run.arm("apart")[.mergedAccounts] == 0)
    // Points that lay in two halves too small to spend are spent.
    #expect(joined[.pointsExpired] < (try run.arm("apart"))[.pointsExpired])
  }

  @Test func `M07: a mall's rewards cost goods and points, within its stock`() async throws {
    let run = try await MechanicRun("M07-points-mall")
    run.expectSound()
    let mall = try run.arm("mall")
    #expect(mall[.rewards] > 0 && mall[.pointsRedeemed] >= 250 * mall[.rewards])
    #expect(mall[.rewardCostMinor] > 0 && mall[.redeemedMinor] == 0)
    // Eight communities of five mugs at ¥12; fast refunds cost ¥2 for 400 points.
    #expect(try run.arm("scarce")[.rewardCostMinor] < mall[.rewardCostMinor])
    let byItself = try run.arm("by-itself")
    #expect(byItself[.rewards] > 0)
    #expect(byItself[.rewardCostMinor] == byItself[.rewards] * 600)
    #expect(byItself[.pointsRedeemed] == byItself[.rewards] * 300)
    // Who must ask leaves points unspent: breakage emerges.
    #expect(mall[.pointsExpired] > byItself[.pointsExpired])
  }
}
