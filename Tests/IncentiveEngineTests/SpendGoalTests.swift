import IncentiveEngine
import Quantities
import Testing
import Timeline

/// A coupon for what was paid in a period (M19).
@Suite struct SpendGoalTests {
  private static let scheme = Scheme(
    name: "goal",
    offers: [
      Offer(
        name: "loyal", access: .coupon(.onSpend(yuan("500"), per: .month), validDays: 20),
        benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("30"))]))
    ])

  @Test func `M19: ¥500 paid in a month brings the coupon, once a member and month`() throws {
    var world = try World.withMember(Self.scheme)
    func granted(_ price: String, _ day: Day, using offers: [Int] = []) -> Int {
      world.buy(price, offers: offers, on: day).granted.count
    }
    #expect(granted("300", day(2026, 3, 2)) == 0)
    #expect(granted("199.99", day(2026, 3, 5)) == 0)
    // The last fen; the coupon is usable from the next order on.
    #expect(granted("0.01", day(2026, 3, 6)) == 1)
    #expect(world.quote("100", on: day(2026, 3, 7)).couponDiscount == yuan("30"))
    #expect(granted("600", day(2026, 3, 8), using: [0]) == 0)
    #expect(granted("600", day(2026, 3, 31)) == 0)
    // A new month counts from zero, on money paid: 499.99, then enough.
    #expect(granted("499.99", day(2026, 4, 1)) == 0)
    #expect(granted("0.01", day(2026, 4, 30)) == 1)
  }

  @Test func `M19: what discounts take off does not count, nor does another member's spend`() throws
  {
    var scheme = Self.scheme
    scheme.offers.append(
      Offer(
        name: "one", access: .promotion(.always),
        benefit: .amountOff([LadderStep(minimumSpend: yuan("500"), off: yuan("1"))])))
    var world = try World([scheme], accountCount: 2)
    world.join(0, on: day(2026, 3, 1))
    world.join(1, on: day(2026, 3, 1))
    #expect(world.buy("500", offers: [1], on: day(2026, 3, 2), by: 0).granted == [])
    #expect(world.buy("1", on: day(2026, 3, 3), by: 1).granted == [])
    #expect(world.buy("1", on: day(2026, 3, 3), by: 0).granted == OfferSet(offer: 0))
  }

  @Test func `M19: what is sent back in the month does not count toward its coupon`() throws {
    var scheme = Self.scheme
    scheme.refunds = RefundPolicy()
    var world = try World.withMember(scheme)
    let first = world.buy("400", on: day(2026, 3, 2))
    world.refund(.whole, of: first, on: day(2026, 3, 4))
    // 400 − 400 + 450 = 450, and 50 more reach the ¥500.
    #expect(world.buy("450", on: day(2026, 3, 5)).granted == [])
    let last = world.buy("50", on: day(2026, 3, 6))
    #expect(last.granted == OfferSet(offer: 0))
    // Sent back whole, that order takes its coupon with it, which may be earned again.
    let refund = world.refund(.whole, of: last, on: day(2026, 3, 7))
    #expect(refund.refund.couponsWithdrawn == OfferSet(offer: 0))
    #expect(world.buy("49.99", on: day(2026, 3, 8)).granted == [])
    #expect(world.buy("0.01", on: day(2026, 3, 9)).granted == OfferSet(offer: 0))
  }

  @Test func `M19: a refund of last month's order takes nothing off this month's spend`() throws {
    var scheme = Self.scheme
    scheme.refunds = RefundPolicy()
    var world = try World.withMember(scheme)
    let old = world.buy("400", on: day(2026, 3, 30))
    #expect(world.buy("300", on: day(2026, 4, 1)).granted == [])
    world.refund(.whole, of: old, on: day(2026, 4, 2))
    #expect(world.buy("200", on: day(2026, 4, 3)).granted == OfferSet(offer: 0))
  }
}
