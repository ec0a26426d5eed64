/// The exact totals of two integer quantities that belong to the same units.
public struct JointTotals: Equatable, Hashable, Sendable {
  /// The totals of the first quantity, x.
  public let first: SampleTotals
  /// The totals of the second quantity, y.
  public let second: SampleTotals
  /// Σxy over units.
  public let crossProducts: Int128

  /// Makes joint totals; both quantities must be counted over the same number of units.
  public init(first: SampleTotals, second: SampleTotals, crossProducts: Int128) {
    precondition(first.count == second.count, "both quantities belong to the same units")
    self.first = first
    self.second = second
    self.crossProducts = crossProducts
  }

  /// The number of units.
  public var count: Int { first.count }

  /// The unbiased covariance over units; nil with a single unit.
  public var covariance: Double? {
    guard count > 1 else { return nil }
    return centeredCrossProducts / (Double(count) * Double(count - 1))
  }

  /// n·Σxy − Σx·Σy, subtracted as integers.
  var centeredCrossProducts: Double {
    centeredProducts(
      count: count, crossProducts: crossProducts, first.sum, second.sum)
  }
}
