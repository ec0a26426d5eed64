import Spreadsheets
import Testing

struct CellReferenceTests {
  /// Columns of spreadsheets: the last of one, two and three letters, and the last of all, XFD.
  @Test(arguments: [
    (0, 0, "A1"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 701, "ZZ1"), (0, 702, "AAA1"),
    (1_048_575, 16_383, "XFD1048576"),
  ])
  func `cells have the names of spreadsheets`(row: (row: Int, column: Int, name: String)) {
    #expect(CellReference(row: row.row, column: row.column).name == row.name)
  }

  @Test func `ranges and cells of other sheets are written as formulas want them`() {
    let first = CellReference(row: 1, column: 1)
    #expect(first.range(to: CellReference(row: 6, column: 2)) == "B2:C7")
    #expect(first.name(onSheet: "Who gains") == "'Who gains'!B2")
    #expect(first.name(onSheet: "Year's end") == "'Year''s end'!B2")
  }
}
