#if canImport(CXLSXWriter)
internal import CXLSXWriter

/// Writes one sheet: its settings, then its rows in order.
struct SheetWriter {
  let sheet: Sheet
  let page: UnsafeMutablePointer<lxw_worksheet>

  func write(_ formats: inout CellFormats) throws(WorkbookError) {
    try writeSettings(&formats)
    for (index, row) in sheet.rows.enumerated() {
      let style = index == sheet.headerRow ? .header : row.style
      for (column, cell) in row.cells.enumerated() {
        try write(cell, style, row: index, column: column, &formats)
      }
      // The ground of titles and the line above sums go through to the last column.
      guard style == .header || style == .total else { continue }
      for column in row.cells.count..<max(row.cells.count, sheet.columns.count) {
        try write(.blank, style, row: index, column: column, &formats)
      }
    }
  }

  private func write(
    _ cell: Cell, _ style: Sheet.RowStyle, row: Int, column: Int, _ formats: inout CellFormats
  ) throws(WorkbookError) {
    let look = sheet.columns.indices.contains(column) ? sheet.columns[column] : nil
    func format(_ own: NumberFormat?, isNumber: Bool) throws(WorkbookError)
      -> UnsafeMutablePointer<lxw_format>?
    {
      try formats.format(
        style, isNumber ? own ?? look?.format : nil, wraps: !isNumber && look?.wraps == true)
    }
    let (row, column) = (UInt32(row), UInt16(column))
    switch cell {
    case .blank:
      guard let format = try format(nil, isNumber: true) else { return }
      try WorkbookWriter.check(worksheet_write_blank(page, row, column, format))
    case .text(let text):
      try WorkbookWriter.check(
        worksheet_write_string(
          page, row, column, CellText.stored(text), try format(nil, isNumber: false)))
    case .number(let number, let own):
      try WorkbookWriter.check(
        worksheet_write_number(page, row, column, number, try format(own, isNumber: true)))
    case .boolean(let value):
      try WorkbookWriter.check(
        worksheet_write_boolean(
          page, row, column, value ? 1 : 0, try format(nil, isNumber: false)))
    case .formula(let formula, .number(let value), let own):
      try WorkbookWriter.check(
        worksheet_write_formula_num(
          page, row, column, CellText.clean(formula), try format(own, isNumber: true), value))
    case .formula(let formula, .text(let value), let own):
      try WorkbookWriter.check(
        worksheet_write_formula_str(
          page, row, column, CellText.clean(formula), try format(own, isNumber: true),
          CellText.stored(value)))
    }
  }

  private func writeSettings(_ formats: inout CellFormats) throws(WorkbookError) {
    for (index, column) in sheet.columns.enumerated() {
      let format = try formats.format(.plain, column.format, wraps: column.wraps)
      let width = min(255, max(0, column.width.isFinite ? column.width : 8.43))
      try WorkbookWriter.check(
        worksheet_set_column(page, UInt16(index), UInt16(index), width, format))
    }
    let (rows, columns) = (sheet.frozenRows, sheet.frozenColumns)
    if rows > 0 || columns > 0 {
      worksheet_freeze_panes(
        page, UInt32(min(max(0, rows), WorkbookCheck.mostRows - 1)),
        UInt16(min(max(0, columns), WorkbookCheck.mostColumns - 1)))
    }
    if sheet.isFiltered, let header = sheet.headerRow, !sheet.rows[header].cells.isEmpty {
      try WorkbookWriter.check(
        worksheet_autofilter(
          page, UInt32(header), 0, UInt32(sheet.rows.count - 1),
          UInt16(sheet.rows[header].cells.count - 1)))
    }
    try writePage()
  }

  private func writePage() throws(WorkbookError) {
    // Paper 9 is A4 (ISO/IEC 29500-1, 18.3.1.63).
    worksheet_set_paper(page, 9)
    if sheet.page.isLandscape { worksheet_set_landscape(page) }
    if sheet.page.fitsWidth { worksheet_fit_to_pages(page, 1, 0) }
    if sheet.page.repeatsHeader, let header = sheet.headerRow {
      try WorkbookWriter.check(worksheet_repeat_rows(page, UInt32(header), UInt32(header)))
    }
    try WorkbookWriter.check(worksheet_set_footer(page, "&L&A&R&P / &N"))
  }
}
#endif
