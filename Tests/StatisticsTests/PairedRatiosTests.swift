import Statistics
import Testing

/// Three units; references from NumPy and SciPy.
///
/// The residuals are e = (x − R·y)/Y − (x′ − R′·y′)/Y′, the standard error √(n·Var e), with a t
/// quantile of two degrees of freedom.
struct PairedRatiosTests {
  private static func ratios(_ units: [[Int128]]) -> PairedRatios {
    let pairs = (0..<4).flatMap { row in (0..<4).map { (row, $0) } }
    return PairedRatios(
      count: units.count, sums: (0..<4).map { index in units.reduce(0) { $0 + $1[index] } },
      products: pairs.map { row, column in units.reduce(0) { $0 + $1[row] * $1[column] } })
  }

  static let units: [[Int128]] = [[20, 40, 17, 36], [24, 45, 22, 44], [29, 50, 23, 46]]

  @Test func `difference and relative difference are those of the residuals`() throws {
    let ratios = Self.ratios(Self.units)
    let difference = try #require(try ratios.difference())
    #expect(abs(difference.value - 0.0486772486772) < 1e-13)
    #expect(abs((difference.standardError ?? 0) - 0.0174934743515) < 1e-13)
    #expect(abs((difference.interval?.lower ?? 0) - -0.0265910964939) < 1e-12)
    let relative = try #require(try ratios.relativeDifference())
    #expect(abs(relative.value - 0.0989247311828) < 1e-13)
    #expect(abs((relative.standardError ?? 0) - 0.0346234238037) < 1e-13)
  }

  @Test func `arms alike in every unit differ by exactly zero`() throws {
    let ratios = Self.ratios(Self.units.map { [$0[0], $0[1], $0[0], $0[1]] })
    for estimate in [try ratios.difference(), try ratios.relativeDifference()] {
      #expect(estimate?.value == 0 && estimate?.standardError == 0)
      #expect(estimate?.interval == Interval(lower: 0, upper: 0))
    }
  }

  @Test func `a denominator of zero has no ratio and a single unit no interval`() throws {
    let empty = Self.ratios(Self.units.map { [$0[0], 0, $0[2], $0[3]] })
    #expect(try empty.difference() == nil)
    let nothing = Self.ratios(Self.units.map { [$0[0], $0[1], 0, $0[3]] })
    #expect(try nothing.relativeDifference() == nil)
    let single = try Self.ratios([Self.units[0]]).difference()
    #expect(single?.confidence == .unknown)
  }

  @Test func `a numerator that is zero in every unit is zero over an uncertain denominator`() throws
  {
    let zero = SampleTotals(count: 3, sum: 0, sumOfSquares: 0)
    let spread = SampleTotals(count: 3, sum: 100, sumOfSquares: 9_000)
    let ratio = try RatioEstimate.ratio(
      JointTotals(first: zero, second: spread, crossProducts: 0))
    #expect(ratio.estimate?.interval == Interval(lower: 0, upper: 0))
  }
}
