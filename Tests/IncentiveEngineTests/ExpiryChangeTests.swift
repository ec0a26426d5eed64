import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Points that live longer, or come back after they have expired (M08), as tables.
struct ExpiryChangeTests {
  static func scheme(
    _ expiry: ExpiryRule = .afterMonths(1, roundedTo: nil), extensions: [ExpiryExtension] = [],
    reinstatement: Reinstatement? = nil, pending: ActivationRule = .atOnce,
    refunds: RefundPolicy? = nil
  ) -> Scheme {
    Scheme(
      name: "changes",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: expiry, activation: pending,
        extensions: extensions, reinstatement: reinstatement),
      tiers: TierLadder(
        tiers: [
          Tier(name: "a", threshold: 0), Tier(name: "b", threshold: 30_000),
          Tier(name: "c", threshold: 90_000),
        ], basis: .spend), refunds: refunds)
  }

  static let onB = ExpiryExtension(trigger: .reaching(tier: 1), by: .months(3))
  static let inFebruary = ExpiryExtension(trigger: .once(day(2026, 2, 10)), by: .days(90))

  @Test func `reaching a tier extends all points that are alive, once`() throws {
    var shop = try World.withMember(Self.scheme(extensions: [Self.onB]))
    shop.buy("100", on: day(2026, 1, 5))
    shop.buy("100", on: day(2026, 1, 31))
    // ¥300 in all on 10 February: points of 5 January are gone, the others live three months more.
    shop.buy("100", on: day(2026, 2, 10))
    #expect(shop.quote("50", on: day(2026, 2, 11)).nextExpiry == day(2026, 5, 28))
    #expect(shop.balance(on: day(2026, 5, 28)) == 200)
    #expect(shop.balance(on: day(2026, 5, 29)) == 100)
    shop.buy("10", on: day(2026, 3, 1))
    #expect(shop.quote("50", on: day(2026, 3, 1)).nextExpiry == day(2026, 4, 1))
    #expect(shop.balance(on: day(2026, 6, 10)) == 100)
    #expect(shop.balance(on: day(2026, 6, 11)) == 0)
    #expect(shop.accounts.ledger.totals.trialBalance == 0)
    #expect(shop.accounts.ledger.totals[.adjustment] == 0)
  }

  @Test(arguments: [
    // an order that lifts over two tiers passes both; 31 January + 1 month + the extension
    (InactivityRule.Length.days(1), CalendarPeriod?.none, day(2026, 3, 1)),
    (.days(1), .month, day(2026, 3, 31)), (.months(1), nil, day(2026, 3, 28)),
    (.months(12), nil, day(2027, 2, 28)), (.months(24), nil, day(2028, 2, 28)),
    (.months(1), .year, day(2026, 12, 31)),
  ])
  func `an extension is reckoned from the last day`(
    length: InactivityRule.Length, period: CalendarPeriod?, last: Day
  ) throws {
    let rule = ExpiryExtension(trigger: .reaching(tier: 1), by: length, roundedTo: period)
    var shop = try World.withMember(Self.scheme(extensions: [rule]))
    shop.buy("900", on: day(2026, 1, 31))
    #expect(shop.quote("50", on: day(2026, 1, 31)).nextExpiry == last)
  }

  @Test func `a scheduled extension happens on its day, to what is alive then`() throws {
    var shop = try World.withMember(Self.scheme(extensions: [Self.inFebruary]))
    let moments = shop.engine.schedule(
      ofScheme: 0, from: day(2026, 1, 1), through: day(2026, 12, 31))
    #expect(
      moments == [ScheduledEvent(minute: day(2026, 2, 10).start, kind: .expiryExtension(0))])
    shop.buy("100", on: day(2026, 1, 9))
    shop.buy("50", on: day(2026, 1, 10))
    shop.run(.expiryExtension(0), on: day(2026, 2, 10))
    // Points of 9 January ended on 9 February, those of 10 January on the day itself: 11 May now.
    #expect(shop.balance(on: day(2026, 2, 10)) == 50)
    #expect(shop.balance(on: day(2026, 5, 11)) == 50)
    #expect(shop.balance(on: day(2026, 5, 12)) == 0)
    #expect(shop.run(.expiryExtension(1), on: day(2026, 3, 1)).refusal == .notFound)
  }

  @Test func `an extension moves the day on which inactivity takes all points`() throws {
    let sliding = ExpiryRule.afterInactivity(InactivityRule(after: .months(1)))
    var shop = try World.withMember(Self.scheme(sliding, extensions: [Self.inFebruary]))
    shop.buy("100", on: day(2026, 1, 31))
    shop.run(.expiryExtension(0), on: day(2026, 2, 10))
    // 28 February and 90 days.
    #expect(shop.balance(on: day(2026, 5, 29)) == 100)
    #expect(shop.balance(on: day(2026, 5, 30)) == 0)
  }

  @Test func `orders on record move with their points, spent, earned or pending`() throws {
    let freeze = ActivationRule.afterDays(20, roundedTo: nil)
    for pending in [ActivationRule.atOnce, freeze] {
      var shop = try World.withMember(
        Self.scheme(
          .afterMonths(2, roundedTo: nil), extensions: [Self.inFebruary], pending: pending,
          refunds: RefundPolicy(earned: .withinBalance)))
      shop.buy("100", on: day(2026, 1, 2))
      let spending = shop.buy("2", points: 100, on: day(2026, 1, 31))
      guard pending == .atOnce else {
        let order = shop.buy("60", on: day(2026, 2, 1))
        shop.run(.expiryExtension(0), on: day(2026, 2, 10))
        // Called off while pending, the last day moved or not.
        #expect(shop.refund(.whole, of: order, on: day(2026, 2, 11)).earnedPoints == Points(60))
        #expect(shop.accounts.ledger.pending(0) == .zero)
        continue
      }
      #expect(spending.spentPoints == Points(100))
      let order = shop.buy("60", on: day(2026, 2, 1))
      shop.run(.expiryExtension(0), on: day(2026, 2, 10))
      // 2 March + 90 days, 1 April + 90 days.
      #expect(shop.refund(.whole, of: spending, on: day(2026, 4, 15)).spentPoints == Points(100))
      #expect(shop.quote("50", on: day(2026, 4, 15)).nextExpiry == day(2026, 5, 31))
      #expect(shop.refund(.whole, of: order, on: day(2026, 4, 15)).earnedPoints == Points(60))
      #expect(shop.balance(on: day(2026, 5, 31)) == 100)
      #expect(shop.balance(on: day(2026, 6, 1)) == 0)
    }
  }

  @Test(arguments: [
    // 101 points of 31 January end on 28 February; the share, the day and price of the next order, back
    (Reinstatement(withinDays: 30), day(2026, 3, 30), "10", Int64(101)),
    (Reinstatement(withinDays: 30), day(2026, 3, 31), "10", Int64(0)),
    (Reinstatement(withinDays: 30, share: .percent(50)), day(2026, 3, 1), "10", Int64(50)),
    (Reinstatement(withinDays: 30, minimumPaid: yuan("10")), day(2026, 3, 1), "9.99", Int64(0)),
    (Reinstatement(withinDays: 30, minimumPaid: yuan("10")), day(2026, 3, 1), "10", Int64(101)),
  ])
  func `expired points come back with an order in time`(
    rule: Reinstatement, ordered: Day, price: String, back: Int64
  ) throws {
    let expiries = [
      ExpiryRule.afterMonths(1, roundedTo: nil),
      .afterInactivity(InactivityRule(after: .months(1))),
    ]
    for expiry in expiries {
      var shop = try World.withMember(Self.scheme(expiry, reinstatement: rule))
      shop.buy("101", on: day(2026, 1, 31))
      let order = shop.buy(price, on: ordered)
      #expect(order.spentPoints == .zero)
      #expect(shop.balance(on: ordered) == back + order.earnedPoints.count)
      // A life as of the order's day, and once only.
      let last = ordered.adding(months: 1)
      #expect(shop.balance(on: last) == back + order.earnedPoints.count)
      #expect(shop.balance(on: last.advanced(by: 1)) == 0)
      let given = shop.journal.transfers.filter { $0.reason == .reinstatement }
      #expect(given.map(\.points.count) == (back == 0 ? [] : [back]))
      #expect(given.allSatisfy { $0.lot.vintage == Month(day(2026, 1, 31)) })
      #expect(shop.accounts.ledger.totals.trialBalance == 0)
    }
  }

  @Test func `an order that is returned takes back what it brought back`() throws {
    var shop = try World.withMember(
      Self.scheme(
        reinstatement: Reinstatement(withinDays: 30), refunds: RefundPolicy(earned: .withinBalance))
    )
    shop.buy("100", on: day(2026, 1, 31))
    let order = shop.buy("40", on: day(2026, 3, 10))
    #expect(shop.balance(on: day(2026, 3, 10)) == 140)
    // A quarter of the order: 10 of the points it earned, 25 of those it brought back.
    #expect(
      shop.refund(.amount(yuan("10")), of: order, on: day(2026, 3, 11)).earnedPoints == Points(35))
    #expect(shop.refund(.whole, of: order, on: day(2026, 3, 12)).earnedPoints == Points(105))
    #expect(shop.balance(on: day(2026, 3, 12)) == 0)
  }

  @Test func `what cannot happen is refused`() {
    let far = ExpiryExtension(trigger: .reaching(tier: 3), by: .days(0))
    #expect(
      Self.scheme(extensions: [far]).problems.map(\.path) == ["points.extend.1", "points.extend.1"])
    let nothing = Reinstatement(withinDays: 0, share: .zero)
    #expect(
      Self.scheme(reinstatement: nothing).problems.map(\.path)
        == ["points.reinstate.within", "points.reinstate.share"])
  }
}
