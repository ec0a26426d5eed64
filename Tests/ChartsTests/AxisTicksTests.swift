import Testing

@testable import Charts

struct AxisTicksTests {
  /// Lower, upper, intervals at most, ticks and decimals as one would choose them by hand.
  @Test(
    arguments: [
      (0, 100, 5, [0, 20, 40, 60, 80, 100], 0), (0, 100, 4, [0, 50, 100], 0),
      (-33, 33, 5, [-20, 0, 20], 0), (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1], 1),
      (0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], 1),
      (0, 2_400_000, 6, [0, 500_000, 1_000_000, 1_500_000, 2_000_000], 0),
      (0.012, 0.058, 5, [0.02, 0.03, 0.04, 0.05], 2), (0, 7, 1, [0], 0), (0, 0.7, 1, [0], 0),
    ] as [(Double, Double, Int, [Double], Int)])
  func `ticks are 1, 2 or 5 times a power of ten`(
    row: (lower: Double, upper: Double, count: Int, ticks: [Double], decimals: Int)
  ) {
    let ticks = AxisTicks(lower: row.lower, upper: row.upper, atMost: row.count)
    #expect(ticks.values.count == row.ticks.count, "\(ticks.values)")
    for (actual, expected) in zip(ticks.values, row.ticks) {
      #expect(abs(actual - expected) <= 1e-12 * max(1, abs(expected)))
    }
    #expect(ticks.decimals == row.decimals)
  }

  @Test func `a value axis ends on round values`() {
    #expect(AxisTicks.rounded(lower: 0, upper: 1_790_000, atMost: 6) == 0...2_000_000)
    #expect(AxisTicks.rounded(lower: -13, upper: 88, atMost: 6) == -20...100)
  }
}
