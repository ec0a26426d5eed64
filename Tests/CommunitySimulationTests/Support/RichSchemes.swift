import IncentiveEngine
import Quantities
import Timeline

/// Schemes in which everything that the engine can do happens.
enum RichSchemes {
  /// Points, growth value, tiers with reviews, multipliers, promotions, coupons, warnings.
  static let full = Scheme(
    name: "full",
    points: PointsProgram(
      earn: .perMinorPaid(Rate(1, over: 100)), redeem: hundredForTwo,
      expiry: .afterMonths(2, roundedTo: .month), warning: ExpiryWarning(dayOfMonth: 25)),
    growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .quarter),
    tiers: ladder,
    multipliers: [
      Multiplier(name: "wednesday", factor: Rate(2), window: .weekday(3)),
      Multiplier(name: "birthday", factor: Rate(3), window: .birthday(.month), tier: 1),
    ],
    offers: [welcome, comeback, thanks, memberDay, exclusive])

  /// As ``full``, with twice the points, dearer tiers and other days.
  static let generous: Scheme = {
    var scheme = full
    scheme.name = "generous"
    scheme.points?.earn = .perMinorPaid(Rate(2, over: 100))
    scheme.points?.warning = ExpiryWarning(dayOfMonth: 20, hour: 18)
    scheme.tiers?.tiers[1].threshold = 200
    return scheme
  }()

  /// Promotions and points that never expire: no message is ever sent.
  static let quiet = Scheme(
    name: "quiet",
    points: PointsProgram(earn: .perMinorPaid(Rate(3, over: 100)), redeem: hundredForTwo),
    offers: [memberDay, exclusive])

  private static let hundredForTwo = RedeemRule(
    stepPoints: Points(100), stepValue: Money(minor: 200), maximumShareOfOrder: .percent(50))

  private static let ladder = TierLadder(
    tiers: [
      Tier(name: "bronze", threshold: 0, price: .percent(98)),
      Tier(name: "silver", threshold: 120, price: .percent(92)),
      Tier(name: "gold", threshold: 400, price: .percent(85)),
    ],
    basis: .growth, review: TierReview(cycle: .calendar(.quarter), graceDays: 20))

  private static let welcome = Offer(
    name: "welcome", access: .coupon(.onJoining, validDays: 45),
    benefit: .amountOff([
      LadderStep(minimumSpend: Money(minor: 3000), off: Money(minor: 500)),
      LadderStep(minimumSpend: Money(minor: 10000), off: Money(minor: 2500)),
    ]))

  private static let comeback = Offer(
    name: "comeback",
    access: .coupon(
      .monthly(dayOfMonth: 12, hour: 9, audience: .dormant(forDays: 40)), validDays: 10),
    benefit: .shareOff(.percent(30), minimumSpend: .zero, cap: Money(minor: 4000)))

  private static let thanks = Offer(
    name: "thanks", access: .coupon(.onFirstOrder, validDays: 30),
    benefit: .shareOff(.percent(10), minimumSpend: Money(minor: 1000), cap: nil))

  private static let memberDay = Offer(
    name: "member day", access: .promotion(.dayOfMonth(8)),
    benefit: .shareOff(.percent(12), minimumSpend: .zero, cap: nil))

  private static let exclusive = Offer(
    name: "sunday", access: .promotion(.weekday(7)),
    benefit: .amountOff([LadderStep(minimumSpend: Money(minor: 5000), off: Money(minor: 800))]),
    stacking: .exclusive)
}
