internal import PortableMath

// Whether a member exchanges points with a partner's program: what comes in, at face, less what the
// points given up are felt to be worth when kept, against the effort of asking, as in the points
// mall. Points of either program are thought of alike: the thrift is the same. Members exchange
// all that they can, or nothing. The shape is an `assumption:`. Off switch: `points-exchange`.

extension ReactionModel {
  /// Whether points are exchanged.
  ///
  /// - Parameters:
  ///   - givenMinor: minor units that the points given up are worth at face.
  ///   - receivedMinor: minor units that the points received are worth at face.
  ///   - mark: an addressed uniform mark.
  public func exchanges(givenMinor: Double, receivedMinor: Double, mark: Double) -> Bool {
    guard exchangesPoints else { return false }
    let surplus = receivedMinor - pointThrift * givenMinor
    return surplus > 0 && isWorthTheEffort(surplus, mark: mark)
  }

  /// Whether a surplus outweighs the effort of asking for it: logistic in the logarithm of surplus
  /// over effort, as at checkout.
  func isWorthTheEffort(_ surplusMinor: Double, mark: Double) -> Bool {
    let advantage = PortableMath.log(surplusMinor / redemptionCostMinor)
    return mark < PortableMath.logistic(redemptionSteepness * advantage)
  }
}
