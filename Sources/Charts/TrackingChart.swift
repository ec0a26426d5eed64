/// What was observed over time against what was expected: a target line and limits.
///
/// Observed points beyond a limit carry a mark of their own, and their number stands in words.
public struct TrackingChart: Equatable, Sendable {
  /// A line that was expected.
  public enum Level: Equatable, Sendable {
    /// No such line.
    case none
    /// The same at every step.
    case constant(Double)
    /// One value a step; nil where there is none.
    case steps([Double?])
  }

  /// The id of the drawing, unique in its page: letters, digits, hyphens and underscores.
  public var id: String
  /// The accessible name, and the caption of the table.
  public var title: String
  /// The accessible description: what a reader should take from the drawing.
  public var summary: String
  /// What the vertical axis measures.
  public var valueLabel: String
  /// What stands around the numbers of the vertical axis.
  public var unit: ChartUnit
  /// The day of the first value.
  public var start: ChartDate
  /// Days from one value to the next.
  public var stepDays: Int
  /// The name of what was observed: the arm.
  public var name: String
  /// What was observed, one value a step; nil where there is none.
  public var values: [Double?]
  /// What was expected.
  public var target: Level
  /// The limit below.
  public var lower: Level
  /// The limit above.
  public var upper: Level
  /// Whether the vertical axis must reach zero.
  public var includesZero: Bool
  /// The words the chart adds.
  public var words: ChartWords

  /// Makes a tracking chart; finite values only.
  public init(
    id: String, title: String, summary: String, valueLabel: String, unit: ChartUnit = .none,
    start: ChartDate, stepDays: Int = 1, name: String, values: [Double?], target: Level = .none,
    lower: Level = .none, upper: Level = .none, includesZero: Bool = false,
    words: ChartWords = .english
  ) {
    precondition(stepDays >= 1, "values are at least a day apart")
    self.id = id
    self.title = title
    self.summary = summary
    self.valueLabel = valueLabel
    self.unit = unit
    self.start = start
    self.stepDays = stepDays
    self.name = name
    self.values = values
    self.target = target
    self.lower = lower
    self.upper = upper
    self.includesZero = includesZero
    self.words = words
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { TrackingDrawing(self).svg(place) }

  /// The same values as text, every so many steps; the last step is always there, and so are steps
  /// outside the limits, as long as they are few enough to be exceptions.
  public func table(everySteps: Int = 1, decimals: Int = 0) -> ChartTable {
    let levels = levels
    let outside = (0..<stepCount).filter(isOutside)
    let exceptions = outside.count <= TrackingDrawing.mostNamed ? outside : []
    let steps = Set(ChartTable.steps(stepCount, every: everySteps) + exceptions).sorted()
    let rows = steps.map { step in
      [start.adding(days: step * stepDays).text]
        + ([value(step)] + levels.map { $0.level.value(step) }).map { value in
          value.map { unit.text($0, decimals: decimals) } ?? "–"
        } + [isOutside(step) ? words.outside : ""]
    }
    return ChartTable(
      caption: title,
      headers: [words.date, name] + levels.map(\.name) + [words.verdict], rows: rows)
  }
}

extension TrackingChart.Level {
  func value(_ step: Int) -> Double? {
    switch self {
    case .none: nil
    case .constant(let value): value
    case .steps(let values): values.indices.contains(step) ? values[step] : nil
    }
  }

  var count: Int {
    if case .steps(let values) = self { values.count } else { 0 }
  }
}

extension TrackingChart {
  /// The expected lines that there are, from the highest, with their names.
  var levels: [(name: String, level: Level)] {
    [(words.upperLimit, upper), (words.target, target), (words.lowerLimit, lower)]
      .filter { $0.1 != .none }
  }

  var stepCount: Int { max(values.count, levels.map(\.level.count).max() ?? 0) }

  func value(_ step: Int) -> Double? { values.indices.contains(step) ? values[step] : nil }

  /// Whether the observed value lies beyond a limit; on it is inside.
  func isOutside(_ step: Int) -> Bool {
    guard let value = value(step) else { return false }
    return value > upper.value(step) ?? .infinity || value < lower.value(step) ?? -.infinity
  }
}
