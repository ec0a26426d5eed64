/// Axes that several kinds of chart draw.
extension SVGWriter {
  /// A vertical axis: a line across for each tick, strong at zero, numbers to its left.
  mutating func valueAxis(
    _ ticks: AxisTicks, _ scale: LinearScale, from left: Double, to right: Double, unit: ChartUnit
  ) {
    for style in ["grid", "axis"] {
      let values = ticks.values.filter { ($0 == 0) == (style == "axis") }
      lines(style, values.map { (left, scale($0), right, scale($0)) })
    }
    texts(
      "note end",
      ticks.values.map { (unit.text($0, decimals: ticks.decimals), left - 8, scale($0) + 4) })
  }

  /// What an axis measures, centered where the drawing has room for it.
  mutating func axisLabel(_ label: String, center: Double, y: Double, width: Double) {
    let size = ChartStyle.smallFontSize
    let short = TextMetrics.shortened(label, width: width, fontSize: size)
    let half = TextMetrics.width(short, fontSize: size) / 2
    text(short, x: min(max(center, half), width - half), y: y, "note middle")
  }

  /// What the vertical axis measures, above it, up to `right`.
  mutating func valueLabel(_ label: String, right: Double) {
    let size = ChartStyle.smallFontSize
    text(TextMetrics.shortened(label, width: right, fontSize: size), x: 0, y: 14, "note")
  }

  /// Marks and names of days below a plot; `days` counts both ends.
  mutating func dateAxis(
    start: ChartDate, days: Int, words: ChartWords, from left: Double, to right: Double,
    y bottom: Double
  ) {
    // assumption: the name of a month with its gap takes 36 pixels.
    let count = min(max(Int((right - left) / 36), 2), 12)
    let ticks = DateTicks(start: start, days: days, words: words, atMost: count).ticks
    let places = ticks.map { tick in
      (tick, x: left + Double(tick.day) / Double(max(days - 1, 1)) * (right - left))
    }
    lines("axis", places.map { ($0.x, bottom, $0.x, bottom + 5) })
    texts(
      "note middle",
      places.map { tick, x in
        let half = TextMetrics.width(tick.label, fontSize: ChartStyle.smallFontSize) / 2
        return (tick.label, max(x, half), bottom + 19)
      })
    for (tick, x) in places {
      if let year = tick.year { text(year, x: x, y: bottom + 35, "note strong middle") }
    }
  }

  /// The axes of a chart of lines by date, from its first step to its last.
  mutating func axes(
    _ layout: LineLayout, start: ChartDate, end: ChartDate, unit: ChartUnit, words: ChartWords
  ) {
    let bottom = LineLayout.bottom
    valueAxis(layout.ticks, layout.scale, from: layout.left, to: layout.right, unit: unit)
    if !layout.limits.contains(0) { line(layout.left, bottom, layout.right, bottom, "axis") }
    dateAxis(
      start: start, days: start.days(to: end) + 1, words: words, from: layout.left,
      to: layout.right, y: bottom)
  }
}
