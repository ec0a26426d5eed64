import PointsLedger
import Quantities
import Timeline

// What a reservation takes out of an account, and how it comes back.
extension LoyaltyEngine {
  /// What each of the scheme's budgets has counted of an order that is set aside.
  func amounts(
    _ reductions: OfferReductions, _ points: Int64, _ room: Int64, _ touch: Touch
  ) -> [Int64] {
    var use = OrderUse(reductions: reductions)
    use.spentPoints = points
    use.spentValue = programs[touch.scheme].value(ofPoints: points)
    use.earnedPoints = room == .max ? 0 : room
    return budgetRange(touch.scheme).map { use.amount(of: budgets[$0]) }
  }

  /// Takes points and coupons out of the account.
  func setAside(
    _ reservation: inout Reservation, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, into sink: inout some TransferSink
  ) {
    if reservation.points > 0 {
      let points = Points(reservation.points)
      accounts.ledger.appendSources(
        of: points, from: account, on: touch.day, to: &reservation.lots)
      let status = accounts.ledger.redeem(
        points, from: account, at: touch.minute, rule: RuleNumber.redeem, reason: .reservation,
        into: &sink)
      precondition(status == .posted, "points that may be spent can be set aside")
      countSpending(reservation.points, account, &accounts, touch)
    }
    let used = reservation.terms.offers.rawValue & programs[touch.scheme].coupons
    for position in BitPositions(bits: used) {
      reservation.couponDays.append(accounts.states[account].couponLastDay[position])
    }
    accounts.states[account].coupons &= ~used
    if !accounts.spareCoupons.isEmpty {
      reservation.spares = takeUpSpares(account, &accounts, on: touch.day)
    }
  }

  /// Puts everything back: points into their lots, coupons for their own days, and what budgets and
  /// limits had counted.
  ///
  /// What has run out meanwhile comes back as run out, as if it had not been set aside.
  func putBack(
    _ reservation: Reservation, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    let account = Int(reservation.account)
    let made = touch(account, in: accounts, at: reservation.made)
    var decision = Decision()
    (decision.tierBefore, decision.tierAfter) = (UInt8(made.tier), UInt8(made.tier))
    decision.reservation = reservation.number
    decision.terms = reservation.terms
    decision.spentPoints = Points(reservation.points)
    decision.spentValue = Money(minor: programs[made.scheme].value(ofPoints: reservation.points))
    for part in reservation.lots {
      guard part.lot.expiry >= minute.day else {
        accounts.ledger.expireSpent(
          part.points, of: account, lot: part.lot, at: minute, into: &sink)
        decision.refund.lost += part.points
        continue
      }
      accounts.ledger.restore(
        part.points, to: account, lot: part.lot, at: minute, rule: RuleNumber.redeem,
        reason: .release, into: &sink)
    }
    if reservation.points > 0 { uncountSpending(reservation.points, account, &accounts, made) }
    let used = reservation.terms.offers.rawValue & programs[made.scheme].coupons
    for (position, lastDay) in zip(BitPositions(bits: used), reservation.couponDays)
    where lastDay >= minute.day.index {
      hold(position, until: lastDay, account, &accounts, on: minute.day)
      decision.refund.couponsReturned.insert(OfferSet(offer: position))
    }
    giveBudgetsBack(reservation, &accounts)
    return decision
  }

  /// Releases what an account has set aside under a scheme that it leaves.
  func releaseAll(
    _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) {
    while let number = accounts.reservations.first(of: account) {
      _ = release(number, account, &accounts, at: minute, into: &sink)
    }
  }

  /// Opens the record of an order whose points and coupons were set aside earlier.
  func openRecord(
    _ reservation: Reservation, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) {
    openRecord(0, reservation.terms.offers, account, &accounts, touch, at: touch.minute)
    let order = accounts.book.orders.count - 1
    accounts.book.couponDays.removeLast(reservation.couponDays.count)
    accounts.book.couponDays += reservation.couponDays
    accounts.book.parts += reservation.lots
    accounts.book.orders[order].sourceCount = UInt16(reservation.lots.count)
    accounts.book.orders[order].tier = reservation.terms.tier
    accounts.book.noteSpares(reservation.spares, keeping: true)
  }
}
