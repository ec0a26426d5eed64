public import Quantities
public import Timeline

extension PointsLedger {
  /// Issues points to an account, active or pending, from the issuance account of the lot's funding.
  ///
  /// - Returns: `posted`, `amountNotPositive`, `holderUnknown`, or `lotExpired` if the lot's last
  ///   day has passed.
  @discardableResult
  public mutating func issue(
    _ points: Points, to holder: Int, lot: LotKey, at minute: Minute, reason: TransferReason,
    isPending: Bool = false, into sink: inout some TransferSink
  ) -> TransferStatus {
    credit(
      points, to: holder, lot: lot, isPending: isPending, from: lot.funding.issuance, at: minute,
      rule: lot.rule, reason: reason, into: &sink)
  }

  /// Makes pending points of a lot active; the lot keeps its key.
  ///
  /// Where the expiry clock starts at activation, ``extend(of:lot:isPending:to:at:rule:into:)``
  /// moves the pending lot first.
  ///
  /// - Returns: `posted`, `amountNotPositive`, `holderUnknown`, `lotExpired` or
  ///   `pendingInsufficient`.
  @discardableResult
  public mutating func activate(
    _ points: Points, of holder: Int, lot: LotKey, at minute: Minute,
    into sink: inout some TransferSink
  ) -> TransferStatus {
    let status = debitPending(
      points, of: holder, lot: lot, to: .memberActive, at: minute, reason: .activation, into: &sink)
    if status == .posted {
      add(points.count, to: PackedLotKey(lot, isPending: false), of: holder)
      repay(outOf: lot, points, of: holder, at: minute, into: &sink)
    }
    return status
  }

  /// Calls off pending points of a lot because what promised them was undone.
  ///
  /// - Returns: `posted`, `amountNotPositive`, `holderUnknown`, `lotExpired` or
  ///   `pendingInsufficient`.
  @discardableResult
  public mutating func cancelPending(
    _ points: Points, of holder: Int, lot: LotKey, at minute: Minute,
    reason: TransferReason = .cancellation, into sink: inout some TransferSink
  ) -> TransferStatus {
    debitPending(
      points, of: holder, lot: lot, to: .clawback, at: minute, reason: reason, into: &sink)
  }

  /// Adds points to a lot from an account outside.
  mutating func credit(
    _ points: Points, to holder: Int, lot: LotKey, isPending: Bool, from source: LedgerAccount,
    at minute: Minute, rule: RuleID, reason: TransferReason, into sink: inout some TransferSink
  ) -> TransferStatus {
    if let refusal = admit(points, holder, at: minute, into: &sink) { return refusal }
    guard lot.expiry >= minute.day else { return .lotExpired }
    add(points.count, to: PackedLotKey(lot, isPending: isPending), of: holder)
    book(
      Transfer(
        minute: minute, holder: UInt32(holder), from: source,
        to: isPending ? .memberPending : .memberActive, points: points, lot: lot, rule: rule,
        reason: reason), into: &sink)
    if !isPending { repay(outOf: lot, points, of: holder, at: minute, into: &sink) }
    return .posted
  }

  private mutating func debitPending(
    _ points: Points, of holder: Int, lot: LotKey, to target: LedgerAccount, at minute: Minute,
    reason: TransferReason, into sink: inout some TransferSink
  ) -> TransferStatus {
    if let refusal = admit(points, holder, at: minute, into: &sink) { return refusal }
    guard lot.expiry >= minute.day else { return .lotExpired }
    let key = PackedLotKey(lot, isPending: true)
    guard let position = position(of: key, in: holder),
      lots[holder * stride + position].points >= points.count
    else { return .pendingInsufficient }
    remove(points.count, at: position, of: holder)
    book(
      Transfer(
        minute: minute, holder: UInt32(holder), from: .memberPending, to: target, points: points,
        lot: lot, rule: lot.rule, reason: reason), into: &sink)
    return .posted
  }
}
