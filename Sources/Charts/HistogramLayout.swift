/// Where the axes and columns of a histogram stand, in pixels.
struct HistogramLayout {
  static let width = 640.0
  static let bottom = 260.0
  static let lineHeight = 15.0

  let ticks: AxisTicks
  let y: LinearScale
  let left: Double
  let right = Self.width - 8
  /// The width that one bin takes.
  let slot: Double
  let binTexts: [[String]]
  /// The bin of zero, where its columns are cut.
  let cutBin: Int?
  let height: Double
  /// Whether every count fits over its column.
  let showsCounts: Bool

  init(_ chart: Histogram) {
    let top = chart.series.count > 1 ? 64.0 : 44
    let values = chart.bins.indices.map { place in
      chart.series.compactMap { chart.value($0, place) }.max() ?? 0
    }
    cutBin = Self.cutBin(chart, values)
    let shown = values.indices.filter { [cutBin] in $0 != cutBin }.map { values[$0] }
    let limits = LinearScale.limits(holding: shown, atMost: 5)
    ticks = AxisTicks(lower: 0, upper: limits.upperBound, atMost: 5)
    y = LinearScale(limits, from: Self.bottom, to: top)
    let labels = ticks.values.map { [ticks] in chart.unit.text($0, decimals: ticks.decimals) }
    left = 10 + TextMetrics.widest(labels, ChartStyle.smallFontSize)
    slot = (right - left) / Double(max(chart.bins.count, 1))
    binTexts = chart.bins.map { [slot] bin in
      TextMetrics.wrapped(
        chart.shortText(bin), width: slot - 4, fontSize: ChartStyle.smallFontSize, lines: 3)
    }
    let lines = Double(binTexts.map(\.count).max() ?? 1) + (chart.zero == nil ? 0 : 1)
    height = Self.bottom + 18 + Self.lineHeight * (lines - 1) + 28
    let counts = chart.series.flatMap { series in
      series.values.map { chart.unit.text($0, decimals: chart.decimals) }
    }
    showsCounts =
      TextMetrics.widest(counts, ChartStyle.smallFontSize) + 2
      <= slot * 0.9 / Double(max(chart.series.count, 1))
  }

  /// The left edge and the width of a column.
  func column(_ place: Int, series: Int, of count: Int) -> (x: Double, width: Double) {
    let width = min(slot * 0.84, 60) / Double(max(count, 1))
    let start = left + (Double(place) + 0.5) * slot - width * Double(count) / 2
    return (start + width * Double(series), width)
  }

  /// The middle of a bin.
  func x(_ place: Int) -> Double { left + (Double(place) + 0.5) * slot }

  /// The bin of exactly zero, when it would leave less than a quarter of the height to all others.
  private static func cutBin(_ chart: Histogram, _ values: [Double]) -> Int? {
    guard let zero = chart.zero, zero.isBin else { return nil }
    let place = Int(zero.position)
    let most = values.indices.filter { $0 != place }.map { values[$0] }.max() ?? 0
    return most > 0 && values[place] > 4 * most ? place : nil
  }
}
