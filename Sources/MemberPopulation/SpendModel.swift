public import Quantities
public import Randomness

/// Draws what a person spends on one order at list prices.
public struct SpendModel: Sendable, Hashable {
  private let family: SpendFamily
  private let variation: Double
  private let minorPerMajor: Double

  /// The least an order is worth, in minor units: nobody orders for nothing.
  private static let leastMinor = 1.0
  /// The most one order may be worth, in minor units.
  ///
  /// `assumption:` a hundred million yuan; sums of 900 million such orders still fit 64 bits.
  private static let mostMinor = 1e10

  /// Prepares a profile for drawing.
  public init(_ profile: PopulationProfile, currency: Currency) {
    family = profile.spend
    variation = profile.value(profile.spend == .gammaGamma ? .spendShape : .spendWithin)
    minorPerMajor = Double(currency.minorPerMajor)
  }

  /// The list value of an order, rounded to the nearest minor unit, at least one.
  ///
  /// Gamma-Gamma: gamma with shape p and the person's own rate ν (Fader & Hardie 2013).
  /// Lognormal: around the person's own median.
  public func amount(level: Double, at address: DrawAddress, from draws: Draws) -> Money {
    let major =
      switch family {
      case .gammaGamma: draws.gamma(shape: variation, rate: level, at: address)
      case .lognormal:
        level * draws.lognormal(logMean: 0, logStandardDeviation: variation, at: address)
      }
    let minor = (major * minorPerMajor).rounded()
    // Shapes near zero draw amounts and scales that underflow: nothing over nothing is no number.
    guard minor.isFinite else { return Money(minor: Int64(minor > 0 ? Self.mostMinor : 1)) }
    return Money(minor: Int64(min(max(minor, Self.leastMinor), Self.mostMinor)))
  }
}
