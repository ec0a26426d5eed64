import Quantities
import Timeline

// The legal stack with the least to pay; ties go to fewer offers, then to rule order.
extension LoyaltyEngine {
  /// The price under the best stack of these offers.
  ///
  /// One more offer never raises what is left, as each leaves more where it found more. So the least
  /// is reached by all stackable offers together or by one exclusive offer, and what remains is to
  /// drop the offers of the stack that change nothing.
  @inline(__always)
  func bestPrice(of applicable: UInt16, tierPrice: Int64, at touch: Touch) -> StackPrice {
    // Most often no coupon is held and nothing is on.
    applicable == 0
      ? StackPrice(tierPrice: tierPrice)
      : bestPrice(ofSome: applicable, tierPrice: tierPrice, at: touch)
  }

  @inline(never)
  private func bestPrice(
    ofSome applicable: UInt16, tierPrice: Int64, at touch: Touch
  ) -> StackPrice {
    let exclusives = applicable & programs[touch.scheme].exclusives
    var best = price(after: applicable ^ exclusives, tierPrice: tierPrice, at: touch)
    // Most often that is all there is to it.
    if exclusives != 0 || best.leastGain == 0 {
      improve(&best, exclusives, tierPrice: tierPrice, at: touch)
    }
    return best
  }

  /// Drops from a stack what changes nothing, and takes an exclusive offer that is better alone.
  @inline(never)
  private func improve(
    _ best: inout StackPrice, _ exclusives: UInt16, tierPrice: Int64, at touch: Touch
  ) {
    if best.leastGain == 0 { best = leanest(best, tierPrice: tierPrice, at: touch) }
    for position in BitPositions(bits: exclusives) {
      let alone = price(after: 1 << UInt16(position), tierPrice: tierPrice, at: touch)
      if alone.left < best.left
        || (alone.left == best.left && StackPrice.isPreferred(alone.stack, to: best.stack))
      {
        best = alone
      }
    }
  }

  /// The preferred part of a stack that leaves no more to pay than all of it.
  ///
  /// An offer whose absence alone raises the price is in every such part.
  private func leanest(_ all: StackPrice, tierPrice: Int64, at touch: Touch) -> StackPrice {
    var spare: UInt16 = 0
    for position in BitPositions(bits: all.stack) {
      let bit: UInt16 = 1 << UInt16(position)
      if price(after: all.stack ^ bit, tierPrice: tierPrice, at: touch).left == all.left {
        spare |= bit
      }
    }
    let needed = all.stack ^ spare
    var best = all
    // Every part of `spare`, ascending: the classic walk over the subsets of a bit set.
    var part: UInt16 = 0
    repeat {
      if StackPrice.isPreferred(needed | part, to: best.stack) {
        let price = price(after: needed | part, tierPrice: tierPrice, at: touch)
        if price.left == all.left { best = price }
      }
      part = (part &- spare) & spare
    } while part != 0
    return best
  }
}
