import PortableMath

extension Draws {
  /// A gamma value of `shape` and `rate`: mean shape / rate, variance shape / rate².
  ///
  /// Shape is above 0 and finite; rate 0 gives +∞ and rate +∞ gives 0. For tiny shapes the value may
  /// underflow to 0, the nearest double. Method: G. Marsaglia, W. W. Tsang, "A simple method for
  /// generating gamma variables", ACM TOMS 26(3), 2000.
  public func gamma(shape: Double, rate: Double, at address: DrawAddress) -> Double {
    precondition(rate >= 0, "a rate is not negative")
    let parts = gammaParts(shape: shape, at: address, firstAttempt: 0)
    if shape >= 1 { return parts.value / rate }
    return parts.value * PortableMath.exp(parts.logFactor) / rate
  }

  /// A beta value of shapes `a` and `b`: mean a / (a + b).
  ///
  /// Both shapes are above 0 and finite. Small shapes pile up at the ends, where the nearest double
  /// may be 0 or 1 itself. Formed as A / (A + B) of two gamma values through the logistic function
  /// of their log ratio, which neither underflow nor cancellation can spoil.
  public func beta(_ a: Double, _ b: Double, at address: DrawAddress) -> Double {
    let x = gammaParts(shape: a, at: address, firstAttempt: 0)
    // Upper half of the attempts, far beyond the reach of the first value.
    let y = gammaParts(shape: b, at: address, firstAttempt: 0x8000_0000)
    if a >= 1, b >= 1 { return x.value / (x.value + y.value) }
    return PortableMath.logistic(
      (PortableMath.log(x.value) + x.logFactor) - (PortableMath.log(y.value) + y.logFactor))
  }

  /// A gamma value at rate 1 as value · e^logFactor.
  ///
  /// Below shape 1 it is the value for shape + 1 times U^(1 / shape), U from the first attempt.
  private func gammaParts(
    shape: Double, at address: DrawAddress, firstAttempt: UInt32
  ) -> (value: Double, logFactor: Double) {
    precondition(shape > 0 && shape.isFinite, "a shape is above 0 and finite")
    if shape >= 1 {
      return (gammaFromOne(shape: shape, at: address, firstAttempt: firstAttempt), 0)
    }
    let uniform = block(at: address, attempt: firstAttempt).firstUniform
    let value = gammaFromOne(shape: shape + 1, at: address, firstAttempt: firstAttempt + 1)
    return (value, PortableMath.log(uniform) / shape)
  }

  /// Marsaglia and Tsang's rejection for shape ≥ 1; one block, a normal and a uniform, an attempt.
  private func gammaFromOne(
    shape: Double, at address: DrawAddress, firstAttempt: UInt32
  ) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    var attempt = firstAttempt
    while true {
      let block = block(at: address, attempt: attempt)
      let normal = standardNormalQuantile(block.firstUniform)
      let root = 1 + c * normal
      if root > 0 {
        let cube = root * root * root
        let square = normal * normal
        let uniform = block.secondUniform
        // The squeeze accepts most without logarithms.
        if uniform < 1 - 0.0331 * square * square { return d * cube }
        let bound = 0.5 * square + d * (1 - cube + PortableMath.log(cube))
        if PortableMath.log(uniform) < bound { return d * cube }
      }
      attempt += 1
    }
  }
}
