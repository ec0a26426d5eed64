import Experiments
import Measurement
import Testing

/// Budgets (M11, M20, M24, M55): each file is sound, and no budget is exceeded over all communities.
@Suite struct BudgetMechanicsTests {
  @Test func `M11: no month issues more points than its budget`() async throws {
    let run = try await MechanicRun("M11-points-budget")
    run.expectSound()
    let arm = try run.arm("budget")
    #expect(arm.budget(.used, at: 0) == arm[.pointsIssued])
    // Two replications of six months, 200,000 points each.
    #expect(arm[.pointsIssued] <= 2 * 6 * 200_000)
    #expect(arm.budget(.refusedOrders, at: 0) > 0)
  }

  @Test func `M20: fifty coupons are used, and not one more`() async throws {
    let run = try await MechanicRun("M20-scarce-coupons")
    run.expectSound()
    #expect(try run.arm("last-fifty")[.couponsUsed] == 2 * 50)
    #expect(try run.arm("plenty")[.couponsUsed] > 2 * 50)
  }

  @Test func `M55: two offers share ¥10,000, paid to the last fen`() async throws {
    let run = try await MechanicRun("M55-stacking-and-budgets")
    run.expectSound()
    #expect(try run.arm("budgeted")[.promotionDiscountMinor] <= 2 * 1_000_000)
    #expect(try run.arm("budgeted").budget(.refusedOrders, at: 0) > 0)
  }

  @Test func `M24: an evening's stock is sold within its hours, and is there anew the next day`()
    async throws
  {
    let run = try await MechanicRun("flash-sale-hours", members: 400)
    run.expectSound()
    let evening = try run.arm("evening")
    // Seven evenings in ten replications, five orders each at most; all day sells out sooner.
    #expect((1...350).contains(evening.budget(.used, at: 0)))
    #expect(evening.budget(.used, at: 0) < (try run.arm("all-day")).budget(.used, at: 0))
  }

  @Test func `M24: each price sells its stock and no more, then the next is open`() async throws {
    let run = try await MechanicRun("M24-flash-sale")
    run.expectSound()
    let steps = try run.arm("steps")
    // Two replications of 30 orders at each of three prices, or of 90 at one.
    #expect((0..<3).map { steps.budget(.used, at: $0) } == [60, 60, 60])
    #expect(try run.arm("one-price").budget(.used, at: 0) == 180)
    #expect(
      try RunPlan(run.scenario.compiled(), of: run.scenario, threads: 1).lines.contains {
        $0.hasPrefix("mode: closing instants")
      })
  }
}
