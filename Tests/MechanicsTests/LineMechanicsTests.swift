import Measurement
import Testing

/// Prices of items and of several units (M21, M25, M28): each file is sound, and was really used.
@Suite struct LineMechanicsTests {
  @Test func `M21: each way of pricing several units takes something off its items`() async throws {
    let run = try await MechanicRun("M21-multi-buy")
    run.expectSound()
    for name in ["second-half", "cheapest-half", "three-at-70", "three-cans"] {
      #expect(try run.arm(name)[.promotionDiscountMinor] > 0)
    }
    #expect(try run.arm("three-cans")[.promotionDiscountMinor].isMultiple(of: 5_000))
  }

  @Test func `M22: each gift costs its ¥30, as the reduction does`() async throws {
    let run = try await MechanicRun("M22-gift-with-purchase")
    run.expectSound()
    let gift = try run.arm("gift")
    #expect(gift[.gifts] > 0 && gift[.giftCostMinor] == gift[.gifts] * 3_000)
    #expect(gift[.rewardCostMinor] == gift[.giftCostMinor] && gift[.promotionDiscountMinor] == 0)
    #expect(try run.arm("reduction")[.promotionDiscountMinor].isMultiple(of: 3_000))
    let upgraded = try run.arm("upgraded")
    #expect(upgraded[.giftCostMinor] > upgraded[.gifts] * 1_200)
  }

  @Test func `M25: a coupon for its item is used less, ¥30 at a time`() async throws {
    let run = try await MechanicRun("M25-item-coupon")
    run.expectSound()
    for name in ["item", "whole-basket"] {
      let arm = try run.arm(name)
      #expect(arm[.couponsUsed] > 0)
      #expect(arm[.couponDiscountMinor] == arm[.couponsUsed] * 3_000)
    }
    #expect(try run.arm("item")[.couponsUsed] < run.arm("whole-basket")[.couponsUsed])
  }

  @Test func `M28: members pay the list's prices, and more of them in gold`() async throws {
    let run = try await MechanicRun("M28-member-prices")
    run.expectSound()
    // What each member price takes off is ¥10, ¥20 or ¥30 a unit; the share applies in gold alone.
    #expect(try run.arm("price-list")[.tierDiscountMinor] > 0)
    #expect(try run.orders(inTier: 1, of: "price-list") > 0)
  }
}
