import IncentiveEngine
import Testing
import Timeline

/// The oracle: a slow, obvious reference implementation agrees with the engine on 100,000 small
/// cases, each a short life of one member under a random scheme.
///
/// A failure names its seed; a debug build, forty times slower, looks at a fiftieth of the cases.
@Suite("The oracle of 100,000 random small cases")
struct OracleTests {
  #if DEBUG
  static let caseCount = 2_000
  #else
  static let caseCount = 100_000
  #endif
  private static let shares = 8
  /// Members who live under one scheme at the same time; assumption: so many that making schemes is
  /// the lesser part of the work.
  private static let membersPerScheme = 20

  @Test(arguments: 1...UInt64(shares))
  func `Earning, expiry, stacking, tiers, stamps, budgets and refunds are what the reference says`(
    share: UInt64
  ) throws {
    var (cases, refunds, life) = (0, 0, UInt64(0))
    while cases < Self.caseCount / Self.shares {
      let seed = share << 32 | life
      var random = TestRandom(seed: seed)
      var scheme = Scheme.random(&random, offersBelow: 4)
      scheme.refunds = .random(&random)
      scheme.refunds?.earned = RefundPolicy.Earned.allCases[random.below(3)]
      scheme.points?.listRules(&random, tierCount: scheme.tiers?.tiers.count ?? 0)
      if random.chance(50) { scheme.fillCard(&random) }
      if random.chance(50) { scheme.limitBudgets(&random) }
      scheme.varyExpiry(&random)
      var lives = try RandomYear(
        [scheme], accountCount: Self.membersPerScheme,
        lastDay: day(2026, 1, 20).advanced(by: random.below(100)))
      (lives.joining, lives.returning) = (80, 45)
      _ = lives.run(&random, ordersPerAccount: 45)
      guard lives.faults.isEmpty else {
        Issue.record("seed \(seed): \(lives.faults.prefix(5)) under \(scheme)")
        return
      }
      refunds += lives.refundCount
      cases += Self.membersPerScheme
      life += 1
    }
    #expect(refunds > cases)
  }
}
