import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// Handles a paid order: checks everything first, so that a refused order changes nothing.
  func order(
    _ basket: borrowing Span<BasketLine>, offers: OfferSet, points: Int64, _ account: Int,
    _ accounts: inout SchemeAccounts, at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    let total = BasketTotal(basket)
    guard accounts.states[account].isMember else {
      return orderWithoutMembership(total, presents: offers != [] || points != 0)
    }
    let standing = accounts.standing(account, on: minute.day)
    let touch = touch(account, in: accounts, at: minute)
    var reductions: OfferReductions?
    let priced = orderPrice(
      of: basket, total, offers: offers.rawValue, account, accounts, touch,
      reductions: &reductions)
    guard priced.refusal == .none else {
      return refused(priced.refusal, by: priced.refusedBy, touch)
    }
    var decision = Decision()
    decision.tierBefore = UInt8(touch.tier)
    decision.terms.list = Money(minor: total.list)
    fill(&decision.terms, priced.price, basket, total, standing, account, accounts, touch)
    let spendable = decision.terms.spendablePoints.count
    if let reductions { limit(&decision.terms, reductions, account, accounts, touch) }
    let most = decision.terms.spendablePoints.count
    guard programs[touch.scheme].maySpend(points, ofAtMost: most) else {
      return refused(.pointsNotSpendable, by: RuleNumber.redeem, touch)
    }
    var room = Int64.max
    if let reductions {
      let overflow = claim(
        decision.terms, points: points, ofAtMost: spendable, basket, total, reductions, account,
        &accounts, touch, room: &room)
      guard overflow == .none else { return refused(.budgetExhausted, by: overflow, touch) }
    }
    if decision.terms.gifts != [] { decision.giveGifts() }
    if decision.terms.privileges != [] { decision.givePrivileges() }
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    if programs[touch.scheme].keepsOrders {
      openRecord(points, decision.terms.offers, account, &accounts, touch, at: minute)
    }
    pay(points, account, &accounts, touch, &decision, at: minute, into: &sink)
    if accounts.settlesFirst {
      activate(waitingFor: .order, account, &accounts, touch, into: &sink)
    }
    if programs[touch.scheme].hasPoints {
      let sale = Sale(
        list: total.list, paid: decision.paid.minor, pointsPaid: decision.spentValue.minor,
        items: total.items)
      decision.earnedPoints = Points(
        earn(
          by: sale, basket, account, &accounts, playing(decision.terms.offers.rawValue, touch),
          at: minute, atMost: room, into: &sink))
    }
    countOrder(&accounts.states[account], &decision, touch)
    if !accounts.spareCoupons.isEmpty {
      let spares = takeUpSpares(account, &accounts, on: minute.day)
      accounts.book.noteSpares(spares, keeping: programs[touch.scheme].keepsOrders)
    }
    if programs[touch.scheme].spendGoalCount > 0 {
      countTowardGoals(account, &accounts, touch, &decision)
    }
    if programs[touch.scheme].privilegeCount > 0 {
      countTowardPrivileges(account, &accounts, touch, decision)
    }
    if programs[touch.scheme].rewardsOrders {
      reward(items: total.items, account, &accounts, touch, &decision, at: minute, into: &sink)
    }
    conclude(basket, account, &accounts, touch, &decision, into: &sink)
    return decision
  }

  /// What comes last: expired points that come back, the record, points that live longer.
  @inline(__always)
  private func conclude(
    _ basket: borrowing Span<BasketLine>, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    if programs[touch.scheme].reinstates {
      reinstate(account, &accounts, touch, decision, into: &sink)
    }
    if programs[touch.scheme].keepsOrders { closeRecord(basket, &accounts, touch, &decision) }
    if programs[touch.scheme].extendsOnRise {
      extendOnRise(account, &accounts, touch, decision, into: &sink)
    }
  }

  /// Whoever is no member buys at list price; there is nothing to present.
  private func orderWithoutMembership(_ total: BasketTotal, presents: Bool) -> Decision {
    var decision = Decision()
    if presents {
      decision.refusal = .notAMember
    } else {
      decision.terms = Quote(list: Money(minor: total.list))
      decision.paid = decision.terms.list
    }
    return decision
  }

  /// An order that is not taken.
  private func refused(_ refusal: Refusal, by rule: RuleID, _ touch: Touch) -> Decision {
    var decision = Decision()
    decision.tierBefore = UInt8(touch.tier)
    decision.tierAfter = decision.tierBefore
    (decision.refusal, decision.refusedBy) = (refusal, rule)
    return decision
  }

  /// Expires what was due before a day.
  func settleExpiry(
    _ account: Int, _ accounts: inout SchemeAccounts, on day: Day,
    into sink: inout some TransferSink
  ) {
    accounts.ledger.settleExpiry(of: account, asOf: day, into: &sink)
  }

  private func pay(
    _ points: Int64, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, at minute: Minute, into sink: inout some TransferSink
  ) {
    decision.paid = decision.terms.pay
    guard points > 0 else { return }
    let status = accounts.ledger.redeem(
      Points(points), from: account, at: minute, rule: RuleNumber.redeem, reason: .checkout,
      into: &sink)
    precondition(status == .posted, "points that may be spent can be spent")
    decision.spentPoints = Points(points)
    decision.spentValue = Money(minor: programs[touch.scheme].value(ofPoints: points))
    decision.paid = decision.terms.pay - decision.spentValue
    countSpending(points, account, &accounts, touch)
    if programs[touch.scheme].slides { noteSpending(account, &accounts, touch) }
  }

  /// Counts a paid order: growth value, spend, tier, coupons used, first-order coupons.
  func countOrder(
    _ state: inout AccountState, _ decision: inout Decision, _ touch: Touch
  ) {
    settleGrace(of: &state, on: touch.day)
    decision.earnedGrowth = Points(programs[touch.scheme].growthShare.of(decision.paid.minor))
    state.growth += decision.earnedGrowth.count
    if programs[touch.scheme].countsSpend { state.spendMinor += decision.paid.minor }
    promote(&state)
    decision.tierAfter = state.tier
    state.coupons &= ~decision.terms.offers.rawValue
    if state.orderCount == 0 {
      decision.granted = grant(
        programs[touch.scheme].firstOrderCoupons, to: &state, on: touch.day)
    }
    state.orderCount += 1
    state.lastOrder = touch.day.index
  }
}

extension Decision {
  /// Books the gifts: rewards that come with the order itself.
  mutating func giveGifts() {
    rewardCount += Int32(terms.gifts.rawValue.nonzeroBitCount)
    rewardCost += terms.giftCost
    rewardValue += terms.giftValue
  }
}
