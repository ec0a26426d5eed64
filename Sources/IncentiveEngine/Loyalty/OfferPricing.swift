import Quantities
import Timeline

// Promotions and coupons (M15–M18): what each takes off, and the best legal stack.
extension LoyaltyEngine {
  /// What the tier's members pay for a basket before offers.
  func tierPrice(of list: Int64, at touch: Touch) -> Int64 {
    let reduction = tiers[programs[touch.scheme].firstTier + touch.tier].reduction
    return reduction.numerator == 0 ? list : list - reduction.of(list, rounding: .down)
  }

  /// The offers that are open or held and whose threshold the basket reaches, one bit each.
  func applicableOffers(
    _ tierPrice: Int64, _ account: Int, _ accounts: borrowing SchemeAccounts,
    _ touch: Touch
  ) -> UInt16 {
    var bits = touch.calendar.promotions | accounts.states[account].coupons
    var applicable: UInt16 = 0
    while bits != 0 {
      let position = bits.trailingZeroBitCount
      let bit = bits & (~bits &+ 1)
      bits ^= bit
      guard tierPrice >= offers[programs[touch.scheme].firstOffer + position].minimumSpend else {
        continue
      }
      if touch.calendar.promotions & bit != 0
        || accounts.states[account].couponLastDay[position] >= touch.day.index
      {
        applicable |= bit
      }
    }
    return applicable
  }

  /// What one offer takes off what earlier offers left; thresholds look at the tier price.
  func reduction(of offer: Int, from left: Int64, tierPrice: Int64) -> Int64 {
    if offers[offer].stepCount == 0 {
      return min(offers[offer].share.of(left, rounding: .down), offers[offer].cap)
    }
    var step = offers[offer].firstStep + offers[offer].stepCount - 1
    while step > offers[offer].firstStep, steps[step].minimumSpend.minor > tierPrice { step -= 1 }
    return min(steps[step].off.minor, left)
  }

  /// What is left to pay after a stack of offers, in rule order.
  func price(after stack: UInt16, tierPrice: Int64, at touch: Touch) -> Int64 {
    let first = programs[touch.scheme].firstOffer
    var left = tierPrice
    var bits = stack
    while bits != 0 {
      let position = bits.trailingZeroBitCount
      bits &= bits &- 1
      left -= reduction(of: first + position, from: left, tierPrice: tierPrice)
    }
    return left
  }

  /// The legal stack with the least to pay; ties go to fewer offers, then to rule order.
  ///
  /// One more offer never raises what is left, as each leaves more where it found more. So the least
  /// is reached by all stackable offers together or by one exclusive offer, and what remains is to
  /// drop the offers of the stack that change nothing.
  func bestStack(of applicable: UInt16, tierPrice: Int64, at touch: Touch) -> UInt16 {
    guard applicable != 0 else { return 0 }
    let exclusives = programs[touch.scheme].exclusives
    let all = applicable & ~exclusives
    var least = price(after: all, tierPrice: tierPrice, at: touch)
    var best = leanest(all, leaving: least, tierPrice: tierPrice, at: touch)
    var bits = applicable & exclusives
    while bits != 0 {
      let bit = bits & (~bits &+ 1)
      bits ^= bit
      let left = price(after: bit, tierPrice: tierPrice, at: touch)
      if left < least || (left == least && Self.isPreferred(bit, to: best)) {
        (least, best) = (left, bit)
      }
    }
    return best
  }

  /// Whether a stack wins a tie: it has fewer offers, or as many and the first that differs.
  static func isPreferred(_ stack: UInt16, to other: UInt16) -> Bool {
    let (count, otherCount) = (stack.nonzeroBitCount, other.nonzeroBitCount)
    if count != otherCount { return count < otherCount }
    let differing = stack ^ other
    return stack & differing & (~differing &+ 1) != 0
  }

  /// The preferred part of a stack that leaves no more to pay than all of it.
  private func leanest(
    _ stack: UInt16, leaving least: Int64, tierPrice: Int64, at touch: Touch
  ) -> UInt16 {
    var spare: UInt16 = 0
    var bits = stack
    while bits != 0 {
      let bit = bits & (~bits &+ 1)
      bits ^= bit
      if price(after: stack ^ bit, tierPrice: tierPrice, at: touch) == least { spare |= bit }
    }
    guard spare != 0 else { return stack }
    return preferred(spare, with: stack ^ spare, leaving: least, tierPrice: tierPrice, at: touch)
  }

  /// The preferred part of the spare offers that, with the needed ones, leaves the least.
  private func preferred(
    _ spare: UInt16, with needed: UInt16, leaving least: Int64, tierPrice: Int64, at touch: Touch
  ) -> UInt16 {
    var best = spare
    // Every part of `spare`, ascending: the classic walk over the subsets of a bit set.
    var part: UInt16 = 0
    repeat {
      if Self.isPreferred(part, to: best),
        price(after: needed | part, tierPrice: tierPrice, at: touch) == least
      {
        best = part
      }
      part = (part &- spare) & spare
    } while part != 0
    return needed | best
  }
}
