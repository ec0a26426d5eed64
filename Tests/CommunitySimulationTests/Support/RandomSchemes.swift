import IncentiveEngine
import Quantities
import Timeline

extension Scheme {
  /// A scheme of any shape that a planner could write, for a horizon that begins on a day.
  static func random(_ random: inout TestRandom, around start: Day) -> Scheme {
    var scheme = Scheme(name: "random \(random.below(1000))")
    if random.below(5) > 0 { scheme.points = .random(&random) }
    // A warning needs something to warn of.
    if scheme.points?.expiry == .never { scheme.points?.warning = nil }
    if random.below(2) == 0 {
      scheme.growth = GrowthProgram(
        perMinorPaid: Rate(Int64(1 + random.below(3)), over: 100),
        reset: random.pick([nil, .month, .quarter, .year]))
    }
    if random.below(3) > 0 {
      scheme.tiers = .random(&random, countsGrowth: scheme.growth != nil, start)
    }
    if scheme.points != nil, random.below(2) == 0 {
      scheme.multipliers = [
        Multiplier(
          name: "day", factor: Rate(Int64(2 + random.below(2))),
          window: .weekday(1 + random.below(7))),
        Multiplier(name: "birthday", factor: Rate(3, over: 2), window: .birthday(.week)),
      ]
      scheme.multiplierCombination = random.pick([.additive, .multiplicative])
    }
    scheme.offers = (0..<random.below(6)).map { .random(&random, number: $0, start) }
    return scheme
  }
}

extension PointsProgram {
  fileprivate static func random(_ random: inout TestRandom) -> PointsProgram {
    PointsProgram(
      earn: random.pick([
        .perMinorPaid(Rate(1, over: 100)), .perMinorPaid(Rate(5, over: 100)), .perItem(Points(40)),
      ]),
      redeem: random.pick([
        nil, RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)),
        RedeemRule(
          stepPoints: Points(10), stepValue: Money(minor: 30), minimumPoints: Points(200),
          maximumPoints: Points(1000), maximumShareOfOrder: .percent(30)),
      ]),
      expiry: random.pick([
        .never, .afterDays(1 + random.below(90), roundedTo: random.pick([nil, .month, .week])),
        .afterMonths(1 + random.below(12), roundedTo: random.pick([nil, .month, .quarter, .year])),
      ]),
      warning: random.pick([
        nil, ExpiryWarning(dayOfMonth: 1 + random.below(31), hour: random.below(24)),
      ]))
  }
}

extension TierLadder {
  fileprivate static func random(
    _ random: inout TestRandom, countsGrowth: Bool, _ start: Day
  ) -> TierLadder {
    let isByGrowth = countsGrowth && random.below(3) > 0
    let unit: Int64 = isByGrowth ? 1 : 100
    return TierLadder(
      tiers: (0..<(1 + random.below(4))).map { position in
        Tier(
          name: "tier \(position)", threshold: Int64(position * position * 80) * unit,
          price: .percent(Int64(100 - random.below(25))))
      },
      basis: isByGrowth ? .growth : .spend,
      review: random.pick([
        nil,
        TierReview(
          cycle: .calendar(random.pick([.month, .quarter])),
          downgrade: random.pick([.oneStep, .reassess]), graceDays: random.below(28)),
        TierReview(
          cycle: .everyDays(20 + random.below(60), from: start.advanced(by: -random.below(90))),
          downgrade: random.pick([.oneStep, .reassess]), graceDays: random.below(20)),
      ]))
  }
}

extension Offer {
  fileprivate static func random(
    _ random: inout TestRandom, number: Int, _ start: Day
  ) -> Offer {
    let audience: Audience = random.pick([
      .everyone, .active(withinDays: 1 + random.below(60)), .dormant(forDays: 1 + random.below(60)),
    ])
    let first = start.advanced(by: random.below(100))
    return Offer(
      name: "offer \(number)",
      access: random.pick([
        .promotion(.always), .promotion(.weekday(1 + random.below(7))),
        .promotion(.dayOfMonth(1 + random.below(31))),
        .promotion(.dates(first...first.advanced(by: random.below(30)))),
        .coupon(.onJoining, validDays: 1 + random.below(60)),
        .coupon(.onFirstOrder, validDays: 1 + random.below(60)),
        .coupon(
          .monthly(
            dayOfMonth: 1 + random.below(31), hour: random.below(24), audience: audience),
          validDays: 1 + random.below(40)),
        .coupon(.once(first, hour: random.below(24), audience: audience), validDays: 7),
      ]),
      benefit: random.pick([
        .shareOff(.percent(Int64(1 + random.below(60))), minimumSpend: .zero, cap: nil),
        .shareOff(
          .percent(15), minimumSpend: Money(minor: Int64(random.below(9000))),
          cap: Money(minor: 1500)),
        .amountOff([
          LadderStep(minimumSpend: Money(minor: 4000), off: Money(minor: 500)),
          LadderStep(minimumSpend: Money(minor: 9000), off: Money(minor: 2000)),
        ]),
      ]), stacking: random.pick([.stackable, .stackable, .exclusive]))
  }
}
