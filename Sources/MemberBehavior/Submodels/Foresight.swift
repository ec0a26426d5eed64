internal import PortableMath

// Members who look ahead on a stamp card, in place of the pull of nearness: a visit is worth what it
// brings the reward nearer. With m stamps missing, and γ what a visit's delay leaves of a value,
//   V(m) = γ · (ln(e^(c + V(m−1)) + e^V(m)) − ln(1 + e^c)),  V(0) = w,
// the value of going on beyond that of a shop without a card, for a member who buys at a visit with
// the logit that the model has anyway; the next stamp pulls by V(m−1) − V(m). So a goal gradient
// follows from discounting alone (Hartmann & Viard 2008, QME 6:109–137; Kopalle et al. 2012,
// Marketing Science 31:216–235, estimate such members). One reward is foreseen, and a stamp an
// order; γ is an `assumption:`, and 0 unless a scenario says otherwise. Off switch:
// `forward-looking`.

extension ReactionModel {
  /// The most stamps that are looked ahead: farther rewards pull as one so far.
  private static var horizon: Int32 { 100 }

  /// V(m−1) − V(m): what the next stamp brings a member who misses so many.
  ///
  /// - Parameter worth: V(0), the utility of the full card.
  func foreseenPull(stampsMissing: Int32, worth: Double) -> Double {
    var nearer = worth
    var value = nearer
    for _ in 0..<min(stampsMissing, Self.horizon) {
      nearer = value
      value = valueOneStampFarther(than: nearer)
    }
    return nearer - value
  }

  /// Solves the equation for V(m), given V(m−1), by Newton's method: its left side less its right
  /// rises and is concave, so from zero no step goes too far.
  private func valueOneStampFarther(than nearer: Double) -> Double {
    let plain = PortableMath.log(1 + PortableMath.exp(baselineUtility))
    var value = 0.0
    for _ in 0..<50 {
      let advantage = baselineUtility + nearer - value
      let surplus = PortableMath.log(1 + PortableMath.exp(advantage))
      let miss = value - foresight * (value + surplus - plain)
      let slope = 1 - foresight * (1 - PortableMath.logistic(advantage))
      let next = value - miss / slope
      guard next != value else { break }
      value = next
    }
    return value
  }
}
