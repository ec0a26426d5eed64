import PointsLedger
import Quantities
import Timeline

// Points of an account that is held are pending until a day or a review.
extension LoyaltyEngine {
  /// What points wait for that are issued while the account, or the award, is held.
  ///
  /// The later of the hold's day and their own. Those that wait for an event wait for it still, which
  /// nothing brings about while the account is held.
  func held(_ waiting: Waiting, _ touch: Touch) -> Waiting {
    let waitsForEvent = waiting.trigger != .day && waiting.until > touch.day
    guard touch.risk.isHeld, !waitsForEvent else { return waiting }
    var held = waiting
    held.trigger = .hold
    held.earliest = waiting.until
    held.until = max(waiting.until, Day(index: touch.risk.heldUntil))
    return held
  }

  /// Gives back what is held of an account's points; those that would be pending anyway stay so.
  @discardableResult
  func releaseHeld(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    into sink: inout some TransferSink
  ) -> Points {
    var released = Points.zero
    var waiting: [PendingPoints.Promise] = []
    while var promise = accounts.pending.take(account, waitingFor: .hold) {
      released += Points(promise.points)
      guard promise.earliest > touch.day else {
        makeActive(promise, account, &accounts, touch, into: &sink)
        continue
      }
      let expiry = expiryRule(at: touch).lastDay(issuedOn: promise.earliest)
      if promise.lot.expiry == .never, expiry != .never {
        move(promise, to: expiry, account, &accounts, touch, into: &sink)
        promise.lot.expiry = expiry
      }
      (promise.trigger, promise.activeFrom) = (.day, promise.earliest)
      waiting.append(promise)
    }
    for promise in waiting {
      accounts.pending.append(promise, to: account, accountCount: accounts.count)
    }
    return released
  }

  /// Calls off what is held of an account's points.
  func callOffHeld(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    into sink: inout some TransferSink
  ) -> Points {
    var points = Points.zero
    while let promise = accounts.pending.take(account, waitingFor: .hold) {
      let status = accounts.ledger.cancelPending(
        Points(promise.points), of: account, lot: promise.lot, at: touch.minute, into: &sink)
      precondition(status == .posted, "what is held is pending")
      forget(promise, from: touch.day, account, &accounts)
      points += Points(promise.points)
    }
    return points
  }

  /// Handles the outcome of a manual review, which the host may tell of any member at any time.
  func reviewed(
    _ outcome: ReviewOutcome, _ account: Int, _ accounts: inout SchemeAccounts,
    at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    let touch = touch(account, in: accounts, at: minute)
    guard accounts.states[account].isMember else { return refused(.notAMember, at: touch) }
    guard programs[touch.scheme].hasRisk else { return refused(.notFound, at: touch) }
    var decision = Decision(at: touch)
    let review = risks[Int(programs[touch.scheme].risk)].policy.review
    decision.risk.reviewMinutes = Int32(clamping: review.minutes)
    decision.risk.reviewCost = review.cost
    settleExpiry(account, &accounts, on: touch.day, into: &sink)
    let rule = RuleID(UInt16(truncatingIfNeeded: accounts.risk[account, .rule]))
    accounts.risk.set(RiskBook.isAsked, account, to: false)
    accounts.risk[account, .heldUntil] = .min
    accounts.risk[account, .refusedUntil] = .min
    switch outcome {
    case .approved:
      accounts.risk.set(RiskBook.vouched, account)
      accounts.risk[account, .clearedAt] = minute.index
      accounts.risk.clearRings(account)
      let free = self.touch(account, in: accounts, at: minute)
      decision.risk.released = releaseHeld(account, &accounts, free, into: &sink)
      decision.risk.note(.released, .none, by: rule)
    case .denied:
      accounts.risk.set(RiskBook.vouched, account, to: false)
      decision.risk.takenBack = callOffHeld(account, &accounts, touch, into: &sink)
      refuse(account, until: .max, .reviewDenied, rule, &accounts)
      decision.risk.note(.denied, .reviewDenied, by: rule)
    }
    return decision
  }

  /// Frees an account that passes to other rules: they begin anew, and keep only what it enjoyed.
  func leaveRisk(
    _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) {
    guard accounts.risk.isOn else { return }
    accounts.risk.clear(account)
    let touch = touch(account, in: accounts, at: minute)
    releaseHeld(account, &accounts, touch, into: &sink)
  }
}
