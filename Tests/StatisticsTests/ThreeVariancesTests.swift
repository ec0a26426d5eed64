import Randomness
import Statistics
import Testing

/// The three uncertainties of D9, found again where they were planted.
struct ThreeVariancesTests {
  static let (communities, replications) = (20, 10)

  /// Differences of a community: normal, mean 50 and standard deviation 200, rounded.
  private static func differences(_ seed: UInt64, mean: Double = 50) -> [[Int]] {
    (0..<replications).map { replication in
      let draws = Draws(seed: seed, replication: UInt32(replication))
      return (0..<communities).map { Luck.normal(draws, unit: $0, mean: mean, deviation: 200) }
    }
  }

  private static func byCommunity(_ differences: [[Int]]) -> TwoLevelSpread {
    TwoLevelSpread(
      differences: SampleTotals(differences.flatMap { $0 }), communities: communities,
      replications: replications)
  }

  private static func byReplication(_ differences: [[Int]]) -> TwoLevelSpread {
    TwoLevelSpread(
      differences: SampleTotals(differences.map { $0.reduce(0, +) }), communities: 1,
      replications: replications)
  }

  @Test func `communities and replications tell the same simulation noise`() throws {
    let seeds: ClosedRange<UInt64> = 1...500
    var (clusters, replications, within) = (0.0, 0.0, 0)
    for seed in seeds {
      let world = Self.differences(seed)
      let (fine, coarse) = (Self.byCommunity(world), Self.byReplication(world))
      #expect(fine.total == coarse.total)
      let noises = (try #require(fine.simulationNoise), try #require(coarse.simulationNoise))
      clusters += noises.0 * noises.0
      replications += noises.1 * noises.1
      // The squares' ratio is F with 9 and 199 degrees but for their overlap; scipy.stats.f.ppf gives
      // 0.297 and 2.184 as the 2.5% and 97.5% points.
      let ratio = noises.1 * noises.1 / (noises.0 * noises.0)
      within += (0.297...2.184).contains(ratio) ? 1 : 0
    }
    // (a)² = 200²·20/10 = 80,000; its standard error over 500 seeds is √(2/9/500) = 2.1% from ten
    // replications, √(2/199/500) = 0.45% from 200 communities. Three of each.
    let count = Double(seeds.count)
    #expect(abs(clusters / count / 80_000 - 1) < 0.0135, "seeds \(seeds)")
    #expect(abs(replications / count / 80_000 - 1) < 0.063, "seeds \(seeds)")
    #expect((460...495).contains(within), "seeds \(seeds): \(within)")
  }

  /// Each draw of the parameters moves the mean of a community by a normal 30, and so the total of
  /// 20 communities by (c) = 600; (b) = 200·√20 = 894; (a) = (b)/√10.
  @Test func `the variance of outcomes is (b)² + (c)², that of runs (a)² + (c)²`() throws {
    let seeds: ClosedRange<UInt64> = 1...2_000
    var totals: [Double] = []
    var outcomes: [Double] = []
    var (noise, spread) = (0.0, 0.0)
    for seed in seeds {
      let mean = Draws(seed: seed, replication: 1_000_000).normal(
        mean: 50, standardDeviation: 30,
        at: DrawAddress(subject: 0, purpose: Purpose(rawValue: 9)))
      let world = Self.differences(seed, mean: mean)
      let levels = Self.byCommunity(world)
      totals.append(levels.total)
      outcomes.append(Double(world[0].reduce(0, +)))
      let (a, b) = (try #require(levels.simulationNoise), try #require(levels.outcomeSpread))
      // The formula's own identity: (b)² is replications times (a)².
      #expect(relativeError(b * b, Double(Self.replications) * a * a) < 1e-12)
      noise += a * a
      spread += b * b
    }
    let count = Double(seeds.count)
    let parameters = Self.variance(totals) - noise / count
    // The standard error of a variance over 2,000 draws is √(2/2,000) = 3.2% of it; three of them.
    #expect(abs(parameters / 360_000 - 1) < 0.12, "seeds \(seeds): \(parameters)")
    let sum = spread / count + 360_000
    #expect(abs(Self.variance(outcomes) / sum - 1) < 0.095, "seeds \(seeds)")
    #expect(abs(Self.variance(totals) / (noise / count + 360_000) - 1) < 0.095, "seeds \(seeds)")
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
