import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Points that become active after the order that earned them, as tables.
struct PendingPointsTests {
  private static func scheme(
    _ activation: ActivationRule, expiry: ExpiryRule = .afterMonths(1, roundedTo: nil),
    rules: [EarningRule] = [], refunds: RefundPolicy? = nil
  ) -> Scheme {
    Scheme(
      name: "pending",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: expiry, rules: rules,
        activation: activation),
      refunds: refunds)
  }

  private static let freeze = ActivationRule.afterDays(15, roundedTo: nil)
  private static let quarters = [(3, 31), (6, 30), (9, 30), (12, 31)].map {
    YearDate(month: $0.0, day: $0.1)
  }

  @Test(arguments: [
    (freeze, day(2026, 3, 1), day(2026, 3, 16), day(2026, 4, 16)),
    (.afterMonths(1, roundedTo: nil), day(2026, 1, 31), day(2026, 2, 28), day(2026, 3, 28)),
    (.afterMonths(1, roundedTo: nil), day(2026, 3, 31), day(2026, 4, 30), day(2026, 5, 30)),
    (.afterDays(15, roundedTo: .month), day(2026, 3, 1), day(2026, 3, 31), day(2026, 4, 30)),
    (.onDates(quarters, leastDays: 0), day(2026, 3, 1), day(2026, 3, 31), day(2026, 4, 30)),
    (.onDates(quarters, leastDays: 31), day(2026, 3, 1), day(2026, 6, 30), day(2026, 7, 30)),
    // The last day of a return is 11 March.
    (.afterReturnWindow, day(2026, 3, 1), day(2026, 3, 12), day(2026, 4, 12)),
  ])
  func `points are spendable from their day on, and expire a month after it`(
    rule: ActivationRule, ordered: Day, active: Day, last: Day
  ) throws {
    var shop = try World.withMember(Self.scheme(rule, refunds: RefundPolicy(windowDays: 10)))
    shop.buy("120", on: ordered)
    let before = active.advanced(by: -1)
    #expect(shop.balance(on: before) == 0)
    #expect(shop.quote("50", on: before).spendablePoints == .zero)
    #expect(shop.balance(on: active) == 120)
    #expect(shop.quote("50", on: active).spendablePoints == Points(100))
    #expect(shop.quote("50", on: active).nextExpiry == last)
    #expect(shop.quote("50", on: active).nextExpiryPoints == Points(120))
    #expect(shop.balance(on: last) == 120)
    #expect(shop.balance(on: last.advanced(by: 1)) == 0)
    #expect(shop.buy("50", points: 100, on: last).spentPoints == Points(100))
    #expect(EngineInvariants.faults(of: shop.accounts, in: shop.engine, on: last) == [])
  }

  @Test func `activation is booked at the beginning of its day, whenever it is noticed`() throws {
    var shop = try World.withMember(Self.scheme(Self.freeze))
    shop.buy("100", on: day(2026, 3, 1))
    shop.buy("100", on: day(2026, 3, 4))
    shop.buy("5", on: day(2026, 6, 1))
    let found = shop.journal.transfers.filter { $0.reason == .activation || $0.reason == .expiry }
    #expect(found.map(\.reason) == [.activation, .activation, .expiry, .expiry])
    #expect(
      found.map(\.minute)
        == [day(2026, 3, 16), day(2026, 3, 19), day(2026, 4, 17), day(2026, 4, 20)].map(\.start))
  }

  /// ¥100 on 1 March, pending until 16 March; ¥60 of it or all come back on the day given.
  @Test(arguments: [
    // policy, day of the return, items returned of 5, taken back, spendable in the end
    (RefundPolicy.Earned.onlyPending, day(2026, 3, 11), Int32(5), Int64(100), Int64(0)),
    (.onlyPending, day(2026, 3, 11), 3, 60, 40), (.onlyPending, day(2026, 3, 15), 5, 100, 0),
    (.onlyPending, day(2026, 3, 16), 5, 0, 100), (.withinBalance, day(2026, 3, 11), 3, 60, 40),
    (.withinBalance, day(2026, 3, 16), 3, 60, 40), (.mayGoNegative, day(2026, 3, 16), 5, 100, 0),
  ])
  func `a return calls off what is still pending`(
    earned: RefundPolicy.Earned, returned: Day, items: Int32, taken: Int64, left: Int64
  ) throws {
    var shop = try World.withMember(
      Self.scheme(Self.freeze, refunds: RefundPolicy(earned: earned)))
    let bought = shop.buy("100", items: 5, on: day(2026, 3, 1))
    // Another order's promise of the same month and rule is not touched.
    shop.buy("7", on: day(2026, 3, 2))
    let back = shop.giveBack([items], of: bought, on: returned)
    #expect(back.earnedPoints == Points(taken))
    #expect(shop.balance(on: day(2026, 3, 16)) == left)
    #expect(shop.balance(on: day(2026, 3, 17)) == left + 7)
    #expect(EngineInvariants.faults(of: shop.accounts, in: shop.engine, on: returned) == [])
  }

  @Test func `points that become active pay what is owed first`() throws {
    var shop = try World.withMember(
      Self.scheme(Self.freeze, refunds: RefundPolicy(earned: .mayGoNegative)))
    let first = shop.buy("100", on: day(2026, 3, 1))
    shop.buy("200", points: 100, on: day(2026, 3, 20))
    #expect(shop.refund(.whole, of: first, on: day(2026, 3, 21)).refund.owed == Points(100))
    #expect(shop.balance(on: day(2026, 4, 3)) == 0)
    // 198 points for the ¥198 paid.
    #expect(shop.balance(on: day(2026, 4, 4)) == 98)
    shop.buy("1", on: day(2026, 4, 4))
    #expect(shop.balance(on: day(2026, 4, 4)) == 98)
    #expect(shop.accounts.ledger.arrears(0) == .zero)
  }

  @Test func `a rule's points may wait where others do not`() throws {
    let big = EarningRule(
      name: "big", effect: .perMinorPaid(Rate(2, over: 100)),
      condition: EarningCondition(minimumPaid: yuan("100")), activation: Self.freeze)
    var shop = try World.withMember(Self.scheme(.atOnce, rules: [big]))
    shop.buy("100", on: day(2026, 3, 1))
    shop.buy("30", on: day(2026, 3, 1))
    #expect(shop.balance(on: day(2026, 3, 1)) == 30)
    #expect(shop.balance(on: day(2026, 3, 16)) == 230)
  }

  @Test func `what was promised becomes active under a later scheme, and in a joined account`()
    throws
  {
    var other = Self.scheme(.atOnce)
    other.name = "other"
    var shop = try World([Self.scheme(Self.freeze), other], accountCount: 1)
    shop.join(on: day(2026, 1, 1))
    shop.buy("100", on: day(2026, 3, 1))
    shop.handle(.adopt(scheme: 1), at: day(2026, 3, 5).start)
    shop.buy("10", on: day(2026, 3, 5))
    #expect(shop.balance(on: day(2026, 3, 15)) == 10)
    #expect(shop.balance(on: day(2026, 3, 16)) == 110)

    var merging = Self.scheme(Self.freeze)
    merging.mergesAccounts = true
    var joined = try World([merging], accountCount: 2)
    joined.join(on: day(2026, 1, 1))
    joined.join(1, on: day(2026, 1, 1))
    joined.buy("100", on: day(2026, 3, 1))
    joined.buy("50", on: day(2026, 3, 3), by: 1)
    joined.buy("25", on: day(2026, 3, 5))
    joined.handle(.merge(from: 1), at: day(2026, 3, 6).start)
    #expect((16...20).map { joined.balance(on: day(2026, 3, $0)) } == [100, 100, 150, 150, 175])
    #expect(joined.accounts.ledger.pending(1) == .zero)
  }

  @Test func `waiting for the end of a return window needs one`() {
    #expect(
      Self.scheme(.afterReturnWindow, refunds: RefundPolicy()).problems.map(\.path)
        == ["points.pending"])
    #expect(
      Self.scheme(.afterDays(0, roundedTo: nil)).problems.map(\.path) == ["points.pending.after"])
  }
}
