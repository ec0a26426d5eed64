import NumericalMethods
import Testing

struct StudentTTests {
  /// Degrees of freedom, x, upper tail: scipy.stats.t.sf, SciPy 1.17.1.
  static let tails: [(Double, Double, Double)] = [
    (1, -1.5, 0.8128329581890011),
    (1, 0.25, 0.42202086962263063),
    (1, 2, 0.14758361765043326),
    (1, 21.5, 0.01479444870037302),
    (2, -1.5, 0.8638034375544994),
    (2, 0.25, 0.4129611720221511),
    (2, 2, 0.09175170953613698),
    (2, 21.5, 0.0010781683705678724),
    (9, -1.5, 0.9160746719714625),
    (9, 0.25, 0.40410018485245147),
    (9, 2, 0.038276411885350504),
    (9, 21.5, 2.3967954901047014e-09),
    (31, -1.5, 0.9281344592877371),
    (31, 0.25, 0.40211834486225956),
    (31, 2, 0.027163607683587856),
    (31, 21.5, 1.7318504799181097e-20),
    (199, -1.5, 0.9324003812792212),
    (199, 0.25, 0.4014226199821601),
    (199, 2, 0.02343000020064191),
    (199, 21.5, 4.337629506821335e-54),
    (100000, -1.5, 0.9331912202385847),
    (100000, 0.25, 0.40129393108853634),
    (100000, 2, 0.022751481728753256),
    (100000, 21.5, 1.3289469792080245e-102),
  ]

  /// Degrees of freedom, probability, quantile: scipy.stats.t.ppf, SciPy 1.17.1.
  static let quantiles: [(Double, Double, Double)] = [
    (1, 1e-10, -3183098861.8379064),
    (1, 0.025, -12.706204736174705),
    (1, 0.975, 12.706204736174694),
    (1, 0.9995, 636.6192487687897),
    (2, 1e-10, -70710.67810804816),
    (2, 0.025, -4.302652729749464),
    (2, 0.975, 4.302652729749462),
    (2, 0.9995, 31.599054576445365),
    (9, 1e-10, -30.737330949971977),
    (9, 0.025, -2.2621571627982053),
    (9, 0.975, 2.262157162798205),
    (9, 0.9995, 4.780912585931217),
    (31, 1e-10, -9.248756836596227),
    (31, 0.025, -2.039513446396408),
    (31, 0.975, 2.039513446396408),
    (31, 0.9995, 3.6334563497583714),
    (199, 1e-10, -6.708012802605427),
    (199, 0.025, -1.9719565442517537),
    (199, 0.975, 1.9719565442517533),
    (199, 0.9995, 3.3400865561614634),
    (100000, 1e-10, -6.362000419843692),
    (100000, 0.025, -1.95998770753461),
    (100000, 0.975, 1.9599877075346095),
    (100000, 0.9995, 3.2906240314119137),
  ]

  @Test(arguments: tails)
  func `the upper tail is SciPy's`(row: (Double, Double, Double)) throws {
    let (degrees, x, tail) = row
    let t = try StudentT(degreesOfFreedom: degrees)
    #expect(try relativeError(t.upperTail(x), tail) < 1e-11)
    #expect(try relativeError(t.cumulative(-x), tail) < 1e-11)
  }

  @Test(arguments: quantiles)
  func `the quantile is SciPy's`(row: (Double, Double, Double)) throws {
    let (degrees, probability, quantile) = row
    let t = try StudentT(degreesOfFreedom: degrees)
    #expect(try relativeError(t.quantile(probability), quantile) < 1e-11)
  }

  @Test func `the median is exactly zero`() throws {
    #expect(try StudentT(degreesOfFreedom: 7).quantile(0.5) == 0)
  }

  @Test func `degrees of freedom must be positive and finite`() {
    for bad in [0, -1, Double.nan, .infinity] {
      #expect(throws: NumericalError.self) { try StudentT(degreesOfFreedom: bad) }
    }
  }

  @Test func `a quantile outside the open unit interval names function, argument and reason`() {
    let error = #expect(throws: NumericalError.self) {
      try StudentT(degreesOfFreedom: 3).quantile(1)
    }
    #expect(error?.function == "StudentT.quantile")
    #expect(error?.arguments.first?.name == "probability")
    #expect(error?.arguments.first?.value == 1)
    #expect(error?.reason == .outsideDomain(allowed: "0 < probability < 1"))
  }
}
