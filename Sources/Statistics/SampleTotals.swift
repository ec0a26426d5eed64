/// The exact totals of one integer quantity over independent units.
///
/// A unit is what is independent: a community in a replication, or a replication when a scenario
/// couples its communities. Totals of several tallies add.
public struct SampleTotals: Equatable, Hashable, Sendable {
  /// The number of units, at least one.
  public let count: Int
  /// Σx, in the quantity's own unit (orders, points, minor units of money).
  public let sum: Int128
  /// Σx², in that unit squared.
  public let sumOfSquares: Int128

  /// Makes totals; they must be possible, that is n·Σx² ≥ (Σx)².
  public init(count: Int, sum: Int128, sumOfSquares: Int128) {
    precondition(count >= 1, "totals need at least one unit")
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
    precondition(centeredSquares >= 0, "the sum of squares is too small for this sum")
  }

  /// The mean over units.
  public var mean: Double { Double(sum) / Double(count) }

  /// The unbiased variance over units; nil with a single unit.
  public var variance: Double? {
    guard count > 1 else { return nil }
    return centeredSquares / (Double(count) * Double(count - 1))
  }

  /// The standard deviation over units; nil with a single unit.
  public var standardDeviation: Double? { variance?.squareRoot() }

  /// Whether the mean's standard error is so small beside it that the delta method serves for ratios
  /// over this total: below ``RatioEstimate/largestDeltaError``; of a single unit, whether it is not 0.
  public var isFarFromZero: Bool {
    guard sum != 0 else { return false }
    guard count > 1 else { return true }
    let error = (centeredSquares / Double(count - 1)).squareRoot() / abs(Double(sum))
    return error < RatioEstimate.largestDeltaError
  }

  /// n·Σx² − (Σx)², subtracted as integers.
  var centeredSquares: Double {
    centeredProducts(count: count, crossProducts: sumOfSquares, sum, sum)
  }
}

/// n·Σxy − Σx·Σy: subtracted exactly in 256 bits and only then rounded, so nothing cancels.
func centeredProducts(
  count: Int, crossProducts: Int128, _ sumX: Int128, _ sumY: Int128
) -> Double {
  let scaled = Int128(count).multipliedFullWidth(by: crossProducts)
  let product = sumX.multipliedFullWidth(by: sumY)
  let (low, borrow) = scaled.low.subtractingReportingOverflow(product.low)
  let high = scaled.high - product.high - (borrow ? 1 : 0)
  guard high < 0 else { return double(high: UInt128(high), low: low) }
  let (negatedLow, carry) = (~low).addingReportingOverflow(1)
  return -double(high: UInt128(bitPattern: ~high) + (carry ? 1 : 0), low: negatedLow)
}

private func double(high: UInt128, low: UInt128) -> Double {
  Double(high) * 0x1p128 + Double(low)
}
