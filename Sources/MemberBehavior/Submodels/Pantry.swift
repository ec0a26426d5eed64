// Stock at home: an order beyond what was needed fills the pantry, and a need soon after is met from
// it with the probability w · (1 − age ÷ cycle), where the cycle is the person's mean time between
// needs; meeting one empties it. Post-promotion dips are 4–25% of the bump (van Heerde, Leeflang &
// Wittink 2000, JMR 37:383–395); the linear fading is an `assumption:`. Off switch: `pantry`.

extension ReactionModel {
  /// Minutes in a week.
  private static var minutesPerWeek: Double { 10_080 }

  /// Whether a need is met from what an extra order left at home, given an addressed uniform mark.
  ///
  /// - Parameters:
  ///   - age: minutes since that order.
  ///   - needsPerWeek: the person's λ.
  public func isMetFromStock(age: Int32, needsPerWeek: Double, mark: Double) -> Bool {
    let cycles = Double(age) * needsPerWeek / Self.minutesPerWeek
    return mark < pantryShare * (1 - cycles)
  }
}
