import NumericalMethods
import Testing

struct SpecialFunctionsTests {
  /// x, log gamma: mpmath 1.3.0 at 30 digits.
  @Test(
    arguments: [
      (0.001, 6.907178885383853),
      (0.243, 1.3180435846996699),
      (1, 0.0),
      (2.5, 0.2846828704729192),
      (171, 706.5730622457874),
      (1000000.0, 12815504.569147611),
    ] as [(Double, Double)])
  func `log gamma is mpmath's`(row: (Double, Double)) throws {
    let (x, logGamma) = row
    #expect(try relativeError(SpecialFunctions.logGamma(x), logGamma) < 1e-14)
  }

  /// a, b, beta, log beta: mpmath 1.3.0 at 30 digits.
  @Test(
    arguments: [
      (0.793, 2.426, 0.5995539669734655, -0.5115692885937032),
      (0.05, 0.05, 39.846945420626994, 3.6850457503692557),
      (1, 1, 1.0, 0.0),
      (30, 40, 1.0539424603796545e-21, -48.30174909591612),
    ] as [(Double, Double, Double, Double)])
  func `beta and its logarithm are mpmath's`(row: (Double, Double, Double, Double)) throws {
    let (a, b, beta, logBeta) = row
    #expect(try relativeError(SpecialFunctions.beta(a, b), beta) < 1e-12)
    #expect(try relativeError(SpecialFunctions.logBeta(a, b), logBeta) < 1e-13)
  }

  @Test func `an error says what was called with what, and why`() {
    let error = #expect(throws: NumericalError.self) { try SpecialFunctions.logBeta(-1, 2) }
    #expect(
      error?.description
        == "logBeta(a: -1.0, b: 2.0): outside the domain; allowed: a > 0 and b > 0")
  }

  @Test func `too large and too small are told apart`() {
    let large = #expect(throws: NumericalError.self) {
      try SpecialFunctions.logGamma(.greatestFiniteMagnitude)
    }
    #expect(large?.reason == .overflow)
    let small = #expect(throws: NumericalError.self) { try SpecialFunctions.beta(2_000, 2_000) }
    #expect(small?.reason == .underflow)
  }
}

struct DigammaAndIncompleteBetaTests {
  /// x, ψ(x): −γ, −γ − 2 ln 2, 1 − γ … by the recurrence ψ(x + 1) = ψ(x) + 1/x (DLMF 5.4, 5.5).
  @Test(
    arguments: [
      (1, -0.57721566490153286), (0.5, -1.9635100260214235), (2, 0.42278433509846714),
      (3, 0.92278433509846714),
    ] as [(Double, Double)])
  func `digamma is the tabulated one`(row: (Double, Double)) throws {
    #expect(try relativeError(SpecialFunctions.digamma(row.0), row.1) < 1e-13)
  }

  /// I(x; 1, b) = 1 − (1 − x)ᵇ and I(½; a, a) = ½ (DLMF 8.17).
  @Test func `the incomplete beta function has its closed forms`() throws {
    #expect(try relativeError(SpecialFunctions.incompleteBeta(1, 3, 0.2), 0.488) < 1e-13)
    #expect(try relativeError(SpecialFunctions.incompleteBeta(0.7, 0.7, 0.5), 0.5) < 1e-13)
    #expect(try SpecialFunctions.incompleteBeta(2, 3, 0) == 0)
    #expect(try SpecialFunctions.incompleteBeta(2, 3, 1) == 1)
    #expect(throws: NumericalError.self) { try SpecialFunctions.incompleteBeta(2, 3, 1.5) }
    #expect(throws: NumericalError.self) { try SpecialFunctions.digamma(0) }
  }
}
