import NumericalMethods
import Testing

struct StandardNormalTests {
  /// x, cdf, upper tail: scipy.stats.norm, SciPy 1.17.1.
  @Test(
    arguments: [
      (-8, 6.22096057427174e-16, 0.9999999999999993),
      (-1.5, 0.06680720126885807, 0.9331927987311419),
      (0, 0.5, 0.5),
      (1.96, 0.9750021048517795, 0.024997895148220435),
      (30, 1.0, 4.906713927147908e-198),
    ] as [(Double, Double, Double)])
  func `both tails are SciPy's`(row: (Double, Double, Double)) throws {
    let (x, cumulative, upperTail) = row
    #expect(try relativeError(StandardNormal.cumulative(x), cumulative) < 1e-12)
    #expect(try relativeError(StandardNormal.upperTail(x), upperTail) < 1e-12)
  }

  /// Probability, quantile: scipy.stats.norm.ppf, SciPy 1.17.1.
  @Test(
    arguments: [
      (1e-300, -37.0470962993612),
      (0.025, -1.9599639845400545),
      (0.5, 0.0),
      (0.9, 1.2815515655446004),
      (0.975, 1.959963984540054),
    ] as [(Double, Double)])
  func `the quantile is SciPy's`(row: (Double, Double)) throws {
    let (probability, quantile) = row
    #expect(try relativeError(StandardNormal.quantile(probability), quantile) < 1e-14)
  }

  @Test func `NaN is refused, not passed on`() {
    #expect(throws: NumericalError.self) { try StandardNormal.cumulative(.nan) }
    #expect(throws: NumericalError.self) { try StandardNormal.upperTail(.infinity) }
    #expect(throws: NumericalError.self) { try StandardNormal.quantile(.nan) }
    #expect(throws: NumericalError.self) { try StandardNormal.quantile(0) }
  }
}
