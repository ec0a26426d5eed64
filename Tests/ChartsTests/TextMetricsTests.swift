import Testing

@testable import Charts

struct TextMetricsTests {
  @Test func `words wrap at spaces, ideographs anywhere`() {
    #expect(
      TextMetrics.wrapped("one two three", width: 60, fontSize: 10, lines: 3) == [
        "one two", "three",
      ])
    #expect(TextMetrics.wrapped("每位会员", width: 22, fontSize: 10, lines: 3) == ["每位", "会员"])
  }

  @Test func `what does not fit ends in an ellipsis`() {
    let lines = TextMetrics.wrapped("one two three four five", width: 60, fontSize: 10, lines: 2)
    #expect(lines.count == 2)
    #expect(lines.first == "one two")
    #expect(lines.last?.hasSuffix("…") == true)
    #expect(lines.allSatisfy { TextMetrics.width($0, fontSize: 10) <= 60 })
  }
}
