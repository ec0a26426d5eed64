import Testing

@testable import Charts

struct PolylinePathTests {
  @Test(
    arguments: [
      ([], 10, ""), ([(1.26, 2)], 10, "M1.3 2h0"),
      ([(0, 0), (1.5, -0.5), (2, 1)], 10, "M0 0l1.5-.5 .5 1.5"),
      ([(10, 10), (20.4, 10.6), (30.6, 9.6)], 1, "M10 10l10 1 11-1"),
      // Points of a level stretch are left out, turns are kept.
      ([(0, 5), (1, 5), (2, 5), (3, 6), (4, 6)], 10, "M0 5l2 0 1 1 1 0"),
      ([(0, 5), (4, 5), (2, 5)], 10, "M0 5l4 0-2 0"),
    ] as [([(Double, Double)], Int, String)])
  func `points become steps`(row: (points: [(Double, Double)], perPixel: Int, path: String)) {
    let points = row.points.map { (x: $0.0, y: $0.1) }
    #expect(PolylinePath.text(points, perPixel: row.perPixel) == row.path)
  }

  @Test func `rounding does not add up over a thousand points`() {
    let points = (0...1_000).map { (x: Double($0) * 0.34, y: Double($0 % 2)) }
    let path = PolylinePath.text(points)
    let steps = path.dropFirst(5).matches(of: /-?[\d.]+/).compactMap { Double($0.0) }
    let reached = stride(from: 0, to: steps.count, by: 2).reduce(0.0) { $0 + steps[$1] }
    #expect(abs(reached - 340) < 0.05 + 1e-9)
  }
}
