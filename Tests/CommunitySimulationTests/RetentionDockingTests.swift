import CommunitySimulation
import IncentiveEngine
import MemberBehavior
import MemberPopulation
import Scenarios
import Testing
import Timeline

/// P10: retention rises with tenure though nobody's churn changes, as in the shifted beta-geometric
/// model of contracts (Fader & Hardie 2007, Journal of Interactive Marketing 21:76–90).
///
/// A need is a renewal: everybody has a dropout probability for life, drawn anew by nobody, and the
/// dropouts leave.
@Suite struct RetentionDockingTests {
  /// S(1) to S(12) of a = 0.668, b = 3.806: the product of (b + i − 1) ÷ (a + b + i − 1).
  static let survival = [
    0.8507, 0.7469, 0.6698, 0.6100, 0.5619, 0.5223, 0.4889, 0.4605, 0.4358, 0.4142, 0.3951, 0.3780,
  ]
  static let people = 40_000

  /// The share of people who renew after their n-th need, for n from 1 to 12.
  static func survivors(seed: UInt64) -> [Double] {
    var profile = Preset.cdnow.profile
    let renewals: [PopulationParameter: Double] = [
      // A renewal a week with little between people: everybody could renew twelve times in time.
      .rateShape: 1000, .rateScale: 1000, .dropoutA: 0.668, .dropoutB: 3.806,
    ]
    for (name, value) in renewals {
      profile.population.parameters[name] = Parameter(value, .notStated, source: "")
    }
    // Almost every visit is a need: hardly an impulse is drawn in vain.
    profile.behavior.parameters[.baselineConversion] = Parameter(0.9, .notStated, source: "")
    var town = Town(segments: [(profile, 1)], members: people, membersPerCommunity: 1000)
    town.days = 40 * 7
    town.seed = seed
    let plan = town.plan(under: NoIncentives())
    var reached = Array(repeating: 0, count: 14)
    for community in 0..<plan.communities.communityCount {
      let book = plan.watch(
        community: community, replication: 0, arm: 0,
        observer: OrderCounts(people: 1000, before: plan.horizon.end))
      for count in book.counts { for need in 0...min(count, 13) { reached[need] += 1 } }
    }
    return (2...13).map { Double(reached[$0]) / Double(people) }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `P10: survival over twelve renewals is the closed form's, 37.8% in the end`(seed: UInt64) {
    let survivors = Self.survivors(seed: seed)
    for (year, (share, expected)) in zip(survivors, Self.survival).enumerated() {
      let error = (expected * (1 - expected) / Double(Self.people)).squareRoot()
      #expect(
        abs(share - expected) < 3.5 * error,
        "seed \(seed), renewal \(year + 1): \(share), closed form \(expected) ± \(error)")
    }
    // Retention rises: what is left keeps better than what was.
    let retention = [survivors[0]] + zip(survivors.dropFirst(), survivors).map { $0 / $1 }
    #expect(retention[0] < retention[1] && retention[1] < retention[3], "seed \(seed)")
    #expect(retention[3] < retention[7] && retention[7] < retention[11], "seed \(seed)")
  }
}
