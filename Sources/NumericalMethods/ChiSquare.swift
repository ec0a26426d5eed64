internal import CGSL

/// The chi-square distribution.
///
/// Source: GSL 2.7.1, `gsl_cdf_chisq_P`, `_Q`, `_Pinv`; relative error of the tails below 1e-12.
public struct ChiSquare: Equatable, Sendable {
  /// Degrees of freedom, positive, not necessarily whole.
  public let degreesOfFreedom: Double

  /// Makes the distribution; throws unless the degrees of freedom are positive and finite.
  public init(degreesOfFreedom: Double) throws(NumericalError) {
    try LibraryCall("ChiSquare", ["degreesOfFreedom": degreesOfFreedom])
      .require(degreesOfFreedom > 0, "degreesOfFreedom > 0")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value at or below `x`, for `x ≥ 0`.
  public func cumulative(_ x: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("ChiSquare.cumulative", arguments(x))
    try call.require(x >= 0, "x >= 0")
    return try call.finite(gsl_cdf_chisq_P(x, degreesOfFreedom))
  }

  /// The probability of a value above `x`, for `x ≥ 0`.
  public func upperTail(_ x: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("ChiSquare.upperTail", arguments(x))
    try call.require(x >= 0, "x >= 0")
    return try call.finite(gsl_cdf_chisq_Q(x, degreesOfFreedom))
  }

  /// The value that `probability` of the distribution lies below.
  ///
  /// Throws outside (0, 1), and `didNotConverge` where the library's answer does not lead back to
  /// the probability: below 0.5 degrees of freedom and above some 10,000.
  public func quantile(_ probability: Double) throws(NumericalError) -> Double {
    let call = LibraryCall(
      "ChiSquare.quantile", ["probability": probability, "degreesOfFreedom": degreesOfFreedom])
    try call.require(probability > 0 && probability < 1, "0 < probability < 1")
    let x = try call.finite(gsl_cdf_chisq_Pinv(probability, degreesOfFreedom))
    let miss = abs(gsl_cdf_chisq_P(x, degreesOfFreedom) - probability)
    guard miss <= 1e-9 * min(probability, 1 - probability) else {
      throw call.error(.didNotConverge)
    }
    return x
  }

  private func arguments(_ x: Double) -> KeyValuePairs<String, Double> {
    ["x": x, "degreesOfFreedom": degreesOfFreedom]
  }
}
