import CommunitySimulation
import MemberPopulation
import Testing

@testable import Measurement

/// What must not change a result does not change a bit of it.
@Suite struct SameBitsTests {
  @Test(arguments: 1...16)
  func `quoting occasions above the ceiling, too, gives the same tally`(seed: Int) throws {
    var plan = try Town.random(seed: UInt64(seed)).plan()
    let quick = plan.lived()
    plan.quotesEverything = true
    let thorough = plan.lived()
    #expect(quick.tally.canonicalBytes == thorough.tally.canonicalBytes, "seed \(seed)")
    #expect(quick.work.occasionArms == thorough.work.occasionArms, "seed \(seed)")
    #expect(quick.work.quotedArms <= thorough.work.quotedArms, "seed \(seed)")
  }

  @Test func `most impulses are above the ceiling and never quoted`() throws {
    var plan = try Town.rich(arms: [0, 1], seed: 4).plan()
    let quick = plan.lived().work.quotedArms
    plan.quotesEverything = true
    #expect(Double(quick) < 0.5 * Double(plan.lived().work.quotedArms))
  }

  @Test(arguments: 1...8)
  func `communities may be lived in any order and merged in any grouping`(seed: Int) throws {
    let plan = try Town.random(seed: UInt64(seed)).plan()
    let whole = plan.live()
    var random = TestRandom(seed: UInt64(seed))
    let order = random.shuffle(Array(0..<plan.communities.communityCount))
    #expect(plan.live(order).canonicalBytes == whole.canonicalBytes, "seed \(seed)")
    let cut = random.below(order.count + 1)
    var left = plan.live(Array(order[..<cut]))
    left.merge(plan.live(Array(order[cut...])))
    #expect(left.canonicalBytes == whole.canonicalBytes, "seed \(seed), cut at \(cut)")
    var parts = Tally(layout: plan.layout)
    for community in order { parts.merge(plan.live([community])) }
    #expect(parts.canonicalBytes == whole.canonicalBytes, "seed \(seed)")
  }

  @Test(arguments: 1...6)
  func `an arm's tally does not depend on the other arms`(seed: Int) throws {
    var town = Town.random(seed: UInt64(seed))
    town.arms = [1, 2, 3]
    let three = try town.plan().live()
    town.arms = [1, 3, 2, 0]
    let four = try town.plan().live()
    #expect(three.arms[0].numbers == four.arms[0].numbers, "seed \(seed)")
    #expect(three.arms[1].numbers == four.arms[2].numbers, "seed \(seed)")
    #expect(three.arms[2].numbers == four.arms[1].numbers, "seed \(seed)")
    #expect(three.products[1] == four.products[2], "seed \(seed)")
  }

  @Test(arguments: 1...4)
  func `a person's luck does not depend on who else is there`(seed: Int) throws {
    var town = Town.rich(arms: [0, 1, 2], seed: UInt64(seed))
    // People of a population of members alone keep their numbers however they are grouped.
    (town.members, town.prospects, town.arrivals, town.storeEffect) = (60, 0, 0, 0)
    let tallies = try [60, 13, 1].map { size in
      town.membersPerCommunity = size
      // What a community rounds is rounded once for all of it: the face value alone may differ.
      return try town.plan().live().arms.map(\.withoutRounding)
    }
    #expect(tallies[0] == tallies[1], "seed \(seed)")
    #expect(tallies[0] == tallies[2], "seed \(seed): everybody alone")
  }

  @Test func `another replication and another seed are other luck`() throws {
    var town = Town.rich(arms: [0, 1], seed: 9)
    let first = try town.plan().live()
    let second = try town.plan().live(replication: 1)
    town.seed = 10
    let third = try town.plan().live()
    #expect(first != second && first != third && second != third)
  }
}

extension SimulationPlan {
  /// All communities, with the work that they were.
  fileprivate func lived() -> (tally: Tally, work: WorkCount) {
    var tally = Tally(layout: layout)
    var work = WorkCount()
    for community in 0..<communities.communityCount {
      simulate(community: community, replication: 0, into: &tally, work: &work)
    }
    return (tally, work)
  }
}

extension ArmTally {
  /// All counts, whatever the shape says of other arms.
  fileprivate var numbers: [[Int64]] {
    [totals, daily, cells, movements, orderDifferences, wearAtExposure]
  }

  fileprivate var withoutRounding: ArmTally {
    var copy = self
    copy[.outstandingMinor] = 0
    return copy
  }
}
