import PointsLedger
import Quantities
import Timeline

/// Whether an order may be placed, and on what terms.
struct Admission {
  var refusal: Refusal = .none
  var refusedBy: RuleID = .none
  var terms = Quote(list: .zero)
  /// The most points that budgets let it earn.
  var room = Int64.max
  /// What each budget has counted of it.
  var amounts: [Int64] = []
}

// What a reservation takes out of an account, and how it comes back.
extension LoyaltyEngine {
  /// Checks an order as ``order`` does, and has budgets count it.
  func admit(
    _ basket: borrowing Span<BasketLine>, _ offers: OfferSet, _ points: Int64, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch
  ) -> Admission {
    let total = BasketTotal(basket)
    var admission = Admission()
    var reductions: OfferReductions?
    let priced = orderPrice(
      of: basket, total, offers: offers.rawValue, account, accounts, touch,
      reductions: &reductions)
    (admission.refusal, admission.refusedBy) = (priced.refusal, priced.refusedBy)
    guard admission.refusal == .none else { return admission }
    let standing = accounts.standing(account, on: touch.day)
    var terms = terms(priced.price, basket, total, standing, account, accounts, touch)
    let spendable = terms.spendablePoints.count
    if let reductions { limit(&terms, reductions, account, accounts, touch) }
    guard programs[touch.scheme].maySpend(points, ofAtMost: terms.spendablePoints.count) else {
      (admission.refusal, admission.refusedBy) = (.pointsNotSpendable, RuleNumber.redeem)
      return admission
    }
    admission.terms = terms
    guard let reductions else { return admission }
    let overflow = claim(
      terms, points: points, ofAtMost: spendable, basket, total, reductions, account, &accounts,
      touch, room: &admission.room)
    guard overflow == .none else {
      (admission.refusal, admission.refusedBy) = (.budgetExhausted, overflow)
      return admission
    }
    var use = OrderUse(reductions: reductions)
    use.spentPoints = points
    use.spentValue = programs[touch.scheme].value(ofPoints: points)
    use.earnedPoints = admission.room == .max ? 0 : admission.room
    admission.amounts = budgetRange(touch.scheme).map { use.amount(of: budgets[$0]) }
    return admission
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
