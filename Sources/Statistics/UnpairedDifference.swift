public import NumericalMethods

/// The difference between two numbers of independent samples, each known with its own error.
public enum UnpairedDifference {
  /// One side: a value with the standard error of its mean over so many independent units.
  public struct Side: Equatable, Hashable, Sendable {
    /// The value.
    public var value: Double
    /// Its standard error; nil where it is not known.
    public var standardError: Double?
    /// How many independent units the error comes from.
    public var units: Int

    /// Creates a side.
    public init(value: Double, standardError: Double?, units: Int) {
      self.value = value
      self.standardError = standardError
      self.units = units
    }
  }

  /// Second less first: variances add, with the degrees of freedom of Welch and Satterthwaite (Welch
  /// 1947, Biometrika 34, 28–35).
  ///
  /// Where an error is not known, or a number leaves the range of numbers, nothing is known of the
  /// difference's error. Throws when `level` is not between 0 and 1.
  public static func between(
    _ first: Side, _ second: Side, level: Double = 0.95
  ) throws(NumericalError) -> Estimate {
    let value = second.value - first.value
    let unknown = Estimate(value: value, standardError: nil, level: level, confidence: .unknown)
    guard let (a, b) = errors(first, second) else { return unknown }
    let largest = max(a, b)
    guard largest > 0 else {
      return Estimate(
        value: value, standardError: 0, level: level, confidence: .init(around: value, by: 0))
    }
    // Shares of the larger error: their powers neither overflow nor vanish.
    let (shareA, shareB) = ((a / largest) * (a / largest), (b / largest) * (b / largest))
    let error = largest * (shareA + shareB).squareRoot()
    let freedom =
      (shareA + shareB) * (shareA + shareB)
      / (shareA * shareA / Double(first.units - 1) + shareB * shareB / Double(second.units - 1))
    let width = try StudentT(degreesOfFreedom: freedom).quantile((1 + level) / 2) * error
    guard (value - width).isFinite, (value + width).isFinite else { return unknown }
    return Estimate(
      value: value, standardError: error, level: level,
      confidence: ConfidenceSet(around: value, by: width))
  }

  /// Exactly no difference, of two that are the same.
  public static func none(level: Double = 0.95) -> Estimate {
    Estimate(value: 0, standardError: 0, level: level, confidence: .init(around: 0, by: 0))
  }

  private static func errors(_ first: Side, _ second: Side) -> (Double, Double)? {
    guard let a = first.standardError, let b = second.standardError, first.units > 1,
      second.units > 1, a.isFinite, b.isFinite, a >= 0, b >= 0,
      (second.value - first.value).isFinite
    else { return nil }
    return (a, b)
  }
}
