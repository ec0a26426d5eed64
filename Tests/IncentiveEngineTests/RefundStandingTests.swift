import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// What a refund does to growth value, tiers, coupons and first orders.
struct RefundStandingTests {
  private static let ladder = [
    Tier(name: "bronze", threshold: 0), Tier(name: "silver", threshold: 100, price: .percent(90)),
  ]

  private static func growing(
    _ policy: RefundPolicy, reset: CalendarPeriod? = .quarter, review: TierReview? = nil
  ) -> Scheme {
    Scheme(
      name: "growth", growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: reset),
      tiers: TierLadder(tiers: ladder, basis: .growth, review: review), refunds: policy)
  }

  @Test(arguments: [(RefundPolicy.Tier.atOnce, 0), (.atReview, 1)])
  func `the tier that an order brought goes with it, at once or at the review`(
    policy: RefundPolicy.Tier, tier: Int
  ) throws {
    var shop = try World.withMember(Self.growing(RefundPolicy(tier: policy)))
    let bought = shop.buy("120", on: day(2026, 2, 1))
    #expect(bought.tierAfter == 1)
    let refund = shop.refund(.whole, of: bought, on: day(2026, 2, 5))
    #expect(refund.earnedGrowth == Points(120))
    #expect(shop.tier(on: day(2026, 2, 5)) == tier)
  }

  @Test func `growth value that a reset has set to zero is not taken from the new period`() throws {
    var shop = try World.withMember(Self.growing(RefundPolicy()))
    let old = shop.buy("90", on: day(2026, 3, 30))
    shop.run(.growthReset, on: day(2026, 4, 1))
    shop.buy("50", on: day(2026, 4, 2))
    #expect(shop.refund(.whole, of: old, on: day(2026, 4, 3)).earnedGrowth == .zero)
    #expect(shop.accounts.states[0].growth == 50)
  }

  @Test func `a tier that was there before the order is judged by reviews alone`() throws {
    var shop = try World.withMember(Self.growing(RefundPolicy()))
    shop.buy("120", on: day(2026, 2, 1))
    shop.run(.growthReset, on: day(2026, 4, 1))
    let small = shop.buy("20", on: day(2026, 4, 2))
    shop.refund(.whole, of: small, on: day(2026, 4, 3))
    #expect(shop.tier(on: day(2026, 4, 3)) == 1)
  }

  @Test func `a grace that the order ended goes on when it comes back`() throws {
    let review = TierReview(cycle: .calendar(.quarter), graceDays: 30)
    var shop = try World.withMember(Self.growing(RefundPolicy(), review: review))
    shop.buy("120", on: day(2026, 2, 1))
    shop.run(.tierReview, on: day(2026, 4, 1))
    shop.run(.growthReset, on: day(2026, 4, 1))
    shop.run(.tierReview, on: day(2026, 7, 1))
    shop.run(.growthReset, on: day(2026, 7, 1))
    let kept = shop.accounts.states[0]
    #expect(kept.graceLastDay == day(2026, 7, 30).index)
    let bought = shop.buy("200", on: day(2026, 7, 10))
    #expect(shop.accounts.states[0].graceLastDay == Day.never.index)
    shop.refund(.whole, of: bought, on: day(2026, 7, 20))
    #expect(shop.accounts.states[0].graceLastDay == kept.graceLastDay)
    #expect(shop.tier(on: day(2026, 7, 30)) == 1)
    #expect(shop.tier(on: day(2026, 7, 31)) == 0)
  }

  /// A coupon for new members, good for 30 days, used on 5 January.
  @Test(arguments: [
    (RefundPolicy.Coupons.returned, day(2026, 1, 20), 1),
    (.returned, day(2026, 2, 20), 0),
    (.keptUsed, day(2026, 1, 20), 0),
  ])
  func `a coupon comes back with the whole order, for the rest of its days`(
    policy: RefundPolicy.Coupons, on date: Day, held: Int
  ) throws {
    let welcome = Offer(
      name: "welcome", access: .coupon(.onJoining, validDays: 30),
      benefit: .shareOff(.percent(10), minimumSpend: .zero, cap: nil))
    var shop = try World.withMember(
      Scheme(name: "coupons", offers: [welcome], refunds: RefundPolicy(coupons: policy)))
    let bought = shop.buy(lines: ["50", "50"], offers: [0], on: day(2026, 1, 5))
    shop.giveBack([1, 0], of: bought, on: date)
    #expect(shop.engine.couponCount(of: 0, in: shop.accounts, on: date) == 0)
    let rest = shop.giveBack([0, 1], of: bought, on: date)
    #expect(rest.refund.couponsReturned.count == held)
    #expect(shop.engine.couponCount(of: 0, in: shop.accounts, on: date) == held)
  }

  /// Coupons of 1 January and 1 February, each good for 40 days and used; the first order comes back.
  @Test(arguments: [(day(2026, 2, 9), 1), (day(2026, 2, 10), 0)])
  func `a coupon comes back for its own days, not for those of the next one`(
    on date: Day, held: Int
  ) throws {
    let monthly = Offer(
      name: "monthly",
      access: .coupon(.monthly(dayOfMonth: 1, hour: 8, audience: .everyone), validDays: 40),
      benefit: .shareOff(.percent(10), minimumSpend: .zero, cap: nil))
    var shop = try World.withMember(
      Scheme(name: "coupons", offers: [monthly], refunds: RefundPolicy(coupons: .returned)))
    shop.run(.couponGrant(offer: 0), on: day(2026, 1, 1))
    let bought = shop.buy("50", offers: [0], on: day(2026, 1, 5))
    shop.run(.couponGrant(offer: 0), on: day(2026, 2, 1))
    shop.buy("50", offers: [0], on: day(2026, 2, 5))
    shop.refund(.whole, of: bought, on: date)
    #expect(shop.engine.couponCount(of: 0, in: shop.accounts, on: date) == held)
    #expect(shop.engine.couponCount(of: 0, in: shop.accounts, on: day(2026, 2, 10)) == 0)
  }

  @Test func `a first order that comes back was none: its coupon goes, the next one brings it`()
    throws
  {
    let gift = Offer(
      name: "gift", access: .coupon(.onFirstOrder, validDays: 30),
      benefit: .shareOff(.percent(10), minimumSpend: .zero, cap: nil))
    var shop = try World.withMember(
      Scheme(name: "first", offers: [gift], refunds: RefundPolicy()))
    let first = shop.buy("50", on: day(2026, 1, 5))
    #expect(first.granted.count == 1)
    let refund = shop.refund(.whole, of: first, on: day(2026, 1, 6))
    #expect(refund.refund.couponsWithdrawn == OfferSet(offer: 0))
    #expect(shop.engine.couponCount(of: 0, in: shop.accounts, on: day(2026, 1, 6)) == 0)
    #expect(shop.buy("50", on: day(2026, 1, 7)).granted.count == 1)
  }
}
