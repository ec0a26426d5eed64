/// What is kept of a partner whose accounts the engine runs, too (M12): its points, and who owes whom.
public enum MerchantColumn: Int, Sendable, Hashable, CaseIterable {
  /// Orders at the partner, and money paid for them.
  case orders, paidMinor
  /// Its points outstanding when the horizon begins, and at its end.
  case openingPoints, outstandingPoints
  /// Its points issued by orders, and for ours.
  case issuedPoints, receivedPoints
  /// Its points spent there, given up for ours, and expired.
  case redeemedPoints, givenPoints, expiredPoints
  /// What we owe it for points of ours that it took, and what it owes us, by our books.
  case payableMinor, receivableMinor
  /// What it is owed, and what it owes us, by its own books.
  case partnerReceivableMinor, partnerPayableMinor

  static let count = allCases.count
}

extension ArmTally {
  /// Adds to what is kept of a partner, by its position among those with accounts.
  public mutating func add(_ amount: Int64, to column: MerchantColumn, merchant: Int) {
    merchants[merchant * MerchantColumn.count + column.rawValue] += amount
  }

  /// What is kept of a partner, by its position among those with accounts.
  public func merchant(_ column: MerchantColumn, at merchant: Int) -> Int64 {
    merchants[merchant * MerchantColumn.count + column.rawValue]
  }

  /// Nothing comes about between two merchants but by what they agreed: a partner's points add up,
  /// and both books name the same debts.
  func checkMerchants(_ list: inout ViolationList) {
    let law = "merchants"
    var (payable, receivable): (Int64, Int64) = (0, 0)
    for position in 0..<layout.merchantCount {
      func value(_ column: MerchantColumn) -> Int64 { merchant(column, at: position) }
      for column in MerchantColumn.allCases {
        list.require(value(column) >= 0, law, "\(column) of partner \(position): \(value(column))")
      }
      let come = value(.openingPoints) + value(.issuedPoints) + value(.receivedPoints)
      let gone = value(.redeemedPoints) + value(.givenPoints) + value(.expiredPoints)
      list.equal(
        come - gone, value(.outstandingPoints), law, "its points come and gone, outstanding")
      list.equal(
        value(.payableMinor), value(.partnerReceivableMinor), law, "we owe, it is owed")
      list.equal(
        value(.receivableMinor), value(.partnerPayableMinor), law, "we are owed, it owes")
      payable += value(.payableMinor)
      receivable += value(.receivableMinor)
    }
    list.atMost(payable, self[.partnerPaymentsMinor], law, "owed to these partners, to all")
    list.atMost(receivable, self[.partnerReceiptsMinor], law, "owed by these partners, by all")
  }
}
