import Quantities

/// Rebuilds a ledger from its journal: balances and lots are nothing but the sum of transfers.
public enum JournalReplay {
  /// The ledger that a journal leaves behind, from empty accounts or from a snapshot.
  ///
  /// - Parameters:
  ///   - transfers: The journal, in the order in which it was written.
  ///   - ledger: The ledger as it was when the journal began.
  /// - Returns: The rebuilt ledger, or nothing if a transfer takes points that are not there, names
  ///   an account that does not exist, or moves no points: such a journal is damaged.
  public static func replay(
    _ transfers: some Sequence<Transfer>, onto ledger: PointsLedger
  ) -> PointsLedger? {
    var ledger = ledger
    for transfer in transfers {
      guard ledger.apply(transfer) else { return nil }
    }
    return ledger
  }
}

extension PointsLedger {
  /// Applies a transfer as it stands, without any rule of the ledger; false if it cannot be.
  fileprivate mutating func apply(_ transfer: Transfer) -> Bool {
    let holder = Int(transfer.holder)
    guard holder < holderCount, transfer.points.count > 0 else { return false }
    if transfer.source.isMember {
      let key = PackedLotKey(transfer.lot, isPending: transfer.source == .memberPending)
      guard let position = position(of: key, in: holder),
        lots[holder * stride + position].points >= transfer.points.count
      else { return false }
      remove(transfer.points.count, at: position, of: holder)
    }
    if transfer.target.isMember {
      let key = PackedLotKey(transfer.lot, isPending: transfer.target == .memberPending)
      add(transfer.points.count, to: key, of: holder)
    }
    if transfer.source == .arrears { addDebt(transfer.points.count, of: holder) }
    if transfer.target == .arrears {
      guard arrears(holder) >= transfer.points else { return false }
      addDebt(-transfer.points.count, of: holder)
    }
    totals.record(transfer)
    return true
  }
}

extension PointsLedger: Equatable {
  /// Whether all totals, balances and lots agree; room for more lots does not count.
  public static func == (left: PointsLedger, right: PointsLedger) -> Bool {
    left.holderCount == right.holderCount && left.totals == right.totals
      && left.balances == right.balances
      && (0..<left.holderCount).allSatisfy { left.arrears($0) == right.arrears($0) }
      && (0..<left.holderCount).allSatisfy { left.lots(of: $0) == right.lots(of: $0) }
  }
}
