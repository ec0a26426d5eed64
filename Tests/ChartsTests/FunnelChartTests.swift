import Charts
import Testing

struct FunnelChartTests {
  static let chart = FunnelChart(
    id: "funnel", title: "Funnel", summary: "Half is lost.", steps: ["s", "t"],
    arms: [.init(name: "x", counts: [100, 50]), .init(name: "y", counts: [80, 20])])

  // Names of 0.64 em of 11.5 px, 16 before and 8 behind, make 31.36; 100 are 270 px. The header is 24
  // high, a step 68 (11, a line of 17, two bars of 20), so the bars of the second step have their
  // middles at 24 + 68 + 17 + 17 − 2 = 124 and 144.
  @Test func `a bar is as long as its count, an outline shows the loss`() {
    let svg = Self.chart.svg()
    for bar in [
      #"class="bar series-1" x="31.36" y="49" width="270" height="14""#,
      #"class="bar series-1" x="31.36" y="117" width="135" height="14""#,
      #"class="lost series-1" x="166.36" y="117" width="135" height="14""#,
      #"class="bar series-2" x="31.36" y="137" width="54" height="14""#,
      #"class="lost series-2" x="85.36" y="137" width="162" height="14""#,
    ] { #expect(svg.contains(bar), "\(bar)") }
    #expect(svg.matches(of: /class="lost/).count == 2)
  }

  @Test func `an arm keeps the look that it is given, and the drawing on a page tells it`() {
    var chart = Self.chart
    chart.arms[0].look = 1
    chart.arms[1].look = 3
    let page = chart.svg(.page)
    #expect(page.contains(#"data-looks="2 4""#))
    #expect(page.contains(#"class="bar series-2""#) && page.contains(#"class="bar series-4""#))
    #expect(page.contains("of-2") && page.contains("of-4"))
    #expect(!page.contains("series-1\"") && !page.contains("of-1\""))
    #expect(chart.svg().contains(" .series-4{color:") && !chart.svg().contains(" .series-5{color:"))
  }

  @Test func `the table has counts with shares of the first step and of the one before`() {
    var chart = Self.chart
    chart.steps.append("u")
    chart.arms[0].counts.append(10)
    let table = chart.table()
    #expect(table.headers == ["Step", "Arm", "Count", "of first", "of step before"])
    #expect(table.rows[0] == ["s", "x", "100", "–", "–"])
    #expect(table.rows[3] == ["t", "y", "20", "25.0%", "25.0%"])
    #expect(table.rows[4] == ["u", "x", "10", "10.0%", "20.0%"])
    #expect(table.rows[5] == ["u", "y", "–", "–", "–"])
  }

  @Test func `nothing of nothing has no share`() {
    var chart = Self.chart
    chart.arms = [.init(name: "x", counts: [0, 0])]
    #expect(chart.table().rows[1] == ["t", "x", "0", "–", "–"])
  }

  // A row of 31 px: the second begins at 24 + 31 and has its middle 15 px lower.
  @Test func `a single arm's bars stand beside their steps`() {
    var chart = Self.chart
    chart.arms.removeLast()
    let svg = chart.svg()
    #expect(svg.contains(#"<text class="label" x="0" y="74.5">t</text>"#))
    #expect(!svg.contains(#"class="mark"#))
  }
}
