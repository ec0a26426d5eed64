/// Draws a forest plot.
struct ForestDrawing: Drawing {
  static let kind = "forest"
  static let rules: [String] = []
  let plot: ForestPlot
  let layout: ForestLayout
  var writer = SVGWriter()

  init(_ plot: ForestPlot) {
    self.plot = plot
    layout = ForestLayout(plot)
  }

  mutating func draw() {
    writer.beginDrawing(
      id: plot.id, title: plot.title, summary: plot.summary, width: layout.width,
      height: layout.height, kind: Self.self)
    drawHeader()
    drawAxis()
    var top = ForestLayout.headerHeight
    for (index, row) in plot.rows.enumerated() {
      drawRow(index, row, top: top)
      top += layout.rowHeights[index]
    }
    writer.end()
  }

  private mutating func drawHeader() {
    let words = plot.words
    writer.text(words.measure, x: 0, y: 14, "note")
    writer.text(words.estimate, x: layout.estimateRight, y: 14, "note end")
    writer.text(plot.intervalLabel, x: layout.estimateRight, y: 29, "note end")
    writer.text(words.verdict, x: layout.verdictLeft, y: 14, "note")
    let zero = layout.x(0)
    let (lower, higher) = ("← \(words.lower)", "\(words.higher) →")
    let size = ChartStyle.smallFontSize
    if TextMetrics.width(lower, fontSize: size) + 8 < zero - layout.plotLeft {
      writer.text(lower, x: zero - 8, y: 14, "note end")
    }
    if TextMetrics.width(higher, fontSize: size) + 8 < layout.plotRight - zero {
      writer.text(higher, x: zero + 8, y: 14, "note")
    }
  }

  private mutating func drawAxis() {
    let bottom = layout.height - ForestLayout.footerHeight
    let ticks = layout.ticks
    let others = ticks.values.filter { $0 != 0 }.map(layout.x)
    writer.lines("grid", others.map { ($0, 22, $0, bottom) })
    writer.line(layout.x(0), 6, layout.x(0), bottom, "axis")
    writer.line(layout.plotLeft, bottom, layout.plotRight, bottom, "axis")
    writer.lines("axis", ticks.values.map { (layout.x($0), bottom, layout.x($0), bottom + 4) })
    writer.texts(
      "note middle",
      ticks.values.map { value in
        let text = layout.unit.text(value, decimals: ticks.decimals, signed: true)
        return (text, layout.x(value), bottom + 18)
      })
    writer.axisLabel(
      plot.axisLabel, center: (layout.plotLeft + layout.plotRight) / 2, y: bottom + 38,
      width: layout.width)
  }

  private mutating func drawRow(
    _ index: Int, _ row: ForestPlot.Row, top: Double
  ) {
    let words = plot.words
    let middle = top + layout.rowHeights[index] / 2
    let tooltip = [
      row.label, row.estimateText(words), row.extentText(words), row.verdictText(words),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    writer.begin("g")
    if let title = writer.repeated(tooltip) { writer.element("title", text: title) }
    writer.line(0, top, layout.width, top, "grid")
    var y = middle - layout.labelHeights[index] / 2 + 22
    for label in layout.labels[index] {
      writer.text(label, x: 0, y: y, "label")
      y += 17
    }
    if let direction = row.directionText(words) { writer.text(direction, x: 0, y: y - 2, "note") }
    writer.begin("g", ["class": row.verdict.style])
    for stretch in row.extent.stretches { drawStretch(stretch, of: row, y: middle) }
    drawMarker(row, y: middle)
    writer.end()
    writer.text(row.estimateText(words), x: layout.estimateRight, y: middle - 3, "strong end")
    writer.text(row.extentText(words), x: layout.estimateRight, y: middle + 12, "note end")
    writer.text(
      row.verdictText(words), x: layout.verdictLeft, y: middle + 4.5, "strong \(row.verdict.style)")
    writer.end()
  }

  /// Draws one stretch; a part beyond the plot is cut and ends in an arrow at its edge.
  private mutating func drawStretch(
    _ stretch: (lower: Double, upper: Double), of row: ForestPlot.Row, y: Double
  ) {
    let limits = layout.limits
    let isCutBelow = stretch.lower < limits.lowerBound
    let isCutAbove = stretch.upper > limits.upperBound
    if stretch.upper >= limits.lowerBound, stretch.lower <= limits.upperBound {
      let left = isCutBelow ? layout.plotLeft : layout.x(stretch.lower)
      let right = isCutAbove ? layout.plotRight : layout.x(stretch.upper)
      // A ring is empty inside, so the line stops at both of its sides.
      let ring = row.verdict.isHollow ? row.estimate.map(layout.x) : nil
      drawLine(left, ring.map { min(right, $0 - 4.5) } ?? right, y)
      if let ring { drawLine(max(left, ring + 4.5), right, y) }
    }
    if isCutBelow { writer.arrow(tip: layout.plotLeft - 6, y: y, length: 8) }
    if isCutAbove { writer.arrow(tip: layout.plotRight + 6, y: y, length: -8) }
  }

  private mutating func drawLine(_ left: Double, _ right: Double, _ y: Double) {
    if left < right { writer.lines("line", [(left, y, right, y)]) }
  }

  private mutating func drawMarker(_ row: ForestPlot.Row, y: Double) {
    guard let estimate = row.estimate else { return }
    guard layout.limits.contains(estimate) else {
      if estimate < layout.limits.lowerBound {
        writer.arrow(tip: layout.plotLeft - 6, y: y, length: 8)
      } else {
        writer.arrow(tip: layout.plotRight + 6, y: y, length: -8)
      }
      return
    }
    let path = row.verdict.shape.path(x: layout.x(estimate), y: y, radius: 4.5)
    let style = row.verdict.isHollow ? "mark hollow" : "mark"
    writer.element("path", ["class": style, "d": path])
  }
}

extension Verdict {
  var style: String {
    switch self {
    case .better: "better"
    case .worse: "worse"
    case .unclear, .same, .none: "plain"
    }
  }

  var shape: MarkerShape {
    switch self {
    case .better, .unclear, .same: .circle
    case .worse: .diamond
    case .none: .square
    }
  }

  var isHollow: Bool { self == .unclear || self == .same }
}
