import Testing

@testable import Spreadsheets

struct CellTextTests {
  @Test(arguments: [
    ("plain 文字 👩‍🚀", "plain 文字 👩‍🚀"), ("a\u{0}b\u{1}c\u{1F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("tab\tstays", "tab\tstays"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\u{FFFF}", "\u{FFFD}"),
    ("_x0041_", "_x005F_x0041_"), ("_x00G1_", "_x00G1_"), ("__x000a__", "__x005F_x000a__"),
    ("_x0041", "_x0041"),
  ])
  func `text is stored as XML and spreadsheets can carry it`(row: (text: String, stored: String)) {
    #expect(CellText.stored(row.text) == row.stored)
  }

  @Test func `text of the greatest length is kept, one more is cut and says so`() {
    let longest = String(repeating: "文", count: 32_767)
    #expect(CellText.stored(longest) == longest)
    #expect(CellText.stored(longest + "字") == String(repeating: "文", count: 32_766) + "…")
    // An emoji of two units is not cut through.
    let odd = CellText.stored("a" + String(repeating: "😀", count: 20_000))
    #expect(odd.utf16.count == 32_766 && odd.hasSuffix("😀…"))
  }

  @Test func `escapes count, too`() {
    let stored = CellText.stored(String(repeating: "_x0041_", count: 10_000))
    #expect(stored.utf16.count <= 32_767 && stored.hasSuffix("…"))
    #expect(stored.hasPrefix("_x005F_x0041__x005F_x0041_"))
  }
}
