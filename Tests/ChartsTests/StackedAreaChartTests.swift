import Testing

@testable import Charts

struct StackedAreaChartTests {
  static let chart = StackedAreaChart(
    id: "stack", title: "Parts", summary: "The second grows.", valueLabel: "¥",
    start: ChartDate(year: 2026, month: 1, day: 31),
    parts: [.init(name: "a", values: [1, 1]), .init(name: "b", values: [1, 3])])

  // The tick "4" is 0.64 em of 11.5 px, so the plot begins at 17.36; the names are 0.64 em of 13 px,
  // so it ends at 660 − 26 − 24 − 8.32 = 601.68. Values 0 to 4 lie at heights 292 to 34.
  @Test func `a part lies on the one before`() {
    let svg = Self.chart.svg()
    #expect(svg.contains(#"<path class="area series-1" d="M17 228l585 0 0 64-585 0z">"#))
    #expect(svg.contains(#"<path class="area pale series-2" d="M17 163l585-129 0 194-585 0z">"#))
  }

  // The last of b is 1 to 4, its middle 2.5: at 292 − 2.5 · 64.5 = 130.75.
  @Test func `a name stands beside the middle of the part's end`() {
    let svg = Self.chart.svg()
    #expect(svg.contains(#"<text class="label of-2" x="645.68" y="135.25">b</text>"#))
  }

  @Test func `negative values go down from zero, past those before`() {
    var chart = Self.chart
    chart.parts = [
      .init(name: "a", values: [2, -1]), .init(name: "b", values: [-3, -2]),
      .init(name: "c", values: [1]),
    ]
    let edges = chart.edges.map { $0.map { [$0.lower, $0.upper] } }
    #expect(edges == [[[0, 2], [-1, 0]], [[-3, 0], [-3, -1]], [[2, 3], [0, 0]]])
  }

  @Test func `the table has the parts and their total by date`() {
    let table = Self.chart.table()
    #expect(table.headers == ["Date", "a", "b", "Total"])
    #expect(table.rows == [["2026-01-31", "1", "1", "2"], ["2026-02-01", "1", "3", "4"]])
  }

  @Test func `the ends of months stand at their own dates`() {
    var chart = Self.chart
    chart.dates = (1...12).map {
      ChartDate(year: 2024, month: $0, day: ChartDate.days(inMonth: $0, of: 2024))
    }
    chart.start = chart.dates[0]
    for part in chart.parts.indices { chart.parts[part].values = Array(repeating: 2, count: 12) }
    let days = chart.table().rows.compactMap(\.first)
    #expect(days.count == 12 && days[1] == "2024-02-29" && days[11] == "2024-12-31")
    // February begins a day after the start, of 335 days to the end: 17.36 + 584.32 ÷ 335.
    #expect(chart.svg().contains("M19.1 292V297"))
  }

  @Test func `a year of weeks in five parts stays small`() {
    #expect(ExampleCharts.stack.svg().utf8.count <= 12_000)
  }
}
