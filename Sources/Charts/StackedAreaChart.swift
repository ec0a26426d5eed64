/// Parts of a whole over time, one on the other, each named at its right end.
///
/// Parts differ by color, by marker and by the name beside them. Negative values go down from zero.
public struct StackedAreaChart: Equatable, Sendable {
  /// One part.
  public struct Part: Equatable, Sendable {
    /// The name beside the area.
    public var name: String
    /// One value a step, from the first day; steps without a value count zero.
    public var values: [Double]

    /// Makes a part; finite values only.
    public init(name: String, values: [Double]) {
      precondition(values.allSatisfy(\.isFinite), "a chart shows finite numbers")
      self.name = name
      self.values = values
    }
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
  /// The day of each value where they are not as far apart, such as the ends of months; else empty.
  public var dates: [ChartDate]
  /// The parts, from the bottom; up to six are told apart.
  public var parts: [Part]
  /// The words the chart adds.
  public var words: ChartWords

  /// Makes a stacked area chart.
  public init(
    id: String, title: String, summary: String, valueLabel: String, unit: ChartUnit = .none,
    start: ChartDate, stepDays: Int = 1, dates: [ChartDate] = [], parts: [Part],
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
    self.dates = dates
    self.parts = parts
    self.words = words
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { StackedAreaDrawing(self).svg(place) }

  /// The values and their total as text, every so many steps; the last step is always there.
  public func table(everySteps: Int = 1, decimals: Int = 0) -> ChartTable {
    let rows = ChartTable.steps(stepCount, every: everySteps).map { step in
      let values = parts.map { $0.value(step) }
      return [date(step).text]
        + (values + [values.reduce(0, +)]).map { unit.text($0, decimals: decimals) }
    }
    return ChartTable(
      caption: title, headers: [words.date] + parts.map(\.name) + [words.total], rows: rows)
  }

  func date(_ step: Int) -> ChartDate {
    dates.indices.contains(step) ? dates[step] : start.adding(days: step * stepDays)
  }

  var stepCount: Int { parts.map(\.values.count).max() ?? 0 }

  /// The lower and upper edge of every part at every step: positive values go up from zero, negative
  /// ones down.
  var edges: [[(lower: Double, upper: Double)]] {
    var above = [Double](repeating: 0, count: stepCount)
    var below = above
    return parts.map { part in
      (0..<stepCount).map { step in
        let value = part.value(step)
        if value < 0 {
          defer { below[step] += value }
          return (below[step] + value, below[step])
        }
        // A part without a value keeps its place in the stack.
        defer { above[step] += value }
        return (above[step], above[step] + value)
      }
    }
  }
}

extension StackedAreaChart.Part {
  func value(_ step: Int) -> Double { values.indices.contains(step) ? values[step] : 0 }
}
