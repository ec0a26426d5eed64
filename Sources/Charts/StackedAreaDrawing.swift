/// Draws a stacked area chart.
struct StackedAreaDrawing: Drawing {
  static let kind = "areas"
  static let rules = [
    ".area{fill:currentColor;fill-opacity:.45;stroke:currentColor;stroke-linejoin:round}",
    // Neighbors differ without color, too.
    ".pale{fill-opacity:.2}",
  ]
  /// How thick an area is at least where it carries a marker.
  private static let thick = 13.0

  private let chart: StackedAreaChart
  private let edges: [[(lower: Double, upper: Double)]]
  private let layout: LineLayout
  var writer = SVGWriter()

  init(_ chart: StackedAreaChart) {
    self.chart = chart
    let edges = chart.edges
    self.edges = edges
    layout = LineLayout(
      values: edges.flatMap { $0.flatMap { [$0.lower, $0.upper] } }, includesZero: true,
      unit: chart.unit, stepCount: chart.stepCount,
      endings: chart.parts.enumerated().compactMap { index, part in
        guard let last = edges[index].last else { return nil }
        return LineLayout.Ending(
          series: index, name: part.name, step: chart.stepCount - 1,
          value: last.lower + (last.upper - last.lower) / 2)
      })
  }

  mutating func draw() {
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: LineLayout.width,
      height: LineLayout.height, series: chart.parts.count, kind: Self.self,
      plot: [layout.x(0), layout.x(max(chart.stepCount - 1, 0)), 1])
    writer.valueLabel(chart.valueLabel, right: LineLayout.width)
    writer.axes(
      layout, start: chart.date(0), end: chart.date(layout.steps - 1), unit: chart.unit,
      words: chart.words)
    for index in chart.parts.indices { drawArea(index) }
    for index in chart.parts.indices { drawMarkers(index) }
    for name in layout.names { drawName(name) }
    writer.end()
  }

  private mutating func drawArea(_ index: Int) {
    guard !edges[index].isEmpty else { return }
    // A single step is a strip as wide as the plot.
    let steps = edges[index].count == 1 ? [0, 1] : Array(edges[index].indices)
    let points = steps.map {
      (x: layout.x($0), edge: edges[index][min($0, edges[index].count - 1)])
    }
    let upper = points.map { ($0.x, layout.y($0.edge.upper)) }
    let lower = points.reversed().map { ($0.x, layout.y($0.edge.lower)) }
    writer.element(
      "path",
      [
        "class": style(index),
        "d": PolylinePath.text(upper + lower, perPixel: 1, isClosed: true),
      ], title: chart.parts[index].name)
  }

  private func style(_ index: Int) -> String {
    "area\(index.isMultiple(of: 2) ? "" : " pale") series-\(ChartStyle.slot(index))"
  }

  /// Markers in the middle of the area, where it is thick enough for them.
  private mutating func drawMarkers(_ index: Int) {
    let spacing = max(1, layout.steps / 5)
    let steps = edges[index].indices.filter { step in
      let edge = edges[index][step]
      return (step + spacing / 2).isMultiple(of: spacing)
        && layout.y(edge.lower) - layout.y(edge.upper) >= Self.thick
    }
    let paths = steps.map { step in
      let edge = edges[index][step]
      return MarkerShape.of(series: index).path(
        x: layout.x(step), y: (layout.y(edge.lower) + layout.y(edge.upper)) / 2, radius: 3.5)
    }
    guard !paths.isEmpty else { return }
    writer.element(
      "path", ["class": "mark series-\(ChartStyle.slot(index))", "d": paths.joined()])
  }

  private mutating func drawName(_ name: EndName) {
    let start = layout.right + 14
    name.drawLeader(&writer, to: start)
    let slot = ChartStyle.slot(name.series)
    writer.bar(
      style(name.series), x1: start, y1: name.y - 6, x2: start + EndName.swatchWidth,
      y2: name.y + 6)
    let path = MarkerShape.of(series: name.series).path(
      x: start + EndName.swatchWidth / 2, y: name.y, radius: 3.5)
    writer.element("path", ["class": "mark series-\(slot)", "d": path])
    writer.text(name.text, x: start + EndName.swatchWidth + 6, y: name.y + 4.5, "label of-\(slot)")
  }
}
