/// Round values along an axis: steps of 1, 2 or 5 times a power of ten.
struct AxisTicks: Equatable {
  /// The tick values, ascending, inside the range that was asked for.
  let values: [Double]
  /// The decimals that all ticks need.
  let decimals: Int

  /// Chooses the finest round step with at most `count` intervals between the ends.
  init(lower: Double, upper: Double, atMost count: Int) {
    precondition(lower < upper && count >= 1, "an axis has a length")
    let smallest = (upper - lower) / Double(count)
    var (power, decimals) = (1.0, 0)
    while power > smallest {
      power /= 10
      decimals += 1
    }
    while power * 10 <= smallest { power *= 10 }
    if power > 1 || decimals == 0 { decimals = 0 }
    let multiple = [1.0, 2, 5].first { $0 * power >= smallest * (1 - 1e-9) } ?? 10
    let step = multiple * power
    if multiple == 10, decimals > 0 { decimals -= 1 }
    let first = Int((lower / step - 1e-9).rounded(.up))
    let last = Int((upper / step + 1e-9).rounded(.down))
    values = first <= last ? (first...last).map { Double($0) * step } : []
    self.decimals = decimals
  }

  /// The range widened to the next round values outside it.
  static func rounded(lower: Double, upper: Double, atMost count: Int) -> ClosedRange<Double> {
    let ticks = AxisTicks(lower: lower, upper: upper, atMost: count).values
    guard let first = ticks.first, let last = ticks.last, ticks.count > 1 else {
      return lower...upper
    }
    let step = ticks[1] - first
    return (first > lower ? first - step : lower)...(last < upper ? last + step : upper)
  }

  /// As many ticks along a width as leave room between their labels.
  static func fitting(
    _ limits: ClosedRange<Double>, unit: ChartUnit, width: Double, signed: Bool = false
  ) -> AxisTicks {
    let (lower, upper) = (limits.lowerBound, limits.upperBound)
    for count in [8, 7, 6, 5, 4, 3] {
      let ticks = AxisTicks(lower: lower, upper: upper, atMost: count)
      let labels = ticks.values.map { unit.text($0, decimals: ticks.decimals, signed: signed) }
      guard ticks.values.count > 1 else { continue }
      let room = width * (ticks.values[1] - ticks.values[0]) / (upper - lower)
      if TextMetrics.widest(labels, ChartStyle.smallFontSize) + 8 <= room { return ticks }
    }
    return AxisTicks(lower: lower, upper: upper, atMost: 2)
  }
}
