import NumericalMethods
import Testing

struct ChiSquareTests {
  /// Degrees of freedom, x, cdf, upper tail: scipy.stats.chi2, SciPy 1.17.1.
  @Test(
    arguments: [
      (1, 0.01, 0.07965567455405799, 0.920344325445942),
      (1, 4, 0.9544997361036415, 0.04550026389635857),
      (1, 50, 0.9999999999984626, 1.537459794428033e-12),
      (1, 590, 1.0, 2.505583584797208e-130),
      (5, 0.01, 5.300270042686517e-07, 0.9999994699729957),
      (5, 4, 0.4505840486472198, 0.5494159513527802),
      (5, 50, 0.9999999986142026, 1.3857973367009573e-09),
      (5, 590, 1.0, 2.9270562071281615e-125),
      (30, 0.01, 2.322815509929921e-47, 1.0),
      (30, 4, 3.871230404600283e-09, 0.9999999961287696),
      (30, 50, 0.9875979392810995, 0.01240206071890054),
      (30, 590, 1.0, 3.4774987309948718e-105),
      (199, 0.01, 0.0, 1.0),
      (199, 4, 1.3278923976734463e-128, 1.0),
      (199, 50, 2.4658412912164862e-29, 1.0),
      (199, 590, 1.0, 2.3138122726382417e-40),
    ] as [(Double, Double, Double, Double)])
  func `both tails are SciPy's`(row: (Double, Double, Double, Double)) throws {
    let (degrees, x, cumulative, upperTail) = row
    let chiSquare = try ChiSquare(degreesOfFreedom: degrees)
    #expect(try relativeError(chiSquare.cumulative(x), cumulative) < 1e-12)
    #expect(try relativeError(chiSquare.upperTail(x), upperTail) < 1e-12)
  }

  /// Degrees of freedom, probability, quantile: scipy.stats.chi2.ppf, SciPy 1.17.1.
  @Test(
    arguments: [
      (1, 1e-06, 1.5707963267957187e-12),
      (1, 0.05, 0.003932140000019522),
      (1, 0.999, 10.827566170662733),
      (5, 1e-06, 0.012896160206497087),
      (5, 0.05, 1.1454762260617692),
      (5, 0.999, 20.515005652432873),
      (30, 1e-06, 6.200293738343595),
      (30, 0.05, 18.49266098195347),
      (30, 0.999, 59.70306430442994),
      (199, 1e-06, 118.10935129273251),
      (199, 0.05, 167.36099533085397),
      (199, 0.999, 266.38589537626206),
    ] as [(Double, Double, Double)])
  func `the quantile is SciPy's`(row: (Double, Double, Double)) throws {
    let (degrees, probability, quantile) = row
    let chiSquare = try ChiSquare(degreesOfFreedom: degrees)
    #expect(try relativeError(chiSquare.quantile(probability), quantile) < 1e-9)
  }

  @Test func `a quantile that the library gets wrong is an error, not a number`() {
    let error = #expect(throws: NumericalError.self) {
      try ChiSquare(degreesOfFreedom: 0.01).quantile(0.025)
    }
    #expect(error?.reason == .didNotConverge)
  }

  @Test func `a negative value is outside the domain`() {
    #expect(throws: NumericalError.self) { try ChiSquare(degreesOfFreedom: 2).upperTail(-1) }
    #expect(throws: NumericalError.self) { try ChiSquare(degreesOfFreedom: 0) }
  }
}
