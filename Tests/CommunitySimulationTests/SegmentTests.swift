import MemberPopulation
import Randomness
import Statistics
import Testing

@testable import CommunitySimulation

@Suite struct SegmentTests {
  @Test(arguments: [1, 2, 3])
  func `people are spread over segments by their shares`(seed: UInt64) throws {
    var town = Town(segments: Town.livelySegments, members: 20_000)
    town.membersPerCommunity = 20_000
    town.seed = seed
    let plan = try town.plan()
    let people = plan.people(
      of: plan.communities.community(0), index: 0, draws: Draws(seed: seed, replication: 0))
    var counts = Array(repeating: 0, count: 4)
    for person in people { counts[Int(person.traits.segment)] += 1 }
    let fit = try GoodnessOfFit(observed: counts, expected: [8000, 6000, 4000, 2000])
    #expect(fit.pValue > 0.001, "seed \(seed): \(counts)")
  }

  @Test func `everybody at one store shares its effect, whose mean is one`() throws {
    var town = Town(members: 3000)
    town.membersPerCommunity = 1
    let plain = try town.plan()
    town.storeEffect = 0.5
    let varied = try town.plan()
    let draws = Draws(seed: town.seed, replication: 0)
    let effects = (0..<3000).map { index in
      let community = plain.communities.community(index)
      let without = plain.people(of: community, index: index, draws: draws)[0]
      let with = varied.people(of: community, index: index, draws: draws)[0]
      return with.traits.needsPerWeek / without.traits.needsPerWeek
    }
    // Lognormal of mean 1: variance e^0.25 − 1 = 0.2840254.
    let mean = effects.reduce(0, +) / 3000
    #expect(abs(mean - 1) < 4 * (0.284_025_4 / 3000).squareRoot(), "mean \(mean)")
    town.membersPerCommunity = 3000
    let together = try town.plan()
    let plainPeople = plain.people(of: plain.communities.community(5), index: 5, draws: draws)
    let others = together.people(of: together.communities.community(0), index: 0, draws: draws)
    let ratio = others[5].traits.needsPerWeek / plainPeople[0].traits.needsPerWeek
    #expect(abs(ratio - effects[0]) < 1e-12, "person 5 shares the effect of store 0")
  }
}
