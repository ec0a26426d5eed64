import Foundation
import Spreadsheets
import Testing

struct WorkbookErrorTests {
  private static func workbook(_ rows: [Sheet.Row] = [[.text("x")]], headerRow: Int? = nil)
    -> Workbook
  {
    Workbook(
      sheets: [Sheet(name: "Sums", rows: rows, headerRow: headerRow)], createdSecondsSince1970: 1)
  }

  private static let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("\(UUID().uuidString).xlsx").path

  /// What is wrong is found before a byte is written.
  private static func refuses(
    _ workbook: Workbook, _ error: WorkbookError, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: error, sourceLocation: location) { try workbook.write(to: path) }
    #expect(!FileManager.default.fileExists(atPath: path), sourceLocation: location)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e308])
  func `a number that is none is refused with its place`(number: Double) {
    Self.refuses(
      Self.workbook([[.blank], [.blank, .number(number)]]),
      .impossibleNumber(sheet: "Sums", cell: "B2"))
    Self.refuses(
      Self.workbook([[.formula("A2/A3", value: .number(number))]]),
      .impossibleNumber(sheet: "Sums", cell: "A1"))
  }

  @Test func `what no spreadsheet takes is refused`() {
    Self.refuses(Workbook(sheets: [], createdSecondsSince1970: 1), .noSheets)
    Self.refuses(
      Self.workbook([[.formula("= ", value: .number(1))]]),
      .impossibleFormula(sheet: "Sums", cell: "A1"))
    Self.refuses(
      Self.workbook([[.formula(String(repeating: "1", count: 8_193), value: .number(1))]]),
      .impossibleFormula(sheet: "Sums", cell: "A1"))
    Self.refuses(
      Self.workbook([.init(Array(repeating: .blank, count: 16_385))]),
      .tooLarge(sheet: "Sums", rows: 1, columns: 16_385))
    Self.refuses(
      Self.workbook(Array(repeating: [], count: 1_048_577)),
      .tooLarge(sheet: "Sums", rows: 1_048_577, columns: 0))
    Self.refuses(Self.workbook(headerRow: 1), .noSuchHeader(sheet: "Sums", row: 1))
    for seconds in [0, -1, 253_402_300_800, .max] {
      var workbook = Self.workbook()
      workbook.createdSecondsSince1970 = seconds
      Self.refuses(workbook, .impossibleInstant(secondsSince1970: seconds))
    }
  }

  @Test(.enabled(if: Workbook.canBeWritten, "needs libxlsxwriter"))
  func `a path where nothing can be written is an error, not an end`() {
    let nowhere = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString)/book.xlsx").path
    #expect(throws: WorkbookError.cannotWrite(path: nowhere, reason: "No such file or directory")) {
      try Self.workbook().write(to: nowhere)
    }
    for path in ["", "a\u{0}b"] {
      #expect(throws: WorkbookError.cannotWrite(path: path, reason: "not a path")) {
        try Self.workbook().write(to: path)
      }
    }
  }

  /// The device that is always full.
  @Test(
    .enabled(
      if: Workbook.canBeWritten && FileManager.default.fileExists(atPath: "/dev/full"),
      "needs libxlsxwriter and /dev/full"))
  func `a full disk is an error, not an end`() {
    #expect(throws: WorkbookError.self) { try Self.workbook().write(to: "/dev/full") }
  }

  @Test(.enabled(if: !Workbook.canBeWritten, "only where libxlsxwriter is missing"))
  func `without the library it is said what is missing`() {
    Self.refuses(Self.workbook(), .notBuilt)
  }

  @Test func `every error says in words what is wrong`() {
    #expect("\(WorkbookError.notBuilt)".contains("built without libxlsxwriter"))
    #expect(
      "\(WorkbookError.impossibleNumber(sheet: "Sums", cell: "B2"))"
        == "no workbook: cell B2 of sheet Sums is no number that a cell can hold")
    #expect(
      "\(WorkbookError.noSpace(path: "x", neededBytes: 9, freeBytes: 4))".contains("9 bytes, 4"))
  }
}
