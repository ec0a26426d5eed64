import Quantities

/// A rule of the ledger that was found broken.
public enum LedgerFault: Sendable, Hashable {
  /// The balances of all ledger accounts do not sum to zero.
  case trialBalance(residual: Int64)
  /// Issued ± adjusted differs from what accounts hold, active and pending, + redeemed + expired +
  /// clawed back − owed.
  case conservation
  /// An account's lots do not sum to its balances.
  case accountBalance(holder: Int)
  /// All accounts together do not sum to the ledger's balance of a member account.
  case memberTotal(LedgerAccount)
  /// A lot holds no points, or fewer.
  case lotNotPositive(holder: Int, position: Int)
  /// A lot is out of order, or has the key of the lot before it.
  case lotOrder(holder: Int, position: Int)
  /// More points were given back, or released, than ever went into an account.
  case outflowNegative(LedgerAccount)
  /// An account owes less than nothing, or owes points while it has points to pay with.
  case arrears(holder: Int)
  /// What accounts owe does not sum to the ledger's arrears.
  case arrearsTotal
}

/// The invariants of a ledger, as functions: tests call them, and so does a run's health check.
public enum LedgerInvariants {
  /// Everything that is wrong with a ledger: nothing, if all is well.
  ///
  /// - Complexity: linear in the number of lots.
  public static func faults(of ledger: PointsLedger) -> [LedgerFault] {
    faults(of: ledger.totals) + memberTotals(of: ledger) + arrears(of: ledger)
      + (0..<ledger.holderCount).flatMap { lots(of: $0, in: ledger) }
  }

  /// Everything that is wrong with totals alone, of one ledger or of many added up.
  public static func faults(of totals: LedgerTotals) -> [LedgerFault] {
    var faults: [LedgerFault] = []
    if totals.trialBalance != 0 { faults.append(.trialBalance(residual: totals.trialBalance)) }
    for account in [LedgerAccount.redemption, .breakage, .clawback] where totals[account] < 0 {
      faults.append(.outflowNegative(account))
    }
    return faults
  }

  /// Whether what the accounts hold is what the transfers moved into them, and nothing was lost
  /// between issue and outflow.
  private static func memberTotals(of ledger: PointsLedger) -> [LedgerFault] {
    var (active, pending): (Int64, Int64) = (0, 0)
    for balance in ledger.balances {
      active += balance.active
      pending += balance.pending
    }
    let totals = ledger.totals
    let residuals: [(LedgerFault, Int64)] = [
      (.memberTotal(.memberActive), active - totals[.memberActive]),
      (.memberTotal(.memberPending), pending - totals[.memberPending]),
      (
        .conservation,
        // Adjustment runs negative as points are granted, so its negation is "± adjusted".
        totals.issued - totals[.adjustment] - active - pending - totals[.redemption]
          - totals[.breakage] - totals[.clawback] - totals[.arrears]
      ),
    ]
    return residuals.compactMap { fault, residual in residual == 0 ? nil : fault }
  }

  /// Whether debts sum to the ledger's, and nobody both owes and holds active points.
  private static func arrears(of ledger: PointsLedger) -> [LedgerFault] {
    var faults: [LedgerFault] = []
    if ledger.arrears.reduce(0, +) != ledger.totals.owed { faults.append(.arrearsTotal) }
    for (holder, owed) in ledger.arrears.enumerated()
    where owed < 0 || (owed > 0 && ledger.balances[holder].active > 0) {
      faults.append(.arrears(holder: holder))
    }
    return faults
  }

  /// Whether an account's lots are positive, sorted, unique, and sum to its balances.
  private static func lots(of holder: Int, in ledger: PointsLedger) -> [LedgerFault] {
    let balance = ledger.balances[holder]
    let first = holder * ledger.stride
    var faults: [LedgerFault] = []
    var (active, pending): (Int64, Int64) = (0, 0)
    for position in 0..<Int(balance.lotCount) {
      let lot = ledger.lots[first + position]
      if lot.points <= 0 { faults.append(.lotNotPositive(holder: holder, position: position)) }
      if position > 0, lot.key <= ledger.lots[first + position - 1].key {
        faults.append(.lotOrder(holder: holder, position: position))
      }
      if lot.key.isPending { pending += lot.points } else { active += lot.points }
    }
    if active != balance.active || pending != balance.pending {
      faults.append(.accountBalance(holder: holder))
    }
    return faults
  }
}
