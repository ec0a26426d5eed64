import Randomness

/// Addressed draws for planted samples: a sample's value never depends on how many came before it.
enum Luck {
  /// A normal whole number of one unit.
  static func normal(_ draws: Draws, unit: Int, mean: Double, deviation: Double) -> Int {
    let value = draws.normal(
      mean: mean, standardDeviation: deviation,
      at: DrawAddress(subject: UInt32(unit), purpose: Purpose(rawValue: 1)))
    return Int(value.rounded())
  }

  /// A count of one unit, for one of several reasons.
  static func count(_ draws: Draws, unit: Int, reason: UInt32, mean: Double) -> Int {
    draws.poisson(
      mean: mean, at: DrawAddress(subject: UInt32(unit), purpose: Purpose(rawValue: 100 + reason)))
  }

  /// A positive factor of one unit with mean 1: what makes one community busier than another.
  static func factor(_ draws: Draws, unit: Int, shape: Double) -> Double {
    draws.gamma(
      shape: shape, rate: shape,
      at: DrawAddress(subject: UInt32(unit), purpose: Purpose(rawValue: 2)))
  }
}
