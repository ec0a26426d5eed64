import Statistics
import Testing

struct RatioEstimateTests {
  static let difference = SampleTotals(count: 10, sum: 42, sumOfSquares: 614)
  static let control = SampleTotals(count: 10, sum: 1_036, sumOfSquares: 108_158)
  static let arm = SampleTotals(count: 10, sum: 1_078, sumOfSquares: 117_052)

  // NumPy, from residuals r = x − R·y: se = sem(r) / |mean(y)|; t quantile of SciPy 1.17.1.
  @Test func `the delta interval is that of the residuals`() throws {
    let ratio = try RatioEstimate.ratio(
      JointTotals(first: Self.arm, second: Self.control, crossProducts: 112_298))
    let estimate = try #require(ratio.estimate)
    #expect(relativeError(estimate.value, 1.0405405405405406) < 1e-15)
    #expect(try relativeError(#require(estimate.standardError), 0.021729127046285792) < 1e-12)
    #expect(relativeError(estimate.interval, 0.9913858401514329, 1.089695240929648) < 1e-11)
    guard case .defined(_, .delta) = ratio else { throw Unexpected(ratio: ratio) }
  }

  @Test(arguments: try ReferenceRow.all("ratio"))
  func `a ratio and its error are tea-tasting's`(row: ReferenceRow) throws {
    let ratio = try RatioEstimate.ratio(JointTotals(try row.integers(0), try row.integers(1)))
    let estimate = try #require(ratio.estimate)
    #expect(try relativeError(estimate.value, row.number(2)) < 1e-14)
    #expect(try relativeError(#require(estimate.standardError), row.number(3)) < 1e-11)
  }

  @Test func `a relative difference is the same from the difference and from both arms`() throws {
    let fromDifference = try RatioEstimate.relativeDifference(
      difference: Self.difference, control: Self.control, crossProducts: 4_140)
    let fromArms = try RatioEstimate.relativeDifference(
      arm: Self.arm, control: Self.control, crossProducts: 112_298)
    #expect(fromDifference == fromArms)
    let estimate = try #require(fromArms.estimate)
    #expect(relativeError(estimate.value, 0.04054054054054054) < 1e-15)
    #expect(relativeError(estimate.interval, -0.008614159848567053, 0.08969524092964815) < 1e-11)
  }

  @Test func `identical arms have a relative difference of exactly zero`() throws {
    let ratio = try RatioEstimate.relativeDifference(
      arm: Self.control, control: Self.control, crossProducts: Self.control.sumOfSquares)
    #expect(ratio.estimate?.value == 0)
    #expect(ratio.estimate?.standardError == 0)
    #expect(ratio.estimate?.interval == Interval(lower: 0, upper: 0))
  }

  @Test func `a total of zero below the line is undefined, whatever stands above`() throws {
    #expect(try RatioEstimate.ratio(JointTotals([1, 2, 3], [0, 0, 0])) == .undefined)
    #expect(try RatioEstimate.ratio(JointTotals([0, 0], [5, -5])) == .undefined)
    #expect(try RatioEstimate.ratio(JointTotals([0], [0])) == .undefined)
  }

  @Test func `one unit gives a ratio and an unknown interval`() throws {
    let estimate = try #require(try RatioEstimate.ratio(JointTotals([3], [4])).estimate)
    #expect(estimate.value == 0.75)
    #expect(estimate.standardError == nil)
    #expect(estimate.confidence == .unknown)
  }

  @Test func `95% delta intervals cover the true ratio in 95% of samples`() throws {
    let (seed, repetitions): (UInt64, Int) = (7, 20_000)
    var generator = Congruential(state: seed)
    var covered = 0
    for _ in 0..<repetitions {
      let shared = (0..<20).map { _ in generator.bell() }
      let totals = JointTotals(
        shared.map { $0 + 2 * generator.bell() }, shared.map { $0 + generator.bell() })
      let estimate = try RatioEstimate.ratio(totals).estimate
      covered += estimate?.interval?.contains(1.5) == true ? 1 : 0
    }
    // Three standard errors of a share of 95% are 0.0046; the method is first order, so 0.01.
    let share = Double(covered) / Double(repetitions)
    #expect(abs(share - 0.95) < 0.01, "seed \(seed): \(share)")
  }
}

/// A result of the wrong case.
struct Unexpected: Error {
  let ratio: RatioEstimate
}
