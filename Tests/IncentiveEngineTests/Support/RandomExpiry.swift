import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

extension Scheme {
  /// Sometimes lets points live as long as the member is active, and those of a tier by a rule of its
  /// own; extends them, has them wait for the next order, and gives expired ones back.
  mutating func varyExpiry(_ random: inout TestRandom) {
    guard points != nil else { return }
    let slides = random.chance(35)
    if slides { points?.expiry = .afterInactivity(.random(&random)) }
    for tier in tiers?.tiers.indices ?? 0..<0 where random.chance(20) {
      let rules: [ExpiryRule] = [
        .never, .afterDays(1 + random.below(60), roundedTo: nil),
        slides ? .afterInactivity(.random(&random)) : .afterMonths(1, roundedTo: .month),
      ]
      tiers?.tiers[tier].expiry = rules[random.below(3)]
    }
    if random.chance(40) { extendPoints(&random) }
    if random.chance(25) {
      points?.activation = .onEvent(.nextOrder, withinDays: 1 + random.below(20))
    }
    guard random.chance(40) else { return }
    points?.reinstatement = Reinstatement(
      withinDays: 1 + random.below(40), share: .percent(Int64([50, 75, 100][random.below(3)])),
      minimumPaid: Money(minor: Int64(random.below(3)) * 3000))
  }

  /// Lets points live longer when a member rises, or on a day.
  private mutating func extendPoints(_ random: inout TestRandom) {
    let tierCount = tiers?.tiers.count ?? 0
    points?.extensions = (0...random.below(2)).map { _ in
      ExpiryExtension(
        trigger: tierCount > 1 && random.chance(60)
          ? .reaching(tier: 1 + random.below(tierCount - 1))
          : .once(day(2026, 1, 5).advanced(by: random.below(60))),
        by: random.chance(50) ? .days(1 + random.below(40)) : .months(1 + random.below(2)),
        roundedTo: random.chance(30) ? [.week, .month][random.below(2)] : nil)
    }
  }
}

extension InactivityRule {
  static func random(_ random: inout TestRandom) -> InactivityRule {
    InactivityRule(
      after: random.chance(50) ? .days(1 + random.below(40)) : .months(1),
      roundedTo: random.chance(30) ? [.week, .month][random.below(2)] : nil,
      extendedBy: Activity.allCases[random.below(3)])
  }
}

extension RandomYear {
  /// Whether nothing has changed but what lapsed by itself: before the day, or on it because it had
  /// waited for an order in vain, which any event notices, a refused one too.
  func isUnchanged(since before: SchemeAccounts, _ account: Int, on today: Day) -> Bool {
    var (then, now) = (before, world.accounts)
    var journal = NoJournal()
    let yesterday = today.advanced(by: -1)
    world.engine.settle(account, in: &then, through: yesterday, into: &journal)
    world.engine.settle(account, in: &now, through: yesterday, into: &journal)
    let refused = Event.scheduled(.couponGrant(offer: Scheme.maximumOfferCount))
    let basket: [BasketLine] = []
    _ = world.engine.handle(
      refused, basket: basket.span, for: account, in: &then, at: today.start, into: &journal)
    _ = world.engine.handle(
      refused, basket: basket.span, for: account, in: &now, at: today.start, into: &journal)
    return then == now
  }
}
