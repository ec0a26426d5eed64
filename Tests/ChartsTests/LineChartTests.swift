import Charts
import Testing

struct LineChartTests {
  static let chart = LineChart(
    id: "points", title: "Points", summary: "Points rise.", valueLabel: "Points",
    start: ChartDate(year: 2026, month: 1, day: 30),
    series: [
      LineChart.Series(
        name: "growth", values: [1_000, nil, 3_000, 4_000],
        bands: [.init(lower: 900, upper: 1_100), nil, nil, .init(lower: 1, upper: 2)]),
      LineChart.Series(name: "control", values: [0, 0]),
    ])

  @Test func `the table has a column a series, its band beside it, and dates`() {
    let table = Self.chart.table()
    #expect(table.caption == "Points")
    #expect(table.headers == ["Date", "growth", "growth, from", "growth, to", "control"])
    #expect(
      table.rows == [
        ["2026-01-30", "1,000", "900", "1,100", "0"], ["2026-01-31", "–", "–", "–", "0"],
        ["2026-02-01", "3,000", "–", "–", "–"], ["2026-02-02", "4,000", "1", "2", "–"],
      ])
  }

  @Test func `a thinned table keeps the last day`() {
    #expect(
      Self.chart.table(everySteps: 2).rows.map(\.first) == [
        "2026-01-30", "2026-02-01", "2026-02-02",
      ])
  }

  @Test func `weekly values are a week apart`() {
    var chart = Self.chart
    chart.stepDays = 7
    #expect(chart.table().rows.map(\.first).last == "2026-02-20")
  }

  @Test func `a missing value leaves a gap in the line and in the band`() {
    let svg = Self.chart.svg()
    let line = svg.matches(of: /class="line dot" d="([^"]*)"/).first
    // A single point, the gap, then two points joined.
    #expect(line?.1.filter { $0 == "M" }.count == 2)
    #expect(line?.1.filter { $0 == "l" }.count == 1)
    #expect(svg.matches(of: /class="band/).count == 2)
  }

  @Test func `a line keeps the look that it is given, whatever its place`() {
    var chart = Self.chart
    chart.series[1].look = 4
    let svg = chart.svg()
    #expect(svg.contains("<g class=\"series-5\">") && !svg.contains("<g class=\"series-2\">"))
    #expect(svg.contains("<text class=\"label of-5\""))
    #expect(svg.contains(" .series-5{color:\(ChartStyle.lightSeries[4])"))
    #expect(chart.svg(.page).contains(" 3 1 5\""))
  }

  @Test func `an axis that need not reach zero uses its height for the values`() {
    var chart = Self.chart
    chart.series = [.init(name: "a", values: [1_000, 1_010])]
    #expect(chart.svg().contains(">0</text>"))
    chart.includesZero = false
    #expect(!chart.svg().contains(">0</text>"))
    #expect(chart.svg().contains(">1,002</text>"))
  }
}
