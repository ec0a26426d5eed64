import Spreadsheets
import Testing

/// Codes written by hand after ISO/IEC 29500-1, 18.8.31.
struct NumberFormatTests {
  @Test(arguments: [
    (NumberFormat.general, "General"), (.integer, "#,##0"), (.decimal(0), "#,##0"),
    (.decimal(2), "#,##0.00"), (.percent(0), "0%"), (.percent(1), "0.0%"),
    (.money(sign: "¥", digits: 2), "\"¥\"#,##0.00;\\-\"¥\"#,##0.00"),
    (.money(sign: "", digits: 0), "#,##0"),
    (.money(sign: "a\"b", digits: 0), "\"ab\"#,##0;\\-\"ab\"#,##0"),
    (.date, "yyyy\\-mm\\-dd"), (NumberFormat.date.signed, "yyyy\\-mm\\-dd"),
    (NumberFormat.integer.signed, "+#,##0;\\-#,##0;#,##0"),
    (NumberFormat.percent(1).signed, "+0.0%;\\-0.0%;0.0%"),
    (
      NumberFormat.money(sign: "¥", digits: 0).signed,
      "+\"¥\"#,##0;\\-\"¥\"#,##0;\"¥\"#,##0"
    ),
  ])
  func `a format has its code`(row: (format: NumberFormat, code: String)) {
    #expect(row.format.code == row.code)
  }
}
