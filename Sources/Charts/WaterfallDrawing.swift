/// Draws a waterfall.
struct WaterfallDrawing: Drawing {
  static let kind = "waterfall"
  /// Gains are full, losses are outlines, totals are in the color of the text.
  static let rules = [
    ".gain{fill:currentColor;stroke:currentColor}",
    ".loss{fill:currentColor;fill-opacity:.15;stroke:currentColor;stroke-width:1.5}",
    ".total{fill:currentColor;fill-opacity:.62}",
    ".reach{stroke:currentColor;stroke-width:1.5;fill:none}",
  ]

  let chart: WaterfallChart
  let layout: WaterfallLayout
  var writer = SVGWriter()

  init(_ chart: WaterfallChart) {
    self.chart = chart
    layout = WaterfallLayout(chart)
  }

  private var bottom: Double { layout.height - WaterfallLayout.footerHeight }

  mutating func draw() {
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: layout.width,
      height: layout.height, kind: Self.self)
    writer.text(chart.words.step, x: 0, y: 14, "note")
    writer.text(chart.words.amount, x: layout.amountRight, y: 14, "note end")
    if let right = layout.intervalRight {
      writer.text(chart.intervalLabel, x: right, y: 14, "note end")
    }
    drawAxis()
    var top = WaterfallLayout.headerHeight
    for (index, height) in layout.rowHeights.enumerated() {
      drawRow(index, top: top, height: height)
      top += height
    }
    writer.end()
  }

  private mutating func drawAxis() {
    let scale = layout.scale
    for style in ["grid", "axis"] {
      let values = layout.ticks.values.filter { ($0 == 0) == (style == "axis") }
      writer.lines(style, values.map { (scale($0), 20, scale($0), bottom) })
    }
    writer.texts(
      "note middle",
      layout.ticks.values.map { value in
        let text = chart.unit.text(value, decimals: layout.ticks.decimals)
        return (text, scale(value), bottom + 18)
      })
    writer.axisLabel(
      chart.axisLabel, center: (scale.start + scale.end) / 2, y: bottom + 38, width: layout.width)
  }

  private mutating func drawRow(_ index: Int, top: Double, height: Double) {
    let bar = layout.bars[index]
    let middle = top + height / 2
    let amount = chart.amountText(bar)
    let isStrong = bar.isTotal ? "strong" : "label"
    if bar.isTotal { writer.line(0, top, layout.width, top, "grid") }
    var y = middle + 4.5 - 8.5 * Double(layout.labels[index].count - 1)
    for label in layout.labels[index] {
      writer.text(label, x: 0, y: y, isStrong)
      y += 17
    }
    drawBar(bar, middle: middle)
    if index + 1 < layout.bars.count {
      let below = middle + height / 2 + layout.rowHeights[index + 1] / 2
      let half = WaterfallLayout.barHeight / 2
      let x = layout.scale(bar.end)
      writer.line(x, middle + half, x, below - half, "leader")
    }
    writer.text(amount, x: layout.amountRight, y: middle + 4.5, bar.isTotal ? "strong end" : "end")
    if let right = layout.intervalRight, bar.row.interval != nil {
      writer.text(chart.intervalText(bar), x: right, y: middle + 4.5, "note end")
    }
  }

  private mutating func drawBar(_ bar: WaterfallChart.Bar, middle: Double) {
    let style =
      bar.isTotal || bar.amount == 0 ? "total" : bar.amount < 0 ? "loss worse" : "gain better"
    let half = WaterfallLayout.barHeight / 2
    var (start, end) = (layout.scale(bar.start), layout.scale(bar.end))
    // A bar of no length is still a mark.
    if abs(end - start) < 1 { (start, end) = (end - 0.5, end + 0.5) }
    writer.bar(
      style, x1: start, y1: middle - half, x2: end, y2: middle + half,
      title: writer.repeated("\(bar.row.label): \(chart.amountText(bar))"))
    if let reach = bar.reach { drawReach(reach, y: middle) }
  }

  /// The interval around a bar's end, with arrows where it goes on beyond the plot.
  private mutating func drawReach(_ reach: ClosedRange<Double>, y: Double) {
    let limits = layout.scale.limits
    let left = layout.scale(max(reach.lowerBound, limits.lowerBound))
    let right = layout.scale(min(reach.upperBound, limits.upperBound))
    guard left <= right else { return }
    let number = ChartNumber.coordinate
    let caps = [
      reach.lowerBound >= limits.lowerBound ? "M\(number(left)) \(number(y - 4))v8" : "",
      reach.upperBound <= limits.upperBound ? "M\(number(right)) \(number(y - 4))v8" : "",
    ].joined()
    writer.element(
      "path",
      ["class": "reach", "d": "M\(number(left)) \(number(y))H\(number(right))\(caps)"])
    if reach.lowerBound < limits.lowerBound { writer.arrow(tip: left - 6, y: y, length: 8) }
    if reach.upperBound > limits.upperBound { writer.arrow(tip: right + 6, y: y, length: -8) }
  }
}
