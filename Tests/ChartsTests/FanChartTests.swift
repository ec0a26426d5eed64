import Charts
import Testing

struct FanChartTests {
  /// The widest tick is "10": 1.28 em of 11.5 px = 14.72, so the plot begins at 24.72; the name "a" is
  /// 0.64 em of 13 px = 8.32, so it ends at 660 − 26 − 24 − 8.32 = 601.68, 576.96 on.
  static let chart = LineChart(
    id: "fan", title: "Fan", summary: "It widens.", valueLabel: "Points",
    start: ChartDate(year: 2026, month: 1, day: 5), stepDays: 7,
    series: [
      .init(
        name: "a", values: [0, 5, 10],
        bands: [.init(lower: 0, upper: 0), .init(lower: 0, upper: 10), .init(lower: 5, upper: 10)],
        innerBands: [nil, .init(lower: 5, upper: 5), .init(lower: 10, upper: 10)])
    ], bandLabel: "95%", innerBandLabel: "50%")

  /// Values 0 to 10 lie at heights 292 to 34, so 5 lies at 163; steps at 24.72, 313.2 and 601.68.
  @Test func `bands go forth along their upper ends and back along their lower ones`() {
    let svg = Self.chart.svg()
    #expect(
      svg.contains(
        #"<path class="band series-1" d="M25 292l288-258 289 0 0 129-289 129-288 0z"/>"#))
    #expect(
      svg.contains(#"<path class="band inner series-1" d="M313 163l289-129 0 0-289 129z"/>"#))
  }

  @Test func `the center line lies on the bands`() throws {
    let svg = Self.chart.svg()
    #expect(svg.contains(#"d="M24.7 292l288.5-129 288.5-129""#))
    let inner = try #require(svg.firstRange(of: "band inner series-1"))
    let line = try #require(svg.firstRange(of: #"class="line" d"#))
    #expect(inner.lowerBound < line.lowerBound)
  }

  @Test func `the table has both bands by their names`() {
    let table = Self.chart.table()
    #expect(
      table.headers == ["Date", "a", "a, 95% from", "a, 95% to", "a, 50% from", "a, 50% to"])
    #expect(table.rows[0] == ["2026-01-05", "0", "0", "0", "–", "–"])
    #expect(table.rows[2] == ["2026-01-19", "10", "5", "10", "10", "10"])
  }

  @Test func `what the bands hold stands above the plot`() {
    let svg = Self.chart.svg()
    #expect(svg.contains(#"x="601.68" y="14">50%</text>"#))
    #expect(svg.contains(">95%</text>"))
  }

  @Test func `a wider band is an outline with a label and columns of its own`() {
    var chart = Self.chart
    chart.series[0].widerBands = [nil, .init(lower: 0, upper: 10), .init(lower: 0, upper: 10)]
    chart.widerBandLabel = "99%"
    let svg = chart.svg()
    #expect(svg.contains(#"<path class="wider series-1" d="M313 34l289 0 0 258-289 0z"/>"#))
    #expect(svg.contains(">99%</text>"))
    #expect(chart.table().headers.suffix(2) == ["a, 99% from", "a, 99% to"])
    #expect(chart.table().rows[2].suffix(2) == ["0", "10"])
  }

  @Test func `a year of weeks under four arms stays small`() {
    var chart = ExampleCharts.fan
    for index in chart.series.indices { chart.series[index].innerBands = [] }
    #expect(chart.svg().utf8.count <= 13_000)
    #expect(ExampleCharts.fan.svg().utf8.count <= 15_000)
  }
}
