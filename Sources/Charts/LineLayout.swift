/// Where the axes and names of a line chart stand, in pixels.
struct LineLayout {
  /// The name of a series at the end of its line.
  struct Name {
    let series: Int
    let text: String
    /// Where the line ends.
    let endX: Double
    let endY: Double
    /// Where the name stands: as near as the other names allow.
    var y: Double
  }

  static let width = 760.0
  static let height = 340.0
  static let top = 34.0
  static let bottom = 292.0
  static let nameHeight = 18.0
  static let swatchWidth = 24.0

  let ticks: AxisTicks
  let limits: ClosedRange<Double>
  let left: Double
  let right: Double
  let steps: Int
  private(set) var names: [Name] = []

  init(_ chart: LineChart) {
    limits = LineLayout.limits(chart)
    let ticks = AxisTicks(lower: limits.lowerBound, upper: limits.upperBound, atMost: 6)
    self.ticks = ticks
    let labels = ticks.values.map { chart.unit.text($0, decimals: ticks.decimals) }
    let names = chart.series.map {
      TextMetrics.shortened($0.name, width: 170, fontSize: ChartStyle.fontSize)
    }
    left = 10 + LineLayout.widest(labels, ChartStyle.smallFontSize)
    right =
      LineLayout.width - 26 - LineLayout.swatchWidth
      - LineLayout.widest(names, ChartStyle.fontSize)
    steps = max(chart.stepCount, 2)
    self.names = LineLayout.spread(placedNames(chart, names))
  }

  /// The horizontal place of a step.
  func x(_ step: Int) -> Double {
    left + (right - left) * Double(step) / Double(steps - 1)
  }

  /// The vertical place of a value.
  func y(_ value: Double) -> Double {
    let share = (value - limits.lowerBound) / (limits.upperBound - limits.lowerBound)
    return LineLayout.bottom - share * (LineLayout.bottom - LineLayout.top)
  }

  private static func widest(_ texts: [String], _ fontSize: Double) -> Double {
    texts.map { TextMetrics.width($0, fontSize: fontSize) }.max() ?? 0
  }

  private static func limits(_ chart: LineChart) -> ClosedRange<Double> {
    var values = chart.series.flatMap { $0.values.compactMap { $0 } }
    values += chart.series.flatMap { $0.bands.compactMap { $0 }.flatMap { [$0.lower, $0.upper] } }
    if chart.includesZero { values.append(0) }
    precondition(values.allSatisfy(\.isFinite), "a chart shows finite numbers")
    let (lower, upper) = (values.min() ?? 0, values.max() ?? 0)
    guard lower < upper else {
      return lower == 0 ? 0...1 : min(lower, 0)...max(upper, 0)
    }
    return AxisTicks.rounded(lower: lower, upper: upper, atMost: 6)
  }

  private func placedNames(_ chart: LineChart, _ texts: [String]) -> [Name] {
    chart.series.indices.compactMap { index in
      let values = chart.series[index].values
      guard let step = values.lastIndex(where: { $0 != nil }), let value = values[step] else {
        return nil
      }
      return Name(
        series: index, text: texts[index], endX: x(step), endY: y(value), y: y(value))
    }
  }

  /// Moves names apart until none overlap: down from the top, then up from the bottom.
  private static func spread(_ names: [Name]) -> [Name] {
    var sorted = names.sorted { ($0.endY, $0.series) < ($1.endY, $1.series) }
    var free = -Double.infinity
    for index in sorted.indices {
      sorted[index].y = max(sorted[index].y, free)
      free = sorted[index].y + nameHeight
    }
    var limit = bottom + 4
    for index in sorted.indices.reversed() {
      sorted[index].y = min(sorted[index].y, limit)
      limit = sorted[index].y - nameHeight
    }
    return sorted
  }
}
