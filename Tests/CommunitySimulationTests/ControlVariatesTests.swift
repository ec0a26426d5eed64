import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Randomness
import Scenarios
import Testing

@testable import CommunitySimulation

/// What is known of people before they live, against what the scenario's distributions expect.
@Suite struct ControlVariatesTests {
  /// The variates of all communities, by variate.
  private static func variates(of town: Town) throws -> [[Double]] {
    let plan = try town.plan()
    let draws = Draws(seed: town.seed, replication: 0)
    let rows = (0..<plan.communities.communityCount).map { index in
      plan.variates(
        of: plan.people(of: plan.communities.community(index), index: index, draws: draws))
    }
    return ControlVariate.allCases.map { variate in rows.map { Double($0[variate.rawValue]) / 1e6 }
    }
  }

  private static func town(
    _ segments: [(profile: MemberProfile, share: Double)], seed: UInt64
  ) -> Town {
    var town = Town(segments: segments, members: 40_000, prospects: 16_000, arrivals: 8_000)
    town.membersPerCommunity = 50
    town.historyDays = 100
    town.storeEffect = 0.3
    town.seed = seed
    return town
  }

  /// Mean zero is what the whole method rests on.
  private static func expectZeroMeans(_ found: [[Double]], _ about: String) {
    for (variate, values) in zip(ControlVariate.allCases, found) {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      #expect(variance > 0, "\(variate) varies, \(about)")
      #expect(abs(mean) < 4.5 * (variance / count).squareRoot(), "\(variate): \(mean), \(about)")
    }
  }

  @Test(arguments: Preset.all)
  func `each is zero on average under every preset`(preset: Preset) throws {
    let town = Self.town([(preset.profile, 1)], seed: 5)
    Self.expectZeroMeans(try Self.variates(of: town), "seed 5")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `each is zero on average where segments, families, stores and falling response mix`(
    seed: UInt64
  ) throws {
    let found = try Self.variates(of: Self.town(Town.livelySegments, seed: seed))
    Self.expectZeroMeans(found, "seed \(seed)")
  }

  @Test func `they count who reacts and who is a member, by hand`() throws {
    let town = Self.town([(Preset.cdnow.profile, 1)], seed: 9)
    let plan = try town.plan()
    let people = plan.people(
      of: plan.communities.community(0), index: 0, draws: Draws(seed: 9, replication: 0))
    let population = Preset.cdnow.profile.population
    let mean = population.value(.rateShape) / population.value(.rateScale)
    func excess(_ counted: (Person) -> Bool) -> Double {
      people.filter(counted).reduce(0) { $0 + $1.traits.needsPerWeek / mean - 1 }
    }
    let found = plan.variates(of: people).map { Double($0) / 1e6 }
    #expect(abs(found[ControlVariate.needs.rawValue] - excess { _ in true }) < 1e-5)
    #expect(abs(found[ControlVariate.needsOfOthers.rawValue] - excess { !$0.isMember }) < 1e-5)
  }

  @Test func `a catalogue's baskets are alike, so spending tells nothing beyond needs`() throws {
    var town = Self.town([(Preset.groceryHabit.profile, 1)], seed: 2)
    town.hasCatalogue = true
    let found = try Self.variates(of: town)
    for variate in [ControlVariate.spend, .reactingSpend, .spendOfOthers, .reactingSpendOfOthers] {
      #expect(found[variate.rawValue].allSatisfy { $0 == 0 })
    }
    #expect(found[ControlVariate.needs.rawValue].contains { $0 != 0 })
  }

  @Test(arguments: [2.0, 2.2])
  func `spending without a variance, or with a wild one, is left out`(shape: Double) throws {
    var profile = Preset.cdnow.profile
    profile.population.parameters[.spendScaleShape] = Parameter(shape, .notStated, source: "")
    let found = try Self.variates(of: Self.town([(profile, 1)], seed: 3))
    #expect(found[ControlVariate.spend.rawValue].allSatisfy { $0 == 0 })
    #expect(found[ControlVariate.reactingNeeds.rawValue].contains { $0 != 0 })
  }

  @Test func `where nobody responds, response tells nothing`() throws {
    var profile = Preset.cdnow.profile
    profile.behavior.parameters[.unresponsiveShare] = Parameter(1, .notStated, source: "")
    let found = try Self.variates(of: Self.town([(profile, 1)], seed: 4))
    #expect(found[ControlVariate.reactingNeeds.rawValue].allSatisfy { $0 == 0 })
    #expect(found[ControlVariate.needs.rawValue].contains { $0 != 0 })
  }

  @Test func `the tally of lived communities has the variates of its people, under any arms`()
    throws
  {
    var town = Town(members: 120, prospects: 40)
    town.membersPerCommunity = 40
    town.days = 30
    let one = try town.plan().live()
    town.schemes = [.none, RichSchemes.full]
    town.arms = [0, 1]
    let two = try town.plan().live()
    let found = try Self.variates(of: town)
    for (variate, values) in zip(ControlVariate.allCases, found) {
      let sum = values.reduce(0) { $0 + Int128(($1 * 1e6).rounded()) }
      #expect(one.variates.sums[variate.rawValue] == sum)
      #expect(two.variates.sums[variate.rawValue] == sum)
    }
  }
}
