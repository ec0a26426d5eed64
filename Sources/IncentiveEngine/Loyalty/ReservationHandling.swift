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
    let total = BasketTotal(basket)
    var reductions: OfferReductions?
    var room = Int64.max
    let objection =
      holdsBudgets(touch, accounts)
      ? admitWithinBudgets(
        basket, total, offers: offers, points: points, account, &accounts, touch, &decision.terms,
        &room, &reductions)
      : admit(
        basket, total, offers: offers, points: points, account, &accounts, touch, &decision.terms,
        &room)
    guard objection.refusal == .none else {
      return refused(objection.refusal, by: objection.rule, at: touch)
    }
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    var reservation = Reservation(
      account: UInt32(account), scheme: touch.scheme, made: minute,
      due: minute.advanced(by: max(1, Int(minutes))), basket: basket.indices.map { basket[$0] },
      terms: decision.terms, points: points, room: room)
    if let reductions { reservation.amounts = amounts(reductions, points, room, touch) }
    setAside(&reservation, account, &accounts, touch, into: &sink)
    if programs[touch.scheme].hasRisk,
      decision.terms.offers.rawValue & programs[touch.scheme].coupons != 0
    {
      var counting = touch
      note(.coupons, of: account, &accounts, &counting, &decision.risk)
    }
    decision.spentPoints = Points(points)
    decision.spentValue = Money(minor: programs[touch.scheme].value(ofPoints: points))
    decision.reservation = accounts.reservations.append(reservation)
    accounts.findNextChange()
    return decision
  }

  /// Pays a reservation: the order has the terms that were reserved, whatever has changed since.
  ///
  /// Points are earned by the rules, the tier and the hour of the reservation, are booked at the
  /// minute of the payment and live from its day; what they earn at most, caps that other orders used up meanwhile included, is
  /// looked at now.
  func commit(
    _ number: ReservationNumber, _ account: Int, _ accounts: inout SchemeAccounts,
    at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    guard let reservation = accounts.reservations.take(number, of: account) else {
      return unknownReservation(account, accounts)
    }
    accounts.findNextChange()
    var touch = touch(account, in: accounts, at: minute)
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
    if reservation.points > 0, programs[touch.scheme].slides {
      noteSpending(account, &accounts, touch)
    }
    if programs[touch.scheme].hasRisk {
      countOrderAgainstRisk(offers: [], account, &accounts, &touch, &decision.risk)
    }
    let total = BasketTotal(reservation.basket.span)
    earn(
      reservation.basket.span, total, account, &accounts, touch,
      as: asReserved(reservation, account, accounts, touch), atMost: reservation.room, &decision,
      into: &sink)
    // A coupon of the same kind that came in meanwhile is not the one that was used.
    let held = accounts.states[account].coupons & reservation.terms.offers.rawValue
    if accounts.tags.stride > 0 { countTowardTags(account, &accounts, touch, paid: decision.paid) }
    let withholds =
      programs[touch.scheme].hasRisk
      && withholdsFirstOrder(account, &accounts, touch, &decision)
    countOrder(&accounts.states[account], &decision, touch, withholding: withholds)
    accounts.states[account].coupons |= held
    conclude(
      reservation.basket.span, total, account, &accounts, touch, &decision, into: &sink)
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

  /// The reservation's day, tier and hour as far as rules look at them; points are issued on the day
  /// of the payment, and booked and held against cooldowns at its minute.
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
    reserved.risk = touch.risk
    return playing(reservation.terms.offers.rawValue, reserved)
  }
}
