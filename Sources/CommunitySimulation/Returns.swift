internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// Goods that a person will send back.
struct PlannedReturn {
  var minute: Int32
  var person: UInt32
  /// The account that the order went to.
  var account: Int
  /// The order as the engine numbered it; nothing for a person who is no member.
  var order: OrderNumber?
  /// How many items of each line come back; none where all of the order does.
  var items: [BasketLine]
  /// What those lines cost, at list price and the merchant.
  var listMinor: Int64
  var costMinor: Int64
  /// Whether the order counts: it was within the horizon, or on the simulated days after it.
  var isCounted: Bool
}

/// Order ─▶ days later ─▶ return ─▶ decision ─▶ tally.
extension ArmRun {
  /// Draws what of an order comes back, and when: by the occasion's address, so the same in all arms.
  mutating func planReturn(
    of occasion: Occasion, _ basket: borrowing Span<BasketLine>, order: OrderNumber?,
    isCounted: Bool
  ) {
    let person = Int(occasion.person)
    // Only the first 64 lines of a basket are looked at: no basket holds more than 20.
    guard let model = plan.returns, basket.count <= 64 else { return }
    let address = address(returnPurpose(occasion.stream), of: occasion)
    let segment = Int(people[person].traits.segment)
    var lines: UInt64 = 0
    for index in basket.indices {
      let word = draws.block(at: address, attempt: UInt32(index) + 1).first
      // The middle of one of 2³² equal cells.
      let mark = (Double(word) + 0.5) * 0x1p-32
      if mark < model.rate(segment: segment, category: Int(basket[index].category)) {
        lines |= 1 << UInt64(index)
      }
    }
    let isLoop = loops(person, at: address)
    if isLoop { lines = .max }
    guard lines != 0 else { return }
    let (delay, whole) = draws.uniformPair(at: address)
    if whole < model.wholeShare || isLoop { lines = .max >> UInt64(64 - basket.count) }
    var planned = PlannedReturn(
      minute: occasion.minute
        + (isLoop ? plan.abuse?.returnDays ?? 0 : 0) * 1440
        + (isLoop ? 0 : model.delayMinutes(mark: delay)), person: occasion.person,
      account: order == nil ? person : account(for: occasion),
      order: order, items: [], listMinor: 0, costMinor: 0,
      isCounted: isCounted)
    for index in basket.indices where lines & (1 << UInt64(index)) != 0 {
      planned.listMinor += basket[index].listMinor
      planned.costMinor +=
        plan.baskets.costMinor(ofItem: basket[index].item).map {
          $0 * Int64(basket[index].quantity)
        } ?? occasion.costMinor
    }
    if order != nil, lines.nonzeroBitCount < basket.count {
      for index in basket.indices {
        let quantity = lines & (1 << UInt64(index)) == 0 ? 0 : basket[index].quantity
        planned.items.append(BasketLine(listMinor: 0, quantity: quantity))
      }
    }
    followUps.add(.goodsBack(planned))
  }

  /// Goods come back: the merchant pays for them, and the engine undoes what they brought.
  mutating func meetReturn(_ planned: PlannedReturn) {
    let minute = Minute(index: planned.minute)
    guard let order = planned.order else {
      observe(planned, nil)
      if isMeasuring, planned.isCounted { tallyReturnOfStranger(planned) }
      if isRunningOff, planned.isCounted {
        runOffReturn(planned, refundedMinor: planned.listMinor)
      }
      return
    }
    let person = Int(planned.person)
    // Accounts that were joined meanwhile are the first.
    let account =
      planned.account == person || plan.abuse != nil
      ? planned.account : secondAccount(of: person) ?? person
    let decision = plan.engine.handle(
      .refund(order: order, part: planned.items.isEmpty ? .whole : .lines),
      basket: planned.items.span,
      for: account, in: &accounts, at: minute, into: &sinks)
    noteTimer(of: account)
    if decision.risk.acts { note(decision, ofAccount: account, at: minute) }
    observe(planned, decision)
    if decision.referral.change != .none { note(decision.referral, friend: person, at: minute) }
    if isMeasuring, planned.isCounted { tallyReturn(planned, decision) }
    if isRunningOff, planned.isCounted, decision.refusal == .none {
      runOffReturn(planned, refundedMinor: decision.paid.minor)
    }
  }

  private mutating func observe(_ planned: PlannedReturn, _ decision: Decision?) {
    guard sinks.second.watches(Int(planned.person)) else { return }
    sinks.second.observe(
      .goodsBack(
        ReturnRecord(
          minute: Minute(index: planned.minute), list: Money(minor: planned.listMinor),
          decision: decision)), of: Int(planned.person))
  }

  private func returnPurpose(_ stream: OccasionStream) -> Purpose {
    switch stream {
    case .need: .needReturn
    case .impulse: .impulseReturn
    case .message: .messageReturn
    }
  }

  /// A return that the engine has decided; of a refused one the goods stay with the member.
  private mutating func tallyReturn(_ planned: PlannedReturn, _ decision: Decision) {
    guard decision.refusal == .none else {
      tally.add(to: .refusedReturns)
      return
    }
    let terms = decision.terms
    tallyGoodsBack(planned)
    if people[Int(planned.person)].abuse != .none {
      tally.add(
        -(terms.tierDiscount + terms.promotionDiscount + terms.couponDiscount
          + decision.spentValue).minor, to: .abuseCostMinor)
    }
    let undone =
      (terms.tierDiscount + terms.promotionDiscount + terms.couponDiscount + decision.spentValue)
      .minor
    book(cost: -undone, benefit: -undone, of: Int(planned.person))
    books[Int(planned.person)].marginMinor -= terms.list.minor
    tally.add(decision.paid.minor, to: .refundedMinor)
    tally.add(terms.list.minor, to: .returnedListMinor)
    tally.add(
      (terms.tierDiscount + terms.promotionDiscount + terms.couponDiscount).minor,
      to: .undoneDiscountMinor)
    tally.add(decision.spentValue.minor, to: .undoneRedeemedMinor)
    tally.add(Int64(decision.refund.couponsReturned.count), to: .couponsReturned)
  }

  private mutating func tallyReturnOfStranger(_ planned: PlannedReturn) {
    tallyGoodsBack(planned)
    books[Int(planned.person)].marginMinor -= planned.listMinor
    tally.add(planned.listMinor, to: .refundedMinor)
    tally.add(planned.listMinor, to: .returnedListMinor)
  }

  private mutating func tallyGoodsBack(_ planned: PlannedReturn) {
    guard let model = plan.returns else { return }
    tally.add(to: .returnedOrders)
    let recovered = model.recovered(ofCost: planned.costMinor)
    books[Int(planned.person)].marginMinor += recovered
    tally.add(recovered, to: .returnedGoodsMinor)
  }
}
