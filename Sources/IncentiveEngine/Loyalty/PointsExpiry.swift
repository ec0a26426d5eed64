import PointsLedger
import Quantities
import Timeline

// When points expire (M08): by a rule of the program, or of the member's tier; or all points of an
// account together, so long after its last activity.
extension LoyaltyEngine {
  /// The lot of points that are issued now and active at once.
  @inline(__always)
  func lot(_ funding: Funding, _ rule: RuleID, _ touch: Touch) -> LotKey {
    LotKey(
      vintage: Month(index: touch.calendar.month), expiry: lastDay(issuedAt: touch),
      funding: funding, rule: rule)
  }

  /// The last day of points issued now, but for a rule of earning with an expiry of its own.
  @inline(__always)
  func lastDay(issuedAt touch: Touch) -> Day {
    programs[touch.scheme].hasTierExpiry
      ? expiryRule(at: touch).lastDay(issuedOn: touch.day) : Day(index: touch.calendar.expiry)
  }

  /// When points expire in the member's tier.
  func expiryRule(at touch: Touch) -> ExpiryRule {
    let scheme = schemes[touch.scheme].scheme
    let tiers = scheme.tiers?.tiers ?? []
    let own = tiers.indices.contains(touch.tier) ? tiers[touch.tier].expiry : nil
    return own ?? scheme.points?.expiry ?? .never
  }

  /// What keeps sliding points alive: the tier's rule, or the program's where the tier's is none.
  private func inactivityRule(at touch: Touch) -> InactivityRule? {
    if case .afterInactivity(let rule) = expiryRule(at: touch) { return rule }
    guard case .afterInactivity(let rule)? = schemes[touch.scheme].scheme.points?.expiry else {
      return nil
    }
    return rule
  }

  /// Keeps an account's sliding points alive because points were earned that are active from a day
  /// on.
  ///
  /// Points that are still to become active live until then, whatever the activity is.
  func noteEarning(
    activeFrom day: Day, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) {
    guard let rule = inactivityRule(at: touch) else { return }
    let begins = accounts.clocks.lastDay(of: account) == nil || day > touch.day
    guard begins || rule.extendedBy != .spending else { return }
    keepAlive(account, &accounts, through: rule.lastDay(activeOn: max(day, touch.day)))
  }

  /// Keeps an account's sliding points alive because points were spent.
  func noteSpending(_ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch) {
    guard let rule = inactivityRule(at: touch), rule.extendedBy != .earning,
      accounts.clocks.lastDay(of: account) != nil
    else { return }
    keepAlive(account, &accounts, through: rule.lastDay(activeOn: touch.day))
  }

  private func keepAlive(
    _ account: Int, _ accounts: inout SchemeAccounts, through day: Day
  ) {
    accounts.settlesFirst = true
    accounts.clocks.extend(account, to: day, accountCount: accounts.count)
  }

  /// Makes active what has become due by a day, and expires what too little activity kept alive.
  ///
  /// In this order: pending points keep the account's points alive until they are active.
  func settleDue(
    _ account: Int, _ accounts: inout SchemeAccounts, on day: Day,
    into sink: inout some TransferSink
  ) {
    activateDue(account, &accounts, on: day, into: &sink)
    lapseDated(account, &accounts, on: day, into: &sink)
    lapse(account, &accounts, on: day, into: &sink)
  }

  /// Expires what too little activity kept alive before a day.
  func lapse(
    _ account: Int, _ accounts: inout SchemeAccounts, on day: Day,
    into sink: inout some TransferSink
  ) {
    guard let last = accounts.clocks.lastDay(of: account), last < day else { return }
    rememberSliding(account, &accounts, after: last)
    accounts.ledger.expireSliding(of: account, after: last, into: &sink)
    accounts.book.move(lotsOf: account) { $0.expiry == .sliding ? last : $0.expiry }
    accounts.invitations.move(lotsOf: account) { $0.expiry == .sliding ? last : $0.expiry }
    accounts.reservations.end(slidingOf: account, on: last)
    accounts.clocks.stop(account)
  }
}

extension SchemeAccounts {
  /// The points that an account loses by the end of a day if nothing happens, and the first last day.
  func expiring(_ account: Int, from day: Day, through last: Day) -> (points: Points, next: Day)? {
    var points = ledger.expiring(account, from: day, through: last)
    var next = points > .zero ? ledger.nextExpiry(account, on: day)?.day ?? .never : .never
    if let end = clocks.lastDay(of: account), (day...last).contains(end) {
      let sliding = ledger.activeSliding(account)
      if sliding > .zero { next = min(next, end) }
      points += sliding
    }
    return points > .zero ? (points, next) : nil
  }

  /// All points of an account on a day, active or pending; those excluded that have lapsed, or waited
  /// for an event in vain, unnoticed.
  func held(_ account: Int, on day: Day) -> Points {
    var held = ledger.held(account, on: day)
    pending.forEach(of: account, through: day) { promise in
      if promise.trigger != .day { held -= Points(promise.points) }
    }
    return clocks.hasLapsed(account, by: day) ? held - ledger.sliding(account) : held
  }

  /// Puts what slides into a standing: nothing where it has lapsed unnoticed.
  ///
  /// - Parameter due: Sliding points that have become active unnoticed; spendable already.
  func withSliding(
    _ standing: HolderStanding, due: Points, of account: Int, on day: Day
  ) -> HolderStanding {
    guard let last = clocks.lastDay(of: account) else { return standing }
    var standing = standing
    let sliding = ledger.activeSliding(account) + due
    if standing.nextExpiry == .sliding {
      standing.nextExpiry = .never
      standing.nextExpiryPoints = .zero
    }
    guard last >= day else {
      standing.spendable -= sliding
      return standing
    }
    guard sliding > .zero, last <= standing.nextExpiry else { return standing }
    if last < standing.nextExpiry { standing.nextExpiryPoints = .zero }
    standing.nextExpiry = last
    standing.nextExpiryPoints += sliding
    return standing
  }
}
