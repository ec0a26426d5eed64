public import NumericalMethods

/// Why counts cannot be held against expected counts.
public enum GoodnessOfFitError: Error, Equatable, Sendable {
  /// There are not as many expected as observed counts.
  case lengthsDiffer(observed: Int, expected: Int)
  /// A count is negative, or an expected count is not finite.
  case impossibleCount(cell: Int)
  /// The sums differ by more than one part in 10⁸, so a cell is missing.
  case totalsDiffer(observed: Double, expected: Double)
  /// After pooling, no degree of freedom is left.
  case tooFewCells(cells: Int, estimatedParameters: Int)
  /// The tail probability could not be computed.
  case numerical(NumericalError)
}

/// Pearson's chi-square test of counts against expected counts.
public struct GoodnessOfFit: Equatable, Sendable {
  /// Σ (observed − expected)² / expected over the pooled cells.
  public let statistic: Double
  /// Pooled cells less one less the estimated parameters.
  public let degreesOfFreedom: Int
  /// The probability of a statistic at least this large when the expectation is true.
  public let pValue: Double

  /// Tests `observed` against `expected`.
  ///
  /// Neighboring cells are pooled from the left until each expects `minimumExpected` or more; what
  /// is left over joins the last. Default 5 (Cochran 1954, Biometrics 10, 417–451).
  public init(
    observed: [Int], expected: [Double], estimatedParameters: Int = 0, minimumExpected: Double = 5
  ) throws(GoodnessOfFitError) {
    try GoodnessOfFit.check(observed, expected)
    let cells = GoodnessOfFit.pool(observed, expected, atLeast: minimumExpected)
    degreesOfFreedom = cells.count - 1 - estimatedParameters
    guard degreesOfFreedom >= 1 else {
      throw .tooFewCells(cells: cells.count, estimatedParameters: estimatedParameters)
    }
    statistic = cells.reduce(0) { sum, cell in
      let difference = Double(cell.observed) - cell.expected
      return sum + difference * difference / cell.expected
    }
    do throws(NumericalError) {
      pValue = try ChiSquare(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(statistic)
    } catch {
      throw .numerical(error)
    }
  }

  private static func check(
    _ observed: [Int], _ expected: [Double]
  ) throws(GoodnessOfFitError) {
    guard observed.count == expected.count else {
      throw .lengthsDiffer(observed: observed.count, expected: expected.count)
    }
    for (cell, pair) in zip(observed, expected).enumerated() {
      guard pair.0 >= 0, pair.1 >= 0, pair.1.isFinite else { throw .impossibleCount(cell: cell) }
    }
    let totals = (Double(observed.reduce(0, +)), expected.reduce(0, +))
    guard abs(totals.0 - totals.1) <= 1e-8 * max(totals.0, totals.1) else {
      throw .totalsDiffer(observed: totals.0, expected: totals.1)
    }
  }

  private struct Cell {
    var observed = 0
    var expected = 0.0
  }

  private static func pool(
    _ observed: [Int], _ expected: [Double], atLeast minimum: Double
  ) -> [Cell] {
    var cells: [Cell] = []
    var open = Cell()
    for (count, expectation) in zip(observed, expected) {
      open.observed += count
      open.expected += expectation
      guard open.expected >= minimum, open.expected > 0 else { continue }
      cells.append(open)
      open = Cell()
    }
    if let last = cells.indices.last {
      cells[last].observed += open.observed
      cells[last].expected += open.expected
    }
    return cells
  }
}
