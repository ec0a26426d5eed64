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
  func `washes returned take their stamps back`(
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
}
