/// Where the names of series stand beside each other above a plot; long names are shortened.
struct LegendPlaces {
  /// Where a swatch begins, and the name as written.
  let entries: [(x: Double, text: String)]
  static let swatchWidth = 14.0
  static let textOffset = 20.0

  init(_ names: [String], from left: Double, to right: Double) {
    let gap = 24.0
    let share = (right - left) / Double(max(names.count, 1)) - Self.textOffset - gap
    let widths = names.map { TextMetrics.width($0, fontSize: ChartStyle.fontSize) }
    let needed = widths.reduce(0) { $0 + $1 + Self.textOffset + gap } - gap
    var x = left
    var entries: [(x: Double, text: String)] = []
    for name in names {
      let text =
        needed <= right - left
        ? name : TextMetrics.shortened(name, width: share, fontSize: ChartStyle.fontSize)
      entries.append((x, text))
      x += Self.textOffset + TextMetrics.width(text, fontSize: ChartStyle.fontSize) + gap
    }
    self.entries = entries
  }
}
