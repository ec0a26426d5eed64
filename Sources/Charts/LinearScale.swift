/// A straight map from values to pixels; a value outside the limits lies outside the pixels.
struct LinearScale: Equatable {
  /// The values at the two ends.
  let limits: ClosedRange<Double>
  /// The pixel of the lower limit.
  let start: Double
  /// The pixel of the upper limit.
  let end: Double

  init(_ limits: ClosedRange<Double>, from start: Double, to end: Double) {
    precondition(limits.lowerBound < limits.upperBound, "an axis has a length")
    self.limits = limits
    self.start = start
    self.end = end
  }

  /// The pixel of a value.
  func callAsFunction(_ value: Double) -> Double {
    let share = (value - limits.lowerBound) / (limits.upperBound - limits.lowerBound)
    return start + share * (end - start)
  }

  /// Limits that hold zero and all values, widened to round ones; 0 to 1 where all are zero.
  static func limits(holding values: [Double], atMost count: Int = 6) -> ClosedRange<Double> {
    precondition(values.allSatisfy(\.isFinite), "a chart shows finite numbers")
    let (lower, upper) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
    guard lower < upper else { return 0...1 }
    return AxisTicks.rounded(lower: lower, upper: upper, atMost: count)
  }
}
