import PointsLedger
import Quantities
import Timeline

// An order that is placed before it is paid (engine semantics, row 13): what it uses is set aside for
// some minutes; then it is paid, released, or free again by itself.
extension LoyaltyEngine {
  /// Sets aside what an order uses; a refused reservation changes nothing.
  ///
  /// Budgets count it at once, as a use (D6); points leave the balance and coupons the account, so
  /// that no other order can have them.
  func reserve(
    _ basket: borrowing Span<BasketLine>, offers: OfferSet, points: Int64, minutes: Int32,
    _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    var decision = Decision()
    guard accounts.states[account].isMember else {
      decision.refusal = .notAMember
      return decision
    }
    let touch = touch(account, in: accounts, at: minute)
    (decision.tierBefore, decision.tierAfter) = (UInt8(touch.tier), UInt8(touch.tier))
    let admission = admit(basket, offers, points, account, &accounts, touch)
    (decision.refusal, decision.refusedBy) = (admission.refusal, admission.refusedBy)
    guard decision.refusal == .none else { return decision }
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    var reservation = Reservation(
      account: UInt32(account), scheme: touch.scheme, made: minute,
      due: minute.advanced(by: max(1, Int(minutes))), basket: basket.indices.map { basket[$0] },
      terms: admission.terms, points: points, room: admission.room, amounts: admission.amounts)
    setAside(&reservation, account, &accounts, touch, into: &sink)
    decision.terms = admission.terms
    decision.spentPoints = Points(points)
    decision.spentValue = Money(minor: programs[touch.scheme].value(ofPoints: points))
    decision.reservation = accounts.reservations.append(reservation)
    accounts.findNextChange()
    return decision
  }

  /// Pays a reservation: the order has the terms that were reserved, whatever has changed since.
  ///
  /// Points are earned by the rules, the tier and the hour of the reservation and live from the day
  /// of the payment; what they earn at most, caps that other orders used up meanwhile included, is
  /// looked at now.
  func commit(
    _ number: ReservationNumber, _ account: Int, _ accounts: inout SchemeAccounts,
    at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    guard let reservation = accounts.reservations.take(number, of: account) else {
      return unknownReservation(account, accounts)
    }
    accounts.findNextChange()
    let touch = touch(account, in: accounts, at: minute)
    var decision = Decision()
    (decision.tierBefore, decision.tierAfter) = (UInt8(touch.tier), UInt8(touch.tier))
    decision.reservation = number
    decision.terms = reservation.terms
    if decision.terms.gifts != [] { decision.giveGifts() }
    if decision.terms.privileges != [] { decision.givePrivileges() }
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    if programs[touch.scheme].keepsOrders { openRecord(reservation, account, &accounts, touch) }
    decision.spentPoints = Points(reservation.points)
    decision.spentValue = Money(
      minor: programs[touch.scheme].value(ofPoints: reservation.points))
    decision.paid = decision.terms.pay - decision.spentValue
    let items = reservation.basket.reduce(0) { $0 + Int64($1.quantity) }
    if accounts.settlesFirst {
      activate(waitingFor: .order, account, &accounts, touch, into: &sink)
    }
    if programs[touch.scheme].hasPoints {
      let sale = Sale(
        list: decision.terms.list.minor, paid: decision.paid.minor,
        pointsPaid: decision.spentValue.minor, items: items)
      decision.earnedPoints = Points(
        earn(
          by: sale, reservation.basket.span, account, &accounts,
          asReserved(reservation, account, accounts, touch), at: minute, atMost: reservation.room,
          into: &sink))
    }
    count(reservation, items: items, account, &accounts, touch, &decision, into: &sink)
    return decision
  }

  /// Gives a reservation up: everything goes back to where it came from.
  func release(
    _ number: ReservationNumber, _ account: Int, _ accounts: inout SchemeAccounts,
    at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    guard let reservation = accounts.reservations.take(number, of: account) else {
      return unknownReservation(account, accounts)
    }
    let decision = putBack(reservation, &accounts, at: minute, into: &sink)
    accounts.findNextChange()
    return decision
  }

  private func unknownReservation(
    _ account: Int, _ accounts: borrowing SchemeAccounts
  ) -> Decision {
    var decision = Decision()
    decision.refusal = accounts.states[account].isMember ? .reservationUnknown : .notAMember
    return decision
  }

  /// What an order counts beside money and points, as of its payment.
  private func count(
    _ reservation: Reservation, items: Int64, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    // A coupon of the same kind that came in meanwhile is not the one that was used.
    let held = accounts.states[account].coupons & reservation.terms.offers.rawValue
    countOrder(&accounts.states[account], &decision, touch)
    accounts.states[account].coupons |= held
    if programs[touch.scheme].spendGoalCount > 0 {
      countTowardGoals(account, &accounts, touch, &decision)
    }
    if programs[touch.scheme].privilegeCount > 0 {
      countTowardPrivileges(account, &accounts, touch, decision)
    }
    if programs[touch.scheme].rewardsOrders {
      reward(items: items, account, &accounts, touch, &decision, at: touch.minute, into: &sink)
    }
    if programs[touch.scheme].keepsOrders {
      closeRecord(reservation.basket.span, &accounts, touch, &decision)
    }
  }

  /// The reservation's day, tier and hour as far as rules look at them; points are issued on the day
  /// of the payment.
  private func asReserved(
    _ reservation: Reservation, _ account: Int, _ accounts: borrowing SchemeAccounts,
    _ touch: Touch
  ) -> Touch {
    var reserved = self.touch(account, in: accounts, at: reservation.made)
    reserved.tier = Int(reservation.terms.tier)
    reserved.day = touch.day
    reserved.minute = touch.day.start.advanced(by: reservation.made.minuteOfDay)
    reserved.calendar.month = touch.calendar.month
    reserved.calendar.expiry = touch.calendar.expiry
    return reserved
  }
}
