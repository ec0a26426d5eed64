public import Quantities
public import Timeline

// Debts of points: what was taken back after it had been spent.
//
// Whatever an account receives for spending pays its debt first, whoever gave it, so whoever owes has
// no active points. Pending points pay when they become active. A debt never expires.
extension PointsLedger {
  /// What an account owes.
  public func arrears(_ holder: Int) -> Points {
    Points(arrears.isEmpty ? 0 : arrears[holder])
  }

  /// Takes back points that are not there any more: the account owes them.
  ///
  /// - Parameter lot: What the points were issued as.
  /// - Returns: `posted`, `amountNotPositive`, `holderUnknown`, or `activeInsufficient` if the
  ///   account has active points, which are to be taken back first.
  @discardableResult
  public mutating func owe(
    _ points: Points, by holder: Int, lot: LotKey, at minute: Minute, rule: RuleID,
    reason: TransferReason = .refund, into sink: inout some TransferSink
  ) -> TransferStatus {
    if let refusal = admit(points, holder, at: minute, into: &sink) { return refusal }
    guard balances[holder].active == 0 else { return .activeInsufficient }
    addDebt(points.count, of: holder)
    book(
      Transfer(
        minute: minute, holder: UInt32(holder), from: .arrears, to: .clawback, points: points,
        lot: lot, rule: rule, reason: reason), into: &sink)
    return .posted
  }

  /// Pays what an account owes out of points that have just become active.
  mutating func repay(
    outOf lot: LotKey, _ points: Points, of holder: Int, at minute: Minute,
    into sink: inout some TransferSink
  ) {
    guard !arrears.isEmpty, arrears[holder] > 0 else { return }
    let paid = min(arrears[holder], points.count)
    guard let position = position(of: PackedLotKey(lot, isPending: false), in: holder) else {
      return
    }
    remove(paid, at: position, of: holder)
    arrears[holder] -= paid
    book(
      Transfer(
        minute: minute, holder: UInt32(holder), from: .memberActive, to: .arrears,
        points: Points(paid), lot: lot, rule: lot.rule, reason: .repayment), into: &sink)
  }

  /// Changes what an account owes, up or down.
  mutating func addDebt(_ points: Int64, of holder: Int) {
    if arrears.isEmpty { arrears = Array(repeating: 0, count: holderCount) }
    arrears[holder] += points
  }
}

/// Part of a lot: what one debit took of it.
public struct LotPart: Sendable, Hashable {
  /// The lot.
  public var lot: LotKey
  /// How many points of it.
  public var points: Points

  /// Creates a part.
  public init(lot: LotKey, points: Points) {
    self.lot = lot
    self.points = points
  }
}

extension PointsLedger {
  /// Adds the lots from which so many points would be spent on a day, in that order, to a list.
  public func appendSources(
    of points: Points, from holder: Int, on day: Day, to parts: inout [LotPart]
  ) {
    let today = PackedLotKey.expiryBits(day)
    let first = holder * stride
    var left = points.count
    for place in first..<first + Int(balances[holder].lotCount) where left > 0 {
      let lot = lots[place]
      guard !lot.key.isPending, lot.key.expiryBits >= today else { continue }
      let taken = min(left, lot.points)
      parts.append(LotPart(lot: lot.key.key, points: Points(taken)))
      left -= taken
    }
  }
}
