import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Points that wait for what the member does next, and pending points that no order earned, as tables.
struct PendingEventTests {
  private static func scheme(
    _ activation: ActivationRule = .atOnce, pack: ActivationRule = .atOnce,
    expiry: ExpiryRule = .afterMonths(1, roundedTo: nil), refunds: RefundPolicy? = nil
  ) -> Scheme {
    Scheme(
      name: "events",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: expiry,
        interactions: [
          InteractionRule(name: "review", points: Points(5)),
          InteractionRule(
            name: "photo", points: Points(20), activation: .afterDays(15, roundedTo: nil)),
        ], registrationPack: Points(100), activation: activation, registrationActivation: pack),
      refunds: refunds)
  }

  private static let nextOrder = ActivationRule.onEvent(.nextOrder, withinDays: 30)
  private static let review = ActivationRule.onEvent(.interaction("review"), withinDays: 10)

  @Test(arguments: [
    // the first order after joining on 1 January; the pack on that day, and its last day
    (day(2026, 1, 20), Int64(100), day(2026, 2, 20)),
    (day(2026, 1, 31), Int64(100), day(2026, 2, 28)),
    (day(2026, 2, 1), Int64(0), Day.never),
  ])
  func `M03: a registration pack waits for the first order, and is called off without one`(
    ordered: Day, pack: Int64, last: Day
  ) throws {
    var shop = try World.withMember(Self.scheme(pack: Self.nextOrder))
    #expect(shop.balance(on: day(2026, 1, 1)) == 0)
    #expect(shop.quote("50", on: ordered).spendablePoints == .zero)
    shop.buy("0.50", on: ordered)
    #expect(shop.balance(on: ordered) == pack)
    #expect(shop.quote("50", on: ordered).nextExpiry == last)
    let called = shop.journal.transfers.filter { $0.reason == .cancellation }
    #expect(called.map(\.points.count) == (pack == 0 ? [100] : []))
    #expect(called.allSatisfy { $0.minute == day(2026, 2, 1).start && $0.target == .clawback })
    #expect(shop.accounts.ledger.pending(0) == .zero)
    #expect(EngineInvariants.faults(of: shop.accounts, in: shop.engine, on: ordered) == [])
  }

  @Test func `a refund takes nothing back of points that were called off before`() throws {
    var shop = try World.withMember(
      Self.scheme(Self.nextOrder, refunds: RefundPolicy(earned: .mayGoNegative)))
    shop.buy("1", on: day(2026, 1, 1))
    let early = try #require(shop.buy("200", on: day(2026, 1, 2)).order)
    // 200 points are called off on 2 February; 50 of March become active with the order after it.
    shop.buy("50", on: day(2026, 3, 1))
    shop.buy("1", on: day(2026, 3, 2))
    let before = shop.balance(on: day(2026, 3, 3))
    let refund = shop.handle(.refund(order: early, part: .whole), at: day(2026, 3, 3).start)
    #expect(refund.earnedPoints == .zero && refund.refund.owed == .zero)
    #expect(refund.refund.expired == Points(200))
    #expect(shop.balance(on: day(2026, 3, 3)) == before && before == 50)
  }

  @Test func `points of an order wait for the next one, and no order is its own next`() throws {
    var shop = try World.withMember(Self.scheme(Self.nextOrder))
    shop.buy("30", on: day(2026, 3, 1))
    shop.buy("40", on: day(2026, 3, 1))
    #expect(shop.balance(on: day(2026, 3, 1)) == 30)
    shop.buy("50", on: day(2026, 3, 31))
    #expect(shop.balance(on: day(2026, 3, 31)) == 70)
    // 30 points lived from 1 March on, 40 from 31 March; 50 are called off after 30 April.
    #expect(shop.balance(on: day(2026, 4, 2)) == 40)
    shop.buy("1", on: day(2026, 5, 1))
    #expect(shop.balance(on: day(2026, 5, 1)) == 0)
    #expect(shop.accounts.ledger.totals[.clawback] == 50)
  }

  @Test func `an interaction confirms what waits for it, once it is not refused`() throws {
    var shop = try World.withMember(Self.scheme(Self.review))
    shop.buy("30", on: day(2026, 3, 1))
    shop.buy("40", on: day(2026, 3, 5))
    shop.handle(.interaction(1), at: day(2026, 3, 6).start)
    #expect(shop.balance(on: day(2026, 3, 6)) == 0)
    shop.handle(.interaction(0), at: day(2026, 3, 12).start)
    // The first order's ten days were over on 11 March.
    #expect(shop.balance(on: day(2026, 3, 12)) == 45)
    #expect(shop.accounts.ledger.totals[.clawback] == 30)
  }

  @Test func `M02: points of an interaction wait for their day, and expire a month after it`()
    throws
  {
    var shop = try World.withMember(Self.scheme())
    shop.handle(.interaction(1), at: day(2026, 3, 16).start)
    #expect(shop.balance(on: day(2026, 3, 30)) == 0)
    #expect(shop.balance(on: day(2026, 3, 31)) == 20)
    #expect(shop.balance(on: day(2026, 4, 30)) == 20)
    #expect(shop.balance(on: day(2026, 5, 1)) == 0)
  }

  @Test(arguments: [
    // returned before or after the next order: taken back, spendable then
    (day(2026, 3, 5), Int64(100), Int64(7)), (day(2026, 3, 15), Int64(0), Int64(107)),
  ])
  func `a return calls off what still waits for an event`(
    returned: Day, taken: Int64, left: Int64
  ) throws {
    var shop = try World.withMember(
      Self.scheme(Self.nextOrder, refunds: RefundPolicy(earned: .onlyPending)))
    let first = shop.buy("100", on: day(2026, 3, 1))
    if returned < day(2026, 3, 10) {
      #expect(shop.refund(.whole, of: first, on: returned).earnedPoints == Points(taken))
    }
    shop.buy("7", on: day(2026, 3, 10))
    if returned > day(2026, 3, 10) {
      #expect(shop.refund(.whole, of: first, on: returned).earnedPoints == Points(taken))
    }
    shop.buy("1", on: day(2026, 3, 16))
    #expect(shop.balance(on: day(2026, 3, 16)) == left)
    #expect(EngineInvariants.faults(of: shop.accounts, in: shop.engine, on: day(2026, 3, 16)) == [])
  }

  @Test func `what an event made active is taken back from its own lot`() throws {
    var shop = try World.withMember(
      Self.scheme(Self.nextOrder, refunds: RefundPolicy(earned: .withinBalance)))
    let first = shop.buy("100", on: day(2026, 3, 1))
    shop.buy("60", on: day(2026, 3, 10))
    shop.buy("50", on: day(2026, 3, 20))
    // Of the first order 100 points until 10 April, of the second 60 until 20 April.
    #expect(
      shop.refund(.amount(yuan("40")), of: first, on: day(2026, 3, 21)).earnedPoints == Points(40))
    #expect(shop.balance(on: day(2026, 4, 10)) == 120)
    #expect(shop.balance(on: day(2026, 4, 11)) == 60)
    #expect(shop.refund(.whole, of: first, on: day(2026, 4, 11)).refund.expired == Points(60))
  }

  @Test func `what waits for an interaction waits for the same one under a later scheme`() throws {
    var other = Self.scheme()
    other.name = "other"
    other.points?.interactions.reverse()
    var shop = try World([Self.scheme(Self.review), other], accountCount: 1)
    shop.join(on: day(2026, 1, 1))
    shop.buy("30", on: day(2026, 3, 1))
    shop.handle(.adopt(scheme: 1), at: day(2026, 3, 2).start)
    shop.handle(.interaction(0), at: day(2026, 3, 3).start)
    #expect(shop.balance(on: day(2026, 3, 3)) == 0)
    shop.handle(.interaction(1), at: day(2026, 3, 4).start)
    #expect(shop.balance(on: day(2026, 3, 4)) == 35)
  }

  @Test func `points that wait for an event slide from it on`() throws {
    let expiry = ExpiryRule.afterInactivity(InactivityRule(after: .days(10)))
    var shop = try World.withMember(Self.scheme(Self.nextOrder, expiry: expiry))
    shop.buy("30", on: day(2026, 3, 1))
    shop.buy("40", on: day(2026, 3, 25))
    #expect(shop.balance(on: day(2026, 4, 4)) == 30)
    #expect(shop.balance(on: day(2026, 4, 5)) == 0)
    shop.buy("1", on: day(2026, 4, 6))
    #expect(shop.balance(on: day(2026, 4, 6)) == 40)
  }

  @Test func `what cannot come is refused`() {
    #expect(
      Self.scheme(.onEvent(.interaction("poll"), withinDays: 9)).problems.map(\.path)
        == ["points.pending.until"])
    #expect(
      Self.scheme(.onEvent(.nextOrder, withinDays: 0)).problems.map(\.path)
        == ["points.pending.within"])
    #expect(
      Self.scheme(pack: .afterReturnWindow, refunds: RefundPolicy(windowDays: 9)).problems.map(
        \.path)
        == ["points.registration-pack.pending"])
  }
}
