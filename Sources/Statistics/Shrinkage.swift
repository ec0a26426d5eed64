public import NumericalMethods

/// Effects of segments, each pulled toward the mean of all as far as its own error makes wise.
///
/// Empirical Bayes in the normal–normal model: yᵢ has the known error √vᵢ around its true effect,
/// true effects have variance τ² around μ. The shrunk effect is (1 − Bᵢ)·yᵢ + Bᵢ·μ with
/// Bᵢ = vᵢ / (vᵢ + τ²), τ² by Paule & Mandel (`BetweenVariance`). Segments are taken as
/// independent.
///
/// Its error holds that μ and τ² are not known, too: the mean squared distance from the shrunk effect
/// over the posterior of the same model with a flat prior on τ (Rubin 1981, J. Educ. Stat. 6,
/// 377–401; Gelman 2006, Bayesian Analysis 1, 515–534). The error of τ² = τ̂² alone would be far too
/// small with few segments. With two segments that posterior says nothing of τ, and its limit is
/// taken: √(v + (y − shrunk)²). Intervals are value ± z·error.
///
/// A segment without any error (a scheme that does not reach it) is known, not estimated: it stays
/// what it is and takes no part in μ and τ². So does one whose error is unknown, without an interval.
public struct Shrinkage: Equatable, Hashable, Sendable {
  /// One segment after shrinkage.
  public struct Segment: Equatable, Hashable, Sendable {
    /// The effect as it was measured.
    public let measured: SegmentEffect
    /// The shrunk effect with its error and interval.
    public let shrunk: Estimate
    /// 1 − B, the weight of the segment's own measurement: 1 not shrunk at all, 0 wholly pooled.
    public let ownWeight: Double
  }

  /// The segments, in the order in which they were given.
  public let segments: [Segment]
  /// μ with its error √(1/Σ 1/(vᵢ + τ²)); nil where no segment takes part.
  public let pooled: Estimate?
  /// τ², in the unit of the effects squared; nil where fewer than two segments take part.
  public let betweenVariance: Double?

  /// Shrinks the effects; throws when `level` is not between 0 and 1.
  public init(_ effects: [SegmentEffect], level: Double = 0.95) throws(NumericalError) {
    let quantile = try StandardNormal.quantile((1 + level) / 2)
    let sorted = SortedSegments(effects)
    let (measured, unit) = (sorted.measured, sorted.unit)
    func estimate(_ value: Double, _ error: Double?) -> Estimate {
      Estimate(value: value, standardError: error, quantile: quantile, level: level)
    }
    var segments = effects.map {
      Segment(measured: $0, shrunk: estimate($0.value, $0.standardError), ownWeight: 1)
    }
    let between = measured.count > 1 ? BetweenVariance(measured).value : 0
    if measured.count > 1 {
      let errors = try ShrinkageErrors(measured, between: between)
      for (segment, result) in zip(measured, errors.segments) {
        segments[segment.index] = Segment(
          measured: effects[segment.index],
          shrunk: estimate(result.value * unit, result.squaredError.squareRoot() * unit),
          ownWeight: result.ownWeight)
      }
    }
    self.segments = segments
    betweenVariance = measured.count > 1 ? between * unit * unit : nil
    let mean = measured.isEmpty ? nil : WeightedMean(measured, between: between)
    pooled = mean.map { estimate($0.value * unit, $0.variance.squareRoot() * unit) }
  }
}
