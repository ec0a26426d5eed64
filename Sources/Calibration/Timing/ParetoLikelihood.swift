/// Pareto/NBD: Poisson purchases until the end of an exponential lifetime.
///
/// With n = r + x the likelihood is (r)ₓ αʳ βˢ [(α+T)⁻ⁿ (β+T)⁻ˢ + s ∫ (α+y)⁻ⁿ (β+y)⁻ˢ⁻¹ dy], the
/// integral from tₓ to T over the end of the lifetime. The literature writes the integral as a
/// difference of two hypergeometric functions (Fader & Hardie 2005, "A note on deriving the
/// Pareto/NBD model"), which cancels and overflows for many purchases: there CLVTools once gave NaN
/// (x = 161, 204, 221, 254). All of the integrand is positive, so it is summed as it stands, by
/// Gauss's rule, in logarithms.
struct ParetoLikelihood: TimingLikelihood {
  private let shape, rate, lifeShape, lifeRate: Double
  private let constant: Double
  private let logRate, logLifeRate: Double
  private let rates: RisingFactorials

  init(_ parameters: SIMD4<Double>, mostRepeats: Int) {
    shape = parameters[0]
    rate = parameters[1]
    lifeShape = parameters[2]
    lifeRate = parameters[3]
    logRate = logarithm(rate)
    logLifeRate = logarithm(lifeRate)
    constant = shape * logRate + lifeShape * logLifeRate
    rates = RisingFactorials(shape: shape, upTo: mostRepeats)
  }

  func term(_ history: BuyingHistory) -> LikelihoodTerm {
    let n = shape + Double(history.repeats)
    let whole = rate + history.lengthWeeks
    let wholeLife = lifeRate + history.lengthWeeks
    let logWhole = logarithm(whole)
    let logWholeLife = logarithm(wholeLife)
    let alive = -n * logWhole - lifeShape * logWholeLife
    let gone = LifetimeIntegral(
      exponent: n, rate: rate, lifeExponent: lifeShape + 1, lifeRate: lifeRate,
      from: history.lastWeeks, to: history.lengthWeeks)
    let logGone = logarithm(lifeShape) + gone.logarithm
    let both = logOfSum(alive, logGone)
    let aliveShare = exponential(alive - both)
    let goneShare = gone.logarithm > -.infinity ? exponential(logGone - both) : 0
    let gradient = SIMD4(
      logRate + rates.slope(history.repeats) - aliveShare * logWhole
        - goneShare * gone.meanLog,
      shape / rate - n * (aliveShare / whole + goneShare * gone.meanInverse),
      logLifeRate - aliveShare * logWholeLife
        + goneShare * (1 / lifeShape - gone.meanLifeLog),
      lifeShape / lifeRate - aliveShare * lifeShape / wholeLife
        - goneShare * (lifeShape + 1) * gone.meanLifeInverse)
    return LikelihoodTerm(
      value: constant + rates.value(history.repeats) + both, gradient: gradient,
      aliveShare: aliveShare)
  }
}
