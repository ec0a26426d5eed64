import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// The quote of exactly these offers.
  func terms(
    _ stack: UInt16, total: BasketTotal, tierPrice: Int64, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Quote {
    var quote = Quote(list: Money(minor: total.list))
    quote.tier = UInt8(touch.tier)
    quote.tierDiscount = Money(minor: total.list - tierPrice)
    quote.offers = OfferSet(rawValue: stack)
    if stack != 0 { fillDiscounts(&quote, stack, tierPrice: tierPrice, at: touch) }
    let pay = quote.pay.minor
    if programs[touch.scheme].hasPoints {
      fillPoints(&quote, pay: pay, items: total.items, account, accounts, touch)
    }
    fillTier(&quote, pay: pay, account, accounts, touch)
    return quote
  }

  private func fillDiscounts(
    _ quote: inout Quote, _ stack: UInt16, tierPrice: Int64, at touch: Touch
  ) {
    let first = programs[touch.scheme].firstOffer
    let coupons = programs[touch.scheme].coupons
    var left = tierPrice
    var bits = stack
    while bits != 0 {
      let position = bits.trailingZeroBitCount
      bits &= bits &- 1
      let off = reduction(of: first + position, from: left, tierPrice: tierPrice)
      left -= off
      if coupons & (1 << UInt16(position)) != 0 {
        quote.couponDiscount.minor += off
      } else {
        quote.promotionDiscount.minor += off
      }
    }
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
    guard programs[touch.scheme].stepPoints > 0 else { return }
    let smallest = programs[touch.scheme].smallestPoints
    let spendable = spendablePoints(pay: pay, balance: balance.count, in: touch.scheme)
    quote.spendablePoints = Points(spendable)
    quote.spendableValue = Money(minor: value(ofPoints: spendable, in: touch.scheme))
    quote.rewardPoints = Points(smallest)
    quote.rewardValue = Money(minor: value(ofPoints: smallest, in: touch.scheme))
    quote.pointsToReward = Points(max(0, smallest - balance.count))
  }

  private func fillTier(
    _ quote: inout Quote, pay: Int64, _ account: Int, _ accounts: borrowing SchemeAccounts,
    _ touch: Touch
  ) {
    guard touch.tier + 1 < programs[touch.scheme].tierCount else { return }
    let index = programs[touch.scheme].firstTier + touch.tier
    let countsSpend = programs[touch.scheme].countsSpend
    let counted =
      countsSpend ? accounts.states[account].spendMinor : accounts.states[account].growth
    quote.toNextTier = max(0, tiers[index + 1].threshold - counted)
    quote.tierSpan = tiers[index + 1].threshold - tiers[index].threshold
    quote.towardNextTier = countsSpend ? pay : growth(paid: pay, in: touch.scheme)
    quote.nextTierGainPerMille = tiers[index].nextGainPerMille
  }

  /// Growth value that money earns, truncated (M09).
  func growth(paid: Int64, in scheme: Int) -> Int64 {
    programs[scheme].hasGrowth ? programs[scheme].growthRate.of(paid, rounding: .down) : 0
  }
}
