import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// The quote of exactly these offers.
  func terms(
    _ price: StackPrice, total: BasketTotal, _ standing: HolderStanding,
    _ state: borrowing AccountState, _ touch: Touch
  ) -> Quote {
    var quote = Quote(list: Money(minor: total.list))
    quote.tier = UInt8(truncatingIfNeeded: touch.tier)
    quote.offers = OfferSet(rawValue: price.stack)
    quote.promotionDiscount = Money(minor: price.promotions)
    quote.couponDiscount = Money(minor: price.coupons)
    quote.tierDiscount = Money(minor: total.list - price.left - price.promotions - price.coupons)
    if programs[touch.scheme].hasPoints {
      fillPoints(&quote, pay: price.left, items: total.items, standing, state.birthday, touch)
    }
    if touch.tier + 1 < Int(programs[touch.scheme].tierCount) {
      fillTier(&quote, pay: price.left, state, touch)
    }
    return quote
  }

  private func fillPoints(
    _ quote: inout Quote, pay: Int64, items: Int64, _ standing: HolderStanding,
    _ birthday: Birthday, _ touch: Touch
  ) {
    let balance = standing.spendable
    quote.balance = balance
    quote.nextExpiry = standing.nextExpiry
    quote.nextExpiryPoints = standing.nextExpiryPoints
    quote.earnedPoints = Points(
      pointsEarned(
        paid: pay, items: items, birthday: birthday, at: touch))
    let program = programs[touch.scheme]
    guard program.stepPoints > 0 else { return }
    let steps = program.spendableSteps(pay: pay, balance: balance.count)
    quote.spendablePoints = Points(steps * program.stepPoints)
    quote.spendableValue = Money(minor: steps * program.stepValue)
    quote.rewardPoints = Points(program.smallestPoints)
    quote.rewardValue = Money(minor: program.smallestValue)
    quote.pointsToReward = Points(max(0, program.smallestPoints - balance.count))
  }

  private func fillTier(
    _ quote: inout Quote, pay: Int64, _ state: borrowing AccountState, _ touch: Touch
  ) {
    let index = Int(programs[touch.scheme].firstTier) + touch.tier
    let counted = programs[touch.scheme].countsSpend ? state.spendMinor : state.growth
    let next = tiers[index + 1].threshold
    quote.toNextTier = max(0, next - counted)
    quote.tierSpan = next - tiers[index].threshold
    quote.towardNextTier =
      programs[touch.scheme].countsSpend ? pay : programs[touch.scheme].growthShare.of(pay)
    quote.nextTierGainPerMille = tiers[index].nextGainPerMille
  }
}
