import NumericalMethods
import Statistics
import Testing

struct UnpairedDifferenceTests {
  private func side(_ value: Double, _ error: Double?, _ units: Int) -> UnpairedDifference.Side {
    UnpairedDifference.Side(value: value, standardError: error, units: units)
  }

  /// By hand: variances add; df = (1 + 1)² ÷ (1/9 + 1/9) = 18, and (1 + 4)² ÷ (1/4 + 16/9) = 12.33;
  /// t quantiles of SciPy 1.17.1.
  @Test func `variances add, with Welch's degrees of freedom`() throws {
    let equal = try UnpairedDifference.between(side(10, 1, 10), side(13, 1, 10))
    #expect(equal.value == 3)
    #expect(try relativeError(#require(equal.standardError), 2.0.squareRoot()) < 1e-15)
    #expect(relativeError(equal.interval, 3 - 2.971152, 3 + 2.971152) < 1e-4)
    let unequal = try UnpairedDifference.between(side(4, 1, 5), side(1, 2, 10))
    #expect(unequal.value == -3)
    #expect(try relativeError(#require(unequal.standardError), 5.0.squareRoot()) < 1e-15)
    #expect(relativeError(unequal.interval, -3 - 4.857603274954043, -3 + 4.857603274954043) < 1e-5)
  }

  @Test func `one side without error leaves the other's interval`() throws {
    // t of 9 degrees of freedom at 97.5%: 2.262157 (any table).
    let estimate = try UnpairedDifference.between(side(0, 0, 5), side(1, 0.5, 10))
    #expect(relativeError(estimate.interval, 1 - 1.1310785, 1 + 1.1310785) < 1e-5)
  }

  @Test func `values that never vary differ without error`() throws {
    let estimate = try UnpairedDifference.between(side(2, 0, 5), side(5, 0, 5))
    #expect(estimate.value == 3 && estimate.standardError == 0)
    #expect(estimate.interval == Interval(lower: 3, upper: 3))
  }

  @Test func `without errors, units or numbers in range there is no interval`() throws {
    let cases = [
      (side(1, nil, 10), side(2, 1, 10)), (side(1, 1, 1), side(2, 1, 10)),
      (side(1, .infinity, 10), side(2, 1, 10)), (side(1, -1, 10), side(2, 1, 10)),
      (side(-1e308, 1, 10), side(1e308, 1, 10)), (side(1, 1e308, 10), side(2, 1e308, 10)),
    ]
    for (first, second) in cases {
      let estimate = try UnpairedDifference.between(first, second)
      #expect(estimate.interval == nil && estimate.standardError == nil)
    }
  }

  @Test func `errors at the edge of the numbers keep their interval`() throws {
    let tiny = try UnpairedDifference.between(side(0, 1e-200, 10), side(0, 1e-200, 10))
    #expect(try relativeError(#require(tiny.standardError), 2.0.squareRoot() * 1e-200) < 1e-15)
    let large = try UnpairedDifference.between(side(0, 1e200, 10), side(0, 1e200, 10))
    #expect(large.interval != nil)
  }

  @Test func `two that are the same differ by exactly nothing`() {
    #expect(UnpairedDifference.none().value == 0)
    #expect(UnpairedDifference.none().interval == Interval(lower: 0, upper: 0))
  }
}
