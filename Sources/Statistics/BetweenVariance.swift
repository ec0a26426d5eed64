/// The variance τ² of true effects between segments, by Paule & Mandel's rule.
///
/// τ² is where Σ (yᵢ − μ)² / (vᵢ + τ²) equals segments − 1, μ being the mean with the same weights;
/// zero where it is below that already without τ² (Paule & Mandel 1982, J. Res. Natl. Bur. Stand.
/// 87, 377–385). Veroniki et al. 2016 (Res. Synth. Methods 7, 55–79) recommend it: no first guess
/// of the weights is needed, and it is hardly biased when errors are unequal.
struct BetweenVariance {
  /// τ².
  let value: Double

  init(_ segments: [SortedSegments.Measured]) {
    let count = Double(segments.count)
    let middle = segments.reduce(0) { $0 + $1.value } / count
    // Σ (y − ȳ)² / τ² is above the sum for every τ², so the root is at most the plain variance.
    var upper = segments.reduce(0) { $0 + ($1.value - middle) * ($1.value - middle) } / (count - 1)
    var lower = 0.0
    var between = 0.0
    for _ in 0..<Self.mostSteps {
      let (excess, slope) = Self.excess(segments, between: between)
      guard excess > 0 || between > 0 else { break }
      if excess > 0 { lower = between } else { upper = between }
      // Newton's step where it stays between the ends (it may not, when errors are very unequal).
      var next = between + excess / slope
      if !(lower < next && next < upper) { next = lower + (upper - lower) / 2 }
      guard abs(next - between) > 1e-15 * next else { break }
      between = next
    }
    value = between
  }

  /// Halving finds any root of a `Double`; Newton's steps need some ten.
  private static let mostSteps = 2_000

  /// The sum less segments − 1, which falls as τ² grows, and how fast it falls.
  private static func excess(
    _ segments: [SortedSegments.Measured], between: Double
  ) -> (excess: Double, slope: Double) {
    let mean = WeightedMean(segments, between: between)
    var (excess, slope) = (-Double(segments.count - 1), 0.0)
    for segment in segments {
      let weight = 1 / (segment.variance + between)
      let distance = segment.value - mean.value
      excess += weight * distance * distance
      slope += weight * weight * distance * distance
    }
    return (excess, slope)
  }
}

/// The mean of effects, each weighted by the reciprocal of its whole variance.
struct WeightedMean {
  let value, variance: Double

  init(_ segments: [SortedSegments.Measured], between: Double) {
    var (sum, weights) = (0.0, 0.0)
    for segment in segments {
      let weight = 1 / (segment.variance + between)
      sum += weight * segment.value
      weights += weight
    }
    value = sum / weights
    variance = 1 / weights
  }
}
