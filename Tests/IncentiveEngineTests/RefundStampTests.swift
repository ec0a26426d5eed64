import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Twenty stamps are a wash: what a return takes back, through the refund itself.
@Suite struct RefundStampTests {
  private static func shop(
    _ shortfall: StampCard.Shortfall = .owed, validDays: Int? = nil
  ) throws -> World {
    var card = StampCard(
      earning: .perItem, size: 20, reward: .item(cost: yuan("15"), value: yuan("40")),
      shortfall: shortfall)
    card.validDays = validDays
    return try World.withMember(
      Scheme(name: "card", stampCard: card, refunds: RefundPolicy()))
  }

  @Test(arguments: [
    // washes bought at once, rewards, washes returned, stamps taken back, missing to the next reward
    (Int32(19), Int32(0), Int32(1), Int32(1), Int32(2), StampCard.Shortfall.owed),
    (19, 0, 19, 19, 20, .owed),
    // The card was turned in: its stamp is owed, so 21 are missing; or it is forgiven.
    (20, 1, 1, 1, 21, .owed), (20, 1, 1, 0, 20, .forgiven),
    // Three stamps on the next card go first, two are owed or forgiven.
    (23, 1, 5, 5, 22, .owed), (23, 1, 5, 3, 20, .forgiven),
  ])
  func `M06: washes returned take their stamps back`(
    bought: Int32, rewards: Int32, returned: Int32, taken: Int32, missing: Int32,
    shortfall: StampCard.Shortfall
  ) throws {
    var shop = try Self.shop(shortfall)
    let order = shop.handle(
      .order(offers: [], points: .zero), at: day(2026, 2, 1).at(hour: 12),
      basket: [BasketLine(listMinor: 4_000 * Int64(bought), quantity: bought)])
    #expect(order.earnedStamps == bought && order.rewardCount == rewards)
    let refund = shop.giveBack([returned], of: order, on: day(2026, 2, 2))
    #expect(refund.paid == Money(minor: 4_000 * Int64(returned)))
    #expect(refund.earnedStamps == taken)
    #expect(shop.quote("40", on: day(2026, 2, 3)).stampsToReward == missing)
  }

  @Test func `stamps that are owed are earned first`() throws {
    var shop = try Self.shop()
    let order = shop.buy("800", items: 20, on: day(2026, 2, 1))
    shop.giveBack([1], of: order, on: day(2026, 2, 2))
    #expect(shop.buy("800", items: 20, on: day(2026, 2, 3)).rewardCount == 0)
    #expect(shop.buy("40", on: day(2026, 2, 4)).rewardCount == 1)
  }

  @Test func `twenty orders, the twentieth returned: its free wash is worked off first`() throws {
    var shop = try Self.shop()
    var last = Decision()
    for wash in 1...20 { last = shop.buy("40", on: day(2026, 1, 1).advanced(by: wash)) }
    #expect(last.rewardCount == 1)
    #expect(shop.refund(.whole, of: last, on: day(2026, 2, 1)).earnedStamps == 1)
    let rewards = (1...21).map { wash in
      shop.buy("40", on: day(2026, 2, 1).advanced(by: wash)).rewardCount
    }
    #expect(rewards == Array(repeating: 0, count: 20) + [1])
  }

  @Test(arguments: [
    // washes bought on 1 February, returned, day of the return, stamps taken back or owed, missing to
    // the next reward; the card may be filled for 30 days
    (Int32(5), Int32(5), 29, Int32(5), Int32(20), StampCard.Shortfall.owed),
    (5, 5, 30, 0, 20, .owed),
    // Of 23, 20 were turned in and 3 ran out with the next card: those go first and are no debt.
    (23, 3, 30, 0, 20, .owed), (23, 5, 30, 2, 22, .owed), (23, 5, 30, 0, 20, .forgiven),
    (20, 1, 30, 1, 21, .owed), (20, 1, 30, 0, 20, .forgiven),
  ])
  func `a stamp whose card ran out is gone, and no debt`(
    bought: Int32, returned: Int32, daysLater: Int, taken: Int32, missing: Int32,
    shortfall: StampCard.Shortfall
  ) throws {
    var shop = try Self.shop(shortfall, validDays: 30)
    let order = shop.handle(
      .order(offers: [], points: .zero), at: day(2026, 2, 1).at(hour: 12),
      basket: [BasketLine(listMinor: 4_000 * Int64(bought), quantity: bought)])
    let today = day(2026, 2, 1).advanced(by: daysLater)
    #expect(shop.giveBack([returned], of: order, on: today).earnedStamps == taken)
    #expect(shop.quote("40", on: today).stampsToReward == missing)
  }

  @Test func `a card that ran out leaves the stamps of the next card alone`() throws {
    var shop = try Self.shop(validDays: 30)
    let old = shop.buy("120", items: 3, on: day(2026, 2, 1))
    let new = shop.buy("200", items: 5, on: day(2026, 3, 10))
    #expect(shop.refund(.whole, of: old, on: day(2026, 3, 11)).earnedStamps == 0)
    #expect(shop.quote("40", on: day(2026, 3, 11)).stampsToReward == 15)
    #expect(shop.refund(.whole, of: new, on: day(2026, 3, 12)).earnedStamps == 5)
    #expect(shop.quote("40", on: day(2026, 3, 12)).stampsToReward == 20)
  }

  @Test func `what fills up a debt is returned as a debt, even after its card ran out`() throws {
    var shop = try Self.shop(validDays: 30)
    let full = shop.buy("800", items: 20, on: day(2026, 2, 1))
    let next = shop.buy("120", items: 3, on: day(2026, 2, 2))
    // Two of the first order are owed; two of the second pay them, and one stays on the card.
    #expect(shop.giveBack([2], of: full, on: day(2026, 2, 3)).earnedStamps == 2)
    #expect(shop.quote("40", on: day(2026, 2, 3)).stampsToReward == 19)
    #expect(shop.quote("40", on: day(2026, 4, 1)).stampsToReward == 20)
    #expect(shop.refund(.whole, of: next, on: day(2026, 4, 1)).earnedStamps == 2)
    #expect(shop.quote("40", on: day(2026, 4, 1)).stampsToReward == 22)
  }

  @Test func `forgiven stamps are not taken from another order's`() throws {
    var shop = try Self.shop(.forgiven)
    let full = shop.buy("800", items: 20, on: day(2026, 2, 1))
    shop.buy("120", items: 3, on: day(2026, 2, 2))
    #expect(shop.giveBack([5], of: full, on: day(2026, 2, 3)).earnedStamps == 0)
    #expect(shop.quote("40", on: day(2026, 2, 3)).stampsToReward == 17)
  }

  /// The whole amount is paid back for goodwill, and the item stays: a stamp an item stays with it.
  @Test func `an amount returned takes no stamp of an item`() throws {
    var shop = try Self.shop()
    let order = shop.buy("40", on: day(2026, 2, 1))
    #expect(shop.refund(.amount(yuan("40")), of: order, on: day(2026, 2, 2)).earnedStamps == 0)
  }
}
