/// Draws a line chart.
struct LineDrawing: Drawing {
  private static let rules = [
    ".band{fill:currentColor;fill-opacity:.15;stroke:currentColor;stroke-opacity:.35}",
    ".inner{fill-opacity:.2;stroke:none}",
  ]

  let chart: LineChart
  let layout: LineLayout
  private(set) var writer = SVGWriter()

  init(_ chart: LineChart) {
    self.chart = chart
    layout = LineLayout(chart)
  }

  mutating func draw() {
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: LineLayout.width,
      height: LineLayout.height, series: chart.series.count, rules: LineDrawing.rules)
    writer.axes(
      layout, start: chart.start, stepDays: chart.stepDays, unit: chart.unit, words: chart.words)
    drawBandLabels()
    drawBands("band", \.bands)
    drawBands("band inner", \.innerBands)
    for index in chart.series.indices { drawSeries(index) }
    for name in layout.names { drawName(name) }
    writer.end()
  }

  /// What the bands hold, at the right above the plot.
  private mutating func drawBandLabels() {
    var right = layout.right
    for (label, style) in [(chart.bandLabel, "band"), (chart.innerBandLabel, "band inner")]
      .reversed() where !label.isEmpty
    {
      writer.text(label, x: right, y: 14, "note end")
      right -= TextMetrics.width(label, fontSize: ChartStyle.smallFontSize) + 6
      writer.bar(style, x1: right - 18, y1: 4, x2: right, y2: 15)
      // The inner band lies on the other, here as in the plot.
      if style != "band" { writer.bar("band", x1: right - 18, y1: 4, x2: right, y2: 15) }
      right -= 34
    }
    writer.valueLabel(chart.valueLabel, right: right)
  }

  private mutating func drawBands(
    _ style: String, _ bands: KeyPath<LineChart.Series, [LineChart.Band?]>
  ) {
    for (index, series) in chart.series.enumerated() {
      for run in LineDrawing.runs(series[keyPath: bands]) {
        let upper = run.map { (layout.x($0.step), layout.y($0.value.upper)) }
        let lower = run.reversed().map { (layout.x($0.step), layout.y($0.value.lower)) }
        // Whole pixels: an edge this faint needs no more.
        let path = PolylinePath.text(upper + lower, perPixel: 1, isClosed: true)
        writer.element(
          "path", ["class": "\(style) series-\(ChartStyle.slot(index))", "d": path])
      }
    }
  }

  private mutating func drawSeries(_ index: Int) {
    let slot = ChartStyle.slot(index)
    let runs = LineDrawing.runs(chart.series[index].values)
    let path = runs.map { run in
      PolylinePath.text(run.map { (layout.x($0.step), layout.y($0.value)) })
    }
    writer.begin("g", ["class": "series-\(slot)"])
    if !path.isEmpty {
      writer.element(
        "path",
        [
          "class": "line", "stroke-dasharray": ChartStyle.dashes[slot - 1],
          "stroke-linecap": path.contains { $0.hasSuffix("h0") } ? "round" : "butt",
          "d": path.joined(),
        ])
    }
    let spacing = max(1, layout.steps / 6)
    // Each series marks other days, so that markers of close lines do not hide each other.
    let shift = spacing / 2 + index * spacing / 4
    for (step, value) in runs.joined() where (step + shift).isMultiple(of: spacing) {
      drawMarker(index, step: step, value: value)
    }
    writer.end()
  }

  private mutating func drawMarker(_ index: Int, step: Int, value: Double) {
    let date = chart.start.adding(days: step * chart.stepDays).text
    let number = chart.unit.text(value, decimals: layout.ticks.decimals)
    writer.mark(
      path(index, x: layout.x(step), y: layout.y(value)),
      title: "\(chart.series[index].name), \(date): \(number)")
  }

  /// A name with a piece of its line, and a thin leader where it had to move.
  private mutating func drawName(_ name: EndName) {
    let slot = ChartStyle.slot(name.series)
    let start = layout.right + 14
    let end = start + EndName.swatchWidth
    let number = ChartNumber.coordinate
    name.drawLeader(&writer, to: start)
    writer.begin("g", ["class": "series-\(slot)"])
    writer.element(
      "line",
      [
        "class": "line", "stroke-dasharray": ChartStyle.dashes[slot - 1], "x1": number(start),
        "y1": number(name.y), "x2": number(end), "y2": number(name.y),
      ])
    writer.element(
      "path", ["class": "mark", "d": path(name.series, x: (start + end) / 2, y: name.y)])
    writer.end()
    writer.text(name.text, x: end + 6, y: name.y + 4.5, "label")
  }

  private func path(_ index: Int, x: Double, y: Double) -> String {
    MarkerShape.of(series: index).path(x: x, y: y, radius: 3.5)
  }

  /// The stretches without a gap.
  static func runs<Value>(_ values: [Value?]) -> [[(step: Int, value: Value)]] {
    var runs: [[(step: Int, value: Value)]] = []
    var isOpen = false
    for (step, value) in values.enumerated() {
      guard let value else {
        isOpen = false
        continue
      }
      if isOpen {
        runs[runs.count - 1].append((step, value))
      } else {
        runs.append([(step, value)])
      }
      isOpen = true
    }
    return runs
  }
}
