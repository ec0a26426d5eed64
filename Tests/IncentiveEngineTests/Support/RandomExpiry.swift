import IncentiveEngine
import PointsLedger
import Timeline

extension Scheme {
  /// Sometimes lets points live as long as the member is active, and those of a tier by a rule of its
  /// own.
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
  /// Whether nothing has changed but what lapsed by itself.
  func isUnchanged(since before: SchemeAccounts, _ account: Int, on today: Day) -> Bool {
    var (then, now) = (before, world.accounts)
    var journal = NoJournal()
    let yesterday = today.advanced(by: -1)
    world.engine.settle(account, in: &then, through: yesterday, into: &journal)
    world.engine.settle(account, in: &now, through: yesterday, into: &journal)
    return then == now
  }
}
