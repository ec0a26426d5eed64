/// A chart's data as text, for the page to show beside or below the drawing.
public struct ChartTable: Equatable, Sendable {
  /// What the table shows: the chart's title.
  public let caption: String
  /// One header a column; the first column names the rows.
  public let headers: [String]
  /// The rows, each with one text a column; not escaped for any markup.
  public let rows: [[String]]
}

extension ChartTable {
  /// Every so many of a number of steps, from the first; the last is always there.
  static func steps(_ count: Int, every spacing: Int) -> [Int] {
    precondition(spacing >= 1, "a table takes every step or fewer")
    let steps = Array(stride(from: 0, to: count, by: spacing))
    guard let last = steps.last, last < count - 1 else { return steps }
    return steps + [count - 1]
  }
}
