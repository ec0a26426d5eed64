internal import CGSL

/// Special functions over `Double`: finite values or a typed error, never NaN.
public enum SpecialFunctions {
  /// The natural logarithm of the gamma function, for `x > 0`.
  ///
  /// Source: GSL 2.7.1, `gsl_sf_lngamma_e`.
  public static func logGamma(_ x: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("logGamma", ["x": x])
    try call.require(x > 0, "x > 0")
    return try call.value { gsl_sf_lngamma_e(x, $0) }
  }

  /// The natural logarithm of the beta function, for `a > 0` and `b > 0`.
  ///
  /// Source: GSL 2.7.1, `gsl_sf_lnbeta_e`.
  public static func logBeta(_ a: Double, _ b: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("logBeta", ["a": a, "b": b])
    try call.require(a > 0 && b > 0, "a > 0 and b > 0")
    return try call.value { gsl_sf_lnbeta_e(a, b, $0) }
  }

  /// The beta function, for `a > 0` and `b > 0`.
  ///
  /// Source: GSL 2.7.1, `gsl_sf_beta_e`.
  public static func beta(_ a: Double, _ b: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("beta", ["a": a, "b": b])
    try call.require(a > 0 && b > 0, "a > 0 and b > 0")
    return try call.value { gsl_sf_beta_e(a, b, $0) }
  }
}
