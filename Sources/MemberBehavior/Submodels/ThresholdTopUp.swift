internal import PortableMath
public import Quantities

// A basket near a threshold grows to reach it, with probability 1 − e^(−w · ρ · (gain ÷ added)²):
// members add goods worth what is missing when the step gives back much of it. That ladders of
// thresholds move larger baskets is the direction of seed claim K19; form and size are assumptions.
// Off switch: `top-up`.

extension ReactionModel {
  /// Whether baskets of this segment ever grow.
  public var topsUp: Bool { topUpWeight > 0 }

  /// Whether a member adds goods to reach a threshold, given an addressed uniform mark.
  ///
  /// - Parameters:
  ///   - addedMinor: the list price of what would be added.
  ///   - extraMinor: what the larger order would cost more than this one.
  ///   - response: the person's ρ.
  public func topsUp(
    addedMinor: Int64, extraMinor: Int64, response: Double, mark: Double
  ) -> Bool {
    guard topUpWeight > 0, response > 0, addedMinor > extraMinor else { return false }
    let ratio = Double(addedMinor - extraMinor) / Double(addedMinor)
    return mark < 1 - PortableMath.exp(-topUpWeight * response * ratio * ratio)
  }
}

extension BasketModel {
  /// What is added to a basket that lacks an amount: in amount mode that and up to a tenth more, as
  /// goods seldom fit exactly (`assumption:`); of a catalogue the cheapest item that is enough.
  ///
  /// Nothing if no one item is enough. In amount mode the line grows: there is no further item.
  public func addition(missing: Money, mark: Double) -> BasketItem? {
    switch self {
    case .amount(_, let costShare):
      let list = missing.minor + Int64(Double(missing.minor) * 0.1 * mark)
      return BasketItem(
        listMinor: list, costMinor: costShare.of(list, rounding: .halfUp), quantity: 0, item: 0,
        category: 0)
    case .catalogue(let items, _):
      let enough = items.indices.filter { items[$0].priceMinor >= missing.minor }
      guard let item = enough.min(by: { items[$0].priceMinor < items[$1].priceMinor }) else {
        return nil
      }
      return BasketItem(
        listMinor: items[item].priceMinor, costMinor: items[item].costMinor, quantity: 1,
        item: UInt16(item), category: items[item].category)
    }
  }
}
