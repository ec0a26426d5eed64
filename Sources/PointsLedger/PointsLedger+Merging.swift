public import Quantities
public import Timeline

extension PointsLedger {
  /// Moves all points of one account into another, lot by lot, active and pending, each with its last
  /// day, vintage, funding and rule.
  ///
  /// Two transfers for each lot through the adjustment account, which nets to zero. What is due in
  /// either account expires first.
  ///
  /// - Returns: `posted`, or `holderUnknown` if there is no such account or both are one.
  @discardableResult
  public mutating func merge(
    _ source: Int, into target: Int, at minute: Minute, rule: RuleID = .none,
    into sink: inout some TransferSink
  ) -> TransferStatus {
    let holders = 0..<holderCount
    guard holders.contains(source), holders.contains(target), source != target else {
      return .holderUnknown
    }
    settleExpiry(of: source, asOf: minute.day, into: &sink)
    settleExpiry(of: target, asOf: minute.day, into: &sink)
    while balances[source].lotCount > 0 {
      let lot = lots[source * stride]
      let account: LedgerAccount = lot.key.isPending ? .memberPending : .memberActive
      remove(lot.points, at: 0, of: source)
      add(lot.points, to: lot.key, of: target)
      var transfer = Transfer(
        minute: minute, holder: UInt32(source), from: account, to: .adjustment,
        points: Points(lot.points), lot: lot.key.key, rule: rule, reason: .merge)
      book(transfer, into: &sink)
      transfer.holder = UInt32(target)
      (transfer.source, transfer.target) = (.adjustment, account)
      book(transfer, into: &sink)
    }
    return .posted
  }
}
