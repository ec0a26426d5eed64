/// What must hold of a workbook before a byte of it is written.
enum WorkbookCheck {
  static let (mostRows, mostColumns, longestFormula) = (1_048_576, 16_384, 8_192)
  /// The last second of 9999.
  static let lastInstant = 253_402_300_799

  /// Checks everything; gives the most bytes that the workbook may take on the disk meanwhile.
  static func largestSize(_ workbook: Workbook) throws(WorkbookError) -> Int {
    guard !workbook.sheets.isEmpty else { throw .noSheets }
    guard (1...lastInstant).contains(workbook.createdSecondsSince1970) else {
      throw .impossibleInstant(secondsSince1970: workbook.createdSecondsSince1970)
    }
    var bytes = fixedBytes
    for sheet in workbook.sheets {
      let columns = sheet.rows.reduce(sheet.columns.count) { max($0, $1.cells.count) }
      guard sheet.rows.count <= mostRows, columns <= mostColumns else {
        throw .tooLarge(sheet: sheet.name, rows: sheet.rows.count, columns: columns)
      }
      if let header = sheet.headerRow, !sheet.rows.indices.contains(header) {
        throw .noSuchHeader(sheet: sheet.name, row: header)
      }
      bytes += fixedBytes
      for (row, content) in sheet.rows.enumerated() {
        let isFilled = row == sheet.headerRow || content.style == .header || content.style == .total
        bytes += cellBytes * (isFilled ? sheet.columns.count + 1 : 1)
        for (column, cell) in content.cells.enumerated() {
          try check(cell, sheet: sheet.name, CellReference(row: row, column: column))
          bytes += size(cell)
        }
      }
    }
    // A sheet's cells stand in one unnamed file, then in a second, then, packed, in the workbook.
    return 3 * bytes
  }

  /// Styles, theme, relations and the like of a workbook, or the frame of a sheet, generously.
  private static let fixedBytes = 65_536
  /// The frame of a cell: its name, style and tags, generously.
  private static let cellBytes = 96

  private static func check(
    _ cell: Cell, sheet: String, _ reference: CellReference
  ) throws(WorkbookError) {
    switch cell {
    case .blank, .text, .boolean: return
    case .number(let number, _):
      guard isPossible(number) else {
        throw .impossibleNumber(sheet: sheet, cell: reference.name)
      }
    case .formula(let formula, let value, _):
      if case .number(let number) = value, !isPossible(number) {
        throw .impossibleNumber(sheet: sheet, cell: reference.name)
      }
      guard formula.contains(where: { $0 != "=" && $0 != " " }),
        formula.utf16.count <= longestFormula
      else { throw .impossibleFormula(sheet: sheet, cell: reference.name) }
    }
  }

  /// NaN is at most nothing.
  private static func isPossible(_ number: Double) -> Bool {
    number.magnitude <= 9.999_999_999_999_99e307
  }

  /// No character takes more than seven bytes for each of its own once escaped.
  private static func size(_ cell: Cell) -> Int {
    switch cell {
    case .blank, .number, .boolean: cellBytes
    case .text(let text): cellBytes + 7 * min(text.utf8.count, 4 * CellText.longest)
    case .formula(let formula, .text(let text), _):
      cellBytes + 7 * (formula.utf8.count + min(text.utf8.count, 4 * CellText.longest))
    case .formula(let formula, .number, _): cellBytes + 7 * formula.utf8.count
    }
  }
}
