public import Quantities
public import Timeline

extension PointsLedger {
  /// Spends points: soonest expiring first, ties by vintage, then funding, then rule.
  ///
  /// Expiry due on that day is settled first. All or nothing; one transfer for each lot touched.
  ///
  /// - Returns: `posted`, `amountNotPositive`, `holderUnknown` or `activeInsufficient`.
  @discardableResult
  public mutating func redeem(
    _ points: Points, from holder: Int, at minute: Minute, rule: RuleID, reason: TransferReason,
    into sink: inout some TransferSink
  ) -> TransferStatus {
    debitActive(
      points, from: holder, startingWith: nil, to: .redemption, at: minute, rule: rule,
      reason: reason, into: &sink)
  }

  /// Gives spent points back as part of the lot named: usually the one their debit line named, or
  /// one with a later expiry where the scheme gives points whose lot has expired a new life.
  ///
  /// - Returns: `posted`, `amountNotPositive`, `holderUnknown`, `lotExpired` if the lot named has
  ///   expired meanwhile, or `redeemedInsufficient` if fewer points were ever spent.
  @discardableResult
  public mutating func restore(
    _ points: Points, to holder: Int, lot: LotKey, at minute: Minute, rule: RuleID,
    reason: TransferReason = .restoration, into sink: inout some TransferSink
  ) -> TransferStatus {
    if let refusal = admit(points, holder, at: minute, into: &sink) { return refusal }
    guard lot.expiry >= minute.day else { return .lotExpired }
    guard totals[.redemption] >= points.count else { return .redeemedInsufficient }
    return credit(
      points, to: holder, lot: lot, isPending: false, from: .redemption, at: minute, rule: rule,
      reason: reason, into: &sink)
  }

  /// Books spent points that come back after their lot's last day as expired.
  ///
  /// - Returns: `posted`, `amountNotPositive`, `holderUnknown`, or `redeemedInsufficient` if fewer
  ///   points were ever spent.
  @discardableResult
  public mutating func expireSpent(
    _ points: Points, of holder: Int, lot: LotKey, at minute: Minute,
    into sink: inout some TransferSink
  ) -> TransferStatus {
    if let refusal = admit(points, holder, at: minute, into: &sink) { return refusal }
    guard totals[.redemption] >= points.count else { return .redeemedInsufficient }
    book(
      Transfer(
        minute: minute, holder: UInt32(holder), from: .redemption, to: .breakage, points: points,
        lot: lot, rule: lot.rule, reason: .expiry), into: &sink)
    return .posted
  }

  /// Takes earned points back: from the lot named first, then soonest expiring first.
  ///
  /// All or nothing; a scheme that takes back what is there asks for no more than
  /// ``spendable(_:on:)``, or ``points(in:of:isPending:)`` where only that lot may be touched.
  ///
  /// - Returns: `posted`, `amountNotPositive`, `holderUnknown` or `activeInsufficient`.
  @discardableResult
  public mutating func clawBack(
    _ points: Points, from holder: Int, lot: LotKey, at minute: Minute, rule: RuleID,
    reason: TransferReason = .refund, into sink: inout some TransferSink
  ) -> TransferStatus {
    debitActive(
      points, from: holder, startingWith: lot, to: .clawback, at: minute, rule: rule,
      reason: reason, into: &sink)
  }

  /// Books the expiry of every lot of an account whose last day is before a day.
  public mutating func settleExpiry(
    of holder: Int, asOf day: Day, into sink: inout some TransferSink
  ) {
    let today = PackedLotKey.expiryBits(day)
    let first = holder * stride
    let count = Int(balances[holder].lotCount)
    var gone = 0
    while gone < count, lots[first + gone].key.expiryBits < today {
      let lot = lots[first + gone]
      bookExpiry(of: lot, in: holder, at: lot.key.expiry.advanced(by: 1).start, into: &sink)
      gone += 1
    }
    if gone > 0 { closeGap(at: 0, width: gone, of: holder) }
  }

  /// Books the expiry of every lot of every account whose last day is before a day.
  public mutating func settleExpiry(asOf day: Day, into sink: inout some TransferSink) {
    for holder in 0..<holderCount { settleExpiry(of: holder, asOf: day, into: &sink) }
  }

  /// Takes a lot's points out of the balance; its place is closed by the caller.
  mutating func bookExpiry(
    of lot: StoredLot, in holder: Int, at minute: Minute, into sink: inout some TransferSink
  ) {
    let key = lot.key.key
    if lot.key.isPending {
      balances[holder].pending -= lot.points
    } else {
      balances[holder].active -= lot.points
    }
    book(
      Transfer(
        minute: minute, holder: UInt32(holder),
        from: lot.key.isPending ? .memberPending : .memberActive, to: .breakage,
        points: Points(lot.points), lot: key, rule: key.rule, reason: .expiry), into: &sink)
  }

  /// Takes active points out of an account: from a named lot first, then soonest expiring first.
  mutating func debitActive(
    _ points: Points, from holder: Int, startingWith lot: LotKey?, to target: LedgerAccount,
    at minute: Minute, rule: RuleID, reason: TransferReason, into sink: inout some TransferSink
  ) -> TransferStatus {
    if let refusal = admit(points, holder, at: minute, into: &sink) { return refusal }
    guard balances[holder].active >= points.count else { return .activeInsufficient }
    var debit = Transfer(
      minute: minute, holder: UInt32(holder), from: .memberActive, to: target, points: points,
      lot: lot ?? .unnamed, rule: rule, reason: reason)
    var left = points.count
    if let lot, let position = position(of: PackedLotKey(lot, isPending: false), in: holder) {
      take(&left, at: position, as: &debit, into: &sink)
    }
    var position = 0
    while left > 0 {
      if lots[holder * stride + position].key.isPending {
        position += 1
      } else {
        take(&left, at: position, as: &debit, into: &sink)
      }
    }
    return .posted
  }

  /// Takes as much as is wanted or there from the lot at a position.
  private mutating func take(
    _ left: inout Int64, at position: Int, as debit: inout Transfer,
    into sink: inout some TransferSink
  ) {
    let holder = Int(debit.holder)
    let lot = lots[holder * stride + position]
    let points = min(left, lot.points)
    remove(points, at: position, of: holder)
    left -= points
    debit.lot = lot.key.key
    debit.points = Points(points)
    book(debit, into: &sink)
  }
}

extension LotKey {
  /// What a debit names before it knows its lots.
  fileprivate static let unnamed = LotKey(
    vintage: Month(index: 0), expiry: .never, funding: .purchase, rule: .none)
}
