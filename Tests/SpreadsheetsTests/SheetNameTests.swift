import Spreadsheets
import Testing

struct SheetNameTests {
  @Test(arguments: [
    ("Summary", "Summary"), ("Gold / Silver", "Gold Silver"), ("a[1]:b*c?d\\e", "a 1 b c d e"),
    ("'quoted'", "quoted"), ("", "Sheet"), ("   ", "Sheet"), ("//", "Sheet"),
    ("history", "History of it"), ("线上\u{0}会员", "线上 会员"), ("two\nlines", "two lines"),
    (String(repeating: "x", count: 40), String(repeating: "x", count: 31)),
    // A couple of astronauts is one character of more than one UTF-16 unit: kept whole or not at all.
    (String(repeating: "x", count: 30) + "👩‍🚀", String(repeating: "x", count: 30)),
  ])
  func `a name is made safe`(row: (name: String, safe: String)) {
    #expect(SheetName.safe([row.name]) == [row.safe])
  }

  @Test func `names that are alike but for case are numbered, within the length`() {
    let long = String(repeating: "y", count: 31)
    #expect(
      SheetName.safe(["Arm", "arm", "ARM", long, long]) == [
        "Arm", "arm (2)", "ARM (3)", long, String(repeating: "y", count: 27) + " (2)",
      ])
  }
}
