import NumericalMethods

/// A point estimate with what is known of its error.
public struct Estimate: Equatable, Hashable, Sendable {
  /// The point estimate.
  public let value: Double
  /// The standard error, in the unit of the value; nil with a single observation.
  public let standardError: Double?
  /// The two-sided confidence level, between 0 and 1.
  public let level: Double
  /// The values that are not excluded at the level.
  public let confidence: ConfidenceSet

  /// The interval, when the confidence set is one.
  public var interval: Interval? { confidence.interval }

  /// The estimate in another unit: every number multiplied by a factor other than zero.
  public func scaled(by factor: Double) -> Estimate {
    Estimate(
      value: value * factor, standardError: standardError.map { $0 * abs(factor) }, level: level,
      confidence: confidence.scaled(by: factor))
  }
}

extension Estimate {
  /// A value with an interval of t quantiles on both sides.
  init(value: Double, standardError: Double?, quantile: Double, level: Double) {
    self.value = value
    self.standardError = standardError
    self.level = level
    confidence = ConfidenceSet(around: value, by: standardError.map { $0 * quantile })
  }
}

extension ConfidenceSet {
  /// The interval of a half-width around a value; unknown without a half-width.
  init(around value: Double, by halfWidth: Double?) {
    guard let halfWidth else {
      self = .unknown
      return
    }
    self = .bounded(Interval(lower: value - halfWidth, upper: value + halfWidth))
  }
}

/// The two-sided t quantile of a level for a sample of `count`; checks the level even at count 1.
func twoSidedQuantile(level: Double, count: Int) throws(NumericalError) -> Double {
  try StudentT(degreesOfFreedom: Double(max(1, count - 1))).quantile((1 + level) / 2)
}
