/// Draws a heat map.
struct HeatMapDrawing: Drawing {
  static let kind = "heat-map"
  /// The darkest shade leaves text a contrast of 4.5 to 1 and more in both themes.
  static let rules = [
    ".cell{fill:currentColor;stroke:currentColor;stroke-opacity:.5}",
    ".below{stroke-dasharray:3 2}", ".shade-0{fill-opacity:0;stroke-opacity:.15}",
    ".shade-1{fill-opacity:.1}", ".shade-2{fill-opacity:.2}", ".shade-3{fill-opacity:.31}",
    ".shade-4{fill-opacity:.43}",
  ]
  private static let gap = 2.0
  /// The width that cells fill, as far as each is at most 104 wide.
  private static let width = 640.0
  private static let legendHeight = 40.0

  private let map: HeatMap
  private let shades: HeatMap.Shades
  private let rowLabels: [[String]]
  private let columnLabels: [[String]]
  private let left: Double
  private let cellWidth: Double
  private let top: Double
  private let rowHeights: [Double]
  var writer = SVGWriter()

  init(_ map: HeatMap) {
    let (font, small) = (ChartStyle.fontSize, ChartStyle.smallFontSize)
    self.map = map
    let shades = HeatMap.Shades(map)
    self.shades = shades
    rowLabels = map.rows.map { TextMetrics.wrapped($0, width: 170, fontSize: font, lines: 3) }
    rowHeights = rowLabels.map { 14 + 16 * Double($0.count) }
    let rowTitle = TextMetrics.shortened(map.rowLabel, width: 170, fontSize: small)
    left =
      max(
        TextMetrics.widest(rowLabels.flatMap { $0 }, font),
        TextMetrics.width(rowTitle, fontSize: small)) + 12
    let texts = map.values.flatMap { $0.map(map.text) }
    cellWidth = max(
      TextMetrics.widest(texts, font) + 10, 40,
      min(104, (Self.width - left) / Double(max(map.columns.count, 1))))
    columnLabels = map.columns.map { [cellWidth] in
      TextMetrics.wrapped($0, width: cellWidth - 6, fontSize: small, lines: 3)
    }
    top = 30 + 14 * Double(columnLabels.map(\.count).max() ?? 0)
  }

  private var right: Double {
    // The legend needs its room even beside few columns.
    max(left + Double(map.columns.count) * cellWidth, left + 240)
  }
  private var bottom: Double { top + rowHeights.reduce(0, +) }

  mutating func draw() {
    writer.beginDrawing(
      id: map.id, title: map.title, summary: map.summary, width: right,
      height: bottom + Self.legendHeight, series: map.scale == .sequential ? 1 : 2, kind: Self.self)
    drawHeaders()
    var y = top
    for (row, height) in rowHeights.enumerated() {
      drawRow(row, top: y, height: height)
      y += height
    }
    drawLegend()
    writer.end()
  }

  private mutating func drawHeaders() {
    let small = ChartStyle.smallFontSize
    let columns = TextMetrics.shortened(map.columnLabel, width: right - left, fontSize: small)
    writer.text(columns, x: left, y: 14, "note")
    let rows = TextMetrics.shortened(map.rowLabel, width: left - 12, fontSize: small)
    writer.text(rows, x: 0, y: top - 8, "note")
    for (column, lines) in columnLabels.enumerated() {
      for (line, text) in lines.enumerated() {
        let y = top - 8 - 14 * Double(lines.count - 1 - line)
        writer.text(text, x: left + (Double(column) + 0.5) * cellWidth, y: y, "note middle")
      }
    }
  }

  private mutating func drawRow(_ row: Int, top: Double, height: Double) {
    let middle = top + height / 2
    var y = middle + 4.5 - 8 * Double(rowLabels[row].count - 1)
    for line in rowLabels[row] {
      writer.text(line, x: 0, y: y, "label")
      y += 16
    }
    for column in map.columns.indices {
      let x = left + Double(column) * cellWidth
      let value = map.value(row, column)
      if let value {
        writer.bar(
          shades.style(shades.level(value)), x1: x, y1: top, x2: x + cellWidth - Self.gap,
          y2: top + height - Self.gap)
      }
      writer.text(
        map.text(value), x: x + (cellWidth - Self.gap) / 2, y: middle + 3.5, "middle")
    }
  }

  /// The shades between the ends of the scale.
  private mutating func drawLegend() {
    let levels =
      map.scale == .sequential
      ? Array(0...HeatMap.Shades.count) : Array(-HeatMap.Shades.count...HeatMap.Shades.count)
    let y = bottom + 14
    let ends = [shades.lower, shades.upper].map(map.text)
    guard shades.lower < shades.upper else { return }
    writer.text(ends[0], x: left, y: y + 10, "note")
    var x = left + TextMetrics.width(ends[0], fontSize: ChartStyle.smallFontSize) + 8
    for level in levels {
      writer.bar(shades.style(level), x1: x, y1: y, x2: x + 12, y2: y + 12)
      x += 14
    }
    writer.text(ends[1], x: x + 6, y: y + 10, "note")
  }
}
