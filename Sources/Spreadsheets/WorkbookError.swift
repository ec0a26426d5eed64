/// Why a workbook was not written.
public enum WorkbookError: Error, Equatable, Sendable {
  /// The program was built on a machine without libxlsxwriter.
  case notBuilt
  /// A workbook has at least one sheet.
  case noSheets
  /// A number is NaN, infinite or beyond 9.99999999999999·10³⁰⁷, which no cell can hold (Excel's
  /// specifications and limits); a caller says what stands there instead.
  case impossibleNumber(sheet: String, cell: String)
  /// A formula is empty, or longer than 8,192 characters.
  case impossibleFormula(sheet: String, cell: String)
  /// More than 1,048,576 rows or 16,384 columns.
  case tooLarge(sheet: String, rows: Int, columns: Int)
  /// The header is not one of the sheet's rows.
  case noSuchHeader(sheet: String, row: Int)
  /// The instant of making does not lie between 1970 and 9999.
  case impossibleInstant(secondsSince1970: Int)
  /// The file cannot be made there; with the system's reason.
  case cannotWrite(path: String, reason: String)
  /// The file may need more than there is.
  case noSpace(path: String, neededBytes: Int, freeBytes: Int)
  /// The library gave up; with its own words.
  case gaveUp(code: Int, message: String)
}

extension WorkbookError: CustomStringConvertible {
  /// One sentence, with what to do where that is known.
  public var description: String {
    switch self {
    case .notBuilt:
      "no workbook: built without libxlsxwriter; install libxlsxwriter-dev and build again"
    case .noSheets: "no workbook: it has no sheets"
    case .impossibleNumber(let sheet, let cell):
      "no workbook: cell \(cell) of sheet \(sheet) is no number that a cell can hold"
    case .impossibleFormula(let sheet, let cell):
      "no workbook: the formula in cell \(cell) of sheet \(sheet) is empty or too long"
    case .tooLarge(let sheet, let rows, let columns):
      "no workbook: sheet \(sheet) has \(rows) rows and \(columns) columns; "
        + "1048576 and 16384 are the most"
    case .noSuchHeader(let sheet, let row):
      "no workbook: sheet \(sheet) has no row \(row + 1), which should be its header"
    case .impossibleInstant(let seconds):
      "no workbook: \(seconds) seconds after 1970 is no instant of the years 1970 to 9999"
    case .cannotWrite(let path, let reason): "no workbook: cannot write \(path): \(reason)"
    case .noSpace(let path, let needed, let free):
      "no workbook: \(path) may need \(needed) bytes, \(free) are free"
    case .gaveUp(let code, let message):
      "no workbook: libxlsxwriter answered \(code) (\(message))"
    }
  }
}
