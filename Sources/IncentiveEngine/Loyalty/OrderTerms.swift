import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// Writes the terms of exactly these offers into a quote of the list price.
  ///
  /// Inlined where the quote is to be: a quote that is first made elsewhere and then copied costs
  /// more than all that is worked out here.
  @inline(always)
  func fill(
    _ quote: inout Quote, _ price: StackPrice, _ basket: borrowing Span<BasketLine>,
    _ total: BasketTotal, _ standing: HolderStanding, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) {
    quote.tier = UInt8(truncatingIfNeeded: touch.tier)
    quote.offers = OfferSet(rawValue: price.stack)
    if price.stack != 0 {
      quote.offersLastDay = lastDay(of: price.stack, accounts.states[account], touch)
    }
    if price.gifts != 0 {
      quote.gifts = GiftSet(rawValue: price.gifts)
      quote.giftValue = Money(minor: price.giftValue)
      quote.giftCost = Money(minor: price.giftCost)
    }
    quote.promotionDiscount = Money(minor: price.promotions)
    quote.couponDiscount = Money(minor: price.coupons)
    quote.tierDiscount = Money(minor: total.list - price.left - price.promotions - price.coupons)
    if programs[touch.scheme].hasPoints {
      let sale = Sale(list: total.list, paid: price.left, items: total.items)
      quote.earnedPoints = Points(
        pointsEarned(by: sale, basket, account, accounts, playing(price.stack, touch)))
      Self.fill(
        &quote, pay: price.left, standing, room: spendingRoom(account, accounts, touch),
        programs[touch.scheme])
    }
    if touch.tier + 1 < Int(programs[touch.scheme].tierCount) {
      let index = Int(programs[touch.scheme].firstTier) + touch.tier
      Self.fill(
        &quote, pay: price.left, accounts.states[account], programs[touch.scheme], tiers[index],
        next: tiers[index + 1])
    }
    if programs[touch.scheme].privilegeCount > 0 {
      quote.take(privilegeTerms(basket, offers: price.stack, account, accounts, touch))
    }
    if programs[touch.scheme].stampCard >= 0 { quote.take(stampTerms(account, accounts, touch)) }
  }

  @inline(always)
  private static func fill(
    _ quote: inout Quote, pay: Int64, _ standing: HolderStanding, room: Int64,
    _ program: borrowing SchemeProgram
  ) {
    let balance = standing.spendable.count
    quote.balance = standing.spendable
    quote.nextExpiry = standing.nextExpiry
    quote.nextExpiryPoints = standing.nextExpiryPoints
    guard program.rewardPoints > 0 else { return }
    let steps = program.spendableSteps(pay: pay, balance: min(balance, room))
    quote.spendablePoints = Points(steps * program.stepPoints)
    quote.spendableValue = Money(minor: steps * program.stepValue)
    quote.rewardPoints = Points(program.rewardPoints)
    quote.rewardValue = Money(minor: program.rewardValue)
    quote.pointsToReward = Points(max(0, program.rewardPoints - balance))
  }

  @inline(always)
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
