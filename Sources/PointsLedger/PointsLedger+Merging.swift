public import Quantities
public import Timeline

extension PointsLedger {
  /// Moves all points of one account into another, lot by lot, active and pending, each with its last
  /// day, vintage, funding and rule.
  ///
  /// What either owes is owed by the target from then on, and paid out of the points that are there.
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
    moveDebt(of: source, to: target, at: minute, rule: rule, into: &sink)
    return .posted
  }

  /// Moves what an account owes to another, which pays soonest expiring first.
  private mutating func moveDebt(
    of source: Int, to target: Int, at minute: Minute, rule: RuleID,
    into sink: inout some TransferSink
  ) {
    guard !arrears.isEmpty else { return }
    if arrears[source] > 0 {
      // A debt belongs to no lot: the key names no more than the month.
      let key = LotKey(vintage: Month(minute.day), expiry: .never, funding: .purchase, rule: .none)
      var transfer = Transfer(
        minute: minute, holder: UInt32(source), from: .adjustment, to: .arrears,
        points: Points(arrears[source]), lot: key, rule: rule, reason: .merge)
      addDebt(-transfer.points.count, of: source)
      book(transfer, into: &sink)
      transfer.holder = UInt32(target)
      (transfer.source, transfer.target) = (.arrears, .adjustment)
      addDebt(transfer.points.count, of: target)
      book(transfer, into: &sink)
    }
    var position = 0
    while arrears[target] > 0, position < Int(balances[target].lotCount) {
      let lot = lots[target * stride + position]
      if lot.key.isPending {
        position += 1
      } else {
        repay(
          outOf: lot.key.key, Points(lot.points), of: target, at: minute, into: &sink)
      }
    }
  }
}
