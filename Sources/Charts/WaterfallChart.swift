/// How a sum comes about: signed steps one below the other, with totals where they are asked for.
///
/// A bar begins where the one before ended. Gains, losses and totals differ by color, by fill and by
/// the sign of their text.
public struct WaterfallChart: Equatable, Sendable {
  /// What a row adds.
  public enum Amount: Equatable, Sendable {
    /// A signed step from the total so far.
    case step(Double)
    /// Nothing: the row shows the total so far.
    case total
  }

  /// One step or total.
  public struct Row: Equatable, Sendable {
    /// What the row is about.
    public var label: String
    /// What the row adds.
    public var amount: Amount
    /// The interval of the step or of the total, itself, not of where its bar ends.
    public var interval: ClosedRange<Double>?

    /// Makes a row; finite values only.
    public init(_ label: String, _ amount: Amount, interval: ClosedRange<Double>? = nil) {
      self.label = label
      self.amount = amount
      self.interval = interval
    }
  }

  /// The id of the drawing, unique in its page: letters, digits, hyphens and underscores.
  public var id: String
  /// The accessible name, and the caption of the table.
  public var title: String
  /// The accessible description: what a reader should take from the drawing.
  public var summary: String
  /// What the axis measures.
  public var axisLabel: String
  /// The header over the intervals: "95% interval"; used where a row has one.
  public var intervalLabel: String
  /// What stands around the numbers.
  public var unit: ChartUnit
  /// The decimals of the rows' numbers.
  public var decimals: Int
  /// The rows, from top to bottom.
  public var rows: [Row]
  /// The words the chart adds.
  public var words: ChartWords

  /// Makes a waterfall.
  public init(
    id: String, title: String, summary: String, axisLabel: String,
    intervalLabel: String = "95% interval", unit: ChartUnit = .none, decimals: Int = 0,
    rows: [Row], words: ChartWords = .english
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.axisLabel = axisLabel
    self.intervalLabel = intervalLabel
    self.unit = unit
    self.decimals = decimals
    self.rows = rows
    self.words = words
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { WaterfallDrawing(self).svg(place) }

  /// The same rows as text; the interval stands last, where a row has one.
  public func table() -> ChartTable {
    let hasIntervals = rows.contains { $0.interval != nil }
    let rows = bars.map { bar in
      let amount = bar.isTotal ? "–" : text(bar.amount)
      return [bar.row.label, amount, text(bar.end)] + (hasIntervals ? [intervalText(bar)] : [])
    }
    return ChartTable(
      caption: title,
      headers: [words.step, words.amount, words.runningTotal]
        + (hasIntervals ? [intervalLabel] : []),
      rows: rows)
  }
}

extension WaterfallChart {
  /// A row with where its bar begins and ends, in the unit of the axis.
  struct Bar {
    let row: Row
    let start: Double
    let end: Double
    let isTotal: Bool

    /// The step, or the total.
    var amount: Double { end - start }
    /// The interval, moved to where the bar ends.
    var reach: ClosedRange<Double>? {
      row.interval.map { start + $0.lowerBound...start + $0.upperBound }
    }
  }

  var bars: [Bar] {
    var total = 0.0
    return rows.map { row in
      guard case .step(let amount) = row.amount else {
        return Bar(row: row, start: 0, end: total, isTotal: true)
      }
      precondition(amount.isFinite, "a chart shows finite numbers")
      defer { total += amount }
      return Bar(row: row, start: total, end: total + amount, isTotal: false)
    }
  }

  func text(_ value: Double) -> String { unit.text(value, decimals: decimals, signed: true) }

  /// A total carries its own sign, a step a plus or a minus.
  func amountText(_ bar: Bar) -> String {
    guard case .step(let amount) = bar.row.amount else {
      return "= " + unit.text(bar.end, decimals: decimals)
    }
    return text(amount)
  }

  func intervalText(_ bar: Bar) -> String {
    bar.row.interval.map { "\(text($0.lowerBound)) \(words.to) \(text($0.upperBound))" } ?? "–"
  }
}
