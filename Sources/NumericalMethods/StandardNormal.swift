internal import CGSL

/// The normal distribution with mean 0 and variance 1.
///
/// Source: GSL 2.7.1, `gsl_cdf_ugaussian_P`, `_Q`, `_Pinv`; relative error below 2e-13.
public enum StandardNormal {
  /// The probability of a value at or below `x`.
  public static func cumulative(_ x: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("StandardNormal.cumulative", ["x": x])
    try call.require(true, "a finite x")
    return try call.finite(gsl_cdf_ugaussian_P(x))
  }

  /// The probability of a value above `x`.
  public static func upperTail(_ x: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("StandardNormal.upperTail", ["x": x])
    try call.require(true, "a finite x")
    return try call.finite(gsl_cdf_ugaussian_Q(x))
  }

  /// The value that `probability` of the distribution lies below; throws outside (0, 1).
  public static func quantile(_ probability: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("StandardNormal.quantile", ["probability": probability])
    try call.require(probability > 0 && probability < 1, "0 < probability < 1")
    return try call.finite(gsl_cdf_ugaussian_Pinv(probability))
  }
}
