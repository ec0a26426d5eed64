import NumericalMethods
import Randomness
import Statistics
import Testing

/// Control variates against ordinary least squares, and what they may be trusted with.
struct ControlVariatesTests {
  /// A quantity of each unit, and what is known of the unit.
  struct Sample {
    var values: [Int]
    var variates: [[Int]]

    var count: Int { values.count }

    var known: ControlVariates {
      ControlVariates(
        count: count, totals: variates.map { SampleTotals($0) },
        fourthPowers: variates.map { $0.reduce(0) { $0 + pow4(Double($1)) } }
      ) { first, second in
        JointTotals(variates[first], variates[second]).crossProducts
      }
    }

    /// The mean, controlled: a unit adds its value ÷ count to it.
    func controlledMean(level: Double = 0.95) throws -> ControlledEstimate? {
      let known = known
      let units = Double(count)
      let shared = known.used.map { JointTotals(values, variates[$0]).covariance ?? 0 }
      let variance = SampleTotals(values).variance ?? 0
      return try known.controlled(
        SampleTotals(values).mean, variance: variance / (units * units),
        sharedWith: shared.map { $0 / units }, level: level)
    }
  }

  @Test(arguments: try ReferenceRow.all("controlled"))
  func `estimate, error and interval are those of statsmodels' regression`(row: ReferenceRow) throws
  {
    let count = try row.integers(2)[0]
    let sample = Sample(
      values: try row.integers(1), variates: try (0..<count).map { try row.integers(3 + $0) })
    let found = try #require(try sample.controlledMean())
    #expect(sample.known.used == Array(0..<count))
    #expect(try relativeError(found.estimate.value, row.number(3 + count)) < 1e-12)
    #expect(
      try relativeError(#require(found.estimate.standardError), row.number(4 + count)) < 1e-11)
    #expect(
      try relativeError(found.estimate.interval, row.number(5 + count), row.number(6 + count))
        < 1e-11)
  }

  @Test func `a hundred units by hand`() throws {
    // y = 10 + 2z, but for two units on either side that are off by one, up and down.
    let values = [8, 8, 8, 7, 9, 12, 12, 12, 11, 13]
    let known = [-1, -1, -1, -1, -1, 1, 1, 1, 1, 1]
    let sample = Sample(
      values: Array(repeatElement(values, count: 10).joined()),
      variates: [Array(repeatElement(known, count: 10).joined())])
    let found = try #require(try sample.controlledMean())
    #expect(found.estimate.value == 10)
    // Residual squares 40 over 100 − 1 − 1 degrees of freedom; plain ones 440 over 99.
    let error = (40.0 / 98 / 100).squareRoot()
    #expect(abs((found.estimate.standardError ?? 0) - error) < 1e-14)
    #expect(abs((found.varianceRatio ?? 0) - (440.0 / 99) / (40.0 / 98)) < 1e-12)
  }

  @Test func `a variate that earlier ones make up is left out, as is one that does not vary`()
    throws
  {
    let first = (0..<110).map { ($0 * 37) % 101 - 50 }
    let second = (0..<110).map { ($0 * 53) % 97 - 48 }
    let both = zip(first, second).map { 2 * $0 - 3 * $1 }
    let sample = Sample(
      values: zip(first, second).map { 1_000 + 5 * $0 + $1 * $1 },
      variates: [Array(repeating: 0, count: 110), first, first.map { 7 * $0 }, second, both])
    #expect(sample.known.used == [1, 3])
    #expect(try sample.controlledMean() != nil)
  }

  @Test(arguments: [(59, 0), (60, 3), (79, 3), (80, 4), (200, 5)])
  func `from sixty units on, a variate is used for every twenty`(units: Int, used: Int) {
    let variates = (1...5).map { factor in
      (0..<units).map { ($0 * $0 * (factor * 17) + $0 * 29) % (89 + factor) - 44 }
    }
    let sample = Sample(values: Array(0..<units), variates: variates)
    #expect(sample.known.used == Array(0..<used))
  }

  /// One of a hundred units has ten times what the others have at most: 3·199²/(99 + 10⁴) = 11.8.
  @Test func `a variate that a few units decide is left out`() {
    let even = (0..<100).map { $0.isMultiple(of: 2) ? 1 : -1 }
    let heavy = even.dropLast() + [10]
    let sample = Sample(values: Array(0..<100), variates: [Array(heavy), even])
    #expect(sample.known.used == [1])
    let units = ControlVariates.effectiveUnits(
      SampleTotals(Array(heavy)), fourthPowers: 99 + 10_000)
    #expect(abs(units - 11.763_838) < 1e-6)
  }

  @Test func `what does not vary has no controlled estimate, and a line that fits has no error`()
    throws
  {
    let known = (0..<100).map { $0 - 17 }
    let flat = Sample(values: Array(repeating: 5, count: 100), variates: [known])
    #expect(try flat.controlledMean() == nil)
    let line = Sample(values: known.map { 40 + 3 * $0 }, variates: [known])
    let found = try #require(try line.controlledMean())
    #expect(abs(found.estimate.value - 40) < 1e-12)
    #expect((found.estimate.standardError ?? 1) < 1e-7)
  }

  @Test func `a level outside 0 to 1 is refused`() {
    let sample = Sample(values: Array(0..<100), variates: [(0..<100).map { $0 % 7 }])
    #expect(throws: NumericalError.self) { try sample.controlledMean(level: 1) }
  }

  /// 200 units: two things are known, each normal with mean 0; what is measured is 30 with
  /// three quarters of its variance from them.
  @Test func `intervals hold a planted mean in 92 to 98% of seeds, with a quarter of the variance`()
    throws
  {
    let seeds: ClosedRange<UInt64> = 1...500
    var held = 0
    var ratios = 0.0
    for seed in seeds {
      let draws = Draws(seed: seed, replication: 0)
      func normal(_ unit: Int, _ reason: UInt32, _ deviation: Double) -> Double {
        draws.normal(
          mean: 0, standardDeviation: deviation,
          at: DrawAddress(subject: UInt32(unit), purpose: Purpose(rawValue: reason)))
      }
      let first = (0..<200).map { normal($0, 1, 1) }
      let second = (0..<200).map { normal($0, 2, 1) }
      let values = (0..<200).map {
        30_000 + 1_000 * (first[$0] + 1.4142135 * second[$0] + normal($0, 3, 1))
      }
      let sample = Sample(
        values: values.map { Int($0.rounded()) },
        variates: [first, second].map { $0.map { Int(($0 * 1e6).rounded()) } })
      let found = try #require(try sample.controlledMean())
      if found.estimate.interval?.contains(30_000) == true { held += 1 }
      ratios += found.varianceRatio ?? 0
    }
    #expect((460...490).contains(held), "seeds \(seeds): \(held)")
    // 4 less the loss by two estimated slopes: 4·(200 − 2 − 2)/(200 − 2).
    #expect((3.6...4.3).contains(ratios / 500), "\(ratios / 500)")
  }
}

private func pow4(_ value: Double) -> Double { value * value * value * value }
