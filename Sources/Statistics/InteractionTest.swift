public import NumericalMethods

/// Whether the effects of segments differ by more than their errors explain.
///
/// Cochran's Q = Σ wᵢ(yᵢ − ȳ)² with wᵢ = 1/vᵢ and ȳ the mean with these weights, held against
/// chi-square with segments − 1 degrees of freedom (Cochran 1954, Biometrics 10, 101–129). Errors
/// are taken as known and segments as independent; where luck that segments share makes them alike,
/// the test finds a difference less often than it may.
///
/// Segments without any error fix the mean: Q is its limit as their weights grow. Where two of them
/// differ, effects do differ: p is 0 and there is no Q.
public struct InteractionTest: Equatable, Hashable, Sendable {
  /// Q; nil where segments without error differ, so that no finite number says how much.
  public let statistic: Double?
  /// Segments less one; those whose error is unknown take no part.
  public let degreesOfFreedom: Int
  /// The probability of a Q at least this large when all segments have one effect.
  public let pValue: Double

  /// I² = max(0, (Q − df) / Q), the share of the spread between segments that is not their error.
  ///
  /// Source: Higgins & Thompson 2002, Statistics in Medicine 21, 1539–1558.
  public var inconsistency: Double {
    guard let statistic else { return 1 }
    guard statistic > 0 else { return 0 }
    return max(0, (statistic - Double(degreesOfFreedom)) / statistic)
  }

  /// Tests the effects; nil with fewer than two segments of known error.
  public init?(_ effects: [SegmentEffect]) throws(NumericalError) {
    let sorted = SortedSegments(effects)
    let count = sorted.measured.count + sorted.exact.count
    guard count > 1 else { return nil }
    degreesOfFreedom = count - 1
    guard Set(sorted.exact).count <= 1 else {
      (statistic, pValue) = (nil, 0)
      return
    }
    let mean = sorted.exact.first ?? WeightedMean(sorted.measured, between: 0).value
    let sum = sorted.measured.reduce(0) { sum, segment in
      sum + (segment.value - mean) * (segment.value - mean) / segment.variance
    }
    statistic = sum
    pValue = try ChiSquare(degreesOfFreedom: Double(count - 1)).upperTail(sum)
  }
}
