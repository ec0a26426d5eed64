/// Fieller's confidence set for a ratio of two means (Fieller 1954, JRSS B 16, 175–185).
///
/// It holds every ρ for which x̄ − ρȳ is within `quantile` of its own standard errors of zero, that
/// is f2·ρ² − 2·f1·ρ + f0 ≤ 0. All three coefficients are multiplied by n², so that they start from
/// exact sums.
struct FiellerSet {
  let confidence: ConfidenceSet

  init(_ totals: JointTotals, quantile: Double) {
    let (x, y) = (Double(totals.first.sum), Double(totals.second.sum))
    let xx = totals.first.centeredSquares
    let yy = totals.second.centeredSquares
    let xy = totals.centeredCrossProducts
    let scale = quantile * quantile / Double(totals.count - 1)
    let f1 = x * y - scale * xy
    let f2 = y * y - scale * yy
    // f1² − f0·f2, with the products of sums canceled by hand.
    let spread = max(0, x * x * yy - 2 * x * y * xy + y * y * xx)
    let discriminant = scale * (spread + scale * (xy * xy - xx * yy))
    confidence = FiellerSet.solve(
      f0: x * x - scale * xx, f1: f1, f2: f2, discriminant: discriminant)
  }

  /// Solves the quadratic; each root is divided by the larger intermediate, so none cancels.
  private static func solve(
    f0: Double, f1: Double, f2: Double, discriminant: Double
  ) -> ConfidenceSet {
    guard f2 != 0, discriminant >= 0 else { return .unbounded }
    let root = discriminant.squareRoot()
    let larger = f1 >= 0 ? f1 + root : f1 - root
    let first = larger / f2
    let second = larger == 0 ? first : f0 / larger
    guard first.isFinite && second.isFinite else { return .unbounded }
    let ends = Interval(lower: min(first, second), upper: max(first, second))
    return f2 > 0 ? .bounded(ends) : .exterior(ends)
  }
}
