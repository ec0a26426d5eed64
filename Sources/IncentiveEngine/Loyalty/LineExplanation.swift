import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// What became of each offer, where prices depend on lines or offers stand in groups.
  func offerFindingsByLine(
    _ quote: Quote, _ basket: borrowing Span<BasketLine>, _ state: AccountState, _ touch: Touch
  ) -> [RuleFinding] {
    withUnsafeTemporaryAllocation(of: PricedLine.self, capacity: basket.count) { buffer in
      layOut(basket, scheme: touch.scheme, in: buffer)
      var lines = buffer.mutableSpan
      let context = context(of: &lines, scheme: touch.scheme, tier: touch.tier)
      let applicable = applicableOffers(lines, context, state, touch)
      let chosen = chosen(of: applicable, &lines, context)
      let stack = quote.offers.rawValue
      var findings: [RuleFinding] = []
      for position in 0..<Int(programs[touch.scheme].offerCount) {
        let rule = rule(ofOffer: position, in: touch.scheme)
        let bit: UInt16 = 1 << UInt16(position)
        if stack & bit != 0 {
          // What it takes off the part of the stack before it.
          let before = price(after: stack & (bit - 1), &lines, context).left
          let after = price(after: stack & (bit | (bit - 1)), &lines, context).left
          findings.append(finding(rule, .price, money: before - after))
          continue
        }
        let refusal = refusal(
          ofOffer: position, in: stack | bit, chosen: chosen, lines, context, state, touch)
        findings.append(finding(rule, .price, refusal == .none ? .notNeeded : .refused(refusal)))
      }
      return findings
    }
  }
}
