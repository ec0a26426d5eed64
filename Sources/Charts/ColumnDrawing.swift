/// Draws a column chart.
struct ColumnDrawing: Drawing {
  static let kind = "columns"
  static let rules: [String] = []
  private static let width = 640.0
  private static let height = 340.0
  private static let top = 58.0
  private static let bottom = 284.0
  private static let legend = 34.0

  private let chart: ColumnChart
  private let ticks: AxisTicks
  private let highest: Double
  private let left: Double
  private let right = Self.width - 8
  var writer = SVGWriter()

  init(_ chart: ColumnChart) {
    self.chart = chart
    let values = chart.series.flatMap { $0.values.compactMap(\.self) }
    let most = values.max() ?? 0
    let limits = AxisTicks.rounded(lower: 0, upper: most > 0 ? most : 1, atMost: 6)
    highest = limits.upperBound
    let ticks = AxisTicks(lower: 0, upper: limits.upperBound, atMost: 6)
    self.ticks = ticks
    let labels = ticks.values.map { chart.unit.text($0, decimals: ticks.decimals) }
    left = 10 + TextMetrics.widest(labels, ChartStyle.smallFontSize)
  }

  mutating func draw() {
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: Self.width,
      height: Self.height, series: chart.series.count, kind: Self.self)
    writer.valueLabel(chart.valueLabel, right: Self.width)
    drawLegend()
    writer.valueAxis(
      ticks, LinearScale(0...highest, from: Self.bottom, to: Self.top), from: left, to: right,
      unit: chart.unit)
    drawCategories()
    for place in chart.categories.indices { drawColumn(place) }
    for index in chart.series.indices.dropFirst() { drawMarks(index) }
    writer.end()
  }

  private var slot: Double { (right - left) / Double(max(chart.categories.count, 1)) }
  private func x(_ place: Int) -> Double { left + (Double(place) + 0.5) * slot }
  private func y(_ value: Double) -> Double {
    Self.bottom - value / highest * (Self.bottom - Self.top)
  }

  private mutating func drawLegend() {
    let places = LegendPlaces(chart.series.map(\.name), from: left, to: right)
    for (index, entry) in places.entries.enumerated() {
      writer.begin("g", ["class": "series-\(ChartStyle.slot(index))"])
      if index == 0 {
        column(
          x: entry.x, width: LegendPlaces.swatchWidth, from: Self.legend - 6, to: Self.legend + 6)
      } else {
        mark(index, x: entry.x + LegendPlaces.swatchWidth / 2, y: Self.legend)
      }
      writer.end()
      writer.text(entry.text, x: entry.x + LegendPlaces.textOffset, y: Self.legend + 4.5, "label")
    }
  }

  private mutating func drawCategories() {
    for (place, category) in chart.categories.enumerated() {
      let text = TextMetrics.shortened(
        category, width: slot - 2, fontSize: ChartStyle.smallFontSize)
      writer.text(text, x: x(place), y: Self.bottom + 18, "note middle")
    }
    writer.axisLabel(
      chart.categoryLabel, center: (left + right) / 2, y: Self.bottom + 42, width: Self.width)
  }

  private mutating func drawColumn(_ place: Int) {
    guard let series = chart.series.first, let value = value(series, place) else { return }
    writer.begin("g", ["class": "series-1"])
    writer.element("title", text: label(series, place, value))
    let width = min(slot * 0.7, 56)
    column(x: x(place) - width / 2, width: width, from: y(value), to: Self.bottom)
    writer.end()
  }

  private mutating func drawMarks(_ index: Int) {
    // Side by side, so that marks of close models do not hide each other.
    let count = chart.series.count - 1
    let spread = min(14, slot * 0.5 / Double(max(count, 1)))
    let shift = (Double(index) - Double(count + 1) / 2) * spread
    writer.begin("g", ["class": "series-\(ChartStyle.slot(index))"])
    for place in chart.categories.indices {
      guard let value = value(chart.series[index], place) else { continue }
      writer.begin("g")
      writer.element("title", text: label(chart.series[index], place, value))
      mark(index, x: x(place) + shift, y: y(value))
      writer.end()
    }
    writer.end()
  }

  private func value(_ series: ColumnChart.Series, _ place: Int) -> Double? {
    series.values.indices.contains(place) ? series.values[place] : nil
  }

  private func label(_ series: ColumnChart.Series, _ place: Int, _ value: Double) -> String {
    let number = chart.unit.text(value, decimals: ticks.decimals + 1)
    return "\(series.name), \(chart.categories[place]): \(number)"
  }

  private mutating func column(x: Double, width: Double, from top: Double, to bottom: Double) {
    let number = ChartNumber.coordinate
    writer.element(
      "rect",
      [
        "fill": "currentColor", "fill-opacity": ".3", "stroke": "currentColor", "x": number(x),
        "y": number(top), "width": number(width), "height": number(max(0, bottom - top)),
      ])
  }

  private mutating func mark(_ index: Int, x: Double, y: Double) {
    let shape = MarkerShape.of(series: index)
    writer.element("path", ["class": "mark", "d": shape.path(x: x, y: y, radius: 4.5)])
  }
}
