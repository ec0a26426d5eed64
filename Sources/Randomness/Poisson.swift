import PortableMath

extension Draws {
  /// A count of events whose expected number is `mean`.
  ///
  /// The mean is from 0 to 2^31 and 0 gives 0. Below 10 by inversion of `uniform(at:)`, so the count
  /// rises with it; from 10 by W. Hörmann's transformed rejection (PTRS), "The transformed rejection
  /// method for generating Poisson random variables", Insurance: Mathematics and Economics 12,
  /// 1993.
  public func poisson(mean: Double, at address: DrawAddress) -> Int {
    precondition(mean >= 0 && mean <= 0x1p31, "a Poisson mean is between 0 and 2^31")
    if mean < 10 { return smallPoisson(mean: mean, uniform: uniform(at: address)) }
    return largePoisson(mean: mean, at: address)
  }

  private func smallPoisson(mean: Double, uniform: Double) -> Int {
    var count = 0
    var probability = PortableMath.exp(-mean)
    var rest = uniform - probability
    // Beyond 150 a mean below 10 has less than 10^−100 left: only rounding could go on.
    while rest > 0, count < 150 {
      count += 1
      probability *= mean / Double(count)
      rest -= probability
    }
    return count
  }

  private func largePoisson(mean: Double, at address: DrawAddress) -> Int {
    // The hat's constants are Hörmann's.
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let quick = 0.9277 - 3.6224 / (b - 2)
    var attempt: UInt32 = 0
    while true {
      let block = block(at: address, attempt: attempt)
      let u = block.firstUniform - 0.5
      let v = block.secondUniform
      let us = 0.5 - u.magnitude
      let position = (2 * a / us + b) * u + mean + 0.43
      if position >= 0, us >= 0.013 || v <= us, position < 0x1p62 {
        let count = Int(position)
        if us >= 0.07, v <= quick { return count }
        let hat = PortableMath.log(v * inverseAlpha / (a / (us * us) + b))
        if hat <= logPoissonProbability(of: count, mean: mean) { return count }
      }
      attempt += 1
    }
  }
}

/// ln of the Poisson probability of `count`, mean > 0, without cancellation between large terms.
///
/// After C. Loader, "Fast and accurate computation of binomial probabilities", 2000: Stirling's
/// formula with its error, and the deviance.
func logPoissonProbability(of count: Int, mean: Double) -> Double {
  if count == 0 { return -mean }
  let k = Double(count)
  let difference = mean - k
  let deviance = difference - k * PortableMath.log1p(difference / k)
  let twoPi = 0x1.921fb54442d18p2
  return -stirlingError(count) - deviance - 0.5 * PortableMath.log(twoPi * k)
}

/// ln n! less Stirling's ln(√(2πn) (n/e)^n), n ≥ 1.
///
/// The asymptotic series 1/(12n) − 1/(360n³) + 1/(1260n⁵) − 1/(1680n⁷) + … (NIST DLMF 5.11.1) is
/// exact to 10^−13 from 16 on; below, the factorial itself is exact.
private func stirlingError(_ count: Int) -> Double {
  let n = Double(count)
  if count < 16 {
    var factorial = 1.0
    for factor in 1...count { factorial *= Double(factor) }
    let twoPi = 0x1.921fb54442d18p2
    return PortableMath.log(factorial) - 0.5 * PortableMath.log(twoPi * n)
      - n * (PortableMath.log(n) - 1)
  }
  let n2 = n * n
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / n2) / n2) / n2) / n
}
