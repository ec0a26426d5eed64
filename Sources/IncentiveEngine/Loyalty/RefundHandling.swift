import PointsLedger
import Quantities
import Timeline

// Refunds (engine semantics, rows 7 and 8): of all of an order, of items, of an amount.
extension LoyaltyEngine {
  /// Undoes all or part of an order; a refused refund changes nothing.
  func refund(
    _ number: OrderNumber, _ part: RefundPart, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: inout SchemeAccounts, at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    var decision = Decision()
    let touch = touch(account, in: accounts, at: minute)
    (decision.tierBefore, decision.tierAfter) = (UInt8(touch.tier), UInt8(touch.tier))
    let order = Int(number.index)
    guard let policy = schemes[touch.scheme].scheme.refunds, accounts.book.orders.count > order,
      accounts.book.orders[order].account == UInt32(account)
    else {
      decision.refusal = accounts.states[account].isMember ? .orderUnknown : .notAMember
      return decision
    }
    var undoing = Undoing(order, accounts.book, values: lineValues(of: order, accounts.book))
    decision.refusal = lateness(of: order, accounts, policy, on: minute.day)
    if decision.refusal == .none {
      decision.refusal = advance(&undoing, part, basket, policy, touch)
    }
    if decision.refusal == .none, programs[touch.scheme].hasRisk,
      let full = riskRings(of: touch.scheme).first(where: {
        $0.activity == .refunds && $0.action == .refuse
          && accounts.risk.isFull($0, account, at: minute)
      })
    {
      (decision.refusal, decision.refusedBy) = (.velocity, full.rule)
      decision.risk.note(.refused, .velocity, by: full.rule)
    }
    guard decision.refusal == .none else { return decision }
    undoing.write(to: &accounts.book)
    decision.order = number
    decision.fill(undoing)
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    restorePoints(undoing, policy, &accounts, touch, &decision, at: minute, into: &sink)
    takeBackPoints(undoing, policy, &accounts, touch, &decision, at: minute, into: &sink)
    if !accounts.invitations.isUnused {
      takeBackInvitations(
        undoing, policy, account, &accounts, touch, &decision, into: &sink)
    }
    takeBackStamps(undoing, &accounts, touch, &decision)
    takeBackPrivileges(undoing, &accounts, touch, decision)
    let base = base(
      of: undoing.record, accounts.book, touch,
      lastReview: programs[touch.scheme].ownReview.flatMap {
        accounts.day(of: $0.last, for: account)
      })
    rollBack(undoing, policy, base, &accounts.states[account], touch, &decision)
    takeBackGrowth(undoing, &accounts, decision)
    returnSpares(undoing, policy, account, &accounts, touch, &decision)
    if !accounts.spareCoupons.isEmpty { takeUpSpares(account, &accounts, on: minute.day) }
    takeBackSpend(undoing, &accounts, touch, decision)
    if accounts.tags.stride > 0 { takeBackTags(undoing, account, &accounts, decision) }
    if programs[touch.scheme].hasRisk {
      var counting = touch
      note(.refunds, of: account, &accounts, &counting, &decision.risk)
      noteRefundLoop(account, policy, &accounts, touch, &decision, into: &sink)
    }
    return decision
  }

  private func lateness(
    of order: Int, _ accounts: borrowing SchemeAccounts, _ policy: RefundPolicy, on day: Day
  ) -> Refusal {
    guard let window = policy.windowDays else { return .none }
    let ordered = Minute(index: accounts.book.orders[order].minute).day
    return ordered.distance(to: day) > window ? .returnTooLate : .none
  }

  /// What each line of an order cost after every reduction, paid in money or in points.
  func lineValues(of order: Int, _ book: OrderBook) -> [Int64] {
    let record = book.orders[order]
    let basket = book.lineRange(order).map { book.lines[$0].line }
    guard basket.count > 1 else { return basket.map { _ in record.value } }
    var bills: [LineBill] = []
    appendLineBills(
      of: basket.span, terms: record.terms, spentValue: .zero, scheme: Int(record.scheme),
      to: &bills)
    let values = bills.map(\.paid.minor)
    // A budget that ran out paid only part of the reductions.
    guard values.reduce(0, +) != record.value else { return values }
    return LargestRemainder.split(record.value, by: values)
  }

  /// Carries out one part of a refund on the lines; why not, if it cannot be.
  private func advance(
    _ undoing: inout Undoing, _ part: RefundPart, _ basket: borrowing Span<BasketLine>,
    _ policy: RefundPolicy, _ touch: Touch
  ) -> Refusal {
    guard !undoing.isOver else { return .returnedAlready }
    switch part {
    case .whole: undoing.undoAll()
    case .amount(let money): return undoing.undo(money.minor)
    case .lines:
      let refusal = undoing.giveBack(basket)
      guard refusal == .none else { return refusal }
      let withheld = policy.reductions == .reevaluate ? reductionLost(undoing, touch) : 0
      undoing.settle(withholding: withheld)
    }
    return .none
  }

  /// What the items kept cost more when priced anew than as part of the order.
  private func reductionLost(_ undoing: Undoing, _ touch: Touch) -> Int64 {
    var kept: [BasketLine] = []
    var value: Int64 = 0
    for (line, lineValue) in zip(undoing.lines, undoing.values) {
      let quantity = line.line.quantity - line.returned
      guard quantity > 0 else { continue }
      let part = UndonePart(part: Int64(quantity), whole: Int64(line.line.quantity))
      var left = line.line
      left.quantity = quantity
      left.listMinor = part.of(line.line.listMinor, .down)
      kept.append(left)
      value += part.of(lineValue, .up)
    }
    var touch = touch
    touch.scheme = Int(undoing.record.scheme)
    touch.tier = Int(undoing.record.tier)
    return max(0, price(ofKept: kept.span, under: undoing.record.offers, touch) - value)
  }

  /// What a basket costs under those of some offers that it still earns.
  private func price(
    ofKept basket: borrowing Span<BasketLine>, under offers: UInt16, _ touch: Touch
  ) -> Int64 {
    var stack = offers
    guard !programs[touch.scheme].pricesByLine else {
      return withUnsafeTemporaryAllocation(of: PricedLine.self, capacity: basket.count) { buffer in
        layOut(basket, scheme: touch.scheme, in: buffer)
        var lines = buffer.mutableSpan
        let context = context(of: &lines, scheme: touch.scheme, tier: touch.tier)
        for position in BitPositions(bits: stack)
        where thresholdRefusal(ofOffer: position, lines, context) != .none {
          stack &= ~(1 << UInt16(position))
        }
        return price(after: stack, &lines, context).left
      }
    }
    let tierPrice = tierPrice(of: BasketTotal(basket).list, at: touch)
    let first = Int(programs[touch.scheme].firstOffer)
    for position in BitPositions(bits: stack)
    where tierPrice < self.offers[first + position].minimumSpend {
      stack &= ~(1 << UInt16(position))
    }
    return price(after: stack, tierPrice: tierPrice, at: touch).left
  }
}

extension Decision {
  /// Says what a refund undid of the order's price.
  fileprivate mutating func fill(_ undoing: Undoing) {
    let (before, after) = (undoing.before, undoing.after)
    let record = undoing.record
    func undone(_ amount: Int64, _ rounding: Rounding) -> Int64 {
      after.share.of(amount, rounding) - before.share.of(amount, rounding)
    }
    let list = after.list - before.list
    let value = after.value.part - before.value.part
    terms = Quote(list: Money(minor: list))
    terms.tier = record.tier
    // Reductions are undone in proportion to each other, by cumulative shares of their sum.
    let reductions = record.list - record.value
    func reduced(_ progress: RefundProgress, _ amount: Int64) -> Int64 {
      UndonePart(part: progress.list - progress.value.part, whole: reductions).of(amount, .down)
    }
    func reductionUndone(_ amount: Int64) -> Int64 {
      reductions == 0 ? 0 : reduced(after, amount) - reduced(before, amount)
    }
    let tierPart = reductionUndone(record.tierDiscount)
    let promotionPart = reductionUndone(record.tierDiscount + record.promotionDiscount) - tierPart
    terms.tierDiscount = Money(minor: tierPart)
    terms.promotionDiscount = Money(minor: promotionPart)
    terms.couponDiscount = Money(minor: list - value - tierPart - promotionPart)
    paid = Money(minor: undone(record.paid, .down))
    spentValue = Money(minor: value) - paid
    refund.withheld = Money(minor: after.lineValue - before.lineValue - value)
    refund.isWhole = after.isWhole
  }
}
