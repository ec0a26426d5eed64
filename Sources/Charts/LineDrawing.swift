/// Draws a line chart.
struct LineDrawing {
  let chart: LineChart
  let layout: LineLayout
  private var writer = SVGWriter()

  init(_ chart: LineChart) {
    self.chart = chart
    layout = LineLayout(chart)
  }

  func svg() -> String {
    var drawing = self
    drawing.draw()
    return drawing.writer.text
  }

  private mutating func draw() {
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: LineLayout.width,
      height: LineLayout.height)
    drawValueAxis()
    drawDateAxis()
    for index in chart.series.indices { drawBands(index) }
    for index in chart.series.indices { drawSeries(index) }
    for name in layout.names { drawName(name) }
    writer.end()
  }

  private mutating func drawValueAxis() {
    writer.text(chart.valueLabel, x: 0, y: 14, "note")
    for value in layout.ticks.values {
      let y = layout.y(value)
      writer.line(layout.left, y, layout.right, y, value == 0 ? "axis" : "grid")
      let label = chart.unit.text(value, decimals: layout.ticks.decimals)
      writer.text(label, x: layout.left - 8, y: y + 4, "note end")
    }
  }

  private mutating func drawDateAxis() {
    let days = (layout.steps - 1) * chart.stepDays + 1
    let ticks = DateTicks(start: chart.start, days: days, words: chart.words).ticks
    let bottom = LineLayout.bottom
    if !layout.limits.contains(0) { writer.line(layout.left, bottom, layout.right, bottom, "axis") }
    for tick in ticks {
      let share = Double(tick.day) / Double(max(days - 1, 1))
      let x = layout.left + share * (layout.right - layout.left)
      writer.line(x, bottom, x, bottom + 5, "axis")
      writer.text(tick.label, x: x, y: bottom + 19, "note middle")
      if let year = tick.year { writer.text(year, x: x, y: bottom + 35, "note strong middle") }
    }
  }

  private mutating func drawBands(_ index: Int) {
    for run in LineDrawing.runs(chart.series[index].bands) {
      let upper = run.map { point($0.step, $0.value.upper) }
      let lower = run.reversed().map { point($0.step, $0.value.lower) }
      writer.element(
        "path",
        [
          "class": "band series-\(ChartStyle.slot(index))",
          "d": "M" + (upper + lower).joined(separator: "L") + "z",
        ])
    }
  }

  private mutating func drawSeries(_ index: Int) {
    let slot = ChartStyle.slot(index)
    let runs = LineDrawing.runs(chart.series[index].values)
    let path = runs.map { run in
      let points = run.map { point($0.step, $0.value) }
      return "M" + points.joined(separator: "L") + (points.count == 1 ? "h0" : "")
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
    writer.begin("g")
    writer.element("title", text: "\(chart.series[index].name), \(date): \(number)")
    mark(index, x: layout.x(step), y: layout.y(value))
    writer.end()
  }

  /// A name with a piece of its line, and a thin leader where it had to move.
  private mutating func drawName(_ name: LineLayout.Name) {
    let slot = ChartStyle.slot(name.series)
    let start = layout.right + 14
    let end = start + LineLayout.swatchWidth
    let number = ChartNumber.coordinate
    writer.element(
      "path",
      [
        "class": "leader",
        "d":
          "M\(number(name.endX + 2)) \(number(name.endY))L\(number(start - 2)) \(number(name.y))",
      ])
    writer.begin("g", ["class": "series-\(slot)"])
    writer.element(
      "line",
      [
        "class": "line", "stroke-dasharray": ChartStyle.dashes[slot - 1], "x1": number(start),
        "y1": number(name.y), "x2": number(end), "y2": number(name.y),
      ])
    mark(name.series, x: (start + end) / 2, y: name.y)
    writer.end()
    writer.text(name.text, x: end + 6, y: name.y + 4.5, "label")
  }

  private mutating func mark(_ index: Int, x: Double, y: Double) {
    let shapes = MarkerShape.allCases
    let shape = shapes[(ChartStyle.slot(index) - 1) % shapes.count]
    writer.element("path", ["class": "mark", "d": shape.path(x: x, y: y, radius: 3.5)])
  }

  private func point(_ step: Int, _ value: Double) -> String {
    "\(ChartNumber.coordinate(layout.x(step))) \(ChartNumber.coordinate(layout.y(value)))"
  }

  /// The stretches without a gap.
  private static func runs<Value>(_ values: [Value?]) -> [[(step: Int, value: Value)]] {
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
