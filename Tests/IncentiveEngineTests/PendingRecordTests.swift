import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Points that wait for the next order beside what else stands on the account, by hand: what the plain
/// reference found.
@Suite struct PendingRecordTests {
  private static func scheme(
    within days: Int, _ change: (inout PointsProgram) -> Void = { _ in }
  ) -> Scheme {
    var points = PointsProgram(
      earn: onePerYuan, redeem: hundredForTwo,
      activation: .onEvent(.nextOrder, withinDays: days))
    change(&points)
    return Scheme(
      name: "next-order", points: points,
      refunds: RefundPolicy(earned: .mayGoNegative, expired: .grace(days: 5)))
  }

  // 200 points of 1 January wait until the 31st; of the 300 that may be held they leave 100.
  @Test(arguments: [(31, Int64(100)), (32, 250)])
  func `what waited in vain leaves room before anybody notices, and the order gets what was quoted`(
    days: Int, earned: Int64
  ) throws {
    var shop = try World.withMember(Self.scheme(within: 30) { $0.maximumBalance = Points(300) })
    shop.buy("200", on: day(2026, 1, 1))
    let today = day(2025, 12, 31).advanced(by: days)
    #expect(shop.quote("250", on: today).earnedPoints == Points(earned))
    // What waits becomes active with the order, and still counts.
    #expect(shop.buy("250", on: today).earnedPoints == Points(earned))
  }

  @Test func `what an order spent goes back to its lot though what it earned was called off`()
    throws
  {
    var shop = try World.withMember(Self.scheme(within: 10))
    shop.buy("300", on: day(2026, 1, 1))
    shop.buy("100", on: day(2026, 1, 2))
    let order = try #require(shop.buy("50", points: 100, on: day(2026, 1, 3)).order)
    #expect(shop.balance(on: day(2026, 1, 3)) == 300)
    // ¥50 less ¥2 brought 48 points, called off on 14 January.
    let refund = shop.handle(.refund(order: order, part: .whole), at: day(2026, 1, 20).start)
    #expect(refund.spentPoints == Points(100) && refund.refund.expired == Points(48))
    #expect(shop.quote("1", on: day(2026, 1, 20)).nextExpiry == .never)
    #expect(shop.balance(on: day(2026, 12, 31)) == 400)
  }

  @Test func `of two orders of a day each has its own points that wait`() throws {
    var shop = try World.withMember(Self.scheme(within: 10))
    let first = try #require(shop.buy("300", on: day(2026, 1, 1)).order)
    let second = try #require(shop.buy("200", on: day(2026, 1, 1)).order)
    // The second made the first's active, and waits itself until it is called off.
    let back = shop.handle(.refund(order: first, part: .whole), at: day(2026, 1, 20).start)
    #expect(back.earnedPoints == Points(300) && back.refund.expired == .zero)
    let other = shop.handle(.refund(order: second, part: .whole), at: day(2026, 1, 20).start)
    #expect(other.earnedPoints == .zero && other.refund.expired == Points(200))
    #expect(shop.balance(on: day(2026, 1, 20)) == 0)
  }

  @Test func `points that wait have no life before their event, where only spending extends it`()
    throws
  {
    let rule = InactivityRule(after: .days(10), extendedBy: .spending)
    var shop = try World.withMember(
      Self.scheme(within: 30) { $0.expiry = .afterInactivity(rule) })
    shop.buy("100", on: day(2026, 1, 1))
    shop.buy("1", on: day(2026, 1, 8))
    #expect(shop.quote("1", on: day(2026, 1, 9)).nextExpiry == day(2026, 1, 18))
    #expect(shop.balance(on: day(2026, 1, 18)) == 100)
    #expect(shop.balance(on: day(2026, 1, 19)) == 0)
  }

  @Test func `points that came back with an order go with its value, those of its items with them`()
    throws
  {
    var scheme = Scheme(
      name: "items",
      points: PointsProgram(
        earn: .perItem(Points(10)), expiry: .afterDays(5, roundedTo: nil),
        reinstatement: Reinstatement(withinDays: 30)),
      refunds: RefundPolicy(earned: .mayGoNegative))
    scheme.points?.redeem = hundredForTwo
    var shop = try World.withMember(scheme)
    shop.buy("100", items: 2, on: day(2026, 1, 1))
    let basket = [
      BasketLine(listMinor: fen("90"), quantity: 1), BasketLine(listMinor: fen("10"), quantity: 1),
    ]
    let order = shop.handle(
      .order(offers: [], points: .zero), at: day(2026, 1, 10).at(hour: 12), basket: basket)
    #expect(shop.balance(on: day(2026, 1, 10)) == 40)
    // Of two items one comes back, nine tenths of the value: 10 of 20, and 18 of 20 that came back.
    let refund = shop.handle(
      .refund(order: try #require(order.order), part: .lines), at: day(2026, 1, 11).start,
      basket: [BasketLine(listMinor: 0, quantity: 1), BasketLine(listMinor: 0, quantity: 0)])
    #expect(refund.earnedPoints == Points(28))
    #expect(shop.balance(on: day(2026, 1, 11)) == 12)
  }

  @Test func `what an order would bring beside what it earns is told before it`() throws {
    func brought(_ shop: World, _ price: String, on day: Day) -> Int64 {
      shop.engine.pointsBrought(
        byOrderAt: shop.quote(price, on: day), for: 0, in: shop.accounts, at: day.at(hour: 12)
      ).count
    }
    var waiting = try World.withMember(Self.scheme(within: 10))
    #expect(brought(waiting, "50", on: day(2026, 1, 1)) == 0)
    waiting.buy("300", on: day(2026, 1, 1))
    // Until 11 January.
    #expect(brought(waiting, "50", on: day(2026, 1, 11)) == 300)
    #expect(brought(waiting, "50", on: day(2026, 1, 12)) == 0)

    var points = PointsProgram(
      earn: onePerYuan, redeem: hundredForTwo, expiry: .afterDays(5, roundedTo: nil))
    points.reinstatement = Reinstatement(
      withinDays: 30, share: .percent(50), minimumPaid: yuan("20"))
    var lapsed = try World.withMember(Scheme(name: "reinstating", points: points))
    lapsed.buy("301", on: day(2026, 1, 1))
    // 301 points live until 6 January; half of them, rounded down, come back until 5 February.
    for (price, date, expected) in [
      ("50", day(2026, 1, 6), Int64(0)), ("50", day(2026, 1, 7), 150),
      ("19.99", day(2026, 1, 7), 0), ("20", day(2026, 2, 5), 150), ("20", day(2026, 2, 6), 0),
    ] {
      #expect(brought(lapsed, price, on: date) == expected, "¥\(price) on \(date)")
    }
  }
}
