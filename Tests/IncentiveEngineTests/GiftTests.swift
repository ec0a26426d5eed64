import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Gifts with a purchase (M22): what is given, what it costs, and how it stacks.
@Suite struct GiftTests {
  private let bottleOrToy = Offer(
    name: "gift", access: .promotion(.always),
    benefit: .gift([
      GiftStep(name: "bottle", minimumSpend: yuan("199"), cost: yuan("18"), value: yuan("30")),
      GiftStep(name: "toy", minimumSpend: yuan("399"), cost: yuan("35"), value: yuan("70")),
    ]))

  private func off(_ amount: String, _ stacking: Offer.Stacking = .stackable) -> Offer {
    Offer(
      name: "off", access: .promotion(.always),
      benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan(amount))]), stacking: stacking)
  }

  @Test(arguments: [
    ("198.99", 0, "0", "0"), ("199", 0b01, "30", "18"), ("398.99", 0b01, "30", "18"),
    ("399", 0b10, "70", "35"),
  ])
  func `M22: a gift from a threshold on, a better one from a higher, 满199即赠`(
    price: String, gifts: UInt16, value: String, cost: String
  ) throws {
    var world = try World.withMember(Scheme(name: "s", offers: [bottleOrToy]))
    let quote = world.quote(price, on: day(2026, 5, 1))
    #expect(quote.pay == yuan(price) && quote.gifts.rawValue == gifts)
    #expect(quote.giftValue == yuan(value) && quote.giftCost == yuan(cost))
    let order = world.handle(
      .order(offers: quote.offers, points: .zero), at: day(2026, 5, 1).at(hour: 12),
      basket: [BasketLine(listMinor: fen(price))])
    #expect(order.terms == quote && order.paid == yuan(price))
    #expect(order.rewardCost == yuan(cost) && order.rewardValue == yuan(value))
    #expect(order.rewardCount == (gifts == 0 ? 0 : 1))
    #expect(world.engine.schemes[0].giftNames == ["bottle", "toy"])
  }

  @Test(arguments: [
    // Beside ¥10 off both; against ¥29 or ¥31 off alone, what is worth more.
    ("10", Offer.Stacking.stackable, "190", "30"), ("29", .exclusive, "200", "30"),
    ("31", .exclusive, "169", "0"),
  ])
  func `M22: a gift stacks as an offer worth its value`(
    amount: String, stacking: Offer.Stacking, pay: String, value: String
  ) throws {
    let world = try World.withMember(
      Scheme(name: "s", offers: [bottleOrToy, off(amount, stacking)]))
    let quote = world.quote("200", on: day(2026, 5, 1))
    #expect(quote.pay == yuan(pay) && quote.giftValue == yuan(value))
  }

  @Test func `M22: an item's gift looks at that item, and a coupon's is given once`() throws {
    var coupon = bottleOrToy
    coupon.access = .coupon(.onJoining, validDays: 300)
    coupon.scope = OfferScope(items: [1])
    var world = try World.withMember(Scheme(name: "s", offers: [coupon]))
    let today = day(2026, 5, 1)
    #expect(world.quote(of: lines("1×1 150, 2×1 300"), on: today).giftValue == .zero)
    let quote = world.quote(of: lines("1×2 300, 2×1 300"), on: today)
    #expect(quote.giftValue == yuan("30"))
    world.handle(
      .order(offers: quote.offers, points: .zero), at: today.at(hour: 12),
      basket: lines("1×2 300, 2×1 300"))
    #expect(world.quote(of: lines("1×2 300"), on: today).giftValue == .zero)
  }
}
