import Quantities

/// The balance of every ledger account: what transfers brought in less what they took out.
///
/// Issuance accounts, adjustments and arrears run negative as points leave them; the sum over all accounts,
/// the trial balance, is zero. 80 bytes.
public struct LedgerTotals: TransferSink, Sendable, Equatable {
  var balances = InlineArray<10, Int64>(repeating: 0)

  /// All accounts at zero.
  public init() {
    precondition(
      LedgerAccount.allCases.count == balances.count, "there is a balance for every account")
  }

  /// The balance of one account, in points.
  public subscript(account: LedgerAccount) -> Int64 { balances[Int(account.rawValue)] }

  /// The sum over all accounts: zero, always.
  public var trialBalance: Int64 {
    LedgerAccount.allCases.reduce(0) { sum, account in sum + self[account] }
  }

  /// Points that came into being for members, by whoever's funding.
  public var issued: Int64 {
    -(self[.issuancePurchase] + self[.issuancePromotional] + self[.issuancePartner])
  }

  /// Points that members hold, active or pending.
  public var outstanding: Int64 { self[.memberActive] + self[.memberPending] }

  /// Points that members owe.
  public var owed: Int64 { -self[.arrears] }

  /// Moves points from one account to another.
  public mutating func move(
    _ points: Int64, from source: LedgerAccount, to target: LedgerAccount
  ) {
    balances[Int(source.rawValue)] -= points
    balances[Int(target.rawValue)] += points
  }

  /// Books a transfer.
  public mutating func record(_ transfer: Transfer) {
    move(transfer.points.count, from: transfer.source, to: transfer.target)
  }

  /// Adds the balances of another ledger.
  public mutating func add(_ other: LedgerTotals) {
    for index in balances.indices { balances[index] += other.balances[index] }
  }

  /// Whether all balances agree.
  public static func == (left: LedgerTotals, right: LedgerTotals) -> Bool {
    left.balances.indices.allSatisfy { left.balances[$0] == right.balances[$0] }
  }
}
