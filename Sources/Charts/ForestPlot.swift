/// Estimates with their intervals, one a row, around a common line at zero.
///
/// Better, worse and unclear differ by color, by marker and by word. An interval past the edge of
/// the plot is cut and ends in an arrow; its full numbers stand in the row's text.
public struct ForestPlot: Equatable, Sendable {
  /// Which side of zero is good news.
  public enum Direction: Equatable, Sendable {
    /// A higher value is better.
    case higher
    /// A lower value is better.
    case lower
    /// Neither side is better.
    case neither
  }

  /// The values that the data do not exclude.
  public enum Extent: Equatable, Sendable {
    /// Between two ends.
    case bounded(lower: Double, upper: Double)
    /// Everything but what lies between two ends.
    case exterior(lower: Double, upper: Double)
    /// Everything.
    case unbounded
    /// Not known.
    case unknown
  }

  /// One estimate.
  public struct Row: Equatable, Sendable {
    /// What was estimated.
    public var label: String
    /// The estimate; nil when it is not defined.
    public var estimate: Double?
    /// The estimate's confidence set.
    public var extent: Extent
    /// What stands around the row's numbers.
    public var unit: ChartUnit
    /// The decimals of the row's numbers.
    public var decimals: Int
    /// Which side of zero is good news.
    public var favorable: Direction

    /// Makes a row; values are in the unit that all rows of the plot share.
    public init(
      label: String, estimate: Double?, extent: Extent, unit: ChartUnit = .none,
      decimals: Int = 1, favorable: Direction = .neither
    ) {
      self.label = label
      self.estimate = estimate
      self.extent = extent
      self.unit = unit
      self.decimals = decimals
      self.favorable = favorable
    }
  }

  /// The id of the drawing, unique in its page: letters, digits, hyphens and underscores.
  public var id: String
  /// The accessible name, and the caption of the table.
  public var title: String
  /// The accessible description: what a reader should take from the drawing.
  public var summary: String
  /// What the axis measures, with its unit.
  public var axisLabel: String
  /// The header over the intervals: "95% interval".
  public var intervalLabel: String
  /// The rows, from top to bottom.
  public var rows: [Row]
  /// The ends of the axis, widened to show zero; chosen from the rows when nil.
  public var limits: ClosedRange<Double>?
  /// The words the chart adds.
  public var words: ChartWords

  /// Makes a forest plot.
  public init(
    id: String, title: String, summary: String, axisLabel: String,
    intervalLabel: String = "95% interval", rows: [Row], limits: ClosedRange<Double>? = nil,
    words: ChartWords = .english
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.axisLabel = axisLabel
    self.intervalLabel = intervalLabel
    self.rows = rows
    self.limits = limits
    self.words = words
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { ForestDrawing(self).svg(place) }

  /// The same rows as text.
  public func table() -> ChartTable {
    ChartTable(
      caption: title,
      headers: [words.measure, words.estimate, intervalLabel, words.verdict],
      rows: rows.map {
        [$0.label, $0.estimateText(words), $0.extentText(words), $0.verdictText(words)]
      })
  }
}
