/// Draws a histogram.
struct HistogramDrawing: Drawing {
  static let kind = "histogram"
  /// The first group's columns are filled, the second's are dashed outlines.
  static let rules = [
    ".column{fill:currentColor;fill-opacity:.5;stroke:currentColor}",
    ".outline{fill:currentColor;fill-opacity:.06;stroke:currentColor;stroke-width:1.5;"
      + "stroke-dasharray:4 2}",
    ".zero{fill:currentColor;fill-opacity:.08}",
  ]

  let chart: Histogram
  let layout: HistogramLayout
  var writer = SVGWriter()

  init(_ chart: Histogram) {
    self.chart = chart
    layout = HistogramLayout(chart)
  }

  mutating func draw() {
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: HistogramLayout.width,
      height: layout.height, series: chart.series.indices.map { look($0) + 1 }.max() ?? 0,
      kind: Self.self)
    var right = layout.right
    if layout.cutBin != nil {
      writer.text(chart.words.cutColumn, x: right, y: 14, "note end")
      right -= 12 + TextMetrics.width(chart.words.cutColumn, fontSize: ChartStyle.smallFontSize)
    }
    writer.valueLabel(chart.valueLabel, right: right)
    if chart.series.count > 1 { drawLegend() }
    drawZero()
    writer.valueAxis(
      layout.ticks, layout.y, from: layout.left, to: layout.right, unit: chart.unit)
    drawBins()
    for index in chart.series.indices { drawColumns(index) }
    writer.end()
  }

  private mutating func drawLegend() {
    let places = LegendPlaces(chart.series.map(\.name), from: layout.left, to: layout.right)
    for (index, entry) in places.entries.enumerated() {
      writer.bar(
        style(index), x1: entry.x, y1: 28, x2: entry.x + LegendPlaces.swatchWidth, y2: 40)
      writer.text(entry.text, x: entry.x + LegendPlaces.textOffset, y: 38.5, "label")
    }
  }

  /// A shade behind the bin of zero, or a mark where zero lies.
  private mutating func drawZero() {
    guard let zero = chart.zero else { return }
    let x = layout.left + zero.position * layout.slot
    let lines = layout.binTexts.map(\.count).max() ?? 1
    let y = HistogramLayout.bottom + 18 + HistogramLayout.lineHeight * Double(lines)
    if zero.isBin {
      writer.bar(
        "zero", x1: x - layout.slot / 2, y1: layout.y.end, x2: x + layout.slot / 2,
        y2: HistogramLayout.bottom)
      writer.text(chart.words.same, x: x, y: y, "note strong middle")
    } else {
      writer.line(x, layout.y.end, x, y - 12, "axis")
      writer.text(
        chart.binUnit.text(0, decimals: chart.binDecimals), x: x, y: y, "note strong middle")
    }
  }

  private mutating func drawBins() {
    var texts: [(content: String, x: Double, y: Double)] = []
    for (place, lines) in layout.binTexts.enumerated() {
      texts += lines.enumerated().map { line, text in
        (
          text, layout.x(place),
          HistogramLayout.bottom + 18 + HistogramLayout.lineHeight * Double(line)
        )
      }
    }
    writer.texts("note middle", texts)
    writer.axisLabel(
      chart.binLabel, center: (layout.left + layout.right) / 2, y: layout.height - 6,
      width: layout.right)
  }

  private mutating func drawColumns(_ index: Int) {
    let series = chart.series[index]
    for place in chart.bins.indices {
      guard let value = chart.value(series, place) else { continue }
      let (x, width) = layout.column(place, series: index, of: chart.series.count)
      let isCut = value > layout.y.limits.upperBound
      let top = isCut ? layout.y.end : layout.y(value)
      let text = chart.unit.text(value, decimals: chart.decimals)
      let title = "\(series.name), \(chart.text(chart.bins[place])): \(text)"
      if isCut {
        // Two pieces with a slanted break between them.
        let number = ChartNumber.coordinate
        let path =
          "M\(number(x)) \(number(HistogramLayout.bottom))V\(number(top + 20))l\(number(width)) -6"
          + "V\(number(HistogramLayout.bottom))zM\(number(x)) \(number(top))v14l\(number(width)) -6"
          + "V\(number(top))z"
        writer.mark(path, style(index), title: title)
      } else {
        writer.bar(
          style(index), x1: x, y1: top, x2: x + width, y2: HistogramLayout.bottom, title: title)
      }
      if layout.showsCounts || isCut {
        writer.text(
          text, x: x + width / 2, y: top - 5, isCut ? "note strong middle" : "note middle")
      }
    }
  }

  private func style(_ index: Int) -> String {
    "\(index == 0 ? "column" : "outline") series-\(ChartStyle.slot(look(index)))"
  }

  private func look(_ index: Int) -> Int { chart.series[index].look ?? index }
}
