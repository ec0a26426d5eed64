import NumericalMethods
import Testing

struct HypergeometricTests {
  /// a, b, c, z, value: mpmath 1.3.0 `hyp2f1` at 30 digits.
  ///
  /// The second row is where GSL 2.7.1 is wrong by twelve orders of magnitude.
  @Test(
    arguments: [
      (0.243, 2.426, 2.219, 0.946, 2.3834119091635904),
      (0.05, 2.426, 1.476, 0.999, 37.295139380745056),
      (0.05, 0.5, -0.45, 0.9, 0.17608506838259214),
      (10, 50, 51, 0.5, 857.921957274579),
      (1, 1, 2, 0.5, 1.3862943611198906),
      (0.243, 0.1, -0.107, 0.99, -2.8123636380453254),
      (2.5, 10, 10.5, 0.99, 22695.62180479646),
      (0.243, 2.426, 2.219, 0, 1.0),
      (5, 1, 3, 0.999, 167000500.0),
    ] as [(Double, Double, Double, Double, Double)])
  func `the hypergeometric function is mpmath's`(
    row: (Double, Double, Double, Double, Double)
  ) throws {
    let (a, b, c, z, value) = row
    #expect(try relativeError(SpecialFunctions.hypergeometric2F1(a, b, c, z), value) < 1e-12)
  }

  @Test func `poles and the point one are outside the domain`() {
    for (c, z) in [(0.0, 0.5), (-3.0, 0.5), (2.0, 1.0), (2.0, -0.1), (2.0, .nan)] {
      #expect(throws: NumericalError.self) {
        try SpecialFunctions.hypergeometric2F1(1, 1, c, z)
      }
    }
  }

  @Test func `a value past the largest Double is an overflow`() {
    let error = #expect(throws: NumericalError.self) {
      try SpecialFunctions.hypergeometric2F1(500, 500, 1, 0.999)
    }
    #expect(error?.reason == .overflow)
  }

  /// r, α, a, b, t, E[X(t)]: the published form with mpmath 1.3.0 at 30 digits; at a = 1, where it
  /// is 0/0, quadrature of (1 − (α/(α+pt))ʳ)/p over the beta distribution of p.
  static let purchases: [(Double, Double, Double, Double, Double, Double)] = [
    (0.243, 4.414, 0.793, 2.426, 39, 1.196723193320817),
    (0.243, 4.414, 0.793, 2.426, 78, 1.8605190579427686),
    (0.243, 4.414, 1, 2.426, 39, 1.0842790105915188),
    (0.243, 4.414, 1.000001, 2.426, 39, 1.0842785353654065),
    (0.243, 4.414, 0.2, 0.3, 52, 1.5072096742275998),
    (2, 4, 3, 5, 0, 0.0),
    (2, 4, 3, 5, 1000, 3.4956762711772718),
    (5, 0.5, 0.4, 2, 520, 340.70958952924343),
  ]

  @Test(arguments: purchases)
  func `expected repeat purchases are mpmath's, also around and below a = 1`(
    row: (Double, Double, Double, Double, Double, Double)
  ) throws {
    let (shape, rate, a, b, time, expected) = row
    let value = try SpecialFunctions.expectedRepeatPurchases(
      shape: shape, rate: rate, a: a, b: b, time: time)
    #expect(relativeError(value, expected) < 1e-12)
  }

  /// CDNOW 1/10 sample, BG/NBD (Fader, Hardie and Lee 2005) with the estimates at seven digits:
  /// weeks, expected repeat purchases to five decimals.
  @Test(
    arguments: [
      (4, 0.19576), (13, 0.53364), (26, 0.90132), (39, 1.19501), (52, 1.44401), (78, 1.85796),
      (156, 2.75484),
    ] as [(Double, Double)])
  func `CDNOW's expected repeat purchases are the published ones`(row: (Double, Double)) throws {
    let (weeks, expected) = row
    let value = try SpecialFunctions.expectedRepeatPurchases(
      shape: 0.2425945, rate: 4.4136019, a: 0.7929199, b: 2.4258881, time: weeks)
    #expect(abs(value - expected) < 0.000_006)
  }
}
