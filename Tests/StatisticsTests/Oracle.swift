import Statistics

/// |actual − expected| over |expected|, or the absolute error when zero is expected.
func relativeError(_ actual: Double, _ expected: Double) -> Double {
  expected == 0 ? abs(actual) : abs(actual - expected) / abs(expected)
}

/// The relative error of the worse end of an interval; infinite when there is none.
func relativeError(_ actual: Interval?, _ lower: Double, _ upper: Double) -> Double {
  guard let actual else { return .infinity }
  return max(relativeError(actual.lower, lower), relativeError(actual.upper, upper))
}

extension SampleTotals {
  init(_ values: [Int]) {
    self.init(
      count: values.count, sum: values.reduce(0) { $0 + Int128($1) },
      sumOfSquares: values.reduce(0) { $0 + Int128($1) * Int128($1) })
  }
}

extension JointTotals {
  init(_ first: [Int], _ second: [Int]) {
    self.init(
      first: SampleTotals(first), second: SampleTotals(second),
      crossProducts: zip(first, second).reduce(0) { $0 + Int128($1.0) * Int128($1.1) })
  }
}

extension PairedRatios {
  /// Rows of (x, y, x′, y′), one a unit.
  init(_ units: [[Int]]) {
    let wide = units.map { $0.map { Int128($0) } }
    self.init(
      count: units.count, sums: (0..<4).map { index in wide.reduce(0) { $0 + $1[index] } },
      products: (0..<16).map { cell in wide.reduce(0) { $0 + $1[cell / 4] * $1[cell % 4] } })
  }
}

/// A linear congruential generator with Knuth's MMIX constants, so that samples never change.
struct Congruential {
  var state: UInt64

  /// A whole number from 0 to 999, from the upper bits.
  mutating func next() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % 1_000)
  }

  /// The sum of twelve of them: nearly normal with mean 5,994 and standard deviation 1,000.
  mutating func bell() -> Int { (0..<12).reduce(0) { sum, _ in sum + next() } }
}
