import Statistics
import Testing

/// scipy.stats.chisquare, SciPy 1.17.1.
struct GoodnessOfFitTests {
  static let observed = [18, 22, 30, 19, 11]
  static let expected = [20.0, 20, 25, 25, 10]

  @Test(arguments: [(0, 4, 0.567915948411208), (1, 3, 0.4009688078893464)])
  func `statistic and p-value are SciPy's`(
    row: (estimatedParameters: Int, degreesOfFreedom: Int, pValue: Double)
  ) throws {
    let fit = try GoodnessOfFit(
      observed: Self.observed, expected: Self.expected,
      estimatedParameters: row.estimatedParameters)
    #expect(relativeError(fit.statistic, 2.94) < 1e-14)
    #expect(fit.degreesOfFreedom == row.degreesOfFreedom)
    #expect(relativeError(fit.pValue, row.pValue) < 1e-12)
  }

  @Test func `cells that expect fewer than five are pooled with their neighbors`() throws {
    // SciPy on (40, 30, 14, 9, 7) against (38.5, 31, 16, 8.5, 6): 3 + 2 = 5, and 1 joins it.
    let fit = try GoodnessOfFit(
      observed: [40, 30, 14, 9, 4, 2, 1], expected: [38.5, 31, 16, 8.5, 3, 2, 1])
    #expect(fit.degreesOfFreedom == 4)
    #expect(relativeError(fit.statistic, 0.5367780543302365) < 1e-13)
    #expect(relativeError(fit.pValue, 0.9698232753475367) < 1e-12)
  }

  @Test func `a missing cell, a negative count and too few cells are told apart`() {
    #expect(throws: GoodnessOfFitError.lengthsDiffer(observed: 1, expected: 2)) {
      try GoodnessOfFit(observed: [1], expected: [1, 0])
    }
    #expect(throws: GoodnessOfFitError.totalsDiffer(observed: 100, expected: 90)) {
      try GoodnessOfFit(observed: Self.observed, expected: [20, 20, 25, 25, 0])
    }
    #expect(throws: GoodnessOfFitError.impossibleCount(cell: 1)) {
      try GoodnessOfFit(observed: [10, -1], expected: [5, 4])
    }
    #expect(throws: GoodnessOfFitError.tooFewCells(cells: 1, estimatedParameters: 0)) {
      try GoodnessOfFit(observed: [4, 3], expected: [4, 3])
    }
  }
}
