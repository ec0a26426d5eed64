import Measurement
import Scenarios
import Statistics
import Testing

@testable import Experiments

/// (c) = √max(0, variance over draws − (a)²), by hand.
@Suite struct ParameterSpreadTests {
  /// A linear toy, y = 10·θ: θ = 1 and 3 make 10 and 30, whose variance is (10² + 10²) ÷ 1 = 200.
  ///
  /// Noises of 6 and 8 have mean squares of (36 + 64) ÷ 2 = 50, so (c) = √150.
  @Test func `two draws of a linear toy have the spread that is worked out by hand`() throws {
    let spread = try #require(ParameterSpread(values: [10, 30], noises: [6, 8]))
    #expect(spread.outerVariance == 200)
    #expect(spread.innerVariance == 50)
    #expect(spread.standardDeviation == 150.0.squareRoot())
  }

  @Test func `noise that explains all variance leaves nothing, never a negative`() throws {
    let spread = try #require(ParameterSpread(values: [10, 12], noises: [2, 2]))
    #expect(spread.standardDeviation == 0)
    #expect(ParameterSpread(values: [10], noises: [1]) == nil)
    #expect(ParameterSpread(values: [10, 12], noises: []) == nil)
  }

  private static func uncertainty(_ draws: [[Int64]]) throws -> ParameterUncertainty {
    ParameterUncertainty(
      try draws.map { try TinyComparison([$0]).comparison },
      parameters: DrawnParameters(drawnCount: 1, held: []), digest: "", resumedDraws: 0)
  }

  /// Orders beyond control's by community of 100 members: [2, 4, 2, 4] is 0.03 a member, [6, 8, 6, 8]
  /// is
  /// 0.07; their variance is 2 · 0.02² = 0.0008.
  ///
  /// A draw's differences have a variance of 4/3 in
  /// each community's sum, so the mean per member has (4/3) ÷ 4 ÷ 100² = 1/30,000.
  @Test func `arms are compared in every draw, and intervals widen by what draws differ in`() throws
  {
    let found = try Self.uncertainty([[2, 4, 2, 4], [6, 8, 6, 8]])
    let spread = try #require(found.ofDifference(.ordersPerMember, arm: 1))
    #expect(abs(spread.outerVariance - 0.0008) < 1e-12)
    #expect(abs(spread.innerVariance - 1.0 / 30_000) < 1e-12)
    let tiny = try TinyComparison([[2, 4, 2, 4]])
    let widened = try tiny.comparison.widened(by: found)
    let before = try #require(tiny.comparison.arms[1][.ordersPerMember].difference.interval)
    let after = try #require(widened.arms[1][.ordersPerMember].difference.interval)
    // t with one degree of freedom is 12.7062; the half-widths add in squares.
    let part = 12.706205 * (0.0008 - 1.0 / 30_000).squareRoot()
    let half = (before.halfWidth * before.halfWidth + part * part).squareRoot()
    #expect(abs(after.halfWidth - half) < 1e-6)
    #expect(widened.arms[1][.lostOrdersPerMember].difference.value == 0)
  }

  private static let goal = Line(
    metric: .ordersPerMember, role: .goal, reference: .arm("control"), condition: .up)

  private static func verdict(_ draws: [[Int64]]) throws -> ArmVerdict {
    let tiny = try TinyComparison([[5, 6, 5, 6]])
    let widened = try tiny.comparison.widened(by: uncertainty(draws))
    return ArmVerdict(
      arm: "growth", judgements: tiny.judge(goal), health: tiny.health, replications: 10,
      statesParameterUncertainty: true,
      widened: ExpectationJudge(widened, currency: tiny.currency).judge([goal]))
  }

  @Test func `an arm ships only if its goals are met with (c) in the intervals`() throws {
    let alike = try Self.verdict([[5, 6, 5, 6], [6, 5, 6, 5], [5, 6, 6, 5]])
    #expect(alike.status == .ship)
    let apart = try Self.verdict([[-20, -21, -20, -21], [30, 31, 30, 31]])
    #expect(apart.status == .runARealTest)
    #expect(apart.rule.contains("not with what we do not know of people (c)"))
  }
}
