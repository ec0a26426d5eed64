import Statistics
import Testing

struct SampleTotalsTests {
  @Test func `values near ten to the fifteenth keep their small spread`() throws {
    // mpmath 1.3.0: the deviation of 10¹⁵ + (1, 2, 4, 7, 11); in Double, Σx² alone loses it.
    let totals = SampleTotals(
      count: 5, sum: 5_000_000_000_000_025, sumOfSquares: 5_000_000_000_000_050_000_000_000_000_191)
    #expect(try relativeError(#require(totals.standardDeviation), 4.062_019_202_317_98) < 1e-14)
  }

  @Test func `products beyond 128 bits are still exact`() throws {
    // mpmath 1.3.0.
    let signed = SampleTotals([
      6_000_000_000_000_000_000, -5_000_000_000_000_000_000, 4_000_000_000_000_000_000,
    ])
    #expect(try relativeError(#require(signed.variance), 3.433333333333333e+37) < 1e-14)
    let wide = SampleTotals(
      count: 1_000_000, sum: -7_000_000_000_000_000_000,
      sumOfSquares: 150_000_000_000_000_000_000_000_000_000_000_000_000)
    #expect(try relativeError(#require(wide.variance), 1.5000010100010098e+32) < 1e-14)
  }

  @Test func `a covariance can be negative`() throws {
    // By hand: x = 1, 2, 3 and y = 3, 2, 1 have covariance −1; with 1, 2, 3 it is 1.
    #expect(JointTotals([1, 2, 3], [3, 2, 1]).covariance == -1)
    #expect(JointTotals([1, 2, 3], [1, 2, 3]).covariance == 1)
  }

  @Test func `one unit has a mean but no spread`() {
    let totals = SampleTotals([7])
    #expect(totals.mean == 7)
    #expect(totals.variance == nil)
    #expect(totals.standardDeviation == nil)
  }
}
