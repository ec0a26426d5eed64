import Testing

@testable import Charts

struct DateTicksTests {
  private func labels(_ start: ChartDate, days: Int, _ words: ChartWords = .english) -> [String] {
    DateTicks(start: start, days: days, words: words).ticks.map {
      "\($0.day) \($0.label)" + ($0.year.map { " \($0)" } ?? "")
    }
  }

  @Test func `a year shows every month and its year once`() {
    #expect(
      labels(ChartDate(year: 2026, month: 1, day: 1), days: 365) == [
        "0 Jan 2026", "31 Feb", "59 Mar", "90 Apr", "120 May", "151 Jun", "181 Jul", "212 Aug",
        "243 Sep", "273 Oct", "304 Nov", "334 Dec",
      ])
  }

  @Test func `two years show every second month and name the new year`() {
    let labels = labels(ChartDate(year: 2023, month: 12, day: 15), days: 730)
    #expect(labels.prefix(3) == ["17 Jan 2024", "77 Mar", "138 May"])
    #expect(labels.contains("383 Jan 2025"))
    #expect(labels.count == 12)
  }

  @Test func `a month shows weeks, in the language of the report`() {
    let start = ChartDate(year: 2025, month: 12, day: 20)
    #expect(
      labels(start, days: 30) == [
        "0 Dec 20 2025", "7 Dec 27", "14 Jan 3 2026", "21 Jan 10", "28 Jan 17",
      ])
    #expect(labels(start, days: 30, .chinese).first == "0 12月20日 2025")
  }

  @Test func `days are added across leap days and years`() {
    #expect(ChartDate(year: 2024, month: 2, day: 28).adding(days: 2).text == "2024-03-01")
    #expect(ChartDate(year: 2100, month: 2, day: 28).adding(days: 1).text == "2100-03-01")
    // 2024 to 2100 are 76 years with 19 leap days from 2024 to 2096.
    let start = ChartDate(year: 2024, month: 1, day: 1)
    #expect(start.days(to: ChartDate(year: 2100, month: 1, day: 1)) == 76 * 365 + 19)
    #expect(start.days(to: start) == 0)
    #expect(ChartDate(year: 2026, month: 1, day: 1).adding(days: -1).text == "2025-12-31")
    #expect(ChartDate(year: 2026, month: 1, day: 1).adding(days: 1_000).text == "2028-09-27")
  }
}
