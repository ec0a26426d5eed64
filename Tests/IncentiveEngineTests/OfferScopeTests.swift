import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Offers for some items only (M25), and member prices of single items (M28).
@Suite struct OfferScopeTests {
  private func coupon(
    _ benefit: Benefit, items: [UInt16], counting: OfferScope.Counting = .matching
  ) -> Offer {
    Offer(
      name: "item", access: .coupon(.onJoining, validDays: 300), benefit: benefit,
      scope: OfferScope(items: items, counting: counting))
  }

  private func off(_ amount: String, from minimum: String = "0") -> Benefit {
    .amountOff([LadderStep(minimumSpend: yuan(minimum), off: yuan(amount))])
  }

  @Test(arguments: [
    ("1×1 100, 9×1 50", OfferScope.Counting.matching, "120"),
    // 99 of the item, 200 in all: only a threshold on the whole basket is reached.
    ("1×1 99, 9×1 101", .matching, "200"), ("1×1 99, 9×1 101", .basket, "170"),
    // Never more than the item costs.
    ("1×1 20, 9×1 180", .basket, "180"), ("9×1 200", .basket, "200"),
  ])
  func `M25: a coupon for an item looks at that item's lines`(
    basket: String, counting: OfferScope.Counting, pay: String
  ) throws {
    let world = try World.withMember(
      Scheme(name: "s", offers: [coupon(off("30", from: "100"), items: [1], counting: counting)]))
    #expect(world.quote(of: lines(basket), on: day(2026, 5, 1)).pay == yuan(pay))
  }

  @Test func `M25: without its item a coupon is kept, and says why`() throws {
    var world = try World.withMember(Scheme(name: "s", offers: [coupon(off("30"), items: [1])]))
    let noon = day(2026, 5, 1).at(hour: 12)
    func order(_ basket: String) -> Decision {
      world.handle(
        .order(offers: [OfferSet(offer: 0)], points: .zero), at: noon, basket: lines(basket))
    }
    #expect(order("9×1 200").refusal == .noMatchingItem)
    #expect(world.quote(of: lines("1×1 200"), on: day(2026, 5, 1)).pay == yuan("170"))
    #expect(order("1×1 200").paid == yuan("170"))
    #expect(order("1×1 200").refusal == .notHeld)
  }

  @Test func `M25: an offer after others takes its share of what its lines still cost`() throws {
    // 60/40 less 10: 54/36. Half of the second line: 18.
    let first = Offer(name: "ten", access: .promotion(.always), benefit: off("10"))
    let half = coupon(.shareOff(.percent(50), minimumSpend: .zero, cap: nil), items: [2])
    var world = try World.withMember(Scheme(name: "s", offers: [first, half]))
    let basket = lines("1×1 60, 2×1 40")
    let quote = world.quote(of: basket, on: day(2026, 5, 1))
    #expect(quote.pay == yuan("72") && quote.couponDiscount == yuan("18"))
    let order = world.handle(
      .order(offers: quote.offers, points: .zero), at: day(2026, 5, 1).at(hour: 12), basket: basket)
    #expect(order.terms == quote)
    #expect(world.bills(of: order, basket).map(\.paid) == [yuan("54"), yuan("18")])
  }

  @Test func `M28: an item of the price list costs what stands there, others the share`() throws {
    let tier = Tier(
      name: "member", threshold: 0, price: .percent(90),
      memberPrices: [
        MemberPrice(item: 7, price: yuan("80")), MemberPrice(item: 2, price: yuan("5")),
      ]
    )
    var world = try World.withMember(
      Scheme(name: "s", tiers: TierLadder(tiers: [tier], basis: .spend)))
    // 2 × 80; item 2 is cheaper in the shop than for members; 90% of 33.33 is 29.997, so 3.33 off.
    let basket = lines("7×2 200, 2×1 4.50, 3×1 33.33")
    let quote = world.quote(of: basket, on: day(2026, 5, 1))
    #expect(quote.tierDiscount == yuan("43.33") && quote.pay == yuan("194.50"))
    let order = world.handle(
      .order(offers: [], points: .zero), at: day(2026, 5, 1).start, basket: basket)
    #expect(order.terms == world.quote(of: basket, on: day(2026, 5, 1)))
    #expect(
      world.bills(of: order, basket).map(\.paid) == [yuan("160"), yuan("4.50"), yuan("30.00")])
  }

  @Test func `M28: each tier has a list of its own`() throws {
    var scheme = Scheme(name: "s")
    scheme.tiers = TierLadder(
      tiers: [
        Tier(name: "silver", threshold: 0, memberPrices: [MemberPrice(item: 1, price: yuan("95"))]),
        Tier(
          name: "gold", threshold: 100_00, memberPrices: [MemberPrice(item: 1, price: yuan("90"))]),
      ], basis: .spend)
    var world = try World.withMember(scheme)
    let today = day(2026, 5, 1)
    #expect(world.quote(of: lines("1×2 200"), on: today).pay == yuan("190"))
    world.handle(.order(offers: [], points: .zero), at: today.start, basket: lines("1×2 200"))
    #expect(world.quote(of: lines("1×2 200"), on: today).pay == yuan("180"))
  }

  @Test func `An offer for no items, or for one twice, is refused`() {
    let scheme = Scheme(
      name: "s", offers: [coupon(off("30"), items: []), coupon(off("30"), items: [3, 3])])
    let paths = scheme.problems.map(\.path)
    #expect(paths.filter { $0 == "offers.item.items" }.count == 2)
  }
}
