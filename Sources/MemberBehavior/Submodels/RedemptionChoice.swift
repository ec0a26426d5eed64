internal import PortableMath

// Whether a member spends points at an order: logistic in the logarithm of their value over the
// effort of spending them, 1 ÷ (1 + (effort ÷ value)^k). Small balances stay unspent, so breakage
// emerges and is no constant (direction: Stourm, Bradlow & Fader 2015). Off switch: `redemption`.

extension ReactionModel {
  /// Whether points worth so many minor units are spent, given an addressed uniform mark.
  public func spendsPoints(worth valueMinor: Int64, mark: Double) -> Bool {
    guard redeems, valueMinor > 0 else { return false }
    let advantage = PortableMath.log(Double(valueMinor) / redemptionCostMinor)
    return mark < PortableMath.logistic(redemptionSteepness * advantage)
  }
}
