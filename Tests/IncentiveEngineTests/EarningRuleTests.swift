import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Rules of earning (M01), as tables: which fits, what it earns, what limits leave of it.
@Suite struct EarningRuleTests {
  private static func scheme(
    _ rules: [EarningRule], earn: EarnRule = .nothing, most: Points? = nil,
    multipliers: [Multiplier] = [], tiers: TierLadder? = nil, offers: [Offer] = []
  ) -> Scheme {
    Scheme(
      name: "rules",
      points: PointsProgram(
        earn: earn, redeem: hundredForTwo, maximumBalance: most, rules: rules), tiers: tiers,
      multipliers: multipliers, offers: offers)
  }

  /// Tuesday.
  private static let today = day(2026, 3, 3)

  @Test(
    arguments: [
      // Each full ¥150 brings 6 points (Capillary's step function).
      (EarningRule.Effect.perFull(yuan("150"), Points(6)), Rounding.down, "149.99", 0),
      (.perFull(yuan("150"), Points(6)), .down, "150", 6),
      (.perFull(yuan("150"), Points(6)), .down, "449.99", 12),
      (.perFull(yuan("150"), Points(6)), .up, "150.01", 12),
      (.perMinorPaid(Rate(1, over: 100)), .down, "99.99", 99),
      (.perMinorPaid(Rate(1, over: 100)), .up, "99.01", 100),
      (.perMinorPaid(Rate(1, over: 100)), .halfUp, "99.49", 99),
      (.perMinorPaid(Rate(1, over: 100)), .halfUp, "99.50", 100),
      (.perMinorPaid(Rate(3, over: 200)), .halfUp, "1", 2),
      (.perMinorPaid(Rate(1, over: 200)), .halfUp, "1", 1),
      (.perMinorPaid(Rate(1, over: 200)), .halfEven, "1", 0),
      (.perMinorPaid(Rate(3, over: 200)), .halfEven, "1", 2),
      (.perItem(Points(5)), .down, "10", 10), (.fixed(Points(88)), .down, "1", 88),
    ] as [(EarningRule.Effect, Rounding, String, Int64)])
  func `M01: an order earns by what its rule says, rounded as declared`(
    effect: EarningRule.Effect, rounding: Rounding, price: String, points: Int64
  ) throws {
    let rule = EarningRule(name: "rule", effect: effect, rounding: rounding)
    var world = try World.withMember(Self.scheme([rule]))
    #expect(world.quote(price, items: 2, on: Self.today).earnedPoints.count == points)
    #expect(world.buy(price, items: 2, on: Self.today).earnedPoints.count == points)
  }

  @Test(
    arguments: [
      (EarningRule.Basis.paid, 150), (.paidWithPoints, 160), (.beforeDiscounts, 200),
    ] as [(EarningRule.Basis, Int64)])
  func `M01: ¥200 less ¥40, ¥10 of it in points, earns on what the rule counts`(
    basis: EarningRule.Basis, points: Int64
  ) throws {
    let rule = EarningRule(
      name: "rule", effect: .perMinorPaid(Rate(1, over: 100)), basis: basis)
    let offer = Offer(
      name: "forty", access: .promotion(.always),
      benefit: .amountOff([LadderStep(minimumSpend: yuan("200"), off: yuan("40"))]))
    var world = try World.withMember(Self.scheme([rule], offers: [offer]))
    world.buy("500", on: Self.today)
    let order = world.buy("200", offers: [0], points: 500, on: Self.today)
    #expect(order.paid == yuan("150"))
    #expect(order.earnedPoints.count == points)
  }

  @Test(
    arguments: [
      // Tuesday noon, and no gold: the first rule that fits is the third, then the fourth, then `earn`.
      ("1000", 3_000), ("999.99", 1_999), ("100", 200), ("99.99", 99),
    ] as [(String, Int64)])
  func `M01: the first rule that fits earns, and no other`(price: String, points: Int64) throws {
    func rule(_ name: String, _ rate: Int64, _ condition: EarningCondition) -> EarningRule {
      EarningRule(
        name: name, effect: .perMinorPaid(Rate(rate, over: 100)), condition: condition)
    }
    let tiers = TierLadder(
      tiers: [Tier(name: "base", threshold: 0), Tier(name: "gold", threshold: 1_000_000)],
      basis: .spend)
    var world = try World.withMember(
      Self.scheme(
        [
          rule("gold", 9, EarningCondition(tiers: [1])),
          rule("evening", 8, EarningCondition(hours: DayHours(fromMinute: 1200, toMinute: 1320))),
          rule("large", 3, EarningCondition(minimumPaid: yuan("1000"))),
          rule("tuesday", 2, EarningCondition(window: .weekday(2), minimumPaid: yuan("100"))),
        ], earn: onePerYuan, tiers: tiers))
    #expect(world.quote(price, on: Self.today).earnedPoints.count == points)
    #expect(world.buy(price, on: Self.today).earnedPoints.count == points)
  }

  @Test(arguments: [
    (20 * 60, 22 * 60, 1199, false), (20 * 60, 22 * 60, 1200, true), (20 * 60, 22 * 60, 1319, true),
    (20 * 60, 22 * 60, 1320, false), (22 * 60, 2 * 60, 1439, true), (22 * 60, 2 * 60, 0, true),
    (22 * 60, 2 * 60, 119, true), (22 * 60, 2 * 60, 120, false),
  ])
  func `hours of the day begin on the minute, end before it, and may pass midnight`(
    from: Int, to: Int, minute: Int, isOpen: Bool
  ) {
    #expect(DayHours(fromMinute: from, toMinute: to).contains(minuteOfDay: minute) == isOpen)
  }

  @Test func `points that a rule gives for each item go back with the items`() throws {
    var scheme = Self.scheme(
      [EarningRule(name: "each", effect: .perItem(Points(5)))], earn: onePerYuan)
    scheme.refunds = RefundPolicy()
    var world = try World.withMember(scheme)
    let bought = world.buy(lines: ["90", "10"], on: Self.today)
    #expect(bought.earnedPoints == Points(10))
    #expect(world.giveBack([1, 0], of: bought, on: Self.today).earnedPoints == Points(5))
  }

  @Test func `promotional items earn nothing, and an order of nothing else does not fit`() throws {
    let rule = EarningRule(
      name: "rule", effect: .perMinorPaid(Rate(1, over: 100)),
      condition: EarningCondition(lines: LineFilter(categories: [7], isExcept: true)))
    var world = try World.withMember(Self.scheme([rule]))
    func points(_ lines: [(String, UInt16)]) -> Int64 {
      let basket = lines.map { BasketLine(listMinor: fen($0.0), category: $0.1) }
      return world.handle(
        .order(offers: [], points: .zero), at: Self.today.at(hour: 12), basket: basket
      ).earnedPoints.count
    }
    #expect(points([("60", 1), ("40", 7)]) == 60)
    #expect(points([("40", 7)]) == 0)
    #expect(points([("0.99", 1), ("0.99", 2)]) == 1)
  }

  @Test func `an order above the limit earns nothing at all, above the month's only the rest`()
    throws
  {
    // The asymmetry of Voucherify and Talon.One: a transaction's cap rejects, a period's reduces.
    func world(_ limits: AwardLimits) throws -> World {
      try World.withMember(
        Self.scheme([
          EarningRule(name: "rule", effect: .perMinorPaid(Rate(1, over: 100)), limits: limits)
        ]))
    }
    var perOrder = try world(AwardLimits(perAward: Points(100)))
    #expect(
      ["100.99", "101", "60"].map { perOrder.buy($0, on: Self.today).earnedPoints.count }
        == [100, 0, 60])
    var perMonth = try world(AwardLimits(caps: [.init(Points(100), per: .month)]))
    #expect(
      ["70", "70", "70"].map { perMonth.buy($0, on: Self.today).earnedPoints.count }
        == [70, 30, 0])
    #expect(perMonth.buy("70", on: day(2026, 4, 1)).earnedPoints.count == 70)
    var both = try world(
      AwardLimits(perAward: Points(100), caps: [.init(Points(150), per: .week)]))
    #expect(
      ["100", "101", "100"].map { both.buy($0, on: Self.today).earnedPoints.count }
        == [100, 0, 50])
  }

  @Test func `caps count what multipliers add, base points first`() throws {
    let rule = EarningRule(
      name: "rule", effect: .perMinorPaid(Rate(1, over: 100)),
      limits: AwardLimits(caps: [.init(Points(150), per: .day)]))
    var world = try World.withMember(
      Self.scheme(
        [rule],
        multipliers: [Multiplier(name: "tuesday", factor: Rate(2), window: .weekday(2))]))
    #expect(
      world.explain("100", on: Self.today).filter { !$0.contains("redeem") } == [
        "points.earn.rule applied 100 points: ¥100", "points.earn not-needed: ¥100",
        "multipliers.tuesday applied 50 points: ¥100",
      ])
    #expect(world.buy("100", on: Self.today).earnedPoints.count == 150)
    #expect(world.journal.transfers.map(\.points.count) == [100, 50])
    #expect(world.explain("1", on: Self.today).contains("points.earn.rule cap-reached: ¥1"))
  }

  @Test func `what a rule's limits refuse is not earned under the next`() throws {
    let once = EarningRule(
      name: "once", effect: .fixed(Points(50)),
      limits: AwardLimits(times: .init(1, per: .month), cooldownMinutes: 60))
    var world = try World.withMember(Self.scheme([once], earn: onePerYuan))
    #expect(["10", "10"].map { world.buy($0, on: Self.today).earnedPoints.count } == [50, 0])
  }

  @Test func `a rule's points may live shorter: 31 January and a month is 28 February`() throws {
    let rule = EarningRule(
      name: "short", effect: .fixed(Points(9)), expiry: .afterMonths(1, roundedTo: nil))
    var world = try World.withMember(Self.scheme([rule]))
    world.buy("10", on: day(2026, 1, 31))
    #expect(world.balance(on: day(2026, 2, 28)) == 9)
    #expect(world.balance(on: day(2026, 3, 1)) == 0)
  }

  @Test func `M03: whoever joins gets the pack at once, once, at marketing's expense`() throws {
    var scheme = Self.scheme([], earn: onePerYuan)
    scheme.points?.registrationPack = Points(200)
    var world = try World.withMember(scheme)
    #expect(world.balance(on: day(2026, 1, 1)) == 200)
    #expect(world.journal.transfers.map(\.source) == [.issuancePromotional])
    #expect(world.join(on: day(2026, 1, 2)).refusal == .alreadyAMember)
    #expect(world.balance(on: day(2026, 1, 2)) == 200)
    #expect(
      world.engine.schemes[0].ruleName(world.journal.transfers[0].rule)
        == "points.registration-pack")
  }
}
