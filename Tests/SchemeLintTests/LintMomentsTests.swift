import IncentiveEngine
import PointsLedger
import Quantities
import SchemeLint
import Testing
import Timeline

/// Rules that depend on the hour, on a deposit, or on the points mall work and are not reported; near
/// misses are.
@Suite struct LintMomentsTests {
  private static let spring = day(2026, 3, 1)...day(2026, 5, 31)

  /// What is reported as never taking part, and the budgets that never bind.
  private func idle(_ scheme: Scheme, members: Int = 1, largest: Money? = nil) throws -> [String] {
    Linter.findings(
      LintSubject(
        scheme: try scheme.compile(), days: Self.spring, memberCount: members,
        margin: .percent(99), largestBasket: largest)
    ).compactMap { finding in
      switch finding.kind {
      case .neverFires(let refusal): "\(finding.rule) \(refusal.code)"
      case .alwaysBeaten: "\(finding.rule) beaten"
      case .budgetNeverBinds: finding.rule
      default: nil
      }
    }.sorted()
  }

  private func offer(
    _ name: String, _ access: Offer.Access, from minimum: Int64 = 0, hours: DayHours? = nil,
    validHours: Int? = nil
  ) -> Offer {
    Offer(
      name: name, access: access,
      benefit: .amountOff([LadderStep(minimumSpend: yuan(minimum), off: yuan(1))]), hours: hours,
      validHours: validHours)
  }

  private func hours(_ from: Int, _ to: Int) -> DayHours {
    DayHours(fromMinute: from * 60, toMinute: to * 60)
  }

  private func granted(on date: Day, hour: Int, days: Int) -> Offer.Access {
    .coupon(.once(date, hour: hour, audience: .everyone), validDays: days)
  }

  @Test func `offers are tried in their own hours, and thresholds in them are told`() throws {
    let scheme = Scheme(
      name: "hours",
      offers: [
        offer("lunch", .promotion(.always), hours: hours(11, 13)),
        offer("night", .promotion(.weekday(5)), hours: hours(22, 2)),
        offer(
          "one-day", .promotion(.dates(day(2026, 3, 1)...day(2026, 3, 1))), hours: hours(9, 10)),
        offer("dear", .promotion(.always), from: 101, hours: hours(11, 13)),
        offer("past", .promotion(.dates(day(2026, 2, 1)...day(2026, 2, 1))), hours: hours(9, 10)),
      ])
    #expect(
      try idle(scheme, largest: yuan(100)) == [
        "offers.dear below-threshold", "offers.past not-running",
      ])
  }

  @Test func `coupons for hours are tried when they are granted, and before they end`() throws {
    let fourth = day(2026, 4, 4)
    let scheme = Scheme(
      name: "coupons",
      offers: [
        // From 14:00 to 18:00.
        offer("flash", granted(on: fourth, hour: 14, days: 1), validHours: 4),
        // From 20:00 to noon, in the hours from 10:00 to 20:00: the morning after.
        offer(
          "morning", granted(on: fourth, hour: 20, days: 2), hours: hours(10, 20), validHours: 16),
        // Granted at 14:00, good until midnight, in hours that are over.
        offer("late", granted(on: fourth, hour: 14, days: 1), hours: hours(9, 12)),
        offer("afternoon", granted(on: fourth, hour: 14, days: 1), hours: hours(9, 16)),
      ])
    #expect(try idle(scheme) == ["offers.late not-held"])
  }

  @Test func `earning rules are tried in their hours`() throws {
    let breakfast = EarningRule(
      name: "breakfast", effect: .fixed(Points(5)),
      condition: EarningCondition(hours: hours(7, 9)))
    var points = PointsProgram(earn: .perMinorPaid(Rate(1, over: 10_000)))
    points.rules = [breakfast]
    #expect(try idle(Scheme(name: "early", points: points)) == [])
    points.rules[0].condition.minimumPaid = yuan(101)
    #expect(
      try idle(Scheme(name: "early", points: points), largest: yuan(100)) == [
        "points.earn.breakfast below-threshold"
      ])
  }

  @Test func `members pay deposits, and let the balance go by`() throws {
    func presale(_ name: String, balance: ClosedRange<Day>) -> Offer {
      offer(
        name,
        .coupon(
          .deposit(
            Deposit(
              price: Money(minor: 50), days: day(2026, 3, 10)...day(2026, 3, 20),
              balanceDays: balance)), validDays: 1))
    }
    let scheme = Scheme(
      name: "presale",
      offers: [
        presale("sale", balance: day(2026, 4, 1)...day(2026, 4, 3)),
        presale("next-year", balance: day(2027, 4, 1)...day(2027, 4, 3)),
        offer(
          "consolation",
          .coupon(
            .once(day(2026, 4, 10), hour: 9, audience: .lapsed(coupon: 0)), validDays: 7)),
      ])
    #expect(try idle(scheme) == ["offers.next-year not-held"])
  }

  @Test(arguments: [(1, []), (9_100, []), (9_101, ["offers.treat not-held"])])
  func `coupons of the points mall are taken once the points are there`(
    price: Int, expected: [String]
  ) throws {
    // A point a yuan: the largest basket brings 100 every day, 9,100 before the last of 92 orders.
    var scheme = Scheme(
      name: "mall", points: PointsProgram(earn: .perMinorPaid(Rate(1, over: 100))),
      offers: [offer("treat", .coupon(.asReward, validDays: 30))])
    scheme.rewards = [
      Reward(name: "treat", price: Points(Int64(price)), content: .coupon(offer: 0))
    ]
    #expect(try idle(scheme, largest: yuan(100)) == expected)
  }

  @Test(arguments: [(9, []), (10, ["budgets.stock"])])
  func `a stock smaller than the membership binds`(stock: Int, expected: [String]) throws {
    // Ten members join and use the coupon once each.
    var scheme = Scheme(
      name: "stock", offers: [offer("welcome", .coupon(.onJoining, validDays: 365))])
    scheme.budgets = [
      Budget(name: "stock", measure: .uses, limit: Int64(stock), rules: ["welcome"])
    ]
    #expect(try idle(scheme, members: 10) == expected)
  }

  @Test(arguments: [(1, []), (92, ["budgets.lunches"])])
  func `a budget of an offer with hours binds in its hours`(
    limit: Int, expected: [String]
  ) throws {
    // One lunch a day, on 92 days.
    var scheme = Scheme(
      name: "lunches", offers: [offer("lunch", .promotion(.always), hours: hours(11, 13))])
    scheme.budgets = [
      Budget(name: "lunches", measure: .uses, limit: Int64(limit), scope: .member)
    ]
    #expect(try idle(scheme) == expected)
  }

  @Test(arguments: [(1, []), (2, ["budgets.treats"])])
  func `a budget of coupons of the points mall binds where members ask for them`(
    limit: Int, expected: [String]
  ) throws {
    // ¥100 a day are 100 points; of 9,200 points two coupons of 4,000 each can be had.
    var scheme = Scheme(
      name: "treats", points: PointsProgram(earn: .perMinorPaid(Rate(1, over: 100))),
      offers: [offer("treat", .coupon(.asReward, validDays: 30))])
    scheme.rewards = [
      Reward(name: "treat", price: Points(4_000), content: .coupon(offer: 0))
    ]
    scheme.budgets = [
      Budget(name: "treats", measure: .uses, limit: Int64(limit), rules: ["treat"], scope: .member)
    ]
    #expect(try idle(scheme, largest: yuan(100)) == expected)
  }

  private func deepest(_ scheme: Scheme) throws -> (purchase: LintPurchase, steps: [LintStep]) {
    let found = Linter.findings(
      LintSubject(
        scheme: try scheme.compile(), days: Self.spring, memberCount: 1, margin: .percent(99),
        largestBasket: yuan(100))
    ).first { $0.code == "deepest-discount" }
    guard let found, case .deepestDiscount(let purchase) = found.kind else {
      throw Missing.discount
    }
    return (purchase, found.steps)
  }

  private enum Missing: Error { case discount }

  private func shareOff(_ percent: Int64, hours: DayHours?, _ access: Offer.Access) -> Offer {
    Offer(
      name: "off-\(percent)", access: access,
      benefit: .shareOff(.percent(percent), minimumSpend: .zero, cap: nil), hours: hours)
  }

  // Of ¥100, 30% are off from 11:00 to 13:00 and another share all day: both cannot be had at once.
  @Test(arguments: [(20, 70, 660), (30, 70, nil), (40, 60, nil)])
  func `the deepest discount is looked for in the hours of offers, and the hour told if it matters`(
    allDay: Int64, pay: Int64, minute: Int?
  ) throws {
    var lunch = shareOff(30, hours: hours(11, 13), .promotion(.always))
    lunch.stacking = .exclusive
    var always = shareOff(allDay, hours: nil, .promotion(.always))
    (always.name, always.stacking) = ("always", .exclusive)
    let found = try deepest(Scheme(name: "hours", offers: [lunch, always]))
    #expect(Rate(found.purchase.pay.minor, over: found.purchase.list.minor) == .percent(pay))
    #expect(found.purchase.minuteOfDay == minute)
    #expect(found.steps == [.join(Self.spring.lowerBound)])
  }

  @Test func `a coupon for the same evening is reached by an order earlier in the day`() throws {
    // Who ordered on 1 March gets half off at 15:00, for 20:00 to 22:00 of that day.
    let first = Self.spring.lowerBound
    let evening = shareOff(
      50, hours: hours(20, 22),
      .coupon(.once(first, hour: 15, audience: .active(withinDays: 1)), validDays: 1))
    let morning = shareOff(10, hours: hours(9, 10), .promotion(.always))
    let found = try deepest(Scheme(name: "evening", offers: [evening, morning]))
    #expect(Rate(found.purchase.pay.minor, over: found.purchase.list.minor) == .percent(50))
    #expect(found.purchase.minuteOfDay == 20 * 60)
    #expect(found.purchase.day == first)
    #expect(found.steps.count == 2)
    guard case .order(let order) = found.steps.last else {
      Issue.record("no order: \(found.steps)")
      return
    }
    #expect(order.minuteOfDay == 9 * 60)
  }
}
