import PortableMath

extension Draws {
  /// A normal value by inversion of one uniform, so it rises with `uniform(at:)`.
  ///
  /// A standard deviation of 0 gives the mean; mean and standard deviation are finite.
  public func normal(mean: Double, standardDeviation: Double, at address: DrawAddress) -> Double {
    precondition(
      mean.isFinite && standardDeviation >= 0 && standardDeviation.isFinite,
      "a normal has a finite mean and a finite standard deviation of at least 0")
    return mean + standardDeviation * standardNormalQuantile(uniform(at: address))
  }

  /// A value whose logarithm is normal with mean `logMean` and `logStandardDeviation`.
  ///
  /// The median is e^logMean and the mean e^(logMean + logStandardDeviation² / 2).
  public func lognormal(
    logMean: Double, logStandardDeviation: Double, at address: DrawAddress
  ) -> Double {
    PortableMath.exp(
      normal(mean: logMean, standardDeviation: logStandardDeviation, at: address))
  }
}

/// The standard normal quantile of `probability` in (0, 1).
///
/// Source of method and coefficients: M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics
/// 37(3), 1988; relative error about 10^−16.
func standardNormalQuantile(_ probability: Double) -> Double {
  let q = probability - 0.5
  if q.magnitude <= 0.425 { return q * centralRatio(0.180625 - q * q) }
  // 1 − probability is exact for the uniforms drawn here.
  let tail = q < 0 ? probability : 1 - probability
  let depth = (-PortableMath.log(tail)).squareRoot()
  let size = depth <= 5 ? middleRatio(depth - 1.6) : outerRatio(depth - 5)
  return q < 0 ? -size : size
}

/// A polynomial of degree 7, coefficients from the constant up, in Estrin's order.
///
/// Written out because a loop over an array of coefficients is not unrolled and takes twice as long.
@inline(__always)
private func septic(
  _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double,
  _ c4: Double, _ c5: Double, _ c6: Double, _ c7: Double
) -> Double {
  let x2 = x * x
  let low = (c0 + c1 * x) + x2 * (c2 + c3 * x)
  let high = (c4 + c5 * x) + x2 * (c6 + c7 * x)
  return low + x2 * x2 * high
}

@inline(__always)
private func centralRatio(_ x: Double) -> Double {
  septic(
    x,
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3
  )
    / septic(
      x,
      1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
      5.2264952788528545610e3
    )
}

private func middleRatio(_ x: Double) -> Double {
  septic(
    x,
    1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
    3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4
  )
    / septic(
      x,
      1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9
    )
}

private func outerRatio(_ x: Double) -> Double {
  septic(
    x,
    6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7
  )
    / septic(
      x,
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15
    )
}
