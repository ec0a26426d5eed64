public import Quantities
public import Timeline

// What is missing to the next threshold (M15): asked only where members add goods to reach one, so
// that a quote costs nothing for it.
extension LoyaltyEngine {
  /// By how much the list price must grow to reach the nearest threshold of an open or held offer.
  public func missingToThreshold(
    _ basket: borrowing Span<BasketLine>, for account: Int, in accounts: borrowing SchemeAccounts,
    at minute: Minute
  ) -> Money {
    guard accounts.states[account].isMember else { return .zero }
    if accounts.nextChange <= minute.index {
      return missingToThreshold(
        basket, for: account, in: settled(accounts, at: minute), at: minute)
    }
    let total = BasketTotal(basket)
    let touch = touch(account, in: accounts, at: minute)
    let tierPrice = tierPrice(of: total.list, at: touch)
    var nearest = Int64.max
    var open = touch.calendar.promotions
    for position in BitPositions(
      bits: accounts.states[account].coupons & touch.calendar.coupons)
    where accounts.states[account].couponLastDay[position] >= touch.day.index {
      open |= 1 << UInt16(position)
    }
    // Goods that are added are any goods: they reach no threshold on items.
    open &= lineRules.schemes[touch.scheme].unscoped
    for position in BitPositions(bits: open) {
      let offer = offers[Int(programs[touch.scheme].firstOffer) + position]
      nearest = min(nearest, threshold(of: offer, above: tierPrice))
    }
    guard nearest < .max else { return .zero }
    return Money(minor: list(forTierPrice: nearest, at: touch) - total.list)
  }

  /// An offer's lowest threshold above a price; the largest number if there is none.
  private func threshold(of offer: borrowing OfferProgram, above tierPrice: Int64) -> Int64 {
    if offer.minimumSpend > tierPrice { return offer.minimumSpend }
    let ladder = offer.firstStep..<offer.firstStep + offer.stepCount
    for step in ladder where steps[step].minimumSpend.minor > tierPrice {
      return steps[step].minimumSpend.minor
    }
    return .max
  }

  /// The least list price at which a tier's members pay so much before offers.
  ///
  /// A price p = L − ⌊r·L⌋ is at least t exactly from L = ⌊(t − 1) ÷ (1 − r)⌋ + 1 on.
  private func list(forTierPrice price: Int64, at touch: Touch) -> Int64 {
    let reduction = tiers[Int(programs[touch.scheme].firstTier) + touch.tier].reduction
    let rest = Int128(reduction.denominator - reduction.numerator)
    guard rest > 0 else { return price }
    return Int64(Int128(price - 1) * Int128(reduction.denominator) / rest) + 1
  }

  /// The last day of the offer of a stack that ends first; never if none is announced to end.
  func lastDay(of stack: UInt16, _ state: borrowing AccountState, _ touch: Touch) -> Day {
    var last = Day.never.index
    for position in BitPositions(bits: stack) {
      let offer = Int(programs[touch.scheme].firstOffer) + position
      last = min(
        last, offers[offer].isCoupon ? state.couponLastDay[position] : offers[offer].lastDay)
    }
    return Day(index: last)
  }
}
