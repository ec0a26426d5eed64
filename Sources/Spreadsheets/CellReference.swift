/// Where a cell stands, and how formulas call it.
public struct CellReference: Equatable, Hashable, Sendable {
  /// The row, from 0.
  public let row: Int
  /// The column, from 0.
  public let column: Int

  /// Makes a reference; both are at least 0.
  public init(row: Int, column: Int) {
    precondition(row >= 0 && column >= 0, "rows and columns count from 0")
    self.row = row
    self.column = column
  }

  /// The name: A1 for the first cell, AA10 for the 27th column of the tenth row.
  public var name: String { Self.columnName(column) + String(row + 1) }

  /// The cells from this one to another, for SUM and its like: A1:B7.
  public func range(to last: CellReference) -> String { "\(name):\(last.name)" }

  /// The name from a formula on another sheet: 'Segments'!B2.
  public func name(onSheet sheet: String) -> String {
    "'\(sheet.replacing("'", with: "''"))'!\(name)"
  }

  /// A, B, …, Z, AA, …: numbers in base 26 whose digits run from 1.
  private static func columnName(_ column: Int) -> String {
    var (left, name) = (column + 1, "")
    while left > 0 {
      let digit = (left - 1) % 26
      name = String(UnicodeScalar(UInt8(65 + digit))) + name
      left = (left - 1) / 26
    }
    return name
  }
}
