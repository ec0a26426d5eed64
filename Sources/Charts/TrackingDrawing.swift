/// Draws a tracking chart.
struct TrackingDrawing: Drawing {
  static let kind = "tracking"
  static let rules = [
    ".room{fill:currentColor;fill-opacity:.07}",
    ".limit{fill:none;stroke:currentColor;stroke-opacity:.75;stroke-width:1.5;stroke-dasharray:2 3}",
    ".target{fill:none;stroke:currentColor;stroke-opacity:.75;stroke-width:1.5;"
      + "stroke-dasharray:8 4}",
    ".beyond{fill:none;stroke:currentColor;stroke-width:8;stroke-linecap:square}",
    ".dots{fill:none;stroke:currentColor;stroke-width:6;stroke-linecap:round}",
  ]

  /// More points outside than these are a pattern: squares without texts of their own.
  static let mostNamed = 12

  private let chart: TrackingChart
  private let layout: LineLayout
  private let outside: [Int]
  var writer = SVGWriter()

  init(_ chart: TrackingChart) {
    self.chart = chart
    let steps = 0..<chart.stepCount
    outside = steps.filter(chart.isOutside)
    let levels = chart.levels
    let lines =
      [(chart.name, steps.map(chart.value))]
      + levels.map { level in (level.name, steps.map(level.level.value)) }
    layout = LineLayout(
      values: lines.flatMap { $0.1.compactMap(\.self) }, includesZero: chart.includesZero,
      unit: chart.unit, stepCount: chart.stepCount,
      endings: lines.enumerated().compactMap { index, line in
        guard let step = line.1.lastIndex(where: { $0 != nil }), let value = line.1[step] else {
          return nil
        }
        return LineLayout.Ending(series: index, name: line.0, step: step, value: value)
      })
  }

  mutating func draw() {
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: LineLayout.width,
      height: LineLayout.height, series: 1, kind: Self.self,
      plot: [layout.x(0), layout.x(max(chart.stepCount - 1, 0)), 1])
    drawHeader()
    drawRoom()
    writer.axes(
      layout, start: chart.start,
      end: chart.start.adding(days: (layout.steps - 1) * chart.stepDays), unit: chart.unit,
      words: chart.words)
    for (_, level) in chart.levels {
      let path = path(of: (0..<layout.steps).map(level.value))
      writer.element("path", ["class": level == chart.target ? "target" : "limit", "d": path])
    }
    drawObserved()
    for name in layout.names { drawName(name) }
    writer.end()
  }

  /// How many points lie outside, with their mark.
  private mutating func drawHeader() {
    var right = LineLayout.width
    if !outside.isEmpty {
      let text = "\(chart.words.outside): \(outside.count)"
      writer.text(text, x: right, y: 14, "note end")
      right -= TextMetrics.width(text, fontSize: ChartStyle.smallFontSize) + 12
      if outside.count > Self.mostNamed {
        let path = PolylinePath.text([(right, 10)])
        writer.element("path", ["class": "beyond worse", "d": path])
      } else {
        let path = MarkerShape.diamond.path(x: right, y: 10, radius: 4.5)
        writer.element("path", ["class": "mark worse", "d": path])
      }
      right -= 20
    }
    writer.valueLabel(chart.valueLabel, right: right)
  }

  /// The room between the limits, or between one and the edge of the plot.
  private mutating func drawRoom() {
    guard chart.lower != .none || chart.upper != .none else { return }
    let edges = (0..<layout.steps).map { step -> LineChart.Band? in
      let upper = chart.upper == .none ? layout.limits.upperBound : chart.upper.value(step)
      let lower = chart.lower == .none ? layout.limits.lowerBound : chart.lower.value(step)
      guard let upper, let lower, lower <= upper else { return nil }
      return LineChart.Band(lower: lower, upper: upper)
    }
    for run in LineDrawing.runs(edges) {
      let upper = run.map { (layout.x($0.step), layout.y($0.value.upper)) }
      let lower = run.reversed().map { (layout.x($0.step), layout.y($0.value.lower)) }
      writer.element(
        "path",
        ["class": "room", "d": PolylinePath.text(upper + lower, perPixel: 1, isClosed: true)])
    }
  }

  private mutating func drawObserved() {
    writer.begin("g", ["class": "series-1"])
    writer.element(
      "path", ["class": "line", "stroke-linecap": "round", "d": path(of: chart.values)])
    // Beyond a hundred steps points would hide the line.
    if layout.steps <= 100 {
      let inside = chart.values.enumerated().compactMap { step, value in
        value.flatMap { chart.isOutside(step) ? nil : (layout.x(step), layout.y($0)) }
      }
      let path = inside.map { PolylinePath.text([$0]) }.joined()
      if !path.isEmpty { writer.element("path", ["class": "dots", "d": path]) }
    }
    writer.end()
    guard outside.count <= Self.mostNamed else {
      let points = outside.compactMap { step in
        chart.value(step).map { PolylinePath.text([(layout.x(step), layout.y($0))]) }
      }
      return writer.element("path", ["class": "beyond worse", "d": points.joined()])
    }
    for step in outside {
      guard let value = chart.value(step) else { continue }
      let date = chart.start.adding(days: step * chart.stepDays).text
      let text = chart.unit.text(value, decimals: layout.ticks.decimals + 1)
      writer.mark(
        MarkerShape.diamond.path(x: layout.x(step), y: layout.y(value), radius: 4.5),
        "mark worse", title: "\(date): \(text) (\(chart.words.outside))")
    }
  }

  /// A piece of the line, and its name.
  private mutating func drawName(_ name: EndName) {
    let start = layout.right + 14
    let end = start + EndName.swatchWidth
    name.drawLeader(&writer, to: start)
    if name.series == 0 {
      writer.begin("g", ["class": "series-1"])
      writer.line(start, name.y, end, name.y, "line")
      let dot = PolylinePath.text([((start + end) / 2, name.y)])
      writer.element("path", ["class": "dots", "d": dot])
      writer.end()
    } else {
      let level = chart.levels[name.series - 1].level
      writer.line(start, name.y, end, name.y, level == chart.target ? "target" : "limit")
    }
    writer.text(name.text, x: end + 6, y: name.y + 4.5, "label")
  }

  private func path(of values: [Double?]) -> String {
    LineDrawing.runs(values).map { run in
      PolylinePath.text(run.map { (layout.x($0.step), layout.y($0.value)) })
    }.joined()
  }
}
