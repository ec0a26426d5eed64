import PointsLedger
import Quantities
import Timeline

// The offers that an order presents, where prices depend on lines or offers stand in groups.
extension LoyaltyEngine {
  /// The price under exactly these offers, or the first refusal in order of precedence.
  func orderPriceByLine(
    of basket: borrowing Span<BasketLine>, offers stack: UInt16, among allowed: UInt16 = .max,
    _ state: AccountState, _ touch: Touch
  ) -> PricedOrder {
    withUnsafeTemporaryAllocation(of: PricedLine.self, capacity: basket.count) { buffer in
      layOut(basket, scheme: touch.scheme, in: buffer)
      var lines = buffer.mutableSpan
      let context = context(of: &lines, scheme: touch.scheme, tier: touch.tier)
      let applicable = stack == 0 ? 0 : allowed & applicableOffers(lines, context, state, touch)
      let chosen = chosen(of: applicable, &lines, context)
      var order = PricedOrder(price: StackPrice(tierPrice: context.tierPrice))
      for position in BitPositions(bits: stack) {
        let found = refusal(
          ofOffer: position, in: stack, chosen: chosen, lines, context, state, touch)
        if found != .none, order.refusal == .none || found.rawValue < order.refusal.rawValue {
          order.refusal = found
          order.refusedBy = rule(ofOffer: position, in: touch.scheme)
        }
      }
      if order.refusal == .none { order.price = price(after: stack, &lines, context) }
      return order
    }
  }

  /// Why an offer may not be used in a stack, given what groups chose, or `none`.
  func refusal(
    ofOffer position: Int, in stack: UInt16, chosen: UInt16,
    _ lines: borrowing MutableSpan<PricedLine>, _ context: LineContext,
    _ state: borrowing AccountState, _ touch: Touch
  ) -> Refusal {
    let access = accessRefusal(ofOffer: position, state, touch)
    guard access == .none else { return access }
    let threshold = thresholdRefusal(ofOffer: position, lines, context)
    guard threshold == .none else { return threshold }
    guard combines(position, in: stack, context.scheme) else { return .notCombinable }
    return chosen & (1 << UInt16(position)) == 0 ? .outranked : .none
  }

  /// Whether an offer is neither open nor held, or there is none.
  func accessRefusal(
    ofOffer position: Int, _ state: borrowing AccountState, _ touch: Touch
  ) -> Refusal {
    guard position < Int(programs[touch.scheme].offerCount) else { return .notFound }
    let bit: UInt16 = 1 << UInt16(position)
    if programs[touch.scheme].coupons & bit != 0 {
      guard state.holds(position, on: touch.day) else { return .notHeld }
      guard touch.calendar.coupons & bit == 0 else { return .none }
      return touch.risk.coupons == .none ? .notRunning : touch.risk.coupons
    }
    return touch.calendar.promotions & bit == 0 ? .notRunning : .none
  }

  /// Why a basket does not reach what an offer asks of it, or `none`.
  func thresholdRefusal(
    ofOffer position: Int, _ lines: borrowing MutableSpan<PricedLine>, _ context: LineContext
  ) -> Refusal {
    let measure = measure(ofOffer: position, lines, context)
    guard measure.hasMatch else { return .noMatchingItem }
    let offer = context.firstOffer + position
    guard measure.spend >= offers[offer].minimumSpend else { return .belowThreshold }
    return measure.units >= lineRules.offers[offer].minimumItems ? .none : .tooFewItems
  }

  /// Whether the others of a stack may stand beside an offer.
  private func combines(_ position: Int, in stack: UInt16, _ scheme: Int) -> Bool {
    let bit: UInt16 = 1 << UInt16(position)
    let rules = lineRules.schemes[scheme]
    var partners = rules.joint
    for index in rules.groups where lineRules.groups[index].offers & bit != 0 {
      let group = lineRules.groups[index]
      if group.isExclusive { partners = group.offers }
    }
    if rules.alone & bit != 0 { partners = bit }
    return stack & ~partners == 0
  }
}
