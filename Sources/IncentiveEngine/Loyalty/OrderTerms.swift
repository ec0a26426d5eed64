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
      quote.earnedPoints = Points(
        pointsEarned(
          paid: price.left, items: total.items, birthday: state.birthday, at: touch))
      Self.fill(&quote, pay: price.left, standing, programs[touch.scheme])
    }
    if touch.tier + 1 < Int(programs[touch.scheme].tierCount) {
      let index = Int(programs[touch.scheme].firstTier) + touch.tier
      Self.fill(
        &quote, pay: price.left, state, programs[touch.scheme], tiers[index], next: tiers[index + 1]
      )
    }
    return quote
  }

  private static func fill(
    _ quote: inout Quote, pay: Int64, _ standing: HolderStanding,
    _ program: borrowing SchemeProgram
  ) {
    let balance = standing.spendable.count
    quote.balance = standing.spendable
    quote.nextExpiry = standing.nextExpiry
    quote.nextExpiryPoints = standing.nextExpiryPoints
    guard program.stepPoints > 0 else { return }
    let steps = program.spendableSteps(pay: pay, balance: balance)
    quote.spendablePoints = Points(steps * program.stepPoints)
    quote.spendableValue = Money(minor: steps * program.stepValue)
    quote.rewardPoints = Points(program.smallestPoints)
    quote.rewardValue = Money(minor: program.smallestValue)
    quote.pointsToReward = Points(max(0, program.smallestPoints - balance))
  }

  private static func fill(
    _ quote: inout Quote, pay: Int64, _ state: borrowing AccountState,
    _ program: borrowing SchemeProgram, _ tier: borrowing TierProgram,
    next: borrowing TierProgram
  ) {
    quote.toNextTier = max(0, next.threshold - state.counted(program))
    quote.tierSpan = next.threshold - tier.threshold
    quote.towardNextTier = program.countsSpend ? pay : program.growthShare.of(pay)
    quote.nextTierGainPerMille = tier.nextGainPerMille
  }
}
