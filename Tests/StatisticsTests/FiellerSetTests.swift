import Statistics
import Testing

/// The ends are roots of |mean(x − ρy)| = t · sem(x − ρy), found by scipy.optimize.brentq 1.17.1.
struct FiellerSetTests {
  static let numerator = [30, 45, 12, 60, 22, 38, 51, 17]
  static let uncertain = [9, -14, 3, 22, -5, 12, -7, 2]

  @Test func `a noisy but positive denominator gives an interval that is not symmetric`() throws {
    let ratio = try RatioEstimate.ratio(
      JointTotals(Self.numerator, [9, 14, 3, 22, 5, 12, 17, 2]))
    guard case .defined(let estimate, .fieller) = ratio else { throw Unexpected(ratio: ratio) }
    #expect(relativeError(estimate.value, 3.2738095238095237) < 1e-15)
    #expect(try relativeError(#require(estimate.standardError), 0.2257261130542312) < 1e-12)
    #expect(relativeError(estimate.interval, 2.9195049352079754, 4.451076135874563) < 1e-10)
  }

  @Test func `a denominator that may be zero gives everything but an interval`() throws {
    let ratio = try RatioEstimate.ratio(JointTotals(Self.numerator, Self.uncertain))
    guard case .defined(let estimate, .fieller) = ratio,
      case .exterior(let gap) = estimate.confidence
    else { throw Unexpected(ratio: ratio) }
    #expect(estimate.value == 12.5)
    #expect(estimate.interval == nil)
    #expect(relativeError(gap, -4.276569622227336, 2.677969792790432) < 1e-10)
    #expect(estimate.confidence.excludes(0))
    #expect(!estimate.confidence.excludes(12.5))
  }

  @Test func `when both totals may be zero, nothing is excluded`() throws {
    let ratio = try RatioEstimate.ratio(
      JointTotals([3, -4, 1, -6, 2, 3, -5, 1], Self.uncertain))
    guard case .defined(let estimate, .fieller) = ratio else { throw Unexpected(ratio: ratio) }
    #expect(estimate.confidence == .unbounded)
    #expect(!estimate.confidence.excludes(1_000))
  }

  @Test func `95% Fieller sets cover the true ratio in 95% of samples`() throws {
    let (seed, repetitions): (UInt64, Int) = (11, 20_000)
    var generator = Congruential(state: seed)
    var (covered, bounded) = (0, 0)
    for _ in 0..<repetitions {
      // x: mean 1,000, y: mean 500, both with standard deviation 1,000 over ten units.
      let x = (0..<10).map { _ in generator.bell() - 4_994 }
      let y = (0..<10).map { _ in generator.bell() - 5_494 }
      guard let estimate = try RatioEstimate.ratio(JointTotals(x, y)).estimate else { continue }
      covered += estimate.confidence.excludes(2) ? 0 : 1
      bounded += estimate.interval == nil ? 0 : 1
    }
    let share = Double(covered) / Double(repetitions)
    #expect(abs(share - 0.95) < 0.0046, "seed \(seed): \(share)")
    #expect(bounded > repetitions / 10 && bounded < repetitions * 9 / 10, "all cases are met")
  }
}
