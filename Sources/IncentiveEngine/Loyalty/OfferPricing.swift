import Quantities
import Timeline

/// What is left to pay after a stack of offers.
///
/// Wide numbers come first: where a narrow one leaves a gap before them, they are copied across it in
/// pieces that do not line up, and a read waits for the write before it.
struct StackPrice {
  /// What is left to pay.
  var left: Int64
  /// What promotions took off.
  var promotions: Int64
  /// What coupons took off.
  var coupons: Int64
  /// At least so much more would be left if any one offer were dropped.
  var leastGain: Int64
  /// What the stack's gifts are worth to the member, and what they cost.
  var giftValue: Int64 = 0
  var giftCost: Int64 = 0
  /// The offers, one bit each.
  var stack: UInt16
  /// The gifts, one bit each.
  var gifts: UInt16 = 0

  /// What is left to pay less what gifts are worth.
  var net: Int64 { left - giftValue }

  /// Whether the stack wins a tie: it has fewer offers, or as many and the first that differs.
  static func isPreferred(_ stack: UInt16, to other: UInt16) -> Bool {
    let (count, otherCount) = (stack.nonzeroBitCount, other.nonzeroBitCount)
    if count != otherCount { return count < otherCount }
    let differing = stack ^ other
    return stack & differing & (~differing &+ 1) != 0
  }
}

extension StackPrice {
  /// The price without offers.
  init(tierPrice: Int64) {
    self.init(left: tierPrice, promotions: 0, coupons: 0, leastGain: .max, stack: 0)
  }
}

// Promotions and coupons (M15–M18): what each takes off.
extension LoyaltyEngine {
  /// What the tier's members pay for a basket before offers.
  @inline(__always)
  func tierPrice(of list: Int64, at touch: Touch) -> Int64 {
    list - tiers[Int(programs[touch.scheme].firstTier) + touch.tier].reduction.of(list)
  }

  /// The offers that are open or held and whose threshold the basket reaches, one bit each.
  ///
  /// Read through a span: an array gives out a copy of the account, all of its last days included.
  @inline(__always)
  func applicableOffers(
    _ tierPrice: Int64, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> UInt16 {
    let first = Int(programs[touch.scheme].firstOffer)
    let states = accounts.states.span
    var applicable = touch.calendar.promotions
    for position in BitPositions(bits: states[account].coupons & touch.calendar.coupons)
    where states[account].couponLastDay[position] >= touch.day.index {
      applicable |= 1 << UInt16(position)
    }
    for position in BitPositions(bits: applicable)
    where tierPrice < offers[first + position].minimumSpend {
      applicable &= ~(1 << UInt16(position))
    }
    return applicable
  }

  /// What one offer takes off what earlier offers left; thresholds look at the tier price.
  func reduction(of offer: borrowing OfferProgram, from left: Int64, tierPrice: Int64) -> Int64 {
    if offer.stepCount == 0 { return min(offer.share.of(left), offer.cap) }
    var step = offer.firstStep + offer.stepCount - 1
    while step > offer.firstStep, steps[step].minimumSpend.minor > tierPrice { step -= 1 }
    return min(steps[step].off.minor, left)
  }

  /// What is left to pay after a stack of offers, in rule order.
  ///
  /// An offer dropped leaves the later ones more to work on. A share of p takes at most ⌈p·g⌉ of a
  /// gain g back; an amount takes nothing of it, unless the price has reached zero.
  func price(after stack: UInt16, tierPrice: Int64, at touch: Touch) -> StackPrice {
    let first = Int(programs[touch.scheme].firstOffer)
    var coupons: Int64 = 0
    var left = tierPrice
    var leastGain = Int64.max
    for position in BitPositions(bits: stack) {
      let offer = offers[first + position]
      let off = reduction(of: offer, from: left, tierPrice: tierPrice)
      if offer.isCoupon { coupons += off }
      left -= off
      if offer.stepCount == 0, leastGain != .max {
        leastGain -= offer.share.roundedUp(of: leastGain)
      }
      leastGain = left == 0 ? 0 : min(leastGain, off)
    }
    return StackPrice(
      left: left, promotions: tierPrice - left - coupons, coupons: coupons,
      leastGain: leastGain, stack: stack)
  }
}
