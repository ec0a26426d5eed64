public import PointsLedger
public import Timeline

// What changes by itself at a known minute, whoever is looked at next: a reservation that was not
// paid is free again, and a coupon that waits for another of its kind takes its place when that one
// has run out.
extension LoyaltyEngine {
  /// Lets happen what has been due by a minute: every event does so first, whosever it is, and every
  /// quote looks as if it had been done.
  ///
  /// - Complexity: linear in what waits; nothing is done before the first of it is due.
  public func settleWaiting(
    _ accounts: inout SchemeAccounts, at minute: Minute, into sink: inout some TransferSink
  ) {
    while let reservation = accounts.reservations.takeDue(at: minute) {
      _ = putBack(reservation, &accounts, at: reservation.due, into: &sink)
      if accounts.journeys.isOn {
        findNextTimer(of: Int(reservation.account), &accounts, from: minute)
      }
    }
    let day = minute.day
    for account in accounts.spareCoupons.map(\.account) {
      takeUpSpares(Int(account), &accounts, on: day)
    }
    accounts.findNextChange()
  }

  /// The accounts as they stand at a minute, where something has been due that no event has brought
  /// about yet.
  func settled(_ accounts: borrowing SchemeAccounts, at minute: Minute) -> SchemeAccounts {
    var settled = copy accounts
    var journal = NoJournal()
    settleWaiting(&settled, at: minute, into: &journal)
    return settled
  }
}

extension SchemeAccounts {
  /// Works out when something changes by itself.
  mutating func findNextChange() {
    nextChange = spareCoupons.reduce(reservations.firstDue) { first, spare in
      let state = states[Int(spare.account)]
      let isHeld = state.coupons & (1 << UInt16(spare.offer)) != 0
      guard isHeld else { return .min }
      let lastDay = Day(index: state.couponLastDay[Int(spare.offer)])
      return min(first, lastDay.advanced(by: 1).start.index)
    }
  }
}
