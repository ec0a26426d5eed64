import Measurement
import Testing

/// Coupons and prices (M15–M27): each file is sound, and its mechanic was really used.
@Suite struct OfferMechanicsTests {
  @Test func `M19: whoever spends enough in a month gets the coupon`() async throws {
    let run = try await MechanicRun("M19-spend-coupon")
    run.expectSound()
    let reached = try run.arm("reached")
    // Every coupon stands for ¥150 paid in its month.
    #expect(reached[.couponsGranted] > 0)
    #expect(reached[.couponsGranted] * 15_000 <= reached[.paidMinor])
    #expect(reached[.couponDiscountMinor] == reached[.couponsUsed] * 1_000)
    let everybody = try run.arm("everybody")
    #expect(everybody[.couponsGranted] > reached[.couponsGranted])
  }

  @Test func `M15: what 30 off 199 takes off is so many times ¥30`() async throws {
    let run = try await MechanicRun("M15-threshold-off")
    run.expectSound()
    let arm = try run.arm("one-step")
    let discount = arm[.promotionDiscountMinor]
    #expect(discount > 0 && discount.isMultiple(of: 3_000))
    #expect(discount <= arm[.orders] * 3_000)
    #expect(try run.arm("ladder")[.promotionDiscountMinor] > 0)
  }

  @Test func `M16: newcomers, active and dormant members use their coupons`() async throws {
    let run = try await MechanicRun("M16-life-cycle-coupons")
    run.expectSound()
    let arm = try run.arm("life-cycle")
    #expect(arm[.joined] > 0 && arm[.couponsUsed] > 0)
    #expect(arm[.couponDiscountMinor] <= arm[.couponsUsed] * 5_000)
  }

  @Test func `M17: no coupon saves more than its cap of ¥40`() async throws {
    let run = try await MechanicRun("M17-percentage-coupons")
    run.expectSound()
    for name in ["pay-85", "pay-80", "pay-90"] {
      let arm = try run.arm(name)
      #expect(arm[.couponsUsed] > 0 && arm[.couponDiscountMinor] > 0)
      #expect(arm[.couponDiscountMinor] <= arm[.couponsUsed] * 4_000)
    }
  }

  @Test func `M18: first orders bring coupons, each worth ¥20 once`() async throws {
    let run = try await MechanicRun("M18-first-order-coupon")
    run.expectSound()
    let arm = try run.arm("month")
    #expect(arm[.couponsUsed] > 0)
    #expect(arm[.couponDiscountMinor] == arm[.couponsUsed] * 2_000)
    #expect(arm[.couponsGranted] <= arm[.membersAtStart] + arm[.joined])
  }

  @Test func `M26: members order at silver's and gold's prices`() async throws {
    let run = try await MechanicRun("M26-tier-prices")
    run.expectSound()
    #expect(try run.arm("ladder")[.tierDiscountMinor] > 0)
    for tier in 1...2 { #expect(try run.orders(inTier: tier, of: "ladder") > 0) }
  }

  @Test func `M27: assessment leaves fewer diamonds than tiers for ever`() async throws {
    let run = try await MechanicRun("M27-tiers-with-assessment")
    run.expectSound()
    let assessed = try run.members(inTier: 2, of: "assessed")
    #expect(try run.orders(inTier: 2, of: "assessed") > 0)
    #expect(try run.members(inTier: 2, of: "for-ever") > assessed)
  }
}
