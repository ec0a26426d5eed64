import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// The quote of exactly these offers.
  func terms(
    _ price: StackPrice, total: BasketTotal, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Quote {
    var quote = Quote(list: Money(minor: total.list))
    quote.tier = UInt8(truncatingIfNeeded: touch.tier)
    quote.offers = OfferSet(rawValue: price.stack)
    quote.promotionDiscount = Money(minor: price.promotions)
    quote.couponDiscount = Money(minor: price.coupons)
    quote.tierDiscount = Money(minor: total.list - price.left - price.promotions - price.coupons)
    if touch.program.hasPoints {
      fillPoints(&quote, pay: price.left, items: total.items, account, accounts, touch)
    }
    if touch.tier + 1 < Int(touch.program.tierCount) {
      fillTier(&quote, pay: price.left, accounts.states[account], touch)
    }
    return quote
  }

  private func fillPoints(
    _ quote: inout Quote, pay: Int64, items: Int64, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) {
    let balance = accounts.ledger.spendable(account, on: touch.day)
    quote.balance = balance
    quote.earnedPoints = Points(
      pointsEarned(
        paid: pay, items: items, birthday: accounts.states[account].birthday, at: touch))
    if let next = accounts.ledger.nextExpiry(account, on: touch.day) {
      quote.nextExpiry = next.day
      quote.nextExpiryPoints = next.points
    }
    guard touch.program.stepPoints > 0 else { return }
    let steps = touch.program.spendableSteps(pay: pay, balance: balance.count)
    quote.spendablePoints = Points(steps * touch.program.stepPoints)
    quote.spendableValue = Money(minor: steps * touch.program.stepValue)
    quote.rewardPoints = Points(touch.program.smallestPoints)
    quote.rewardValue = Money(minor: touch.program.smallestValue)
    quote.pointsToReward = Points(max(0, touch.program.smallestPoints - balance.count))
  }

  private func fillTier(
    _ quote: inout Quote, pay: Int64, _ state: borrowing AccountState, _ touch: Touch
  ) {
    let index = Int(touch.program.firstTier) + touch.tier
    let counted = touch.program.countsSpend ? state.spendMinor : state.growth
    let next = tiers[index + 1].threshold
    quote.toNextTier = max(0, next - counted)
    quote.tierSpan = next - tiers[index].threshold
    quote.towardNextTier =
      touch.program.countsSpend ? pay : touch.program.growthShare.of(pay)
    quote.nextTierGainPerMille = tiers[index].nextGainPerMille
  }
}
