import Randomness
import Statistics
import Testing

/// Planted truths that 95% intervals must hold in 92 to 98% of 500 seeds.
///
/// 40 communities, each with its own level of activity (gamma, shape 4): control has Poisson(30)
/// orders of which Poisson(12) more are repeated; the arm has all of that, and Poisson(3) orders of
/// which Poisson(2) are repeated more. So a community gains 3 orders, 10%; repeat orders per
/// order are 12/30 in control and 14/33 in the arm.
struct RecoveryTests {
  static let seeds: ClosedRange<UInt64> = 1...500
  static let band = 460...490

  /// One row of four quantities a community: repeated orders and orders of the arm, then of control.
  private static func world(_ seed: UInt64) -> [[Int]] {
    let draws = Draws(seed: seed, replication: 0)
    return (0..<40).map { unit in
      let factor = Luck.factor(draws, unit: unit, shape: 4)
      func count(_ reason: UInt32, _ mean: Double) -> Int {
        Luck.count(draws, unit: unit, reason: reason, mean: mean * factor)
      }
      let (orders, repeated) = (count(0, 30), count(1, 12))
      return [repeated + count(3, 2), orders + count(2, 3), repeated, orders]
    }
  }

  private static func covered(_ interval: ([[Int]]) throws -> Interval?, _ truth: Double) throws
    -> Int
  {
    try seeds.count { try interval(world($0))?.contains(truth) == true }
  }

  @Test func `a mean difference`() throws {
    let held = try Self.covered(
      { try PairedDifference.mean(SampleTotals($0.map { $0[1] - $0[3] })).interval }, 3)
    #expect(Self.band.contains(held), "seeds \(Self.seeds): \(held)")
  }

  @Test func `a relative lift`() throws {
    let held = try Self.covered(
      { world in
        try RatioEstimate.relativeDifference(
          arm: SampleTotals(world.map { $0[1] }), control: SampleTotals(world.map { $0[3] }),
          crossProducts: JointTotals(world.map { $0[1] }, world.map { $0[3] }).crossProducts
        ).estimate?.interval
      }, 0.1)
    #expect(Self.band.contains(held), "seeds \(Self.seeds): \(held)")
  }

  @Test func `a ratio in one arm`() throws {
    let held = try Self.covered(
      { world in
        try RatioEstimate.ratio(JointTotals(world.map { $0[0] }, world.map { $0[1] }))
          .estimate?.interval
      }, 14.0 / 33)
    #expect(Self.band.contains(held), "seeds \(Self.seeds): \(held)")
  }

  @Test func `the difference of two ratios`() throws {
    let held = try Self.covered(
      { try PairedRatios($0).difference()?.interval }, 14.0 / 33 - 12.0 / 30)
    #expect(Self.band.contains(held), "seeds \(Self.seeds): \(held)")
  }

  @Test func `the relative difference of two ratios`() throws {
    let held = try Self.covered(
      { try PairedRatios($0).relativeDifference()?.interval }, (14.0 / 33) / (12.0 / 30) - 1)
    #expect(Self.band.contains(held), "seeds \(Self.seeds): \(held)")
  }
}
