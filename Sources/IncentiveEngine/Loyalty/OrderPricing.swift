import PointsLedger
import Quantities
import Timeline

/// What an order's offers come to, or why it may not have them.
struct PricedOrder {
  var price: StackPrice
  var refusal: Refusal = .none
  var refusedBy: RuleID = .none
}

// The offers that an order presents.
extension LoyaltyEngine {
  /// The price under exactly these offers where no budgets are held, or the first refusal.
  @inline(always)
  func orderPrice(
    of basket: borrowing Span<BasketLine>, _ total: BasketTotal, offers stack: UInt16,
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> PricedOrder {
    // Most orders present nothing; the account is not copied for them.
    if stack == 0, !programs[touch.scheme].pricesByLine {
      return PricedOrder(price: StackPrice(tierPrice: tierPrice(of: total.list, at: touch)))
    }
    return orderPrice(
      of: basket, total, offers: stack, among: .max, accounts.states[account], touch)
  }

  /// The price under exactly these offers as budgets pay it, or the first refusal.
  ///
  /// - Parameter reductions: what each offer takes off; nothing if an offer is refused without
  ///   looking at budgets.
  func budgetedPrice(
    of basket: borrowing Span<BasketLine>, _ total: BasketTotal, offers stack: UInt16,
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch,
    reductions: inout OfferReductions?
  ) -> PricedOrder {
    let allowed = affordableStack(of: basket, total, account, accounts, touch).allowed
    var order = orderPrice(
      of: basket, total, offers: stack, among: allowed | stack, accounts.states[account], touch)
    guard order.refusal == .none else { return order }
    let fit = fit(order.price, basket, account, accounts, touch)
    order.price = fit.price
    reductions = fit.reductions
    if fit.refused != 0 {
      order.refusal = .budgetExhausted
      order.refusedBy = budgets[fit.budget].rule
    }
    return order
  }

  /// The price under exactly these offers, or the first refusal in order of precedence.
  @inline(never)
  func orderPrice(
    of basket: borrowing Span<BasketLine>, _ total: BasketTotal, offers stack: UInt16,
    among allowed: UInt16, _ state: AccountState, _ touch: Touch
  ) -> PricedOrder {
    if programs[touch.scheme].pricesByLine {
      return orderPriceByLine(of: basket, offers: stack, among: allowed, state, touch)
    }
    let tierPrice = tierPrice(of: total.list, at: touch)
    var order = PricedOrder(price: StackPrice(tierPrice: tierPrice))
    for position in BitPositions(bits: stack) {
      let found = refusal(ofOffer: position, in: stack, tierPrice, state, touch)
      if found != .none, order.refusal == .none || found.rawValue < order.refusal.rawValue {
        order.refusal = found
        order.refusedBy = rule(ofOffer: position, in: touch.scheme)
      }
    }
    guard order.refusal == .none else { return order }
    order.price = price(after: stack, tierPrice: tierPrice, at: touch)
    return order
  }

  /// Why an offer may not be used in a stack, or `none`.
  func refusal(
    ofOffer position: Int, in stack: UInt16, _ tierPrice: Int64,
    _ state: borrowing AccountState, _ touch: Touch
  ) -> Refusal {
    let access = accessRefusal(ofOffer: position, state, touch)
    guard access == .none else { return access }
    let bit: UInt16 = 1 << UInt16(position)
    let offer = Int(programs[touch.scheme].firstOffer) + position
    guard tierPrice >= offers[offer].minimumSpend else { return .belowThreshold }
    let isAlone = stack == bit
    return isAlone || programs[touch.scheme].exclusives & stack == 0 ? .none : .notCombinable
  }

  /// The rule of an offer; none if there is no such offer.
  func rule(ofOffer position: Int, in scheme: Int) -> RuleID {
    guard position < Int(programs[scheme].offerCount) else { return .none }
    return offers[Int(programs[scheme].firstOffer) + position].rule
  }
}
