/// The look that all charts share: colors, dashes and type.
///
/// Text, grid and axes take the page's own text color, so they follow a light or dark theme by
/// themselves; series and verdicts are custom properties with a fallback for light pages. Colors
/// are those of Okabe and Ito (2008, "Color Universal Design"), which stay apart in color-blind
/// sight; where one has less than 3:1 contrast (WCAG 2.2, 1.4.11) it is darkened or lightened.
/// Color never speaks alone: every series has its own dash and marker, every verdict its word.
public enum ChartStyle {
  /// The colors of series 1 to 6 on a light page.
  public static let lightSeries = [
    "#0072b2", "#d55e00", "#00805d", "#a9508a", "#8a6d00", "#3b3b3b",
  ]
  /// The colors of series 1 to 6 on a dark page.
  public static let darkSeries = [
    "#56b4e9", "#ff8a3d", "#2ec79a", "#e09ac3", "#f0e442", "#dddddd",
  ]
  /// The colors of the verdicts "better" and "worse" on a light page.
  public static let lightVerdicts = (better: "#0072b2", worse: "#c24e00")
  /// The colors of the verdicts "better" and "worse" on a dark page.
  public static let darkVerdicts = (better: "#56b4e9", worse: "#ff8a3d")

  /// The style sheet for a page that holds charts: defines the properties for both themes.
  ///
  /// The theme follows the reader's setting unless the root element has `data-theme="light"` or
  /// `data-theme="dark"`. Paper is always light.
  public static var pageStyleSheet: String {
    let light = properties(lightSeries, lightVerdicts)
    let dark = properties(darkSeries, darkVerdicts)
    return """
      :root { \(light) }
      @media screen and (prefers-color-scheme: dark) {
        :root:not([data-theme="light"]) { \(dark) } }
      @media screen { :root[data-theme="dark"] { \(dark) } }
      svg[role="img"] { max-width: 100%; height: auto; }
      \(shapes.joined(separator: "\n"))
      """
  }

  /// What the drawings of a page share: each rule once.
  private static var shapes: [String] {
    rules(scope: ".chart", series: lightSeries.count)
      + kinds.flatMap { kind in kind.rules.map { ".\(kind.kind) \($0)" } }
  }

  private static let kinds: [any Drawing.Type] = [
    LineDrawing.self, StackedAreaDrawing.self, TrackingDrawing.self, ForestDrawing.self,
    WaterfallDrawing.self, PlaneDrawing.self, HistogramDrawing.self, HeatMapDrawing.self,
    FunnelDrawing.self, ColumnDrawing.self,
  ]

  /// The dash pattern of a series, as SVG writes it; the first is a solid line.
  static let dashes = ["none", "7 3", "2 3", "9 3 2 3", "14 3", "4 2 1 2 1 2"]

  /// The place of a series in colors, dashes and markers, from 1; a seventh starts over.
  static func slot(_ index: Int) -> Int { index % lightSeries.count + 1 }

  /// The font size of labels, in pixels.
  static let fontSize = 13.0
  /// The font size of notes and tick labels, in pixels.
  static let smallFontSize = 11.5

  private static func properties(
    _ series: [String], _ verdicts: (better: String, worse: String)
  ) -> String {
    let colors = series.enumerated().map { "--chart-series-\($0.offset + 1): \($0.element);" }
    return colors.joined(separator: " ")
      + " --chart-better: \(verdicts.better); --chart-worse: \(verdicts.worse);"
  }

  /// The rules that all drawings share, for what the scope selects.
  ///
  /// Each color is given twice: programs that do not know custom
  /// properties keep the first.
  static func rules(scope: String, series: Int) -> [String] {
    let fonts = "system-ui, -apple-system, Roboto, PingFang SC, Noto Sans CJK SC, sans-serif"
    var rules = [
      "{font-family:\(fonts);font-size:\(ChartNumber.coordinate(fontSize))px;"
        + "font-variant-numeric:tabular-nums;max-width:100%;height:auto}",
      "text{fill:currentColor}",
      ".note{font-size:\(ChartNumber.coordinate(smallFontSize))px;fill-opacity:.78}",
      ".strong{font-weight:600}",
      ".end{text-anchor:end}",
      ".middle{text-anchor:middle}",
      ".grid{stroke:currentColor;stroke-opacity:.14}",
      ".axis{stroke:currentColor;stroke-opacity:.6}",
      ".leader{stroke:currentColor;stroke-opacity:.4;fill:none}",
      ".line{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}",
      ".mark{fill:currentColor;stroke:currentColor;stroke-width:1.5;stroke-linejoin:round}",
      ".hollow{fill-opacity:0}",
      ".better{color:\(lightVerdicts.better);color:var(--chart-better,\(lightVerdicts.better))}",
      ".worse{color:\(lightVerdicts.worse);color:var(--chart-worse,\(lightVerdicts.worse))}",
    ]
    for (index, color) in lightSeries.prefix(series).enumerated() {
      let slot = index + 1
      rules.append(".series-\(slot){color:\(color);color:var(--chart-series-\(slot),\(color))}")
    }
    return rules.map { "\(scope)\($0.hasPrefix("{") ? "" : " ")\($0)" }
  }
}
