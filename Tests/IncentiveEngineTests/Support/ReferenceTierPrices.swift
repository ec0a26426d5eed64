import IncentiveEngine
import Quantities
import Timeline

// What lines cost before offers, and how an amount is split over them.
extension ReferenceShop {
  /// What each line costs at the member's tier.
  func tierPrices(_ basket: [BasketLine], _ member: ReferenceMember, on day: Day) -> [Int64] {
    guard let ladder = scheme(member).tiers?.tiers else { return basket.map(\.listMinor) }
    let tier = ladder[tier(member, on: day)]
    var prices = basket.map(\.listMinor)
    var others: [Int] = []
    for (index, line) in basket.enumerated() {
      if let own = tier.memberPrices.first(where: { $0.item == line.item }) {
        prices[index] = min(line.listMinor, own.price.minor * Int64(line.quantity))
      } else {
        others.append(index)
      }
    }
    let sum = others.reduce(0) { $0 + prices[$1] }
    let off = sum * (tier.price.denominator - tier.price.numerator) / tier.price.denominator
    return take(off, from: prices, others)
  }

  /// Splits an amount over some of the lines.
  func take(_ off: Int64, from left: [Int64], _ lines: [Int]) -> [Int64] {
    guard !lines.isEmpty, off > 0 else { return left }
    var left = left
    let shares = LargestRemainder.split(off, by: lines.map { left[$0] })
    for (line, share) in zip(lines, shares) { left[line] -= share }
    return left
  }
}
