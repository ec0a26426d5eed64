/// Where the axes and texts of a cost-effectiveness plane stand, in pixels.
struct PlaneLayout {
  static let top = 30.0
  static let bottom = 330.0
  static let plotWidth = 340.0
  static let glyph = 13.0
  static let lineHeight = 26.0

  let x: LinearScale
  let y: LinearScale
  let xTicks: AxisTicks
  let yTicks: AxisTicks
  /// Where the list of shares begins.
  let listLeft: Double
  /// Where the texts of the list begin.
  let textLeft: Double
  let width: Double
  let height = 376.0

  init(_ plane: CostEffectivenessPlane) {
    let costs = LinearScale.limits(holding: plane.dots.map(\.cost))
    let margins = LinearScale.limits(holding: plane.dots.map(\.margin))
    yTicks = AxisTicks(lower: margins.lowerBound, upper: margins.upperBound, atMost: 6)
    xTicks = AxisTicks.fitting(costs, unit: plane.unit, width: Self.plotWidth)
    let texts = { (ticks: AxisTicks) in
      ticks.values.map { plane.unit.text($0, decimals: ticks.decimals) }
    }
    let left = max(
      10 + TextMetrics.widest(texts(yTicks), ChartStyle.smallFontSize),
      TextMetrics.widest(texts(xTicks), ChartStyle.smallFontSize) / 2)
    x = LinearScale(costs, from: left, to: left + Self.plotWidth)
    y = LinearScale(margins, from: Self.bottom, to: Self.top)
    listLeft = x.end + 26
    textLeft = listLeft + Self.glyph + 9
    let words = plane.words
    let shares = plane.parts.map { (plane.shareText($0.count), $0.text(words)) }
    let listTexts = shares.map(\.1) + [words.netZero, plane.thinningText ?? ""]
    width =
      textLeft
      + max(
        TextMetrics.widest(listTexts, ChartStyle.smallFontSize),
        TextMetrics.widest(PlaneDrawing.centers(plane).map(\.text), ChartStyle.smallFontSize))
  }

  /// The ends of the line on which margin equals cost; nil where it only touches a corner.
  var diagonal: (start: Double, end: Double)? {
    let start = max(x.limits.lowerBound, y.limits.lowerBound)
    let end = min(x.limits.upperBound, y.limits.upperBound)
    return start < end ? (start, end) : nil
  }
}
