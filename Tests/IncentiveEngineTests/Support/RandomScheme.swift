import IncentiveEngine
import Quantities
import Timeline

/// Schemes at random, with small round figures so that ties, thresholds and limits are met often.
extension Scheme {
  static func random(_ random: inout TestRandom, offersBelow: Int = 8) -> Scheme {
    var scheme = Scheme(name: "random")
    if random.chance(85) { scheme.points = .random(&random) }
    if random.chance(70) {
      scheme.growth = GrowthProgram(
        perMinorPaid: Rate(Int64(1 + random.below(3)), over: 100),
        reset: random.chance(60) ? [.month, .quarter, .year][random.below(3)] : nil)
    }
    if random.chance(75) {
      scheme.tiers = .random(&random, hasGrowth: scheme.growth != nil)
    }
    if scheme.points != nil {
      let tierCount = scheme.tiers?.tiers.count ?? 0
      scheme.multipliers = (0..<random.below(4)).map { number in
        Multiplier(
          name: "m\(number)", factor: Rate(Int64(10 + random.below(25)), over: 10),
          window: .random(&random),
          tier: tierCount > 0 && random.chance(30) ? random.below(tierCount) : nil)
      }
      scheme.multiplierCombination = random.chance(50) ? .additive : .multiplicative
    }
    scheme.offers = (0..<random.below(offersBelow)).map { Offer.random(&random, number: $0) }
    if random.chance(40) { scheme.priceByLine(&random) }
    return scheme
  }
}

extension Scheme {
  /// Gives some offers items, units or a group, and some tiers price lists.
  fileprivate mutating func priceByLine(_ random: inout TestRandom) {
    for position in offers.indices where random.chance(40) {
      offers[position].restrict(&random)
    }
    for position in tiers?.tiers.indices ?? 0..<0 where random.chance(30) {
      tiers?.tiers[position].memberPrices = [
        MemberPrice(item: UInt16(random.below(4)), price: Money(minor: Int64(random.below(6000))))
      ]
    }
    var free = offers.indices.filter { offers[$0].stacking == .stackable }
    while free.count > 1, random.chance(60) {
      let members = (0..<min(free.count, 1 + random.below(3))).map { _ in
        free.remove(at: random.below(free.count))
      }
      groups.append(
        OfferGroup(
          name: "g\(groups.count)", offers: members,
          mode: OfferGroup.Mode.allCases[random.below(4)],
          company: random.chance(70) ? .joint : .exclusive,
          shareBase: random.chance(50) ? .initial : .discounted))
    }
  }
}

extension Offer {
  fileprivate mutating func restrict(_ random: inout TestRandom) {
    if random.chance(60) {
      scope = OfferScope(
        items: (0..<4).filter { _ in random.chance(50) } + [4],
        counting: random.chance(30) ? .basket : .matching)
    }
    if random.chance(30) { minimumItems = random.below(4) }
    if random.chance(25) {
      let first = Int64(random.below(3)) * 4000
      benefit = .gift([
        GiftStep(
          name: "small", minimumSpend: Money(minor: first), cost: Money(minor: 100),
          value: Money(minor: Int64(1 + random.below(6)) * 250)),
        GiftStep(
          name: "large", minimumSpend: Money(minor: first + 6000), cost: Money(minor: 300),
          value: Money(minor: 1600)),
      ])
    }
    guard random.chance(40) else { return }
    let rule = NthUnit(
      every: 2 + random.below(2), off: .percent(Int64(10 * (1 + random.below(10)))),
      choice: random.chance(50) ? .sameItem : .cheapest)
    benefit =
      random.chance(40)
      ? .amountOffEach(
        units: 1 + random.below(3), off: Money(minor: Int64(1 + random.below(6)) * 250))
      : .nthUnit(rule)
  }
}

extension PointsProgram {
  static func random(_ random: inout TestRandom) -> PointsProgram {
    let isPerItem = random.chance(20)
    var program = PointsProgram(
      earn: isPerItem
        ? .perItem(Points(Int64(random.below(5))))
        : .perMinorPaid(Rate(Int64(1 + random.below(20)), over: 100)))
    if random.chance(80) {
      let step = Int64(1 + random.below(100))
      program.redeem = RedeemRule(
        stepPoints: Points(step), stepValue: Money(minor: Int64(1 + random.below(300))),
        minimumPoints: Points(random.chance(30) ? Int64(random.below(300)) : 0),
        maximumPoints: random.chance(30) ? Points(400 + Int64(random.below(900))) : nil,
        maximumShareOfOrder: .percent(Int64([20, 50, 100, 100][random.below(4)])))
    }
    let period: CalendarPeriod? =
      random.chance(60) ? CalendarPeriod.allCases[random.below(6)] : nil
    switch random.below(3) {
    case 0: program.expiry = .never
    case 1: program.expiry = .afterMonths(1 + random.below(6), roundedTo: period)
    default: program.expiry = .afterDays(1 + random.below(120), roundedTo: period)
    }
    if program.expiry != .never, random.chance(50) {
      program.warning = ExpiryWarning(dayOfMonth: 1 + random.below(31), hour: random.below(24))
    }
    return program
  }
}

extension TierLadder {
  static func random(_ random: inout TestRandom, hasGrowth: Bool) -> TierLadder {
    let basis: TierBasis = hasGrowth && random.chance(60) ? .growth : .spend
    let unit: Int64 = basis == .growth ? 200 : 20_000
    var threshold: Int64 = 0
    let tiers = (0...random.below(4)).map { number in
      defer { threshold += unit * Int64(1 + random.below(4)) }
      return Tier(
        name: "t\(number)", threshold: threshold,
        price: .percent(Int64(100 - random.below(4) * (number + 2))))
    }
    var ladder = TierLadder(tiers: tiers, basis: basis)
    if random.chance(70) {
      ladder.review = TierReview(
        cycle: random.chance(50)
          ? .calendar([.month, .quarter][random.below(2)])
          : .everyDays(30 + random.below(60), from: day(2026, 1, 1)),
        downgrade: random.chance(50) ? .oneStep : .reassess,
        graceDays: random.chance(60) ? random.below(28) : 0)
    }
    return ladder
  }
}

extension Multiplier.Window {
  static func random(_ random: inout TestRandom) -> Multiplier.Window {
    switch random.below(4) {
    case 0: .dayOfMonth(1 + random.below(31))
    case 1: .weekday(1 + random.below(7))
    case 2: .dates(day(2026, 3, 1)...day(2026, 3 + random.below(9), 15))
    default: .birthday(CalendarPeriod.allCases[random.below(6)])
    }
  }
}

extension Offer {
  static func random(_ random: inout TestRandom, number: Int) -> Offer {
    var offer = Offer(
      name: "o\(number)", access: .random(&random),
      benefit: .shareOff(
        .percent(Int64(5 * (1 + random.below(20)))),
        minimumSpend: Money(minor: Int64(random.below(3)) * 5000),
        cap: random.chance(50) ? Money(minor: Int64(1 + random.below(5)) * 500) : nil))
    if random.chance(70) {
      var (minimum, off): (Int64, Int64) = (Int64(random.below(3)) * 5000, 0)
      offer.benefit = .amountOff(
        (0...random.below(3)).map { _ in
          off += Int64(1 + random.below(4)) * 500
          defer { minimum += Int64(1 + random.below(3)) * 5000 }
          return LadderStep(minimumSpend: Money(minor: minimum), off: Money(minor: off))
        })
    }
    if random.chance(30) { offer.stacking = .exclusive }
    return offer
  }
}

extension Offer.Access {
  static func random(_ random: inout TestRandom) -> Offer.Access {
    let audience: Audience = [
      .everyone, .active(withinDays: 1 + random.below(40)), .dormant(forDays: 1 + random.below(40)),
    ][random.below(3)]
    switch random.below(8) {
    case 0, 1: return .promotion(.always)
    case 2: return .promotion(.weekday(1 + random.below(7)))
    case 3: return .promotion(.dayOfMonth(1 + random.below(31)))
    case 4: return .coupon(.onJoining, validDays: 1 + random.below(90))
    case 5: return .coupon(.onFirstOrder, validDays: 1 + random.below(90))
    case 6:
      return .coupon(
        .once(day(2026, 1 + random.below(12), 7), hour: random.below(24), audience: audience),
        validDays: 1 + random.below(60))
    default:
      return .coupon(
        .monthly(dayOfMonth: 1 + random.below(31), hour: random.below(24), audience: audience),
        validDays: 1 + random.below(60))
    }
  }
}
