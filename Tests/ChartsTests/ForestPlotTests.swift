import Charts
import Testing

struct ForestPlotTests {
  private func table(
    _ estimate: Double?, _ extent: ForestPlot.Extent, _ favorable: ForestPlot.Direction
  ) -> [String] {
    let row = ForestPlot.Row(
      label: "Cost", estimate: estimate, extent: extent, unit: ChartUnit(prefix: "¥"), decimals: 2,
      favorable: favorable)
    return plot([row]).table().rows[0]
  }

  private func plot(
    _ rows: [ForestPlot.Row], limits: ClosedRange<Double>? = nil
  ) -> ForestPlot {
    ForestPlot(
      id: "plot", title: "Effects", summary: "All effects.", axisLabel: "¥", rows: rows,
      limits: limits)
  }

  @Test func `the verdict follows the interval and the favorable side`() {
    let above = ForestPlot.Extent.bounded(lower: 1, upper: 3)
    let below = ForestPlot.Extent.bounded(lower: -3, upper: -1)
    let across = ForestPlot.Extent.bounded(lower: -1, upper: 3)
    #expect(table(2, above, .higher) == ["Cost", "+¥2.00", "+¥1.00 to +¥3.00", "better"])
    #expect(table(2, above, .lower).last == "worse")
    #expect(table(-2, below, .higher).last == "worse")
    #expect(table(-2, below, .lower).last == "better")
    #expect(table(1, across, .higher).last == "unclear")
    #expect(table(2, above, .neither).last == "")
    #expect(table(0, .bounded(lower: 0, upper: 0), .higher).last == "no change")
    #expect(table(2, .bounded(lower: 0, upper: 4), .higher).last == "unclear")
  }

  @Test func `what is not known is said in words`() {
    #expect(table(nil, .unknown, .higher) == ["Cost", "not defined", "–", ""])
    #expect(table(2, .unknown, .higher) == ["Cost", "+¥2.00", "–", "unclear"])
    #expect(table(2, .unbounded, .higher) == ["Cost", "+¥2.00", "not bounded", "unclear"])
    #expect(
      table(4, .exterior(lower: -8, upper: 2), .higher)[2] == "up to −¥8.00, from +¥2.00")
  }

  @Test func `an interval past the edge ends in an arrow there, and its text stays whole`() {
    let row = ForestPlot.Row(
      label: "Cost", estimate: 2, extent: .bounded(lower: 1, upper: 50), favorable: .higher)
    let arrow = /<path class="mark" d="M[\d. ]+L[\d. ]+L[\d. ]+z"\/>/
    let cut = plot([row], limits: -5...5).svg()
    let whole = plot([row], limits: -5...55).svg()
    #expect(cut.matches(of: arrow).count == 1)
    #expect(whole.matches(of: arrow).count == 0)
    #expect(cut.contains("+1.0 to +50.0"))
  }

  @Test func `zero is on the axis even when the limits leave it out`() {
    let row = ForestPlot.Row(label: "Cost", estimate: 7, extent: .bounded(lower: 6, upper: 8))
    #expect(plot([row], limits: 5...9).svg().contains(">0</text>"))
  }
}
