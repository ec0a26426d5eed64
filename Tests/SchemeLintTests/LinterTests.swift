import IncentiveEngine
import PointsLedger
import Quantities
import SchemeLint
import Testing
import Timeline

/// Schemes that each have one fault, and near misses that have it not.
@Suite struct LinterTests {
  static let year = day(2026, 1, 1)...day(2026, 12, 31)

  private func lint(
    _ scheme: Scheme, goods: [LintSubject.Good] = [], margin: Int64 = 35,
    days: ClosedRange<Day> = LinterTests.year, members: Int = 1, smallest: Money = yuan(1),
    largest: Money? = nil
  ) throws -> [LintFinding] {
    Linter.findings(
      LintSubject(
        scheme: try scheme.compile(), days: days, memberCount: members, goods: goods,
        margin: .percent(margin),
        smallestBasket: smallest, largestBasket: largest))
  }

  private func codes(_ findings: [LintFinding]) -> [String] {
    findings.map { "\($0.severity.rawValue) \($0.code) \($0.rule)" }
  }

  private func promotion(
    _ name: String, off: Int64, from minimum: Int64 = 0, window: PromotionWindow = .always,
    _ stacking: Offer.Stacking = .stackable
  ) -> Offer {
    Offer(
      name: name, access: .promotion(window),
      benefit: .amountOff([LadderStep(minimumSpend: yuan(minimum), off: yuan(off))]),
      stacking: stacking)
  }

  @Test func `the deepest discount is found with the steps that lead there`() throws {
    // Gold from ¥1,000 pays 80%; the first order brings a coupon of 20% that 18 June's ¥50 from
    // ¥200 on stacks with. A fifth of ¥249.99 is ¥49.99, rounded down: ¥200.00 are left at gold,
    // less ¥50, less 20% of ¥150: ¥120.
    let scheme = Scheme(
      name: "deep",
      tiers: TierLadder(
        tiers: [
          Tier(name: "base", threshold: 0),
          Tier(name: "gold", threshold: 100_000, price: .percent(80)),
        ], basis: .spend),
      offers: [
        promotion("618", off: 50, from: 200, window: .dates(day(2026, 6, 18)...day(2026, 6, 18))),
        Offer(
          name: "again", access: .coupon(.onFirstOrder, validDays: 365),
          benefit: .shareOff(.percent(20), minimumSpend: .zero, cap: nil)),
      ])
    let found = try #require(
      lint(scheme, margin: 60).first { $0.code == "deepest-discount" })
    guard case .deepestDiscount(let purchase) = found.kind else {
      Issue.record("not a discount")
      return
    }
    #expect(purchase.list == Money(minor: 24_999))
    #expect(purchase.pay == yuan(120))
    #expect(purchase.rules == ["offers.618", "tiers.gold", "offers.again"])
    #expect(purchase.day == day(2026, 6, 18))
    #expect(found.steps.count == 3)
    guard case .join(day(2026, 1, 1)) = found.steps[0], case .order(let first) = found.steps[1],
      case .wait(day(2026, 6, 18)) = found.steps[2]
    else {
      Issue.record("other steps: \(found.steps)")
      return
    }
    #expect(first.list == yuan(1000))
  }

  @Test(arguments: [(36, ["warning below-cost offers.off"]), (35, [])])
  func `a discount beyond the margin is below cost, one up to the margin is not`(
    percent: Int, expected: [String]
  ) throws {
    let offer = Offer(
      name: "off", access: .promotion(.always),
      benefit: .shareOff(.percent(Int64(percent)), minimumSpend: .zero, cap: nil))
    let found = try lint(Scheme(name: "margin", offers: [offer]))
    #expect(codes(found) == expected + ["note deepest-discount offers.off"])
  }

  @Test func `each good is held against its own cost`() throws {
    let goods = [
      LintSubject.Good(name: "tea", price: yuan(20), unitCost: yuan(5), item: 0, category: 1),
      LintSubject.Good(name: "beans", price: yuan(90), unitCost: yuan(80), item: 1, category: 2),
    ]
    let found = try lint(
      Scheme(name: "goods", offers: [promotion("deal", off: 15, from: 80)]), goods: goods)
    // Four teas at ¥80 cost ¥20 and bring ¥65; one bag at ¥90 costs ¥80 and brings ¥75.
    let losses = found.compactMap { finding -> LintPurchase? in
      if case .belowCost(let purchase) = finding.kind { purchase } else { nil }
    }
    #expect(losses.map(\.good) == ["beans"])
    #expect(losses.map(\.net) == [yuan(-5)])
  }

  @Test func `a gift that only baskets too small to matter get is no loss`() throws {
    // ¥10 off a basket of ¥10 or ¥20 is below cost; of ¥50 and more it is not, at 35%.
    let scheme = Scheme(name: "gift", offers: [promotion("gift", off: 10)])
    #expect(codes(try lint(scheme)).contains("warning below-cost offers.gift"))
    #expect(codes(try lint(scheme, smallest: yuan(50))) == ["note deepest-discount offers.gift"])
  }

  @Test(arguments: [(100, true), (99, false)])
  func `points worth the price are an error, points worth less are not`(
    minorAHundred: Int64, isFound: Bool
  ) throws {
    // 100 points for ¥1, and 100 points pay so much.
    let scheme = Scheme(
      name: "round trip",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(1)),
        redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: minorAHundred))))
    let found = codes(try lint(scheme))
    #expect(found.contains("error points-worth-the-price points.earn") == isFound)
  }

  @Test func `rules that never take part are named with the nearest reason`() throws {
    let scheme = Scheme(
      name: "idle",
      tiers: TierLadder(
        tiers: [
          Tier(name: "base", threshold: 0),
          Tier(name: "gold", threshold: 1_000_000, price: .percent(99)),
          Tier(name: "black", threshold: 100_000_000_000, price: .percent(98)),
        ], basis: .spend),
      offers: [
        promotion("past", off: 1, window: .dates(day(2025, 6, 1)...day(2025, 6, 30))),
        promotion("huge", off: 5, from: 20_000),
        promotion("reached", off: 5, from: 10_000),
        Offer(
          name: "late",
          access: .coupon(.once(day(2027, 2, 1), hour: 9, audience: .everyone), validDays: 9),
          benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan(3))])),
        Offer(
          name: "asleep",
          access: .coupon(
            .once(day(2026, 12, 1), hour: 9, audience: .dormant(forDays: 300)), validDays: 9),
          benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan(3))])),
        promotion("small", off: 1, from: 10, .exclusive),
        promotion("large", off: 2, from: 10, .exclusive),
      ])
    let found = try lint(scheme, margin: 99, largest: yuan(10_000))
    let idle = found.compactMap { finding -> String? in
      switch finding.kind {
      case .neverFires(let refusal): "\(finding.rule) \(refusal.code)"
      case .alwaysBeaten: "\(finding.rule) beaten"
      default: nil
      }
    }
    #expect(
      idle.sorted() == [
        "offers.huge below-threshold", "offers.late not-held", "offers.past not-running",
        "offers.small not-combinable", "tiers.black not-in-audience",
      ])
  }

  @Test(arguments: [
    (RefundPolicy.Earned.onlyPending, true), (.withinBalance, true), (.mayGoNegative, false),
  ])
  func `points kept after a refund are an error, points owed are not`(
    earned: RefundPolicy.Earned, isFound: Bool
  ) throws {
    var scheme = Scheme(
      name: "returns",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(1, over: 100)),
        redeem: RedeemRule(stepPoints: Points(10), stepValue: yuan(1))))
    scheme.refunds = RefundPolicy(earned: earned)
    let found = try lint(scheme).filter { $0.code == "refund-keeps-points" }
    #expect(found.map(\.severity) == (isFound ? [.error] : []))
    // A balance that is spent is beyond reach; one that is there is taken, unless only pending is.
    let steps = isFound ? (earned == .withinBalance ? 4 : 3) : 0
    #expect(found.first?.steps.count ?? 0 == steps)
  }

  @Test(arguments: [(RefundPolicy.Tier.atReview, true), (.atOnce, false)])
  func `a tier kept after a refund is told`(tier: RefundPolicy.Tier, isFound: Bool) throws {
    var scheme = Scheme(
      name: "returns",
      tiers: TierLadder(
        tiers: [
          Tier(name: "base", threshold: 0),
          Tier(name: "gold", threshold: 10_000, price: .percent(90)),
        ], basis: .spend, review: TierReview(cycle: .calendar(.quarter))))
    scheme.refunds = RefundPolicy(tier: tier)
    let found = codes(try lint(scheme))
    #expect(found.contains("warning refund-keeps-tier refunds.tier") == isFound)
  }

  @Test(arguments: [(29, false), (30, true)])
  func `a budget that the keenest member does not reach never binds`(
    limitADay: Int64, isIdle: Bool
  ) throws {
    // ¥30 off, once a day and member, 365 days, 10 members.
    var scheme = Scheme(name: "budget", offers: [promotion("deal", off: 30, from: 100)])
    scheme.budgets = [
      Budget(name: "all", measure: .money, limit: limitADay * 100 * 365 * 10, scope: .community)
    ]
    let found = codes(try lint(scheme, members: 10))
    #expect(found.contains("warning budget-never-binds budgets.all") == isIdle)
  }

  @Test func `a scheme that grants nothing has nothing to find`() throws {
    #expect(try lint(.none).isEmpty)
  }
}

/// A day of the calendar.
func day(_ year: Int, _ month: Int, _ number: Int) -> Day {
  guard let date = CivilDate(year: year, month: month, day: number) else {
    preconditionFailure("a test names days that exist")
  }
  return date.dayIndex
}

/// So many yuan.
func yuan(_ amount: Int64) -> Money { Money(minor: amount * 100) }
