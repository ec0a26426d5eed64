import Charts
import Testing

struct TrackingChartTests {
  static let chart = TrackingChart(
    id: "track", title: "Rate", summary: "One day is outside.", valueLabel: "Rate",
    start: ChartDate(year: 2026, month: 1, day: 1), name: "a", values: [1, 3, 2],
    upper: .constant(2), includesZero: true)

  // Ticks "0.0" are 1.6 em of 11.5 px: the plot begins at 28.4; "upper limit" is 5.72 em of 13 px: it
  // ends at 660 − 26 − 24 − 74.36 = 535.64. Values 0 to 3 lie at heights 292 to 34, 86 px each.
  @Test func `the limit, the room below it and the points inside stand at their values`() {
    let svg = Self.chart.svg()
    #expect(svg.contains(#"<path class="limit" d="M28.4 120l507.2 0"/>"#))
    #expect(svg.contains(#"<path class="room" d="M28 120l508 0 0 172-508 0z"/>"#))
    #expect(svg.contains(#"<path class="dots" d="M28.4 206h0M535.6 120h0"/>"#))
  }

  @Test func `a value beyond a limit is marked and counted, on the limit it is inside`() {
    let svg = Self.chart.svg()
    #expect(svg.contains("outside the limits: 1<"))
    #expect(svg.contains("<title>2026-01-02: 3.00 (outside the limits)</title>"))
    #expect(svg.matches(of: /class="mark worse"/).count == 2)
    var chart = Self.chart
    chart.upper = .constant(3)
    #expect(!chart.svg().contains("outside the limits"))
    chart.lower = .steps([nil, nil, 2.5])
    #expect(chart.svg().contains("outside the limits: 1<"))
  }

  @Test func `many values beyond a limit are squares without texts of their own`() {
    var chart = Self.chart
    chart.values = Array(repeating: 3, count: 13)
    let svg = chart.svg()
    #expect(svg.contains("outside the limits: 13<"))
    #expect(svg.matches(of: /class="beyond worse"/).count == 2)
    #expect(!svg.contains("mark worse"))
    #expect(!svg.contains("(outside the limits)"))
  }

  @Test func `the table has the lines that there are, and says what is outside`() {
    var chart = Self.chart
    chart.target = .steps([1, 2])
    let table = chart.table()
    #expect(table.headers == ["Date", "a", "upper limit", "target", "Verdict"])
    #expect(
      table.rows == [
        ["2026-01-01", "1", "2", "1", ""], ["2026-01-02", "3", "2", "2", "outside the limits"],
        ["2026-01-03", "2", "2", "–", ""],
      ])
  }

  @Test func `a table of every fourth step has the exceptions, too`() {
    var chart = Self.chart
    chart.values = [1, 1, 3, 1, 1, 1, 1]
    let dates = chart.table(everySteps: 4).rows.map { $0[0].suffix(2) }
    #expect(dates == ["01", "03", "05", "07"])
    chart.values = Array(repeating: 3, count: 13)
    #expect(
      chart.table(everySteps: 4).rows.count == 4, "where all are outside, none is an exception")
  }

  @Test func `a plan may reach farther than what was observed`() {
    var chart = Self.chart
    chart.target = .steps([1, 2, 3, 4, 5])
    #expect(chart.table().rows.last == ["2026-01-05", "–", "2", "5", ""])
  }
}
