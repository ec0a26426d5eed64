/// Where the columns and rows of a waterfall stand, in pixels.
struct WaterfallLayout {
  static let headerHeight = 28.0
  static let footerHeight = 48.0
  static let barHeight = 16.0
  static let gap = 16.0
  static let plotWidth = 280.0

  let bars: [WaterfallChart.Bar]
  let labels: [[String]]
  let rowHeights: [Double]
  let scale: LinearScale
  let amountRight: Double
  /// The right edge of the intervals; nil where no row has one.
  let intervalRight: Double?
  let width: Double
  let height: Double
  let ticks: AxisTicks

  init(_ chart: WaterfallChart) {
    let font = ChartStyle.fontSize
    let bars = chart.bars
    self.bars = bars
    labels = bars.map {
      TextMetrics.wrapped($0.row.label, width: 170, fontSize: font, lines: 3)
    }
    rowHeights = labels.map { 13 + 17 * Double($0.count) }
    let limits = Self.limits(bars)
    let ticks = AxisTicks.fitting(limits, unit: chart.unit, width: Self.plotWidth)
    self.ticks = ticks
    let tickTexts = ticks.values.map { chart.unit.text($0, decimals: ticks.decimals) }
    let labelRight =
      max(
        TextMetrics.widest(labels.flatMap { $0 }, font * TextMetrics.strong),
        TextMetrics.width(chart.words.step, fontSize: ChartStyle.smallFontSize)) + Self.gap
    // The first tick may be wider than all labels.
    let left = max(labelRight, TextMetrics.widest(tickTexts, ChartStyle.smallFontSize) / 2)
    scale = LinearScale(limits, from: left, to: left + Self.plotWidth)
    let amounts = bars.map(chart.amountText)
    amountRight =
      scale.end + Self.gap
      + max(
        TextMetrics.widest(amounts, font * TextMetrics.strong),
        TextMetrics.width(chart.words.amount, fontSize: ChartStyle.smallFontSize))
    let intervals = bars.filter { $0.row.interval != nil }.map(chart.intervalText)
    intervalRight =
      intervals.isEmpty
      ? nil
      : amountRight + Self.gap
        + TextMetrics.widest(intervals + [chart.intervalLabel], ChartStyle.smallFontSize)
    width = intervalRight ?? amountRight
    height = Self.headerHeight + rowHeights.reduce(0, +) + Self.footerHeight
  }

  /// Zero and all bars; an interval may widen the axis by at most half.
  ///
  /// assumption: half, so that one uncertain step does not flatten all bars.
  private static func limits(_ bars: [WaterfallChart.Bar]) -> ClosedRange<Double> {
    let ends = bars.map(\.end) + [0]
    let (lower, upper) = (ends.min() ?? 0, ends.max() ?? 0)
    let room = (upper - lower) / 2
    let reaches = bars.compactMap(\.reach).flatMap { [$0.lowerBound, $0.upperBound] }
    guard lower < upper else { return LinearScale.limits(holding: reaches) }
    return LinearScale.limits(
      holding: ends + reaches.map { min(max($0, lower - room), upper + room) })
  }
}
