/// BG/NBD, MBG/NBD and MBG/CNBD-k: Erlang-k purchases, dropout right after a purchase.
///
/// One customer with stage rate λ and dropout probability p has, with n = kx stages behind,
/// λⁿ [(1−p)ˣ⁺ᵈ e^(−λT) Σⱼ₌₀ᵏ⁻¹ (λ(T−tₓ))ʲ/j! + p(1−p)ˣ⁺ᵈ⁻¹ e^(−λtₓ)] as likelihood, d being 1 where
/// dropout is possible right after the first purchase (MBG) and 0 else (BG, where the second part
/// needs x > 0). Mixing λ over a gamma(r, α) and p over a beta(a, b) distribution gives what is
/// computed here; for k = 1 it is equation 6 of Fader, Hardie & Lee 2005. Everything is kept in
/// logarithms, so no number of purchases overflows.
struct RenewalLikelihood: TimingLikelihood {
  private let shape, rate, first, second: Double
  private let logRate: Double
  private let stages: Int
  /// d above.
  private let extra: Int
  /// (r)ₙ.
  private let rates: RisingFactorials
  /// (b)ₙ and (a+b)ₙ.
  private let stays, tries: RisingFactorials

  init(
    _ parameters: SIMD4<Double>, stages: Int, mayDropOutAtOnce: Bool, mostRepeats: Int
  ) {
    shape = parameters[0]
    rate = parameters[1]
    first = parameters[2]
    second = parameters[3]
    logRate = logarithm(parameters[1])
    self.stages = stages
    extra = mayDropOutAtOnce ? 1 : 0
    rates = RisingFactorials(shape: shape, upTo: mostRepeats * stages)
    stays = RisingFactorials(shape: second, upTo: mostRepeats + 1)
    tries = RisingFactorials(shape: first + second, upTo: mostRepeats + 1)
  }

  func term(_ history: BuyingHistory) -> LikelihoodTerm {
    let stageCount = history.repeats * stages
    let chances = history.repeats + extra
    let n = shape + Double(stageCount)
    let whole = rate + history.lengthWeeks
    let logWhole = logarithm(whole)
    let open = openGap(n, waited: (history.lengthWeeks - history.lastWeeks) / whole)
    let alive = logarithm(open.sum) - n * logWhole
    let until = rate + history.lastWeeks
    let logUntil = logarithm(until)
    let last = second + Double(chances) - 1
    let gone = chances > 0 ? logarithm(first / last) - n * logUntil : -.infinity
    let both = logOfSum(alive, gone)
    let aliveShare = exponential(alive - both)
    let goneShare = chances > 0 ? exponential(gone - both) : 0
    let value =
      shape * logRate + rates.value(stageCount) + stays.value(chances) - tries.value(chances)
      + both
    let slopeOfTries = -tries.slope(chances)
    let gradient = SIMD4(
      logRate + rates.slope(stageCount) + aliveShare * (open.shapeSlope - logWhole)
        - goneShare * logUntil,
      shape / rate + aliveShare * (open.rateSlope - n) / whole - goneShare * n / until,
      slopeOfTries + goneShare / first,
      slopeOfTries + stays.slope(chances) - (chances > 0 ? goneShare / last : 0))
    return LikelihoodTerm(value: value, gradient: gradient, aliveShare: aliveShare)
  }

  /// Σⱼ₌₀ᵏ⁻¹ (n)ⱼ/j! wʲ for the stages since the last purchase, with its logarithm's derivatives by
  /// r and, times α + T, by α.
  @inline(__always) private func openGap(
    _ n: Double, waited w: Double
  ) -> (sum: Double, shapeSlope: Double, rateSlope: Double) {
    guard stages > 1 else { return (1, 0, 0) }
    var term = 1.0
    var sum = 1.0
    var harmonic = 0.0
    var shapeSlope = 0.0
    var rateSlope = 0.0
    for index in 1..<stages {
      let j = Double(index)
      term *= (n + j - 1) / j * w
      harmonic += 1 / (n + j - 1)
      sum += term
      shapeSlope += term * harmonic
      rateSlope -= term * j
    }
    return (sum, shapeSlope / sum, rateSlope / sum)
  }
}
