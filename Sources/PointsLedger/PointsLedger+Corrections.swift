public import Quantities
public import Timeline

extension PointsLedger {
  /// Corrects an account by hand or brings in an opening balance.
  ///
  /// A positive number of points goes into the lot named; a negative one takes points out, soonest
  /// expiring first, all or nothing.
  ///
  /// - Returns: `posted`, `amountNotPositive` for zero points, `holderUnknown`, `lotExpired`
  ///   (positive only) or `activeInsufficient` (negative only).
  @discardableResult
  public mutating func adjust(
    _ points: Points, of holder: Int, lot: LotKey, at minute: Minute, rule: RuleID = .none,
    reason: TransferReason = .correction, into sink: inout some TransferSink
  ) -> TransferStatus {
    if points.count >= 0 {
      credit(
        points, to: holder, lot: lot, isPending: false, from: .adjustment, at: minute, rule: rule,
        reason: reason, into: &sink)
    } else {
      debitActive(
        .zero - points, from: holder, startingWith: nil, to: .adjustment, at: minute, rule: rule,
        reason: reason, into: &sink)
    }
  }

  /// Moves points of a lot, all unless a number is given, to another last day: later, or earlier but
  /// not past.
  ///
  /// Two transfers through the adjustment account, which nets to zero.
  ///
  /// - Returns: `posted`, `holderUnknown`, `lotExpired` if the lot's or the new last day has passed,
  ///   `pendingInsufficient` or `activeInsufficient` if the account has no such lot or less of it, or
  ///   `amountNotPositive`.
  @discardableResult
  public mutating func extend(
    _ part: Points? = nil, of holder: Int, lot: LotKey, isPending: Bool = false, to expiry: Day,
    at minute: Minute,
    rule: RuleID, into sink: inout some TransferSink
  ) -> TransferStatus {
    guard holder >= 0, holder < holderCount else { return .holderUnknown }
    settleExpiry(of: holder, asOf: minute.day, into: &sink)
    guard min(lot.expiry, expiry) >= minute.day else { return .lotExpired }
    let account: LedgerAccount = isPending ? .memberPending : .memberActive
    guard let position = position(of: PackedLotKey(lot, isPending: isPending), in: holder) else {
      return isPending ? .pendingInsufficient : .activeInsufficient
    }
    let all = Points(lots[holder * stride + position].points)
    let points = part ?? all
    guard points > .zero, points <= all else {
      return points > all
        ? isPending ? .pendingInsufficient : .activeInsufficient : .amountNotPositive
    }
    remove(points.count, at: position, of: holder)
    book(
      Transfer(
        minute: minute, holder: UInt32(holder), from: account, to: .adjustment, points: points,
        lot: lot, rule: rule, reason: .extension), into: &sink)
    var later = lot
    later.expiry = expiry
    return credit(
      points, to: holder, lot: later, isPending: isPending, from: .adjustment, at: minute,
      rule: rule, reason: .extension, into: &sink)
  }

  /// Puts all lots of an account under no rule and merges those that then agree.
  ///
  /// For an account that passes from the scheme of its history to the scheme of an arm, whose rules
  /// are numbered anew. Points do not move, so there is no transfer: a journal starts after it.
  public mutating func forgetRules(of holder: Int) {
    let first = holder * stride
    var kept = 0
    for position in 0..<Int(balances[holder].lotCount) {
      var lot = lots[first + position]
      lot.key = lot.key.withoutRule
      if kept > 0, lots[first + kept - 1].key == lot.key {
        lots[first + kept - 1].points += lot.points
      } else {
        lots[first + kept] = lot
        kept += 1
      }
    }
    balances[holder].lotCount = Int32(kept)
  }

  /// Puts the lots of all accounts under no rule.
  public mutating func forgetRules() {
    for holder in 0..<holderCount { forgetRules(of: holder) }
  }
}
