/// Values by row and column, written in every cell and shaded by size.
///
/// Shades are parts of one color over the page's own, so text stays readable on light, dark and
/// paper; below zero a diverging map takes another color and a dashed edge beside the minus sign.
public struct HeatMap: Equatable, Sendable {
  /// What the shades stand for.
  public enum Scale: Equatable, Sendable {
    /// From the least value to the greatest.
    case sequential
    /// The distance from zero on both sides; `higherIsBetter` is nil where neither side is.
    case diverging(higherIsBetter: Bool?)
  }

  /// The id of the drawing, unique in its page: letters, digits, hyphens and underscores.
  public var id: String
  /// The accessible name, and the caption of the table.
  public var title: String
  /// The accessible description: what a reader should take from the drawing.
  public var summary: String
  /// What the rows are.
  public var rowLabel: String
  /// What the columns are.
  public var columnLabel: String
  /// The rows, from top to bottom.
  public var rows: [String]
  /// The columns, from the left.
  public var columns: [String]
  /// A value a column for each row; nil where there is none.
  public var values: [[Double?]]
  /// What the shades stand for.
  public var scale: Scale
  /// What stands around the numbers.
  public var unit: ChartUnit
  /// The decimals of the numbers.
  public var decimals: Int

  /// Makes a heat map; finite values only.
  public init(
    id: String, title: String, summary: String, rowLabel: String, columnLabel: String,
    rows: [String], columns: [String], values: [[Double?]], scale: Scale,
    unit: ChartUnit = .none, decimals: Int = 1
  ) {
    precondition(
      values.allSatisfy { $0.allSatisfy { $0?.isFinite ?? true } }, "a chart shows finite numbers")
    self.id = id
    self.title = title
    self.summary = summary
    self.rowLabel = rowLabel
    self.columnLabel = columnLabel
    self.rows = rows
    self.columns = columns
    self.values = values
    self.scale = scale
    self.unit = unit
    self.decimals = decimals
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { HeatMapDrawing(self).svg(place) }

  /// The same cells as text.
  public func table() -> ChartTable {
    ChartTable(
      caption: title, headers: [rowLabel] + columns,
      rows: rows.indices.map { row in
        [rows[row]] + columns.indices.map { text(value(row, $0)) }
      })
  }
}

extension HeatMap {
  func value(_ row: Int, _ column: Int) -> Double? {
    guard values.indices.contains(row), values[row].indices.contains(column) else { return nil }
    return values[row][column]
  }

  func text(_ value: Double?) -> String {
    guard let value else { return "–" }
    return unit.text(value, decimals: decimals, signed: scale != .sequential)
  }

  /// How dark a cell is: 0 has no shade, 4 is the darkest; negative on the other side of zero.
  struct Shades: Equatable {
    static let count = 4

    let scale: Scale
    let lower: Double
    let upper: Double

    init(_ map: HeatMap) {
      scale = map.scale
      let values = map.values.flatMap { $0.compactMap(\.self) }
      let (least, most) = (values.min() ?? 0, values.max() ?? 0)
      let reach = max(abs(least), abs(most))
      (lower, upper) = map.scale == .sequential ? (least, most) : (-reach, reach)
    }

    /// The shade of a value: quarters of the way from zero, or from the least value.
    func level(_ value: Double) -> Int {
      guard lower < upper else { return 0 }
      if scale == .sequential {
        return min(Int(5 * ((value - lower) / (upper - lower))), Self.count)
      }
      // A hair less, so that a quarter itself is not taken for more by rounding.
      let steps = (abs(value) / upper * Double(Self.count) - 1e-9).rounded(.up)
      return (value < 0 ? -1 : 1) * min(Int(max(steps, 0)), Self.count)
    }

    /// The classes of a cell.
    func style(_ level: Int) -> String {
      let color =
        switch scale {
        case .sequential: "series-1"
        case .diverging(let higherIsBetter?): (level > 0) == higherIsBetter ? "better" : "worse"
        case .diverging(nil): level > 0 ? "series-1" : "series-2"
        }
      return "cell shade-\(abs(level)) \(color)\(level < 0 ? " below" : "")"
    }
  }
}
