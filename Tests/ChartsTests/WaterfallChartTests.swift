import Charts
import Testing

struct WaterfallChartTests {
  static let chart = WaterfallChart(
    id: "fall", title: "Net", summary: "Six are left.", axisLabel: "¥",
    rows: [.init("a", .step(10)), .init("b", .step(-4)), .init("t", .total)])

  /// The header "Step" is 2.52 em of 11.5 px = 28.98 wide, so the plot goes from 44.98 to 324.98 and
  /// its axis from 0 to 10; rows are 30 high, the first begins at 28, a bar is 16 high.
  @Test func `a bar begins where the one before ended`() {
    let svg = Self.chart.svg()
    #expect(svg.contains(#"<rect class="gain better" x="44.98" y="35" width="280" height="16">"#))
    #expect(svg.contains(#"<rect class="loss worse" x="212.98" y="65" width="112" height="16">"#))
    #expect(svg.contains(#"<rect class="total" x="44.98" y="95" width="168" height="16">"#))
  }

  @Test func `a line joins the end of a bar with the next`() {
    let svg = Self.chart.svg()
    #expect(svg.contains(#"<line class="leader" x1="324.98" y1="51" x2="324.98" y2="65"/>"#))
    #expect(svg.contains(#"<line class="leader" x1="212.98" y1="81" x2="212.98" y2="95"/>"#))
    #expect(svg.matches(of: /class="leader"/).count == 2)
  }

  @Test func `a step carries its sign, a total an equals sign`() {
    let svg = Self.chart.svg()
    for text in [">+10<", ">−4<", ">= 6<"] { #expect(svg.contains(text)) }
  }

  @Test func `the table has steps, totals so far and intervals where a row has one`() {
    var chart = Self.chart
    #expect(chart.table().headers == ["Step", "Amount", "So far"])
    #expect(chart.table().rows == [["a", "+10", "+10"], ["b", "−4", "+6"], ["t", "–", "+6"]])
    chart.rows[1].interval = -5...(-3)
    #expect(chart.table().headers.last == "95% interval")
    #expect(chart.table().rows.map(\.last) == ["–", "−5 to −3", "–"])
  }

  /// The step from 10 by −4 with −5 to −3 ends at 5 to 7: at 184.98 and 240.98.
  @Test func `an interval stands where the bar ends`() {
    var chart = Self.chart
    chart.rows[1].interval = -5...(-3)
    #expect(
      chart.svg().contains(#"class="reach" d="M184.98 73H240.98M184.98 69v8M240.98 69v8""#))
  }

  /// The bars span 10, so an end farther than 5 beyond them is cut at the round limit 15.
  @Test func `an interval far beyond the bars ends in an arrow and keeps its numbers`() {
    var chart = Self.chart
    chart.rows[0].interval = 9...400
    let svg = chart.svg()
    #expect(svg.contains(">14</text>") && !svg.contains(">16</text>"))
    #expect(svg.contains(#"d="M330.98 43L322.98 38.5L322.98 47.5z""#))
    #expect(svg.matches(of: /<path class="mark"/).count == 1)
    #expect(svg.contains("+9 to +400"))
  }

  @Test func `a total below zero lies left of zero`() {
    var chart = Self.chart
    chart.rows[1].amount = .step(-12)
    #expect(chart.svg().contains(">= −2<"))
    #expect(chart.table().rows.last == ["t", "–", "−2"])
  }
}
