/// Where the axes and names of a chart of lines by date stand, in pixels.
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

  /// A series' name and the last of its values.
  struct Ending {
    let series: Int
    let name: String
    let step: Int
    let value: Double
  }

  init(
    values: [Double], includesZero: Bool, unit: ChartUnit, stepCount: Int, endings: [Ending]
  ) {
    limits = LineLayout.limits(values + (includesZero ? [0] : []))
    let ticks = AxisTicks(lower: limits.lowerBound, upper: limits.upperBound, atMost: 6)
    self.ticks = ticks
    let labels = ticks.values.map { unit.text($0, decimals: ticks.decimals) }
    let texts = endings.map {
      TextMetrics.shortened($0.name, width: 170, fontSize: ChartStyle.fontSize)
    }
    left = 10 + TextMetrics.widest(labels, ChartStyle.smallFontSize)
    right =
      LineLayout.width - 26 - EndName.swatchWidth
      - TextMetrics.widest(texts, ChartStyle.fontSize)
    steps = max(stepCount, 2)
    names = EndName.spread(
      zip(endings, texts).map { ending, text in
        let (x, y) = (x(ending.step), y(ending.value))
        return EndName(series: ending.series, text: text, endX: x, endY: y, y: y)
      }, above: LineLayout.bottom + 4)
  }

  init(_ chart: LineChart) {
    let bands = chart.series.flatMap { series in
      (series.bands + series.innerBands + series.widerBands).compactMap { $0 }.flatMap {
        [$0.lower, $0.upper]
      }
    }
    self.init(
      values: chart.series.flatMap { $0.values.compactMap { $0 } } + bands,
      includesZero: chart.includesZero, unit: chart.unit, stepCount: chart.stepCount,
      endings: chart.series.enumerated().compactMap { index, series in
        guard let step = series.values.lastIndex(where: { $0 != nil }),
          let value = series.values[step]
        else { return nil }
        return Ending(series: chart.look(index), name: series.name, step: step, value: value)
      })
  }

  /// The horizontal place of a step.
  func x(_ step: Int) -> Double {
    left + (right - left) * Double(step) / Double(steps - 1)
  }

  /// The vertical place of a value.
  func y(_ value: Double) -> Double { scale(value) }

  /// The vertical axis.
  var scale: LinearScale { LinearScale(limits, from: LineLayout.bottom, to: LineLayout.top) }

  private static func limits(_ values: [Double]) -> ClosedRange<Double> {
    precondition(values.allSatisfy(\.isFinite), "a chart shows finite numbers")
    let (lower, upper) = (values.min() ?? 0, values.max() ?? 0)
    guard lower < upper else {
      return lower == 0 ? 0...1 : min(lower, 0)...max(upper, 0)
    }
    return AxisTicks.rounded(lower: lower, upper: upper, atMost: 6)
  }
}
