#if canImport(CXLSXWriter)
internal import CXLSXWriter
internal import Foundation

/// Writes a checked workbook with libxlsxwriter, rows in order, in memory that does not grow with them.
enum WorkbookWriter {
  static func write(_ workbook: Workbook, to path: String) throws(WorkbookError) {
    let folder = strdup(OutputPlace(path: path).folder)
    defer { free(folder) }
    var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
    guard let book = workbook_new_opt(path, &options) else { throw outOfMemory }
    do throws(WorkbookError) {
      try setProperties(book, workbook)
      var formats = CellFormats(book)
      let names = SheetName.safe(workbook.sheets.map(\.name))
      for (sheet, name) in zip(workbook.sheets, names) {
        guard let page = workbook_add_worksheet(book, name) else { throw outOfMemory }
        try SheetWriter(sheet: sheet, page: page).write(&formats)
      }
    } catch {
      lxw_workbook_free(book)
      throw error
    }
    // Closing writes the file and frees the workbook, whatever becomes of it.
    try check(workbook_close(book))
  }

  /// Passes on what the library says went wrong.
  static func check(_ code: lxw_error) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    throw .gaveUp(code: Int(code.rawValue), message: String(cString: lxw_strerror(code)))
  }

  static var outOfMemory: WorkbookError {
    let code = LXW_ERROR_MEMORY_MALLOC_FAILED
    return .gaveUp(code: Int(code.rawValue), message: String(cString: lxw_strerror(code)))
  }

  private static func setProperties(
    _ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook
  ) throws(WorkbookError) {
    let texts = [workbook.title, workbook.subject].map { text in
      strdup(String(CellText.clean(text).prefix(longestProperty)))
    }
    defer { for text in texts { free(text) } }
    var properties = lxw_doc_properties()
    properties.title = texts[0]
    properties.subject = texts[1]
    properties.created = workbook.createdSecondsSince1970
    try check(workbook_set_properties(book, &properties))
  }

  /// Spreadsheets take properties of 255 characters.
  private static let longestProperty = 255
}
#endif
