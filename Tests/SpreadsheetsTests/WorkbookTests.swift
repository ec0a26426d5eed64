import Foundation
import Testing

@testable import Spreadsheets

/// 20 January 2026, 08:30:00 UTC: `date -u -d 2026-01-20T08:30 +%s`.
private let instant = 1_768_897_800

@Suite(.enabled(if: Reader.canRun, "needs libxlsxwriter, and Python with openpyxl"))
struct WorkbookTests {
  /// A small account: money, shares, sums, a second sheet that reads the first.
  static let account = Workbook(
    sheets: [
      Sheet(
        name: "Costs / arm",
        columns: [
          .init(width: 24, wraps: true), .init(width: 14, format: .money(sign: "¥", digits: 2)),
          .init(width: 10, format: .percent(1)), .init(width: 12),
        ],
        rows: [
          .init([.text("What incentives cost")], style: .heading),
          [.text("Item"), .text("Cost"), .text("Share"), .text("On")],
          [
            .text("Coupons"), .money(minorUnits: 123_456, sign: "¥", digits: 2),
            .formula("=B3/B5", value: .number(0.75)), .date(daysSince1970: 20_473),
          ],
          [
            .text("Points"), .number(411.52), .formula("B4/B5", value: .number(0.25)),
            .boolean(true),
          ],
          .init([.text("Sum"), .formula("SUM(B3:B4)", value: .number(1646.08))], style: .total),
          .init([.text("Made up")], style: .note),
        ],
        headerRow: 1, frozenColumns: 1, isFiltered: true),
      Sheet(
        name: "Net",
        rows: [
          [
            .number(-250.5, NumberFormat.decimal(1).signed),
            .formula("A1-'Costs arm'!B5", value: .number(-1896.58), .integer),
          ]
        ],
        page: .init(isLandscape: false, fitsWidth: false, repeatsHeader: false)),
    ], title: "Growth against control", subject: "运行 <1> & \"more\"",
    createdSecondsSince1970: instant)

  @Test func `values, formats and looks are read back`() throws {
    let book = try Reader.read(Self.account)
    #expect(book.title == "Growth against control")
    #expect(book.subject == "运行 <1> & \"more\"")
    #expect(book.created == "2026-01-20T08:30:00" && book.modified == book.created)
    #expect(book.sheets.map(\.name) == ["Costs arm", "Net"])
    let cells = book.sheets[0].cells
    #expect(cells["A1"]?.text == "What incentives cost" && cells["A1"]?.bold == true)
    #expect(cells["B2"]?.bold == true && cells["B2"]?.ground == "FF1F3864")
    #expect(cells["B3"]?.number == 1234.56)
    #expect(cells["B3"]?.format == "\"¥\"#,##0.00;\\-\"¥\"#,##0.00")
    #expect(cells["B4"]?.format == cells["B3"]?.format, "the column's")
    #expect(cells["C4"]?.format == "0.0%" && cells["A3"]?.wraps == true)
    // By `date -u -d @$((20473*86400))`.
    #expect(cells["D3"]?.date == "2026-01-20")
    #expect(cells["D4"]?.boolean == true)
    #expect(cells["D5"]?.bold == true && cells["D5"]?.text == nil, "the line of a sum goes through")
    #expect(book.sheets[1].cells["A1"]?.number == -250.5)
    #expect(book.sheets[1].cells["A1"]?.format == "+#,##0.0;\\-#,##0.0;#,##0.0")
  }

  @Test func `formulas have their values, and working them out anew gives the same`() throws {
    let book = try Reader.read(Self.account)
    let formulas = book.sheets.flatMap { $0.cells.values }.filter { $0.formula != nil }
    #expect(formulas.count == 4)
    for cell in formulas {
      let (stored, anew) = (try #require(cell.number), try #require(cell.recomputed))
      #expect(abs(stored - anew) < 1e-9, "\(cell.formula ?? "")")
    }
    #expect(book.sheets[0].cells["C3"]?.formula == "=B3/B5")
  }

  @Test func `panes, widths and print settings are read back`() throws {
    let sheets = try Reader.read(Self.account).sheets
    #expect(sheets[0].frozen == "B3" && sheets[1].frozen == "")
    // The file adds 5/7 of a digit for the edges of a cell.
    let widths = ["A": 24.0, "B": 14, "C": 10, "D": 12]
    for (column, width) in widths {
      #expect(abs((sheets[0].widths[column] ?? 0) - width - 5.0 / 7) < 0.01)
    }
    #expect(sheets[0].landscape && !sheets[1].landscape)
    #expect(sheets[0].fitsWidth && !sheets[1].fitsWidth)
    #expect(sheets.map(\.paper) == [9, 9])
    #expect(
      sheets[0].repeated.replacing("$", with: "").hasSuffix("2:2") && sheets[1].repeated == "")
    #expect(sheets[0].filter == "A2:D6" && sheets[1].filter == "")
  }

  static let hostile = [
    "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "👩‍🚀 会员 é", "<b>&amp;</b>", " edges ",
    "tab\tand\nline", "_x0041_", "'quoted", "1234", "TRUE", "\u{202E}right to left", "]]>",
  ]

  @Test func `hostile text is text, to the last character`() throws {
    let sheet = try Reader.read(Self.column(Self.hostile.map { .text($0) })).sheets[0]
    for (row, text) in Self.hostile.enumerated() {
      let cell = sheet.cells[CellReference(row: row, column: 0).name]
      #expect(cell?.text == text && cell?.formula == nil, "\(text)")
    }
  }

  @Test func `what a cell cannot hold is replaced or cut, and seen to be`() throws {
    let cells = try Reader.read(
      Workbook(
        sheets: [
          Sheet(
            name: "x",
            rows: [
              [.text("a\u{0}\u{8}b"), .text(String(repeating: "文", count: 40_000)), .text("")]
            ])
        ], createdSecondsSince1970: instant)
    ).sheets[0].cells
    #expect(cells["A1"]?.text == "a\u{FFFD}\u{FFFD}b")
    #expect(cells["B1"]?.text == String(repeating: "文", count: 32_766) + "…")
    #expect(cells["C1"] == nil)
  }

  @Test func `numbers keep sixteen digits`() throws {
    let numbers = [
      0, -0.5, 1e300, -1e-300, 9_007_199_254_740_991, 123_456_789.123_456_7,
      9.999_999_999_999_99e307, 0.1 + 0.2, 1 / 3.0,
    ]
    let sheet = try Reader.read(Self.column(numbers.map { .number($0) })).sheets[0]
    for (row, number) in numbers.enumerated() {
      let cell = sheet.cells[CellReference(row: row, column: 0).name]
      let read = try #require(cell?.number)
      #expect(read == number || abs(read / number - 1) < 1e-15, "\(number)")
    }
  }

  @Test func `one value gives the same bytes twice, whatever the time`() throws {
    func bytes(_ workbook: Workbook) throws -> Data {
      try Reader.withFile(workbook) { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    }
    let first = try bytes(Self.account)
    #expect(try bytes(Self.account) == first)
    // Every member is dated 1 January 1980, 00:00 (.ZIP file format, 4.4.6), so no clock is in it.
    let members = first.indices.dropLast(14).filter {
      first[$0...].starts(with: [0x50, 0x4B, 0x03, 0x04])
    }
    #expect(members.count >= 10)
    for start in members {
      #expect(Array(first[(start + 10)..<(start + 14)]) == [0, 0, 0x21, 0])
    }
    var later = Self.account
    later.createdSecondsSince1970 += 1
    #expect(try bytes(later) != first)
  }

  @Test func `no more is written than was asked room for`() throws {
    let written = try Reader.withFile(Self.account) { path in
      try Data(contentsOf: URL(fileURLWithPath: path)).count
    }
    #expect(try WorkbookCheck.largestSize(Self.account) > written)
  }

  @Test func `a hundred thousand rows are written and read`() throws {
    let rows = (0..<100_000).map { row in
      Sheet.Row([.number(Double(row)), .number(Double(row) / 4), .formula("A1", value: .number(0))])
    }
    let counts = try Reader.count(
      Workbook(sheets: [Sheet(name: "Daily", rows: rows)], createdSecondsSince1970: instant))
    #expect(counts[0].rows == 100_000)
    #expect(Array(counts[0].last.prefix(2)) == [99_999, 24_999.75])
  }

  /// One cell a row.
  private static func column(_ cells: [Cell]) -> Workbook {
    Workbook(
      sheets: [Sheet(name: "x", rows: cells.map { [$0] })], createdSecondsSince1970: instant)
  }
}
