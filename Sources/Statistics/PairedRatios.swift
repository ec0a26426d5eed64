public import NumericalMethods

/// Two ratios with denominators of their own, an arm's x/y and control's x′/y′, over paired units.
///
/// A unit moves the difference R − R′ by e = x/Y − R·y/Y − x′/Y′ + R′·y′/Y′ to first order, with
/// totals in capitals (delta method; Cochran 1977, Sampling Techniques, section 6.3); the standard
/// error is √(n·Var e). Everything is written in the exact differences x − x′ and y − y′, so arms
/// that are alike in every unit give exactly 0 and arms that hardly differ lose no digits.
public struct PairedRatios: Equatable, Hashable, Sendable {
  /// The four quantities, in the order of sums and products.
  public static let quantities = 4

  /// The number of units.
  public let count: Int
  let sums: [Int128]
  let products: [Int128]

  /// Makes the totals of (x, y, x′, y′).
  ///
  /// - Parameters:
  ///   - count: Units, at least one.
  ///   - sums: Four sums over units.
  ///   - products: Sixteen sums of products over units, row by row.
  public init(count: Int, sums: [Int128], products: [Int128]) {
    precondition(count >= 1, "totals need at least one unit")
    precondition(
      sums.count == Self.quantities && products.count == Self.quantities * Self.quantities,
      "four quantities")
    self.count = count
    self.sums = sums
    self.products = products
  }

  /// R − R′, symmetric; nil when a denominator's total is zero.
  public func difference(level: Double = 0.95) throws(NumericalError) -> Estimate? {
    guard let ratios, let gradient = gradientOfDifference else { return nil }
    return try estimate(ratios.difference, gradient: gradient, level: level)
  }

  /// By how much R − R′ changes with (x − x′, y − y′, x′, y′), to first order; nil when a
  /// denominator's total is zero.
  public var gradientOfDifference: [Double]? {
    guard let ratios else { return nil }
    let (y, yControl) = (Double(sums[1]), Double(sums[3]))
    let onDifference = -Double(sums[1] - sums[3]) / (y * yControl)
    return [
      1 / y, -ratios.arm / y, onDifference,
      -(ratios.arm * onDifference + ratios.difference / yControl),
    ]
  }

  /// R / R′ − 1, symmetric; nil when a denominator's total or control's numerator is zero.
  public func relativeDifference(level: Double = 0.95) throws(NumericalError) -> Estimate? {
    guard let ratios, sums[2] != 0 else { return nil }
    let quotient = ratios.arm / ratios.control
    let (y, x, yControl) = (Double(sums[1]), Double(sums[2]), Double(sums[3]))
    // R/R′·(x/X − x′/X′ − y/Y + y′/Y′); the factor of x′/X′ and x is written as x′·y/y′ over Y.
    let onNumerator = yControl / (x * y)
    return try estimate(
      ratios.difference / ratios.control,
      gradient: [
        onNumerator, -quotient / y, onNumerator - quotient / x,
        quotient * Double(sums[1] - sums[3]) / (y * yControl),
      ], level: level)
  }

  private struct Ratios {
    var arm, control, difference: Double
  }

  /// The ratios; the numerator of their difference, x·y′ − x′·y, is formed in integers.
  private var ratios: Ratios? {
    guard sums[1] != 0, sums[3] != 0 else { return nil }
    let (arm, control) = (Double(sums[0]) / Double(sums[1]), Double(sums[2]) / Double(sums[3]))
    let cross = (sums[0] - sums[2]) * sums[3] - sums[2] * (sums[1] - sums[3])
    return Ratios(
      arm: arm, control: control, difference: Double(cross) / Double(sums[1]) / Double(sums[3]))
  }

  /// A value whose change with (x − x′, y − y′, x′, y′) is the gradient.
  private func estimate(
    _ value: Double, gradient: [Double], level: Double
  ) throws(NumericalError) -> Estimate {
    let quantile = try twoSidedQuantile(level: level, count: count)
    return Estimate(
      value: value, standardError: standardError(gradient), quantile: quantile, level: level)
  }

  private func standardError(_ gradient: [Double]) -> Double? {
    guard count > 1 else { return nil }
    var sum = 0.0
    for row in gradient.indices {
      for column in gradient.indices {
        sum += gradient[row] * gradient[column] * centered(row, column)
      }
    }
    // Rounding may leave a tiny negative number where the true value is zero.
    return (max(0, sum) / Double(count - 1)).squareRoot()
  }

  /// n·Σuv − Σu·Σv for u, v among (x − x′, y − y′, x′, y′).
  private func centered(_ row: Int, _ column: Int) -> Double {
    let (left, right) = (Self.weights[row], Self.weights[column])
    var product: Int128 = 0
    for (i, weight) in left.enumerated() {
      for (j, other) in right.enumerated() {
        product += Int128(weight * other) * products[i * Self.quantities + j]
      }
    }
    return centeredProducts(
      count: count, crossProducts: product, Self.sum(left, sums), Self.sum(right, sums))
  }

  private static let weights = [[1, 0, -1, 0], [0, 1, 0, -1], [0, 0, 1, 0], [0, 0, 0, 1]]

  private static func sum(_ weights: [Int], _ sums: [Int128]) -> Int128 {
    zip(weights, sums).reduce(0) { $0 + Int128($1.0) * $1.1 }
  }
}
