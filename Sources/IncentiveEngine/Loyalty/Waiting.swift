import PointsLedger
import Timeline

// What changes by itself at a known minute, whoever is looked at next: a coupon that waits for
// another of its kind takes its place when that one has run out.
extension LoyaltyEngine {
  /// Lets happen what has been due by a minute.
  ///
  /// - Complexity: linear in what waits; nothing is done before the first of it is due.
  func settleWaiting(_ accounts: inout SchemeAccounts, on day: Day) {
    for account in Set(accounts.spareCoupons.map(\.account)).sorted() {
      takeUpSpares(Int(account), &accounts, on: day)
    }
    accounts.findNextChange()
  }

  /// The accounts as they stand at a minute, where something has been due that no event has brought
  /// about yet.
  func settled(_ accounts: borrowing SchemeAccounts, at minute: Minute) -> SchemeAccounts {
    var settled = copy accounts
    settleWaiting(&settled, on: minute.day)
    return settled
  }
}

extension SchemeAccounts {
  /// Works out when something changes by itself.
  mutating func findNextChange() {
    nextChange = spareCoupons.reduce(Int32.max) { first, spare in
      let state = states[Int(spare.account)]
      let isHeld = state.coupons & (1 << UInt16(spare.offer)) != 0
      guard isHeld else { return .min }
      let lastDay = Day(index: state.couponLastDay[Int(spare.offer)])
      return min(first, lastDay.advanced(by: 1).start.index)
    }
  }
}
