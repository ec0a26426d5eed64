import Quantities

/// What budgets count where prices depend on lines.
extension LoyaltyEngine {
  /// What each offer of a stack takes off, in rule order.
  func reductionsByLine(
    of stack: UInt16, _ basket: borrowing Span<BasketLine>, at touch: Touch
  ) -> OfferReductions {
    withUnsafeTemporaryAllocation(of: PricedLine.self, capacity: basket.count) { buffer in
      layOut(basket, scheme: touch.scheme, in: buffer)
      var lines = buffer.mutableSpan
      let context = context(of: &lines, scheme: touch.scheme, tier: touch.tier)
      for index in lines.indices { lines[index].left = lines[index].tierPrice }
      var reductions = OfferReductions(stack: stack)
      var left = context.tierPrice
      for position in BitPositions(bits: stack) {
        let off = reduction(ofOffer: position, from: left, lines, context)
        reductions[position] = off
        left -= off
        lines.select(1 << UInt16(position))
        lines.take(off)
      }
      return reductions
    }
  }
}
