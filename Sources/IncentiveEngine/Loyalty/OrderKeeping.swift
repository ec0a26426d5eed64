import PointsLedger
import Quantities
import Timeline

// Writing down what an order did, for the day on which it is returned.
extension LoyaltyEngine {
  /// Opens the record of an order that is about to be paid: what stood before, which coupons are
  /// used, and which lots pay.
  func openRecord(
    _ points: Int64, _ offers: OfferSet, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, at minute: Minute
  ) {
    var record = OrderRecord()
    record.minute = minute.index
    record.account = UInt32(account)
    record.scheme = UInt16(touch.scheme)
    record.tier = UInt8(touch.tier)
    record.baseTier = record.tier
    record.graceLastDay = accounts.states[account].graceLastDay
    record.graceTier = accounts.states[account].graceTier
    record.firstCouponDay = UInt32(accounts.book.couponDays.count)
    for position in BitPositions(bits: offers.rawValue & programs[touch.scheme].coupons) {
      accounts.book.couponDays.append(accounts.states[account].couponLastDay[position])
    }
    record.firstPart = UInt32(accounts.book.parts.count)
    if points > 0 {
      accounts.ledger.appendSources(
        of: Points(points), from: account, on: touch.day, to: &accounts.book.parts)
    }
    record.sourceCount = UInt16(accounts.book.parts.count - Int(record.firstPart))
    accounts.book.append(record, accountCount: accounts.count)
  }

  /// Closes the record that was opened: the lines, the terms, and what was counted.
  func closeRecord(
    _ basket: borrowing Span<BasketLine>, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision
  ) {
    let order = accounts.book.orders.count - 1
    accounts.book.orders[order].firstLine = UInt32(accounts.book.lines.count)
    accounts.book.orders[order].lineCount = UInt16(basket.count)
    for index in basket.indices { accounts.book.lines.append(OrderLine(line: basket[index])) }
    accounts.book.orders[order].earningCount = UInt16(
      accounts.book.parts.count - accounts.book.sources(order).upperBound)
    accounts.book.orders[order].fill(decision)
    accounts.book.orders[order].granted &=
      programs[touch.scheme].firstOrderCoupons | programs[touch.scheme].goalCoupons
    decision.order = OrderNumber(index: UInt32(order))
  }

  /// Issues points that no order earned; the lot that they went to.
  @discardableResult
  func issue(
    _ part: LotPart, to account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    activation: ActivationRule = .atOnce, reason: TransferReason, into sink: inout some TransferSink
  ) -> LotKey {
    guard part.points > .zero else { return part.lot }
    guard activation != .atOnce || touch.risk.isHeld else {
      place(part, Waiting(), account, &accounts, touch, reason, into: &sink)
      return part.lot
    }
    var part = part
    let waiting = held(waiting(activation, touch), touch)
    part.lot.expiry = lastDay(of: waiting, by: expiryRule(at: touch))
    place(part, waiting, account, &accounts, touch, reason, into: &sink)
    return part.lot
  }

  /// Issues what an order earned, and writes the lot down where orders may be returned.
  @inline(__always)
  func issueEarned(
    _ part: LotPart, _ waiting: Waiting, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, reason: TransferReason, into sink: inout some TransferSink
  ) {
    var order: Int32 = -1
    if programs[touch.scheme].keepsOrders {
      accounts.book.parts.append(part)
      order = Int32(accounts.book.orders.count - 1)
    }
    place(part, waiting, account, &accounts, touch, reason, order: order, into: &sink)
  }

  /// Puts points into their lot, pending until a day that is still to come or until an event.
  @inline(__always)
  func place(
    _ part: LotPart, _ waiting: Waiting, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, _ reason: TransferReason, orderedOn: Day? = nil, order: Int32 = -1,
    into sink: inout some TransferSink
  ) {
    let isPending = waiting.until > touch.day
    // What waits for an event keeps alive what is alive, but has no life of its own before it.
    let comesByDay = waiting.trigger.comesByDay && waiting.until.index != .max
    let isAlive = comesByDay || accounts.clocks.lastDay(of: account) != nil
    if programs[touch.scheme].slides, isAlive {
      let day = isPending && comesByDay ? waiting.until : touch.day
      noteEarning(activeFrom: day, account, &accounts, touch)
    }
    if isPending {
      accounts.settlesFirst = true
      var promise = PendingPoints.Promise(
        lot: part.lot, points: part.points.count, orderedOn: orderedOn ?? touch.day,
        order: order, activeFrom: waiting.until, trigger: waiting.trigger)
      promise.earliest = waiting.earliest
      accounts.pending.append(
        promise, to: account, accountCount: accounts.count)
    }
    accounts.ledger.issue(
      part.points, to: account, lot: part.lot, at: touch.minute, reason: reason,
      isPending: isPending, into: &sink)
  }
}

extension OrderBook {
  /// Writes down which coupons that waited took the place of those that the newest order used.
  mutating func noteSpares(_ spares: UInt16, keeping keepsOrders: Bool) {
    if keepsOrders { orders[orders.count - 1].spares = spares }
  }
}

extension OrderRecord {
  fileprivate mutating func fill(_ decision: Decision) {
    list = decision.terms.list.minor
    tierDiscount = decision.terms.tierDiscount.minor
    promotionDiscount = decision.terms.promotionDiscount.minor
    couponDiscount = decision.terms.couponDiscount.minor
    paid = decision.paid.minor
    spent = decision.spentPoints.count
    growth = decision.earnedGrowth.count
    offers = decision.terms.offers.rawValue
    granted = decision.granted.rawValue
    stamps = decision.earnedStamps
  }

  /// The terms of the order, as far as splitting its reductions over lines goes.
  var terms: Quote {
    var quote = Quote(list: Money(minor: list))
    quote.tierDiscount = Money(minor: tierDiscount)
    quote.promotionDiscount = Money(minor: promotionDiscount)
    quote.couponDiscount = Money(minor: couponDiscount)
    quote.offers = OfferSet(rawValue: offers)
    quote.tier = tier
    return quote
  }
}
