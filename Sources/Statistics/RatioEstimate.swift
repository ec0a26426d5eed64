public import NumericalMethods

/// The ratio of two totals, with the interval that its denominator allows.
public enum RatioEstimate: Equatable, Hashable, Sendable {
  /// How the confidence set was found.
  public enum Method: Equatable, Hashable, Sendable {
    /// First-order expansion: symmetric, for a denominator far from zero.
    case delta
    /// Fieller's set: exact for normal means, for a denominator that may be near zero.
    case fieller
  }

  /// A ratio, and how its confidence set was found.
  case defined(Estimate, Method)
  /// The denominator's total is zero.
  case undefined

  /// The estimate, when the ratio is defined.
  public var estimate: Estimate? {
    guard case .defined(let estimate, _) = self else { return nil }
    return estimate
  }

  /// The relative standard error of a denominator's mean from which Fieller's set replaces the delta
  /// method: 10% (Cochran 1977, Sampling Techniques, section 6.3).
  public static let largestDeltaError = 0.1

  /// Σx / Σy for the first quantity x over the second quantity y.
  ///
  /// The delta method's variance of the ratio R is (s²x − 2R·sxy + R²·s²y) / (n·ȳ²); the standard
  /// error is always this one. With a single unit it is unknown. Throws when `level` is not between
  /// 0 and 1.
  public static func ratio(
    _ totals: JointTotals, level: Double = 0.95
  ) throws(NumericalError) -> RatioEstimate {
    let quantile = try twoSidedQuantile(level: level, count: totals.count)
    guard totals.second.sum != 0 else { return .undefined }
    let value = Double(totals.first.sum) / Double(totals.second.sum)
    let error = deltaError(totals, ratio: value)
    // A numerator that is zero in every unit is zero over any denominator, however uncertain.
    let isZero = totals.first.sumOfSquares == 0
    guard totals.count > 1, !isZero, !totals.second.isFarFromZero else {
      let estimate = Estimate(
        value: value, standardError: error, quantile: quantile, level: level)
      return .defined(estimate, .delta)
    }
    let estimate = Estimate(
      value: value, standardError: error, level: level,
      confidence: FiellerSet(totals, quantile: quantile).confidence)
    return .defined(estimate, .fieller)
  }

  /// (arm − control) / control from the totals of the paired difference and of control.
  ///
  /// The cross-products are Σ(difference · control). 0.1 means 10% more than control.
  public static func relativeDifference(
    difference: SampleTotals, control: SampleTotals, crossProducts: Int128, level: Double = 0.95
  ) throws(NumericalError) -> RatioEstimate {
    try ratio(
      JointTotals(first: difference, second: control, crossProducts: crossProducts), level: level)
  }

  /// (arm − control) / control from the totals of both arms and their cross-products.
  ///
  /// The difference is formed in integers first, so arms that hardly differ lose no digits.
  public static func relativeDifference(
    arm: SampleTotals, control: SampleTotals, crossProducts: Int128, level: Double = 0.95
  ) throws(NumericalError) -> RatioEstimate {
    let squares = arm.sumOfSquares - 2 * crossProducts + control.sumOfSquares
    let difference = SampleTotals(
      count: arm.count, sum: arm.sum - control.sum, sumOfSquares: squares)
    return try relativeDifference(
      difference: difference, control: control,
      crossProducts: crossProducts - control.sumOfSquares, level: level)
  }

  private static func deltaError(_ totals: JointTotals, ratio: Double) -> Double? {
    guard totals.count > 1 else { return nil }
    let residuals =
      totals.first.centeredSquares - 2 * ratio * totals.centeredCrossProducts
      + ratio * ratio * totals.second.centeredSquares
    // Rounding may leave a tiny negative number where the true value is zero.
    let variance = max(0, residuals) / Double(totals.count - 1)
    return variance.squareRoot() / abs(Double(totals.second.sum))
  }

}
