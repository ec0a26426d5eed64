/// The accounts of the points ledger; every transfer moves points between two of them.
public enum LedgerAccount: UInt8, Sendable, Hashable, CaseIterable {
  /// Points a member may spend.
  case memberActive
  /// Points a member has been promised and may not spend yet.
  case memberPending
  /// Points issued for purchases: they carry deferred revenue.
  case issuancePurchase
  /// Points issued free of charge: marketing cost, no deferred revenue.
  case issuancePromotional
  /// Points that a partner pays for.
  case issuancePartner
  /// Points spent.
  case redemption
  /// Points that expired unspent.
  case breakage
  /// Points taken back because what earned them was undone.
  case clawback
  /// Corrections by hand and opening balances.
  case adjustment
  /// What members owe, and so below zero: points taken back that they had spent already.
  case arrears
}

/// Who pays for points when they are issued; decides how finance treats them.
public enum Funding: UInt8, Sendable, Hashable, CaseIterable {
  /// A purchase pays: part of its price is deferred revenue.
  case purchase
  /// Marketing pays.
  case promotional
  /// A partner pays.
  case partner

  /// The ledger account that points of this kind come from.
  public var issuance: LedgerAccount {
    switch self {
    case .purchase: .issuancePurchase
    case .promotional: .issuancePromotional
    case .partner: .issuancePartner
    }
  }
}
