import NumericalMethods
import Statistics
import Testing

struct PairedDifferenceTests {
  static let differences = [12, -3, 5, 8, 0, -7, 15, 4, 9, -1]
  static let control = [105, 98, 110, 87, 120, 101, 95, 108, 99, 113]

  /// scipy.stats.ttest_1samp(differences, 0).confidence_interval(level), SciPy 1.17.1.
  @Test(arguments: [
    (0.95, -0.7881577102145751, 9.188157710214576),
    (0.9, 0.15790400459504372, 8.242095995404956),
  ])
  func `mean, standard error and interval are SciPy's`(
    row: (level: Double, lower: Double, upper: Double)
  ) throws {
    let totals = SampleTotals(count: 10, sum: 42, sumOfSquares: 614)
    let estimate = try PairedDifference.mean(totals, level: row.level)
    #expect(estimate.value == 4.2)
    #expect(try relativeError(#require(estimate.standardError), 2.2050447211388304) < 1e-14)
    #expect(relativeError(estimate.interval, row.lower, row.upper) < 1e-10)
  }

  @Test func `identical arms differ by exactly zero, without any error`() throws {
    let estimate = try PairedDifference.mean(SampleTotals(count: 200, sum: 0, sumOfSquares: 0))
    #expect(estimate.value == 0)
    #expect(estimate.standardError == 0)
    #expect(estimate.interval == Interval(lower: 0, upper: 0))
  }

  @Test func `one unit gives a value and an unknown interval`() throws {
    let estimate = try PairedDifference.mean(SampleTotals([5]))
    #expect(estimate.value == 5)
    #expect(estimate.standardError == nil)
    #expect(estimate.confidence == .unknown)
    #expect(!estimate.confidence.excludes(0))
  }

  @Test func `a level of one is refused`() {
    #expect(throws: NumericalError.self) {
      try PairedDifference.mean(SampleTotals([1, 2]), level: 1)
    }
  }

  @Test func `another unit scales every number, and a negative factor turns the ends`() throws {
    let estimate = try PairedDifference.mean(SampleTotals(Self.differences))
    let turned = estimate.scaled(by: -2)
    #expect(turned.value == -8.4)
    #expect(relativeError(turned.interval, -18.376315420429152, 1.5763154204291502) < 1e-10)
    #expect(try relativeError(#require(turned.standardError), 4.410089442277661) < 1e-14)
  }

  @Test func `pairing buys the ratio of variances`() throws {
    // NumPy: (var(control) + var(control + differences)) / var(differences), one degree lost.
    let ratio = PairedDifference.varianceRatio(
      difference: SampleTotals(Self.differences), control: SampleTotals(Self.control),
      crossProducts: 4_140)
    #expect(try relativeError(#require(ratio), 3.820840950639853) < 1e-13)
  }

  @Test func `95% intervals cover the truth in 95% of samples`() throws {
    let (seed, repetitions): (UInt64, Int) = (2_026, 20_000)
    var generator = Congruential(state: seed)
    var covered = 0
    for _ in 0..<repetitions {
      let sample = (0..<8).map { _ in generator.bell() }
      let estimate = try PairedDifference.mean(SampleTotals(sample))
      covered += estimate.interval?.contains(5_994) == true ? 1 : 0
    }
    // Three standard errors of a share of 95% are 0.0046.
    let share = Double(covered) / Double(repetitions)
    #expect(abs(share - 0.95) < 0.0046, "seed \(seed): \(share)")
  }
}
