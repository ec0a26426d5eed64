/// Where the columns and rows of a forest plot stand, in pixels.
struct ForestLayout {
  static let plotWidth = 250.0
  static let headerHeight = 42.0
  static let footerHeight = 48.0
  static let gap = 16.0

  let labels: [[String]]
  /// What the labels of each row take, with their margins.
  let labelHeights: [Double]
  let rowHeights: [Double]
  let plotLeft: Double
  let plotRight: Double
  /// The right edge of the estimates, and of the intervals below them.
  let estimateRight: Double
  let verdictLeft: Double
  let width: Double
  let height: Double
  let limits: ClosedRange<Double>
  /// The unit of the tick labels: that of the rows, when all have the same.
  let unit: ChartUnit
  let ticks: AxisTicks

  init(_ plot: ForestPlot) {
    let words = plot.words
    let font = ChartStyle.fontSize
    labels = plot.rows.map {
      TextMetrics.wrapped($0.label, width: 190, fontSize: font, lines: 3)
    }
    labelHeights = zip(plot.rows, labels).map { row, lines in
      18 + 17 * Double(lines.count) + (row.favorable == .neither ? 0 : 14)
    }
    // The estimate and the interval below it need two lines.
    rowHeights = labelHeights.map { max($0, 42) }
    let directions = plot.rows.compactMap { $0.directionText(words) }
    let estimates = plot.rows.map { $0.estimateText(words) }
    let extents = plot.rows.map { $0.extentText(words) } + [plot.intervalLabel]
    let verdicts = plot.rows.map { $0.verdictText(words) }
    let labelWidth = max(
      TextMetrics.widest(labels.flatMap { $0 }, font),
      TextMetrics.widest(directions + [words.measure], ChartStyle.smallFontSize))
    plotLeft = labelWidth + 1.5 * Self.gap
    plotRight = plotLeft + Self.plotWidth
    estimateRight =
      plotRight + Self.gap
      + max(
        TextMetrics.widest(estimates + [words.estimate], font * TextMetrics.strong),
        TextMetrics.widest(extents, ChartStyle.smallFontSize))
    verdictLeft = estimateRight + Self.gap
    width =
      verdictLeft + TextMetrics.widest(verdicts + [words.verdict], font * TextMetrics.strong)
    height = Self.headerHeight + rowHeights.reduce(0, +) + Self.footerHeight
    limits = Self.limits(plot)
    let first = plot.rows.first?.unit ?? .none
    unit = plot.rows.allSatisfy { $0.unit == first } ? first : .none
    ticks = AxisTicks.fitting(limits, unit: unit, width: Self.plotWidth, signed: true)
  }

  /// The horizontal place of a value; may lie outside the plot.
  func x(_ value: Double) -> Double {
    let share = (value - limits.lowerBound) / (limits.upperBound - limits.lowerBound)
    return plotLeft + share * (plotRight - plotLeft)
  }

  /// Zero, all estimates and the intervals, but a far end must not flatten all other rows.
  ///
  /// assumption: an end may reach 1.6 times as far from zero as the farthest estimate, or twice as
  /// far as the median end, whichever is farther.
  private static func limits(_ plot: ForestPlot) -> ClosedRange<Double> {
    if let limits = plot.limits {
      let (lower, upper) = (min(limits.lowerBound, 0), max(limits.upperBound, 0))
      return lower < upper ? lower...upper : -1...1
    }
    let estimates = plot.rows.compactMap(\.estimate)
    let ends = plot.rows.flatMap { $0.extent.ends }
    let reaches = ends.map { abs($0) }.sorted()
    let median = reaches.isEmpty ? 0 : reaches[reaches.count / 2]
    let reach = max(2 * median, 1.6 * (estimates.map { abs($0) }.max() ?? 0))
    let values = estimates + ends.map { min(max($0, -reach), reach) } + [0]
    let (lower, upper) = (values.min() ?? 0, values.max() ?? 0)
    guard lower < upper else { return -1...1 }
    let margin = (upper - lower) * 0.06
    return (lower - margin)...(upper + margin)
  }
}

extension ForestPlot.Extent {
  var ends: [Double] {
    switch self {
    case .bounded(let lower, let upper), .exterior(let lower, let upper): [lower, upper]
    case .unbounded, .unknown: []
    }
  }

  /// The stretches to draw; an infinite end lies beyond any plot.
  var stretches: [(lower: Double, upper: Double)] {
    switch self {
    case .bounded(let lower, let upper): [(lower, upper)]
    case .exterior(let lower, let upper): [(-.infinity, lower), (upper, .infinity)]
    case .unbounded: [(-.infinity, .infinity)]
    case .unknown: []
    }
  }
}
