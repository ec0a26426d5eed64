import Testing

@testable import Charts

struct CostEffectivenessPlaneTests {
  static let plane = CostEffectivenessPlane(
    id: "plane", title: "Plane", summary: "Half gain.", costLabel: "Cost", marginLabel: "Margin",
    dots: [
      .init(cost: 1, margin: 3), .init(cost: 4, margin: 2), .init(cost: -2, margin: -1),
      .init(cost: 0, margin: 2),
    ])

  // Costs 1, 4, −2, 0 have mean 0.75 and median (0 + 1) / 2; margins 3, 2, −1, 2 mean 1.5, median 2.
  // Margin exceeds cost in all but (4, 2).
  @Test func `the table counts quadrants, axes and net gains of all dots`() {
    #expect(
      Self.plane.table().rows == [
        ["costs less, earns more", "0.0%"], ["costs more, earns more", "50.0%"],
        ["costs less, earns less", "25.0%"], ["costs more, earns less", "0.0%"],
        ["no change of cost or of margin", "25.0%"], ["net gain (above the line)", "75.0%"],
        ["mean, Cost", "+0.8"], ["mean, Margin", "+1.5"], ["median, Cost", "+0.5"],
        ["median, Margin", "+2.0"],
      ])
  }

  // Costs: −2 to 4 on 340 px from 10 + 1.48 em ("−1": 0.84 + 0.64) of 11.5 px = 27.02; a unit is
  // 340 / 6. Margins: −1 to 3 on 300 px up from 330; a unit is 75.
  @Test func `dots and the line of no net gain stand at their values`() {
    let svg = Self.plane.svg()
    // (1, 3) at 27.02 + 3 · 56.67 = 197.02 and 30; (4, 2) at the right edge, 367.02 and 105.
    #expect(svg.contains(#"d="M197 30h0M367 105h0M27 330h0M140.4 105h0""#))
    // From −1 to 3 on both axes: 83.69, 330 to 310.35, 30.
    #expect(
      svg.contains(#"<line class="even" x1="83.69" y1="330" x2="310.35" y2="30"/>"#))
  }

  @Test func `2,000 dots are thinned evenly, the same ones each time, and the text says so`() {
    var plane = Self.plane
    plane.dots = (0..<2_000).map { .init(cost: Double($0), margin: 1) }
    #expect(plane.drawn.prefix(3).map(\.cost) == [0, 5, 10])
    #expect(plane.drawn.count == 400)
    let svg = plane.svg()
    #expect(svg.contains("400 of 2,000 dots drawn"))
    #expect(svg.matches(of: /h0/).count == 400)
    #expect(svg.utf8.count <= 12_000)
    // Shares are those of all dots: 1,999 of 2,000 cost something, one gains.
    #expect(plane.table().rows[1] == ["costs more, earns more", "100.0%"])
    #expect(plane.parts.last?.count == 1)
    #expect(!Self.plane.svg().contains("dots drawn"))
  }

  @Test func `without dots nothing is defined`() {
    var plane = Self.plane
    plane.dots = []
    #expect(plane.table().rows.allSatisfy { $0[1] == "not defined" })
  }

  @Test func `words are filled by name, others stay`() {
    #expect(
      ChartWords.filled("共 {total} 点，{drawn}", ["drawn": "4", "total": "9"]) == "共 9 点，4")
    #expect(ChartWords.filled("{x} of {", ["total": "9"]) == "{x} of {")
  }
}
