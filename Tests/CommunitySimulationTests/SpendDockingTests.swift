import CommunitySimulation
import IncentiveEngine
import MemberBehavior
import MemberPopulation
import PointsLedger
import Scenarios
import Statistics
import Testing

/// P11: orders of a simulated life are Gamma-Gamma with CDNOW's parameters, p = 6.25, q = 3.74,
/// γ = 15.44 (Fader & Hardie 2013, note 025).
@Suite struct SpendDockingTests {
  /// Deciles of γ · beta prime (p, q), the distribution of one order over all members (SciPy).
  static let deciles = [
    11.53, 15.359, 18.9044, 22.6107, 26.7821, 31.8032, 38.3559, 48.0285, 66.4257,
  ]

  /// The first two orders of everybody who has two, in major units.
  static func pairs(seed: UInt64) -> [(first: Double, second: Double)] {
    var profile = Preset.cdnow.profile
    // Often enough that almost everybody orders twice.
    profile.population.parameters[.rateShape] = Parameter(20, .notStated, source: "")
    profile.population.parameters[.rateScale] = Parameter(20, .notStated, source: "")
    profile.population.parameters[.dropoutA] = Parameter(0.01, .notStated, source: "")
    // Almost every visit is a need: hardly an impulse is drawn in vain.
    profile.behavior.parameters[.baselineConversion] = Parameter(0.9, .notStated, source: "")
    var town = Town(segments: [(profile, 1)], members: 20_000, membersPerCommunity: 1000)
    town.days = 70
    town.seed = seed
    let plan = town.plan(under: NoIncentives())
    var pairs: [(Double, Double)] = []
    for community in 0..<plan.communities.communityCount {
      let book = plan.watch(community: community, replication: 0, arm: 0, observer: OrderBook())
      var first: [UInt32: Double] = [:]
      for order in book.orders {
        let amount = Double(order.listMinor) / 100
        if let before = first[order.person] {
          if before > 0 { pairs.append((before, amount)) }
          first[order.person] = -1
        } else {
          first[order.person] = amount
        }
      }
    }
    return pairs
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `P11: a first order has the marginal distribution`(seed: UInt64) throws {
    let amounts = Self.pairs(seed: seed).map(\.first)
    var observed = Array(repeating: 0, count: 10)
    for amount in amounts { observed[Self.deciles.count { $0 < amount }] += 1 }
    let fit = try GoodnessOfFit(
      observed: observed, expected: Array(repeating: Double(amounts.count) / 10, count: 10))
    #expect(fit.pValue > 0.001, "seed \(seed): p \(fit.pValue), \(observed)")
    // Mean pγ ÷ (q − 1) = 35.22, variance pγ²(p + q − 1) ÷ ((q − 1)²(q − 2)) = 1,025.
    let mean = amounts.reduce(0, +) / Double(amounts.count)
    #expect(abs(mean - 35.219) < 4 * (1025 / Double(amounts.count)).squareRoot(), "\(mean)")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `P11: who spends much once spends more the next time, half-way back to the mean`(
    seed: UInt64
  ) {
    // E[second | first z] = p(γ + z) ÷ (p + q − 1), in fifths of the members by their first order.
    let pairs = Self.pairs(seed: seed).sorted { $0.first < $1.first }
    let size = pairs.count / 5
    for fifth in 0..<5 {
      let group = pairs[(fifth * size)..<((fifth + 1) * size)]
      let misses = group.map { $0.second - 6.25 * (15.44 + $0.first) / (6.25 + 3.74 - 1) }
      let mean = misses.reduce(0, +) / Double(size)
      let variance = misses.reduce(0) { $0 + $1 * $1 } / Double(size)
      let error = (variance / Double(size)).squareRoot()
      #expect(abs(mean) < 4 * error, "seed \(seed), fifth \(fifth): off by \(mean) ± \(error)")
    }
  }
}
