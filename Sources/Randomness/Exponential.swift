import PortableMath

extension Draws {
  /// A waiting time at `rate` events per unit of time, by inversion.
  ///
  /// Rate 0 gives +∞ (it never happens) and rate +∞ gives 0; the rate is not negative.
  public func exponential(rate: Double, at address: DrawAddress) -> Double {
    precondition(rate >= 0, "a rate is not negative")
    return -PortableMath.log(uniform(at: address)) / rate
  }

  /// The time of `stages` successive waits, each at `rate`: mean stages / rate.
  ///
  /// One stage is `exponential(rate:at:)`, bit for bit; stage 2n and 2n + 1 use the uniform pair of
  /// attempt n. `stages` is at least 1; rates as for `exponential`.
  public func erlang(stages: Int, rate: Double, at address: DrawAddress) -> Double {
    precondition(stages >= 1, "an Erlang time has at least one stage")
    precondition(rate >= 0, "a rate is not negative")
    var wait = 0.0
    var product = 1.0
    var block = block(at: address)
    for stage in 0..<stages {
      if stage & 1 == 0 {
        if stage > 0 { block = self.block(at: address, attempt: UInt32(stage / 2)) }
        product *= block.firstUniform
      } else {
        product *= block.secondUniform
      }
      // A uniform is at least 2^−53, so sixteen of them cannot underflow.
      if stage & 15 == 15 {
        wait -= PortableMath.log(product)
        product = 1
      }
    }
    return (wait - PortableMath.log(product)) / rate
  }
}
