import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct SchemeProblemTests {
  private func paths(_ scheme: Scheme) -> [String] { scheme.problems.map(\.path) }

  private func points(
    earn: EarnRule = onePerYuan, redeem: RedeemRule? = nil, expiry: ExpiryRule = .never,
    warning: ExpiryWarning? = nil
  ) -> Scheme {
    Scheme(
      name: "points",
      points: PointsProgram(earn: earn, redeem: redeem, expiry: expiry, warning: warning))
  }

  private func offer(_ access: Offer.Access, _ benefit: Benefit? = nil) -> Scheme {
    let fiveOff = Benefit.amountOff([LadderStep(minimumSpend: .zero, off: yuan("5"))])
    return Scheme(
      name: "offer", offers: [Offer(name: "o", access: access, benefit: benefit ?? fiveOff)])
  }

  @Test func `An empty scheme is a real scheme`() throws {
    #expect(Scheme.none.problems.isEmpty)
    #expect(try Scheme.none.compile() == CompiledScheme.none)
  }

  @Test func `Points rules that cannot be are named by their key`() {
    let noStep = RedeemRule(stepPoints: .zero, stepValue: .zero)
    #expect(paths(points(earn: .perMinorPaid(Rate(-1)))) == ["points.earn"])
    #expect(paths(points(earn: .perItem(Points(-1)))) == ["points.earn"])
    #expect(paths(points(redeem: noStep)) == ["points.redeem", "points.redeem"])
    #expect(
      paths(points(redeem: .limited(share: .percent(101)))) == ["points.redeem.share"])
    #expect(
      paths(points(redeem: .limited(minimum: 450, maximum: 499))) == ["points.redeem.maximum"])
    #expect(
      paths(points(expiry: .afterMonths(0, roundedTo: nil))) == ["points.expire.after"])
    #expect(paths(points(expiry: .afterDays(-1, roundedTo: nil))) == ["points.expire.after"])
    #expect(paths(points(warning: ExpiryWarning(dayOfMonth: 25))) == ["points.warn"])
    #expect(
      paths(
        points(
          expiry: .afterMonths(12, roundedTo: .month),
          warning: ExpiryWarning(dayOfMonth: 32, hour: 24)))
        == ["points.warn.day", "points.warn.hour"])
  }

  @Test func `All problems of a ladder are told at once`() {
    let scheme = Scheme(
      name: "tiers",
      tiers: TierLadder(
        tiers: [
          Tier(name: "bronze", threshold: 5), Tier(name: "silver", threshold: 5),
          Tier(name: "gold", threshold: 9, price: .percent(101)), Tier(name: "gold", threshold: 10),
        ], basis: .growth,
        review: TierReview(cycle: .calendar(.quarter), downgrade: .oneStep, graceDays: 90)))
    #expect(
      paths(scheme) == [
        "tiers.gold", "tiers.basis", "tiers.bronze.threshold", "tiers.silver.threshold",
        "tiers.gold.price", "tiers.review.grace",
      ])
    #expect(throws: SchemeProblems.self) { try scheme.compile() }
  }

  @Test func `Multipliers need points to multiply, a window that exists, and a tier that exists`() {
    let scheme = Scheme(
      name: "multipliers",
      multipliers: [
        Multiplier(name: "half", factor: Rate(1, over: 2), window: .weekday(8)),
        Multiplier(name: "gold", factor: Rate(2), window: .dayOfMonth(0), tier: 1),
      ])
    #expect(
      paths(scheme) == [
        "multipliers", "multipliers.half.factor", "multipliers.half.weekday",
        "multipliers.gold.tier", "multipliers.gold.day",
      ])
  }

  @Test func `Offers must take something off, to thresholds that ascend, in days that exist`() {
    #expect(paths(offer(.promotion(.weekday(0)))) == ["offers.o.weekday"])
    #expect(paths(offer(.coupon(.onJoining, validDays: 0))) == ["offers.o.valid"])
    #expect(
      paths(offer(.coupon(.monthly(dayOfMonth: 1, hour: 24, audience: .everyone), validDays: 1)))
        == ["offers.o.grant.hour"])
    #expect(
      paths(
        offer(
          .coupon(
            .once(day(2026, 1, 1), hour: 9, audience: .dormant(forDays: 0)), validDays: 1)))
        == ["offers.o.grant.audience"])
    #expect(paths(offer(.promotion(.always), .amountOff([]))) == ["offers.o.steps"])
    let falling = Benefit.amountOff([
      LadderStep(minimumSpend: yuan("200"), off: yuan("20")),
      LadderStep(minimumSpend: yuan("100"), off: .zero),
    ])
    #expect(
      paths(offer(.promotion(.always), falling))
        == ["offers.o.steps.2.off", "offers.o.steps.2.from"])
    #expect(
      paths(
        offer(
          .promotion(.always),
          .shareOff(.percent(120), minimumSpend: Money(minor: -1), cap: .zero)))
        == ["offers.o.off", "offers.o.from", "offers.o.cap"])
  }

  @Test func `A seventeenth offer is one too many`() {
    let offers = (0..<17).map {
      Offer(
        name: "o\($0)", access: .promotion(.always),
        benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("1"))]))
    }
    #expect(paths(Scheme(name: "many", offers: offers)) == ["offers"])
    #expect(paths(Scheme(name: "most", offers: Array(offers.dropLast()))).isEmpty)
  }

  @Test func `Rules are numbered in the order of the scheme's parts`() throws {
    var scheme = points()
    scheme.tiers = TierLadder(
      tiers: [Tier(name: "base", threshold: 0), Tier(name: "gold", threshold: 9)], basis: .spend)
    scheme.multipliers = [Multiplier(name: "m", factor: Rate(2), window: .weekday(1))]
    scheme.offers = [
      Offer(
        name: "o", access: .promotion(.always),
        benefit: .shareOff(.percent(5), minimumSpend: .zero, cap: nil))
    ]
    let compiled = try scheme.compile()
    #expect(
      (0...12).map { compiled.ruleName(RuleID($0)) } == [
        "none", "points.earn", "points.redeem", "points.expire", "points.warn", "growth.earn",
        "growth.reset", "tiers.review", "tiers.base", "tiers.gold", "multipliers.m", "offers.o",
        "none",
      ])
    #expect(compiled.ruleCount == 11)
  }
}
