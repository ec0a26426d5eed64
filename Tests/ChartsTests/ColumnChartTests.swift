import Charts
import Testing

struct ColumnChartTests {
  static let chart = ColumnChart(
    id: "repeats", title: "Repeats", summary: "Most do not come back.", valueLabel: "Customers",
    categoryLabel: "Repeat purchases", categories: ["0", "1", "2+"],
    series: [
      .init(name: "observed", values: [60, 30, 10]), .init(name: "model", values: [58, nil, 12]),
    ])

  @Test func `the table has a row a category and a column a series`() {
    let table = Self.chart.table()
    #expect(table.caption == "Repeats")
    #expect(table.headers == ["Repeat purchases", "observed", "model"])
    #expect(table.rows == [["0", "60", "58"], ["1", "30", "–"], ["2+", "10", "12"]])
  }

  @Test func `columns are as high as their values, and marks stand at theirs`() {
    let svg = Self.chart.svg()
    let heights = svg.matches(of: /height="([0-9.]+)"/).compactMap { Double($0.1) }
    // The drawing, the legend's swatch, then 60, 30 and 10 of an axis to 60.
    #expect(heights.first == 340)
    #expect(Array(heights.suffix(3)) == [226, 113, 37.67])
    #expect(svg.matches(of: /class="mark"/).count == 3)
    #expect(svg.contains("observed, 2+: 10.0"))
  }

  @Test func `a chart of nothing is still a drawing`() {
    var chart = Self.chart
    chart.series = [.init(name: "observed", values: [0, 0, 0])]
    #expect(chart.svg().contains("</svg>"))
    chart.categories = []
    chart.series = []
    #expect(chart.svg().contains("</svg>"))
  }

  @Test func `names are escaped`() {
    var chart = Self.chart
    chart.categories[0] = "<0>"
    #expect(!chart.svg().contains("<0>"))
  }
}
