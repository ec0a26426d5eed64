import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// All points of an account expire together, so long after its last activity (M08), as tables.
struct InactivityTests {
  static func scheme(
    _ rule: InactivityRule, rules: [EarningRule] = [], tiers: TierLadder? = nil,
    refunds: RefundPolicy? = nil
  ) -> Scheme {
    Scheme(
      name: "inactivity",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: .afterInactivity(rule),
        warning: ExpiryWarning(dayOfMonth: 25), rules: rules),
      tiers: tiers, refunds: refunds)
  }

  static let month = InactivityRule(after: .months(1))

  @Test(arguments: [
    // rule, day of the last order, last day of all points
    (month, day(2026, 1, 31), day(2026, 2, 28)), (month, day(2028, 1, 31), day(2028, 2, 29)),
    (month, day(2027, 2, 28), day(2027, 3, 28)), (month, day(2028, 2, 29), day(2028, 3, 29)),
    (InactivityRule(after: .months(12)), day(2028, 2, 29), day(2029, 2, 28)),
    (InactivityRule(after: .months(1), roundedTo: .month), day(2026, 1, 31), day(2026, 2, 28)),
    (InactivityRule(after: .months(1), roundedTo: .month), day(2026, 2, 28), day(2026, 3, 31)),
    (InactivityRule(after: .days(30)), day(2026, 1, 31), day(2026, 3, 2)),
    (InactivityRule(after: .days(30)), day(2028, 1, 31), day(2028, 3, 1)),
    (InactivityRule(after: .days(30), roundedTo: .quarter), day(2026, 1, 31), day(2026, 3, 31)),
  ])
  func `all points last as long after the last order as the rule says`(
    rule: InactivityRule, ordered: Day, last: Day
  ) throws {
    var shop = try World.withMember(Self.scheme(rule))
    shop.buy("200", on: ordered.advanced(by: -10))
    shop.buy("100", on: ordered)
    let quote = shop.quote("50", on: ordered)
    #expect((quote.nextExpiry, quote.nextExpiryPoints) == (last, Points(300)))
    #expect(shop.balance(on: last) == 300)
    #expect(shop.balance(on: last.advanced(by: 1)) == 0)
    #expect(shop.quote("50", on: last.advanced(by: 1)).spendablePoints == .zero)
    #expect(shop.quote("50", on: last.advanced(by: 1)).nextExpiry == .never)
    shop.buy("7", on: last.advanced(by: 100))
    let gone = shop.journal.transfers.filter { $0.reason == .expiry }
    #expect(gone.map(\.points.count).reduce(0, +) == 300)
    #expect(gone.allSatisfy { $0.minute == last.advanced(by: 1).start && $0.target == .breakage })
    #expect(shop.balance(on: last.advanced(by: 100)) == 7)
  }

  @Test func `inactivity against rolling expiry: what one order a month keeps alive`() throws {
    var rolling = Self.scheme(Self.month)
    rolling.points?.expiry = .afterMonths(1, roundedTo: nil)
    var (slow, fast) = (
      try World.withMember(Self.scheme(Self.month)), try World.withMember(rolling)
    )
    // 31 January, 28 February, 28 March: each just in time; then nothing until 29 April.
    let orders = [day(2026, 1, 31), day(2026, 2, 28), day(2026, 3, 28), day(2026, 4, 29)]
    let balances = orders.map { date in
      slow.buy("100", on: date)
      fast.buy("100", on: date)
      return [slow.balance(on: date), fast.balance(on: date)]
    }
    #expect(balances == [[100, 100], [200, 200], [300, 200], [100, 100]])
  }

  @Test(arguments: [
    // what keeps alive, the last day after spending on 20 February, after earning on 25 February
    (InactivityRule.Activity.earning, day(2026, 2, 28), day(2026, 3, 25)),
    (.spending, day(2026, 3, 20), day(2026, 3, 20)),
    (.earningOrSpending, day(2026, 3, 20), day(2026, 3, 25)),
  ])
  func `the scheme says whether earning or spending keeps points alive`(
    activity: InactivityRule.Activity, afterSpending: Day, afterEarning: Day
  ) throws {
    let rule = InactivityRule(after: .months(1), extendedBy: activity)
    var shop = try World.withMember(Self.scheme(rule))
    shop.buy("500", on: day(2026, 1, 31))
    // ¥2 paid with 100 points: nothing is left to earn on.
    #expect(shop.buy("2", points: 100, on: day(2026, 2, 20)).earnedPoints == .zero)
    #expect(shop.quote("50", on: day(2026, 2, 20)).nextExpiry == afterSpending)
    shop.buy("10", on: day(2026, 2, 25))
    #expect(shop.quote("50", on: day(2026, 2, 25)).nextExpiry == afterEarning)
    #expect(shop.balance(on: afterEarning) == 410)
    #expect(shop.balance(on: afterEarning.advanced(by: 1)) == 0)
  }

  @Test func `the warning names all points of an account that lapses by the month's end`() throws {
    var shop = try World.withMember(Self.scheme(Self.month))
    shop.buy("130", on: day(2026, 1, 31))
    shop.buy("120", on: day(2026, 2, 10))
    #expect(shop.run(.expiryWarning, on: day(2026, 2, 25)).notice == .none)
    #expect(
      shop.run(.expiryWarning, on: day(2026, 3, 5)).notice
        == .expiryWarning(points: Points(250), value: yuan("4"), lastDay: day(2026, 3, 10)))
    #expect(shop.run(.expiryWarning, on: day(2026, 3, 25)).notice == .none)
  }

  @Test func `a rule's points with a day of their own go their own way, and are spent first`()
    throws
  {
    let big = EarningRule(
      name: "big", effect: .fixed(Points(100)),
      condition: EarningCondition(minimumPaid: yuan("100")), expiry: .afterMonths(6, roundedTo: nil)
    )
    var shop = try World.withMember(Self.scheme(Self.month, rules: [big]))
    shop.buy("100", on: day(2026, 1, 31))
    shop.buy("50", on: day(2026, 1, 31))
    let quote = shop.quote("50", on: day(2026, 2, 1))
    #expect((quote.nextExpiry, quote.nextExpiryPoints) == (day(2026, 2, 28), Points(50)))
    #expect(shop.balance(on: day(2026, 3, 1)) == 100)
    shop.buy("2", points: 100, on: day(2026, 2, 1))
    let spent = shop.journal.transfers.filter { $0.target == .redemption }
    #expect(spent.map(\.lot.expiry) == [day(2026, 7, 31)])
    #expect(shop.balance(on: day(2026, 2, 28)) == 50)
    #expect(shop.balance(on: day(2026, 3, 1)) == 0)
  }

  @Test(arguments: [
    // what becomes of lots that expired; spendable on 10 April and a month after it, after all came back
    (RefundPolicy.Expired.lose, Int64(10), Int64(0)), (.grace(days: 40), 110, 100),
    (.reissue, 110, 0),
  ])
  func `spent points go back to points that lapsed meanwhile as the policy says`(
    expired: RefundPolicy.Expired, back: Int64, monthLater: Int64
  ) throws {
    var shop = try World.withMember(
      Self.scheme(Self.month, refunds: RefundPolicy(expired: expired)))
    shop.buy("100", on: day(2026, 1, 31))
    let order = shop.buy("2", points: 100, on: day(2026, 2, 1))
    // All is spent; what the account held would have lapsed on 28 February.
    shop.buy("10", on: day(2026, 4, 1))
    let refund = shop.refund(.whole, of: order, on: day(2026, 4, 10))
    #expect(refund.refund.lost == Points(expired == .lose ? 100 : 0))
    #expect(shop.balance(on: day(2026, 4, 10)) == back)
    #expect(shop.balance(on: day(2026, 5, 11)) == monthLater)
    #expect(EngineInvariants.faults(of: shop.accounts, in: shop.engine, on: day(2026, 4, 10)) == [])
  }

  @Test(arguments: [
    // what becomes of the 100 that expired on 1 February; all points on four days
    (RefundPolicy.Expired.lose, [Int64(150), 0, 0, 0]), (.grace(days: 10), [250, 100, 0, 0]),
    (.reissue, [250, 100, 100, 0]),
  ])
  func `what an order earned is taken back from its own points, however long they now live`(
    expired: RefundPolicy.Expired, points: [Int64]
  ) throws {
    let ladder = TierLadder(
      tiers: [
        Tier(name: "new", threshold: 0, expiry: .afterDays(27, roundedTo: nil)),
        Tier(name: "regular", threshold: fen("200")),
      ], basis: .spend)
    var shop = try World.withMember(
      Self.scheme(Self.month, tiers: ladder, refunds: RefundPolicy(expired: expired)))
    // As a new member 100 until 1 February and 150 until 16 February; then all points slide.
    shop.buy("100", on: day(2026, 1, 5))
    shop.buy("150", on: day(2026, 1, 20))
    // Spends the 100, earns 10; whole, it gives the 100 back on 10 February and takes those 10.
    let order = shop.buy("12", points: 100, on: day(2026, 1, 25))
    #expect(order.earnedPoints == Points(10))
    #expect(shop.refund(.whole, of: order, on: day(2026, 2, 10)).earnedPoints == Points(10))
    let days = [day(2026, 2, 16), day(2026, 2, 17), day(2026, 2, 20), day(2026, 3, 11)]
    #expect(days.map { shop.balance(on: $0) } == points)
  }

  @Test func `spent points go back to points that are still alive`() throws {
    var shop = try World.withMember(Self.scheme(Self.month, refunds: RefundPolicy()))
    shop.buy("100", on: day(2026, 1, 31))
    let order = shop.buy("2", points: 100, on: day(2026, 2, 1))
    shop.buy("10", on: day(2026, 2, 28))
    shop.buy("10", on: day(2026, 3, 28))
    #expect(shop.refund(.whole, of: order, on: day(2026, 4, 10)).refund.lost == .zero)
    #expect(shop.balance(on: day(2026, 4, 28)) == 120)
    #expect(shop.balance(on: day(2026, 4, 29)) == 0)
  }

  @Test func `of two accounts that become one the later last day holds for all points`() throws {
    var scheme = Self.scheme(Self.month)
    scheme.mergesAccounts = true
    var shop = try World([scheme], accountCount: 3)
    for account in 0..<3 { shop.join(account, on: day(2026, 1, 1)) }
    shop.buy("100", on: day(2026, 1, 31))
    shop.buy("50", on: day(2026, 2, 20), by: 1)
    shop.buy("30", on: day(2026, 1, 2), by: 2)
    shop.handle(.merge(from: 1), at: day(2026, 2, 21).start)
    // The third account's points lapsed on 2 February.
    shop.handle(.merge(from: 2), at: day(2026, 2, 22).start)
    #expect(shop.balance(on: day(2026, 3, 20)) == 150)
    #expect(shop.balance(on: day(2026, 3, 21)) == 0)
    #expect(shop.accounts.ledger.totals[.breakage] == 30)
  }

  @Test
  func `points slide on under a later scheme that looks at inactivity, and lapse under another`()
    throws
  {
    for (expiry, last) in [
      (ExpiryRule.afterInactivity(InactivityRule(after: .months(2))), day(2026, 4, 10)),
      (.never, day(2026, 2, 28)),
    ] {
      var other = Self.scheme(Self.month)
      other.name = "other"
      other.points?.expiry = expiry
      other.points?.warning = nil
      var shop = try World([Self.scheme(Self.month), other], accountCount: 1)
      shop.join(on: day(2026, 1, 1))
      shop.buy("100", on: day(2026, 1, 31))
      shop.handle(.adopt(scheme: 1), at: day(2026, 2, 1).start)
      shop.buy("5", on: day(2026, 2, 10))
      #expect(shop.quote("50", on: day(2026, 2, 10)).nextExpiry == last)
      #expect(shop.balance(on: last) == 105)
      #expect(shop.balance(on: last.advanced(by: 1)) == (expiry == .never ? 5 : 0))
    }
  }

  @Test func `only the program's own rule looks at inactivity`() {
    let own = ExpiryRule.afterInactivity(Self.month)
    let rule = EarningRule(name: "x", effect: .fixed(Points(1)), expiry: own)
    let ladder = TierLadder(tiers: [Tier(name: "a", threshold: 0, expiry: own)], basis: .spend)
    var dated = Self.scheme(Self.month, tiers: ladder)
    #expect(dated.problems.isEmpty)
    dated.points?.expiry = .never
    dated.points?.warning = nil
    #expect(dated.problems.map(\.path) == ["tiers.a.expire"])
    #expect(
      Self.scheme(Self.month, rules: [rule]).problems.map(\.path) == ["points.earn.x.expire"])
    #expect(
      Self.scheme(InactivityRule(after: .days(0))).problems.map(\.path)
        == ["points.expire.inactive"])
  }
}
