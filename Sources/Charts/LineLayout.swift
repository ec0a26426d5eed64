/// Where the axes and names of a line chart stand, in pixels.
struct LineLayout {
  static let width = 660.0
  static let height = 340.0
  static let top = 34.0
  static let bottom = 292.0

  let ticks: AxisTicks
  let limits: ClosedRange<Double>
  let left: Double
  let right: Double
  let steps: Int
  private(set) var names: [EndName] = []

  init(_ chart: LineChart) {
    limits = LineLayout.limits(chart)
    let ticks = AxisTicks(lower: limits.lowerBound, upper: limits.upperBound, atMost: 6)
    self.ticks = ticks
    let labels = ticks.values.map { chart.unit.text($0, decimals: ticks.decimals) }
    let names = chart.series.map {
      TextMetrics.shortened($0.name, width: 170, fontSize: ChartStyle.fontSize)
    }
    left = 10 + TextMetrics.widest(labels, ChartStyle.smallFontSize)
    right =
      LineLayout.width - 26 - EndName.swatchWidth
      - TextMetrics.widest(names, ChartStyle.fontSize)
    steps = max(chart.stepCount, 2)
    self.names = EndName.spread(placedNames(chart, names), above: LineLayout.bottom + 4)
  }

  /// The horizontal place of a step.
  func x(_ step: Int) -> Double {
    left + (right - left) * Double(step) / Double(steps - 1)
  }

  /// The vertical place of a value.
  func y(_ value: Double) -> Double { scale(value) }

  /// The vertical axis.
  var scale: LinearScale { LinearScale(limits, from: LineLayout.bottom, to: LineLayout.top) }

  private static func limits(_ chart: LineChart) -> ClosedRange<Double> {
    var values = chart.series.flatMap { $0.values.compactMap { $0 } }
    values += chart.series.flatMap { series in
      (series.bands + series.innerBands).compactMap { $0 }.flatMap { [$0.lower, $0.upper] }
    }
    if chart.includesZero { values.append(0) }
    precondition(values.allSatisfy(\.isFinite), "a chart shows finite numbers")
    let (lower, upper) = (values.min() ?? 0, values.max() ?? 0)
    guard lower < upper else {
      return lower == 0 ? 0...1 : min(lower, 0)...max(upper, 0)
    }
    return AxisTicks.rounded(lower: lower, upper: upper, atMost: 6)
  }

  private func placedNames(_ chart: LineChart, _ texts: [String]) -> [EndName] {
    chart.series.indices.compactMap { index in
      let values = chart.series[index].values
      guard let step = values.lastIndex(where: { $0 != nil }), let value = values[step] else {
        return nil
      }
      return EndName(
        series: index, text: texts[index], endX: x(step), endY: y(value), y: y(value))
    }
  }
}
