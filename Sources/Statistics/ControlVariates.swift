public import NumericalMethods

/// Quantities of each unit whose expectation is known to be zero, and how they vary together.
///
/// Where a quantity moves with them, the part of its mean that they explain is known to be luck and is
/// taken off. The coefficients are those of least squares, so the estimate is unbiased where the
/// quantity goes linearly with the variates and off by the order of 1/n elsewhere; with quantities that
/// are jointly normal the interval, with a t quantile of n − 1 − p degrees of freedom, is exact
/// (Lavenberg & Welch 1981, Management Science 27(3):322–335), otherwise it is the regression's. Among
/// field tests the method is called CUPED (Deng, Xu, Kohavi & Walker 2013, WSDM).
public struct ControlVariates: Equatable, Sendable {
  /// The fewest units a variate that is used, counted as ``effectiveUnits(_:fourthPowers:)``:
  /// `assumption:` the loss by estimating coefficients, (n − 2)/(n − p − 2), is then below 6%.
  public static let unitsPerVariate = 20

  /// The fewest units, counted the same way, for any variate at all.
  public static let fewestUnits = 60

  /// The least part of the units that must weigh alike: `assumption:` below a half (a kurtosis above
  /// 6) the stated errors of simulated heavy-tailed populations were a fifth too small; just above, up
  /// to that.
  public static let leastEffectivePart = 0.5

  /// A variate of which the earlier ones explain all but this part of the variance adds nothing.
  private static let leastOwnPart = 1e-6

  /// The number of units.
  public let count: Int
  /// The variates that are used, by position: the first ones that vary by themselves and that no few
  /// units decide, at most one to ``unitsPerVariate`` units.
  public let used: [Int]
  private let means: [Double]
  private let covariances: SymmetricMatrix

  /// Makes variates from their totals over units.
  ///
  /// - Parameters:
  ///   - totals: Those of each variate.
  ///   - fourthPowers: Σz⁴ over units of each, in its unit to the fourth.
  ///   - products: Σzz′ over units of two variates, by position.
  ///
  /// The order of variates is their rank: the first ones are used where there are few units.
  public init(
    count: Int, totals: [SampleTotals], fourthPowers: [Double], products: (Int, Int) -> Int128
  ) {
    precondition(totals.allSatisfy { $0.count == count }, "all variates belong to the same units")
    precondition(totals.count == fourthPowers.count, "one fourth power a variate")
    func covariance(_ first: Int, _ second: Int) -> Double {
      JointTotals(
        first: totals[first], second: totals[second], crossProducts: products(first, second)
      ).covariance ?? 0
    }
    var used: [Int] = []
    var found = SymmetricMatrix(size: 0)
    var units = Double.infinity
    for candidate in totals.indices {
      let variance = covariance(candidate, candidate)
      let shared = used.map { covariance($0, candidate) }
      guard variance > 0, let slopes = found.solved(shared) else { continue }
      let explained = zip(slopes, shared).reduce(0) { $0 + $1.0 * $1.1 }
      guard variance - explained > Self.leastOwnPart * variance else { continue }
      let left = min(
        units, Self.effectiveUnits(totals[candidate], fourthPowers: fourthPowers[candidate]))
      let needed = max(Self.fewestUnits, Self.unitsPerVariate * (used.count + 1))
      guard left >= max(Double(needed), Self.leastEffectivePart * Double(count)) else { continue }
      units = left
      used.append(candidate)
      found = SymmetricMatrix(rows: used.map { row in used.map { covariance(row, $0) } })
    }
    self.count = count
    self.used = used
    means = used.map { totals[$0].mean }
    covariances = found
  }

  /// As many units of a normal quantity as weigh alike: 3(Σz²)²/Σz⁴, which is n on average for a normal
  /// one and falls toward 3 where a single unit decides; never more than there are.
  public static func effectiveUnits(_ totals: SampleTotals, fourthPowers: Double) -> Double {
    let squares = Double(totals.sumOfSquares)
    guard fourthPowers > 0 else { return Double(totals.count) }
    return min(Double(totals.count), 3 * squares * squares / fourthPowers)
  }

  /// A value with what the variates explain taken off; nothing without variates, or with a value
  /// that does not vary.
  ///
  /// - Parameters:
  ///   - value: The estimate, to first order a sum over units.
  ///   - variance: The unbiased variance over units of what a unit adds to it.
  ///   - shared: The unbiased covariances of that with the variates in use, by ``used``.
  /// - Throws: when `level` is not between 0 and 1.
  public func controlled(
    _ value: Double, variance: Double, sharedWith shared: [Double], level: Double = 0.95
  ) throws(NumericalError) -> ControlledEstimate? {
    let freedom = count - 1 - used.count
    guard !used.isEmpty, variance > 0, freedom > 0, let slopes = covariances.solved(shared),
      let leverage = covariances.solved(means)
    else { return nil }
    let units = Double(count)
    let explained = zip(slopes, shared).reduce(0) { $0 + $1.0 * $1.1 }
    let residual = max(0, variance - explained) * (units - 1) / Double(freedom)
    // The variance of a regression's value at zero, where the variates are expected to be.
    let distance = zip(means, leverage).reduce(0) { $0 + $1.0 * $1.1 } * units / (units - 1)
    let controlled = units * residual * (1 + distance)
    let luck = units * zip(slopes, means).reduce(0) { $0 + $1.0 * $1.1 }
    let quantile = try StudentT(degreesOfFreedom: Double(freedom)).quantile((1 + level) / 2)
    return ControlledEstimate(
      estimate: Estimate(
        value: value - luck, standardError: controlled.squareRoot(), quantile: quantile,
        level: level),
      varianceRatio: controlled > 0 ? units * variance / controlled : nil)
  }
}

/// An estimate from which the luck of control variates is taken off.
public struct ControlledEstimate: Equatable, Hashable, Sendable {
  /// The estimate.
  public let estimate: Estimate
  /// The plain estimate's variance over this one's; nothing where nothing is left of it.
  public let varianceRatio: Double?

  /// The estimate in another unit: multiplied by a factor other than zero.
  public func scaled(by factor: Double) -> ControlledEstimate {
    ControlledEstimate(
      estimate: estimate.scaled(by: factor), varianceRatio: varianceRatio)
  }
}
