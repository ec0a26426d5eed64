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

  /// The derivative of the logarithm of the gamma function, for `x > 0`.
  ///
  /// Source: GSL 2.7.1, `gsl_sf_psi_e`.
  public static func digamma(_ x: Double) throws(NumericalError) -> Double {
    let call = LibraryCall("digamma", ["x": x])
    try call.require(x > 0, "x > 0")
    return try call.value { gsl_sf_psi_e(x, $0) }
  }

  /// The regularized incomplete beta function I(x; a, b), for `a > 0`, `b > 0` and `0 ≤ x ≤ 1`.
  ///
  /// Source: GSL 2.7.1, `gsl_sf_beta_inc_e`.
  public static func incompleteBeta(
    _ a: Double, _ b: Double, _ x: Double
  ) throws(NumericalError) -> Double {
    let call = LibraryCall("incompleteBeta", ["a": a, "b": b, "x": x])
    try call.require(a > 0 && b > 0 && x >= 0 && x <= 1, "a > 0, b > 0, 0 <= x <= 1")
    return try call.value { gsl_sf_beta_inc_e(a, b, x, $0) }
  }
}
