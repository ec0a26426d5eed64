import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// Handles a paid order: checks everything first, so that a refused order changes nothing.
  ///
  /// Inlined so that the decision is written where it is to be.
  @inline(always)
  func order(
    _ basket: borrowing Span<BasketLine>, offers: OfferSet, points: Int64, _ account: Int,
    _ accounts: inout SchemeAccounts, at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    let total = BasketTotal(basket)
    guard accounts.states[account].isMember else {
      return orderWithoutMembership(total, presents: offers != [] || points != 0)
    }
    var touch = touch(account, in: accounts, at: minute)
    var decision = Decision()
    decision.tierBefore = UInt8(touch.tier)
    var room = Int64.max
    let objection = admit(
      basket, total, offers: offers, points: points, account, &accounts, touch, &decision.terms,
      &room)
    guard objection.refusal == .none else {
      return refused(objection.refusal, by: objection.rule, at: touch)
    }
    if decision.terms.gifts != [] { decision.giveGifts() }
    if decision.terms.privileges != [] { decision.givePrivileges() }
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    if programs[touch.scheme].keepsOrders {
      openRecord(points, decision.terms.offers, account, &accounts, touch, at: minute)
    }
    pay(points, account, &accounts, touch, &decision, at: minute, into: &sink)
    if programs[touch.scheme].hasRisk {
      countOrderAgainstRisk(
        offers: decision.terms.offers, account, &accounts, &touch, &decision.risk)
    }
    earn(
      basket, total, account, &accounts, touch,
      as: playing(decision.terms.offers.rawValue, touch), atMost: room, &decision, into: &sink)
    if accounts.tags.stride > 0 { countTowardTags(account, &accounts, touch, paid: decision.paid) }
    let withholds =
      programs[touch.scheme].hasRisk
      && withholdsFirstOrder(account, &accounts, touch, &decision)
    countOrder(&accounts.states[account], &decision, touch, withholding: withholds)
    if !accounts.spareCoupons.isEmpty {
      let spares = takeUpSpares(account, &accounts, on: minute.day)
      accounts.book.noteSpares(spares, keeping: programs[touch.scheme].keepsOrders)
    }
    conclude(basket, total, account, &accounts, touch, &decision, into: &sink)
    return decision
  }

  /// Writes an order's terms in place and has budgets count it; why not, if it may not be placed.
  ///
  /// Inlined so that the terms are worked out where they are to stay.
  ///
  /// - Parameter room: the most points that budgets let it earn.
  @inline(always)
  func admit(
    _ basket: borrowing Span<BasketLine>, _ total: BasketTotal, offers: OfferSet, points: Int64,
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ terms: inout Quote,
    _ room: inout Int64
  ) -> (refusal: Refusal, rule: RuleID) {
    if holdsBudgets(touch, accounts) {
      return admitWithinBudgets(
        basket, total, offers: offers, points: points, account, &accounts, touch, &terms, &room)
    }
    let standing = accounts.standing(account, on: touch.day)
    let priced = orderPrice(of: basket, total, offers: offers.rawValue, account, accounts, touch)
    guard priced.refusal == .none else { return (priced.refusal, priced.refusedBy) }
    terms.list = Money(minor: total.list)
    fill(&terms, priced.price, basket, total, standing, account, accounts, touch)
    return programs[touch.scheme].maySpend(points, ofAtMost: terms.spendablePoints.count)
      ? (.none, .none) : (.pointsNotSpendable, RuleNumber.redeem)
  }

  /// Makes active what waited for an order, and issues what this one earns.
  ///
  /// - Parameter earning: the tier, day and hour by which it earns.
  @inline(__always)
  func earn(
    _ basket: borrowing Span<BasketLine>, _ total: BasketTotal, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, as earning: Touch, atMost room: Int64,
    _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    if accounts.settlesFirst {
      activate(waitingFor: .order, account, &accounts, touch, into: &sink)
    }
    guard programs[touch.scheme].hasPoints else { return }
    let sale = Sale(
      list: total.list, paid: decision.paid.minor, pointsPaid: decision.spentValue.minor,
      items: total.items)
    guard !programs[touch.scheme].hasRisk else {
      return earnUnderRisk(
        by: sale, basket, account, &accounts, earning, at: touch.minute, atMost: room, &decision,
        into: &sink)
    }
    decision.earnedPoints = Points(
      earn(
        by: sale, basket, account, &accounts, earning, at: touch.minute, atMost: room, into: &sink))
  }

  /// What comes after the order is counted: goals, privileges and rewards, expired points that come
  /// back, the record, points that live longer.
  @inline(__always)
  func conclude(
    _ basket: borrowing Span<BasketLine>, _ total: BasketTotal, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision,
    into sink: inout some TransferSink
  ) {
    if programs[touch.scheme].growthWindow != nil {
      noteGrowth(decision.earnedGrowth, account, &accounts, in: touch.calendar.month)
    }
    if programs[touch.scheme].spendGoalCount > 0 {
      countTowardGoals(account, &accounts, touch, &decision)
    }
    if programs[touch.scheme].privilegeCount > 0 {
      countTowardPrivileges(account, &accounts, touch, decision)
    }
    if programs[touch.scheme].rewardsOrders {
      reward(
        items: total.items, account, &accounts, touch, &decision, at: touch.minute, into: &sink)
    }
    if programs[touch.scheme].reinstates {
      reinstate(account, &accounts, touch, decision, into: &sink)
    }
    if programs[touch.scheme].keepsOrders { closeRecord(basket, &accounts, touch, &decision) }
    if programs[touch.scheme].hasReferral {
      noteInvitedOrder(account, &accounts, touch, &decision, into: &sink)
    }
    if programs[touch.scheme].extendsOnRise {
      extendOnRise(account, &accounts, touch, decision, into: &sink)
    }
    if accounts.journeys.isOn { followOrder(account, &accounts, at: touch.minute) }
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

  /// What is not taken.
  func refused(_ refusal: Refusal, by rule: RuleID = .none, at touch: Touch) -> Decision {
    var decision = Decision(at: touch)
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
    _ state: inout AccountState, _ decision: inout Decision, _ touch: Touch,
    withholding: Bool = false
  ) {
    settleGrace(of: &state, on: touch.day)
    decision.earnedGrowth = Points(programs[touch.scheme].growthShare.of(decision.paid.minor))
    state.growth += decision.earnedGrowth.count
    if programs[touch.scheme].countsSpend { state.spendMinor += decision.paid.minor }
    promote(&state)
    decision.tierAfter = state.tier
    state.coupons &= ~decision.terms.offers.rawValue
    if state.orderCount == 0, !withholding {
      decision.granted = grant(
        programs[touch.scheme].firstOrderCoupons, to: &state, on: touch.day)
    }
    state.orderCount += 1
    state.lastOrder = touch.day.index
  }
}

extension Decision {
  /// Nothing yet, in the tier that the member has.
  init(at touch: Touch) {
    self.init()
    (tierBefore, tierAfter) = (UInt8(touch.tier), UInt8(touch.tier))
  }

  /// Books the gifts: rewards that come with the order itself.
  mutating func giveGifts() {
    rewardCount += Int32(terms.gifts.rawValue.nonzeroBitCount)
    rewardCost += terms.giftCost
    rewardValue += terms.giftValue
  }
}
