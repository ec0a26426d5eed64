/// Draws a line chart.
struct LineDrawing: Drawing {
  static let kind = "lines"
  static let rules =
    [
      ".band{fill:currentColor;fill-opacity:.15;stroke:currentColor;stroke-opacity:.35}",
      ".inner{fill-opacity:.2;stroke:none}",
      ".wider{fill:none;stroke:currentColor;stroke-opacity:.8;stroke-dasharray:1 3}",
      // A stretch of a single step is a dot.
      ".dot{stroke-linecap:round}",
    ]
    + ChartStyle.dashes.enumerated().dropFirst().map { index, dashes in
      ".series-\(index + 1) .line{stroke-dasharray:\(dashes)}"
    }

  let chart: LineChart
  let layout: LineLayout
  var writer = SVGWriter()

  init(_ chart: LineChart) {
    self.chart = chart
    layout = LineLayout(chart)
  }

  mutating func draw() {
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: LineLayout.width,
      height: LineLayout.height, series: chart.series.indices.map { chart.look($0) + 1 }.max() ?? 0,
      kind: Self.self, plot: plot)
    writer.axes(
      layout, start: chart.start,
      end: chart.start.adding(days: (layout.steps - 1) * chart.stepDays), unit: chart.unit,
      words: chart.words)
    drawBandLabels()
    drawBands("band", \.bands)
    drawBands("band inner", \.innerBands)
    drawBands("wider", \.widerBands)
    for index in chart.series.indices { drawSeries(index) }
    for name in layout.names { drawName(name) }
    writer.end()
  }

  /// What the bands hold, at the right above the plot.
  private mutating func drawBandLabels() {
    var right = layout.right
    let labels = [
      (chart.bandLabel, "band"), (chart.innerBandLabel, "band inner"),
      (chart.widerBandLabel, "wider"),
    ]
    for (label, style) in labels.reversed() where !label.isEmpty {
      writer.text(label, x: right, y: 14, "note end")
      right -= TextMetrics.width(label, fontSize: ChartStyle.smallFontSize) + 6
      writer.bar(style, x1: right - 18, y1: 4, x2: right, y2: 15)
      // The inner band lies on the other, here as in the plot.
      if style == "band inner" { writer.bar("band", x1: right - 18, y1: 4, x2: right, y2: 15) }
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
          "path", ["class": "\(style) series-\(ChartStyle.slot(chart.look(index)))", "d": path])
      }
    }
  }

  private mutating func drawSeries(_ index: Int) {
    let look = chart.look(index)
    let slot = ChartStyle.slot(look)
    let runs = LineDrawing.runs(chart.series[index].values)
    let stretches = runs.map { run in
      PolylinePath.text(run.map { (layout.x($0.step), layout.y($0.value)) })
    }
    writer.begin("g", ["class": "series-\(slot)"])
    if !stretches.isEmpty {
      let isDotted = stretches.contains { $0.hasSuffix("h0") }
      let style = isDotted ? "line dot" : "line"
      writer.element("path", ["class": style, "d": stretches.joined()])
    }
    let spacing = max(1, layout.steps / 6)
    // Each series marks other days, so that markers of close lines do not hide each other.
    let shift = spacing / 2 + index * spacing / 4
    let marks = runs.joined().filter { ($0.step + shift).isMultiple(of: spacing) }.map {
      path(look, x: layout.x($0.step), y: layout.y($0.value))
    }
    if !marks.isEmpty { writer.element("path", ["class": "mark", "d": marks.joined()]) }
    writer.end()
  }

  /// A name with a piece of its line, and a thin leader where it had to move.
  private mutating func drawName(_ name: EndName) {
    let slot = ChartStyle.slot(name.series)
    let start = layout.right + 14
    let end = start + EndName.swatchWidth
    name.drawLeader(&writer, to: start)
    writer.begin("g", ["class": "series-\(slot)"])
    writer.lines("line", [(start, name.y, end, name.y)])
    writer.element(
      "path", ["class": "mark", "d": path(name.series, x: (start + end) / 2, y: name.y)])
    writer.end()
    writer.text(name.text, x: end + 6, y: name.y + 4.5, "label of-\(slot)")
  }

  /// The ends of the plot, and how many columns of the table each series has, and their looks.
  private var plot: [Double] {
    let bands = chart.series.first.map {
      ($0.bands.isEmpty ? 0 : 2) + ($0.innerBands.isEmpty ? 0 : 2) + ($0.widerBands.isEmpty ? 0 : 2)
    }
    let looks = chart.series.indices.map { Double(ChartStyle.slot(chart.look($0))) }
    return [layout.x(0), layout.x(max(chart.stepCount - 1, 0)), Double(1 + (bands ?? 0))] + looks
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
