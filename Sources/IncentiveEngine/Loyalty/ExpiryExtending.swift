import PointsLedger
import Quantities
import Timeline

// Points that live longer than they would (M08), and the orders on record with them.
extension LoyaltyEngine {
  /// Extends an account's points because the member has risen.
  func extendOnRise(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: Decision,
    into sink: inout some TransferSink
  ) {
    guard decision.tierAfter > decision.tierBefore else { return }
    for rule in schemes[touch.scheme].scheme.points?.extensions ?? [] {
      guard case .reaching(let tier) = rule.trigger, Int(decision.tierBefore) < tier,
        tier <= Int(decision.tierAfter)
      else { continue }
      extend(account, &accounts, by: rule, at: touch.minute, into: &sink)
    }
  }

  /// Extends an account's points on the day of a scheduled extension; what was due before has expired.
  func extendOnDay(
    _ position: Int, _ account: Int, _ accounts: inout SchemeAccounts, _ decision: inout Decision,
    at minute: Minute, into sink: inout some TransferSink
  ) {
    let scheme = schemes[Int(accounts.states[account].scheme)].scheme
    guard let rules = scheme.points?.extensions, rules.indices.contains(position) else {
      decision.refusal = .notFound
      return
    }
    settleDue(account, &accounts, on: minute.day, into: &sink)
    extend(account, &accounts, by: rules[position], at: minute, into: &sink)
  }

  /// Moves the last day of every lot that has one, that of sliding points, and those on record.
  private func extend(
    _ account: Int, _ accounts: inout SchemeAccounts, by rule: ExpiryExtension, at minute: Minute,
    into sink: inout some TransferSink
  ) {
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    func later(_ lot: LotKey) -> Day {
      let isAlive = lot.expiry >= minute.day && lot.expiry < .sliding
      return isAlive ? max(lot.expiry, rule.lastDay(after: lot.expiry)) : lot.expiry
    }
    // The last first, so that no lot is moved onto one that is still to move.
    for lot in accounts.ledger.lots(of: account).reversed() where later(lot.key) != lot.key.expiry {
      accounts.ledger.extend(
        of: account, lot: lot.key, isPending: lot.isPending, to: later(lot.key), at: minute,
        rule: RuleNumber.expiry, into: &sink)
    }
    accounts.pending.move(lotsOf: account, to: later)
    accounts.book.move(lotsOf: account, to: later)
    accounts.invitations.move(lotsOf: account, to: later)
    if let last = accounts.clocks.lastDay(of: account) {
      accounts.clocks.extend(account, to: rule.lastDay(after: last), accountCount: accounts.count)
    }
  }
}

extension PendingPoints {
  /// Gives the lots of an account's promises other last days, as the ledger has done.
  fileprivate mutating func move(lotsOf account: Int, to lastDay: (LotKey) -> Day) {
    update(account) { $0.lot.expiry = lastDay($0.lot) }
  }
}
