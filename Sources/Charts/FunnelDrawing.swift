/// Draws a funnel.
struct FunnelDrawing: Drawing {
  static let kind = "funnel"
  static let rules = [
    ".bar{fill:currentColor;fill-opacity:.55;stroke:currentColor}",
    ".lost{fill:none;stroke:currentColor;stroke-opacity:.45;stroke-dasharray:2 2}",
  ]
  private static let barWidth = 270.0
  private static let barHeight = 14.0
  private static let rowHeight = 20.0
  private static let stepHeight = 22.0
  private static let gap = 16.0
  private static let headerHeight = 24.0

  private let chart: FunnelChart
  /// The lines above the bars of each step; a single arm's bars stand beside their steps instead.
  private let steps: [[String]]
  /// What stands beside the bars of a step.
  private let names: [[String]]
  private let scale: LinearScale
  /// The right edges of the three columns of numbers.
  private let columns: [Double]
  private let headers: [String]
  var writer = SVGWriter()

  init(_ chart: FunnelChart) {
    self.chart = chart
    let (font, small) = (ChartStyle.fontSize, ChartStyle.smallFontSize)
    let isSingle = chart.arms.count == 1
    let arms = chart.arms.map { TextMetrics.shortened($0.name, width: 130, fontSize: small) }
    names = chart.steps.map { step in
      isSingle ? [TextMetrics.shortened(step, width: 190, fontSize: font)] : arms
    }
    let left =
      TextMetrics.widest(names.flatMap { $0 }, isSingle ? font : small) + (isSingle ? 16 : 24)
    let most = chart.arms.flatMap(\.counts).max() ?? 0
    scale = LinearScale(0...(most > 0 ? most : 1), from: left, to: left + Self.barWidth)
    headers = chart.headers.map { TextMetrics.shortened($0, width: 120, fontSize: small) }
    var right = scale.end
    var columns: [Double] = []
    for (column, header) in headers.enumerated() {
      let texts = chart.steps.indices.flatMap { step in
        chart.arms.map { chart.texts($0, step)[column] }
      }
      right +=
        Self.gap + max(TextMetrics.widest(texts, font), TextMetrics.width(header, fontSize: small))
      columns.append(right)
    }
    self.columns = columns
    steps = chart.steps.map { [right] in
      isSingle
        ? []
        : TextMetrics.wrapped($0, width: right, fontSize: font * TextMetrics.strong, lines: 2)
    }
  }

  private func height(_ step: Int) -> Double {
    11 + 17 * Double(steps[step].count) + Self.rowHeight * Double(chart.arms.count)
  }

  mutating func draw() {
    let looks = chart.arms.indices.map { chart.look($0) }
    writer.beginDrawing(
      id: chart.id, title: chart.title, summary: chart.summary, width: columns.last ?? 0,
      height: Self.headerHeight + chart.steps.indices.reduce(0) { $0 + height($1) },
      series: looks.map { $0 + 1 }.max() ?? 0, kind: Self.self, looks: looks)
    for (header, right) in zip(headers, columns) {
      writer.text(header, x: right, y: 14, "note end")
    }
    var y = Self.headerHeight
    for step in chart.steps.indices {
      drawStep(step, top: y)
      y += height(step)
    }
    writer.end()
  }

  private mutating func drawStep(_ step: Int, top: Double) {
    writer.line(0, top, columns.last ?? 0, top, "grid")
    var y = top + 17
    for line in steps[step] {
      writer.text(line, x: 0, y: y, "strong")
      y += 17
    }
    y -= 2
    for index in chart.arms.indices {
      drawBar(index, step, middle: y)
      y += Self.rowHeight
    }
  }

  private mutating func drawBar(_ index: Int, _ step: Int, middle: Double) {
    let arm = chart.arms[index]
    let half = Self.barHeight / 2
    let slot = ChartStyle.slot(chart.look(index))
    let style = "series-\(slot)"
    if chart.arms.count > 1 {
      let path = MarkerShape.of(series: chart.look(index)).path(x: 6, y: middle, radius: 3.5)
      writer.element("path", ["class": "mark \(style)", "d": path])
      writer.text(names[step][index], x: 16, y: middle + 4, "note of-\(slot)")
    } else {
      writer.text(names[step][index], x: 0, y: middle + 4.5, "label")
    }
    for (text, right) in zip(chart.texts(arm, step), columns) {
      writer.text(text, x: right, y: middle + 4.5, "end of-\(slot)")
    }
    guard let count = chart.count(arm, step) else { return }
    let previous = step > 0 ? chart.count(arm, step - 1) ?? 0 : 0
    if previous > count {
      writer.bar(
        "lost \(style)", x1: scale(count), y1: middle - half, x2: scale(previous),
        y2: middle + half)
    }
    let title = "\(chart.steps[step]), \(arm.name): \(chart.texts(arm, step)[0])"
    writer.bar(
      "bar \(style)", x1: scale.start, y1: middle - half, x2: scale(count), y2: middle + half,
      title: writer.repeated(title))
  }
}
