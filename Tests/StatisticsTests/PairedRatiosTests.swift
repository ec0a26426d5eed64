import Statistics
import Testing

/// Three units; references from NumPy and SciPy.
///
/// The residuals are e = (x − R·y)/Y − (x′ − R′·y′)/Y′, the standard error √(n·Var e), with a t
/// quantile of two degrees of freedom.
struct PairedRatiosTests {
  static let units = [[20, 40, 17, 36], [24, 45, 22, 44], [29, 50, 23, 46]]

  @Test func `difference and relative difference are those of the residuals`() throws {
    let ratios = PairedRatios(Self.units)
    let difference = try #require(try ratios.difference())
    #expect(abs(difference.value - 0.0486772486772) < 1e-13)
    #expect(abs((difference.standardError ?? 0) - 0.0174934743515) < 1e-13)
    #expect(abs((difference.interval?.lower ?? 0) - -0.0265910964939) < 1e-12)
    let relative = try #require(try ratios.relativeDifference())
    #expect(abs(relative.value - 0.0989247311828) < 1e-13)
    #expect(abs((relative.standardError ?? 0) - 0.0346234238037) < 1e-13)
  }

  @Test(arguments: try ReferenceRow.all("ratios"))
  func `values and errors are those of statsmodels' delta method`(row: ReferenceRow) throws {
    let columns = try (0..<4).map { try row.integers($0) }
    let ratios = PairedRatios(columns[0].indices.map { unit in columns.map { $0[unit] } })
    let estimates = [
      try #require(try ratios.difference()), try #require(try ratios.relativeDifference()),
    ]
    for (estimate, field) in zip(estimates, [4, 6]) {
      // statsmodels differentiates numerically, so its errors have some eight digits.
      #expect(try relativeError(estimate.value, row.number(field)) < 1e-12)
      #expect(try relativeError(#require(estimate.standardError), row.number(field + 1)) < 1e-7)
    }
  }

  @Test func `arms alike in every unit differ by exactly zero`() throws {
    let ratios = PairedRatios(Self.units.map { [$0[0], $0[1], $0[0], $0[1]] })
    for estimate in [try ratios.difference(), try ratios.relativeDifference()] {
      #expect(estimate?.value == 0 && estimate?.standardError == 0)
      #expect(estimate?.interval == Interval(lower: 0, upper: 0))
    }
  }

  @Test func `a denominator of zero has no ratio and a single unit no interval`() throws {
    let empty = PairedRatios(Self.units.map { [$0[0], 0, $0[2], $0[3]] })
    #expect(try empty.difference() == nil)
    let nothing = PairedRatios(Self.units.map { [$0[0], $0[1], 0, $0[3]] })
    #expect(try nothing.relativeDifference() == nil)
    let single = try PairedRatios([Self.units[0]]).difference()
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
