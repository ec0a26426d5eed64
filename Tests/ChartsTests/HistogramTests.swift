import Charts
import Testing

struct HistogramTests {
  /// The widest tick is "40": 14.72 px, so columns stand from 24.72 to 632: 607.28 for four bins,
  /// 151.82 each; a column is 60 wide at most.
  static let chart = Histogram(
    id: "orders", title: "Orders", summary: "Most have none more.", valueLabel: "Persons",
    binLabel: "Difference",
    bins: [
      .init(lower: nil, upper: -1), .init(lower: 0, upper: 0), .init(lower: 1, upper: 3),
      .init(lower: 4, upper: nil),
    ], series: [.init(name: "all", values: [10, 40, 20, 0])])

  @Test func `the table has a row a bin, open ends in words`() {
    let table = Self.chart.table()
    #expect(table.headers == ["Difference", "all"])
    #expect(
      table.rows == [["−1 or less", "10"], ["0", "40"], ["1 to 3", "20"], ["4 or more", "0"]])
  }

  /// Counts of 0 to 40 lie at heights 260 to 44, 5.4 px each; middles at 100.63, 252.45, 404.27.
  @Test func `columns are as high as their counts`() {
    let svg = Self.chart.svg()
    #expect(
      svg.contains(#"<rect class="column series-1" x="70.63" y="206" width="60" height="54">"#))
    #expect(
      svg.contains(#"<rect class="column series-1" x="222.45" y="44" width="60" height="216">"#))
    #expect(
      svg.contains(#"<rect class="column series-1" x="374.27" y="152" width="60" height="108">"#))
  }

  @Test func `a series keeps the look that it is given`() {
    var chart = Self.chart
    chart.series[0].look = 2
    let svg = chart.svg()
    #expect(svg.contains(#"<rect class="column series-3" x="70.63""#))
    #expect(!svg.contains(#"class="column series-1""#) && svg.contains(" .series-3{color:"))
  }

  @Test func `the bin of zero is shaded and named, open ends are short on the axis`() {
    let svg = Self.chart.svg()
    #expect(
      svg.contains(#"<rect class="zero" x="176.54" y="44" width="151.82" height="216"/>"#))
    for text in [">no change<", ">≤ −1<", ">≥ 4<"] { #expect(svg.contains(text)) }
  }

  @Test func `zero inside a wider bin is a line at its place`() {
    var chart = Self.chart
    // Zero lies halfway into the second bin: 24.72 + 1.5 · 151.82 = 252.45.
    chart.bins[1] = .init(lower: -0.5, upper: 0.5)
    let svg = chart.svg()
    #expect(svg.contains(#"<line class="axis" x1="252.45" y1="44" x2="252.45""#))
    #expect(!svg.contains("no change"))
  }

  @Test func `a bin of zero that dwarfs the others is cut and says so, with its number`() {
    var chart = Self.chart
    #expect(!chart.svg().contains("column cut"))
    chart.series[0].values = [10, 4_000, 20, 0]
    let svg = chart.svg()
    #expect(svg.contains(">column cut<") && svg.contains(">4,000<"))
    // The others keep their heights: 20 of 0 to 20.
    #expect(
      svg.contains(#"<rect class="column series-1" x="374.27" y="44" width="60" height="216">"#))
  }

  @Test func `two groups stand side by side and differ by fill`() {
    var chart = Self.chart
    chart.series.append(.init(name: "buyers", values: [0, 40, 20]))
    let svg = chart.svg()
    #expect(svg.contains(#"class="outline series-2" x="252.45""#))
    #expect(svg.matches(of: /class="outline series-2"/).count == 4)
    #expect(chart.table().rows[3] == ["4 or more", "0", "–"])
  }
}
