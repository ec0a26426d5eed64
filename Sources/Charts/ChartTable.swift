/// A chart's data as text, for the page to show beside or below the drawing.
public struct ChartTable: Equatable, Sendable {
  /// What the table shows: the chart's title.
  public let caption: String
  /// One header a column; the first column names the rows.
  public let headers: [String]
  /// The rows, each with one text a column; not escaped for any markup.
  public let rows: [[String]]
}
