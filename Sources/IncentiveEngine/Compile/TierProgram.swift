import Quantities
import Timeline

/// One tier as the engine runs it.
struct TierProgram: Sendable {
  var threshold: Int64
  /// What is taken off the list price, rounded down; the rest is the tier's price.
  var reduction: Share
  /// By how many thousandths of the list price the next tier is cheaper.
  var nextGainPerMille: Int32
  /// The highest tier, this one or below, out of which nobody falls.
  var floor: UInt8 = 0
}

extension TierProgram {
  init(_ tier: Tier, next: Tier?) {
    threshold = tier.threshold
    reduction = Share(restOf: tier.price)
    let nextPrice = (next ?? tier).price.of(1000, rounding: .halfUp)
    nextGainPerMille = Int32(tier.price.of(1000, rounding: .halfUp) - nextPrice)
  }
}
