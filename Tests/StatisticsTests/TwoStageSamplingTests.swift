import NumericalMethods
import Randomness
import Statistics
import Testing

struct TwoStageSamplingTests {
  @Test(arguments: try ReferenceRow.all("stein"))
  func `units and half-width are those of the formula in SciPy`(row: ReferenceRow) throws {
    let rule = try TwoStageSampling(
      pilot: SampleTotals(try row.integers(0)), halfWidth: try row.number(1),
      level: try row.number(2))
    #expect(Double(rule.units) == (try row.number(3)))
    #expect(try relativeError(rule.halfWidth(units: rule.units), row.number(4)) < 1e-11)
  }

  @Test func `the interval keeps the pilot's variance, whatever comes after`() throws {
    // By hand: the pilot 4, 6 has the deviation √2; t of one degree at 95% is 12.7062047361747.
    let rule = try TwoStageSampling(pilot: SampleTotals([4, 6]), halfWidth: 9)
    let estimate = rule.estimate(SampleTotals([4, 6, -90, 100]))
    #expect(estimate.value == 5)
    #expect(relativeError(try #require(estimate.standardError), 0.5.squareRoot()) < 1e-14)
    let half = 12.7062047361747 * 0.5.squareRoot()
    #expect(relativeError(estimate.interval, 5 - half, 5 + half) < 1e-12)
  }

  @Test func `whole replications hold at least the units asked for`() throws {
    let rule = try TwoStageSampling(
      pilot: SampleTotals([12, -3, 5, 8, 0, -7, 15, 4, 9, -1]), halfWidth: 2)
    #expect(rule.units == 63)
    #expect([1, 10, 62, 63, 64].map { rule.replications(unitsEach: $0) } == [63, 7, 2, 1, 1])
  }

  @Test func `a pilot that does not vary asks for nothing more`() throws {
    let pilot = SampleTotals([0, 0, 0])
    let rule = try TwoStageSampling(pilot: pilot, halfWidth: 0.1)
    #expect(rule.units == 3)
    #expect(rule.estimate(pilot).interval == Interval(lower: 0, upper: 0))
  }

  @Test func `what cannot be asked for is a typed error`() throws {
    #expect(throws: TwoStageError.pilotTooSmall(units: 1)) {
      try TwoStageSampling(pilot: SampleTotals([3]), halfWidth: 1)
    }
    #expect(throws: TwoStageError.impossibleHalfWidth(0)) {
      try TwoStageSampling(pilot: SampleTotals([3, 4]), halfWidth: 0)
    }
    #expect(throws: TwoStageError.self) {
      try TwoStageSampling(pilot: SampleTotals([3, 4]), halfWidth: .nan)
    }
    #expect(throws: TwoStageError.self) {
      try TwoStageSampling(pilot: SampleTotals([3, 4]), halfWidth: 1, level: 1)
    }
  }

  @Test func `more units than anybody can have are as many as can be counted`() throws {
    let rule = try TwoStageSampling(pilot: SampleTotals([0, 1_000_000]), halfWidth: 1e-9)
    #expect(rule.units == 9_007_199_254_740_992)
  }

  @Test func `a deviation makes the rule that its totals make`() throws {
    // 1 to 10: the variance is 82.5 ÷ 9.
    let totals = try TwoStageSampling(
      pilot: SampleTotals([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), halfWidth: 1)
    let other = try TwoStageSampling(
      pilotUnits: 10, deviation: (82.5 / 9).squareRoot(), halfWidth: 1)
    // t of nine degrees at 95% is 2.2621571628: 5.1174 · 9.1667 = 46.91.
    #expect(totals.units == 47 && other.units == 47)
    #expect(other.estimate(value: 3, units: 50).value == 3)
  }

  /// Normal units of mean 200 and standard deviation 1,000, rounded; a pilot of 10.
  @Test(arguments: [UInt64(1), 2])
  func `the interval covers at least 95%, and is no wider than asked`(seed: UInt64) throws {
    let repetitions = 2_000
    var (covered, units) = (0, 0)
    for repetition in 0..<repetitions {
      let draws = Draws(seed: seed, replication: UInt32(repetition))
      func sample(_ count: Int) -> SampleTotals {
        SampleTotals((0..<count).map { Luck.normal(draws, unit: $0, mean: 200, deviation: 1_000) })
      }
      let rule = try TwoStageSampling(pilot: sample(10), halfWidth: 400)
      let estimate = rule.estimate(sample(rule.units))
      units += rule.units
      covered += estimate.interval?.contains(200) == true ? 1 : 0
      #expect((estimate.interval?.halfWidth ?? .infinity) <= 400 * (1 + 1e-12))
    }
    // Three standard errors of a share of 95% of 2,000 are 0.0146. Its mean number of units is near
    // t²σ²/d² = 32.0, as s² is unbiased.
    let share = Double(covered) / Double(repetitions)
    #expect(share >= 0.95 - 0.0146, "seed \(seed): \(share)")
    #expect(abs(Double(units) / Double(repetitions) - 32.4) < 1.2, "seed \(seed)")
  }

  /// The same rule with looks after every unit, to show why it is not used.
  @Test func `stopping at the first interval that is short enough covers too seldom`() throws {
    let (seed, repetitions): (UInt64, Int) = (3, 2_000)
    var covered = 0
    for repetition in 0..<repetitions {
      let draws = Draws(seed: seed, replication: UInt32(repetition))
      var values = (0..<3).map { Luck.normal(draws, unit: $0, mean: 200, deviation: 1_000) }
      while true {
        let interval = try #require(try PairedDifference.mean(SampleTotals(values)).interval)
        if interval.halfWidth <= 400 {
          covered += interval.contains(200) ? 1 : 0
          break
        }
        values.append(Luck.normal(draws, unit: values.count, mean: 200, deviation: 1_000))
      }
    }
    let share = Double(covered) / Double(repetitions)
    #expect(share < 0.95 - 0.0146, "seed \(seed): \(share)")
  }
}
