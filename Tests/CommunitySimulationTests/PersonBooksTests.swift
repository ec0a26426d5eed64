import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing
import Timeline

@testable import CommunitySimulation

/// Each person's money, and what it adds up to.
@Suite struct PersonBooksTests {
  /// Everybody pays nine tenths: 300 members for 180 days, goods at 65% of list.
  private static func tenthOff(historyDays: Int = 0) throws -> SimulationPlan<LoyaltyEngine> {
    var town = Town(schemes: [
      .none,
      Scheme(
        name: "a tenth off",
        tiers: TierLadder(
          tiers: [Tier(name: "member", threshold: 0, price: .percent(90))], basis: .spend,
          review: TierReview(cycle: .calendar(.year)))),
    ])
    town.segments = [(Preset.dealSeekers.profile, 1)]
    town.arms = [0, 1]
    town.historyDays = historyDays
    return try town.plan()
  }

  /// What is taken off gained orders is a tenth of their list value, which is their margin ÷ 35%; each
  /// order rounds to the fen twice.
  @Test func `deadweight is what is taken off orders that control has, too`() throws {
    let tally = try Self.tenthOff().live()
    let arm = tally.arms[1]
    let gained = arm[.gainedOrders] + arm[.gainedLapsedOrders]
    #expect(gained > 50 && arm[.sharedOrders] > 50)
    let listOfGained = Double(arm[.gainedMarginMinor]) / 0.35
    #expect(abs(Double(arm[.gainedIncentiveMinor]) - listOfGained / 10) <= 3 * Double(gained))
    let shared = arm[.tierDiscountMinor] - arm[.gainedIncentiveMinor]
    let listOfShared = Double(arm[.listMinor]) - listOfGained
    #expect(abs(Double(shared) - listOfShared / 10) <= 3 * Double(arm[.orders]))
  }

  @Test func `whoever buys with a tenth off is better off, and nobody is worse off`() throws {
    let arm = try Self.tenthOff().live().arms[1]
    #expect(arm[.personsWorseOff] == 0)
    #expect(arm[.personsBetterOff] > 0 && arm[.personsBetterOff] <= 300)
  }

  @Test func `members of a cohort are new, and have no past`() throws {
    let arm = try Self.tenthOff().live().arms[1]
    let edges = SliceDimension.frequencyEdges.count + 1
    #expect(arm.slice(.persons, of: .tenure, at: 1) == 300)
    #expect(
      arm.slice(
        .persons, of: .recencyFrequency, at: SliceDimension.recencyEdgeDays.count * edges) == 300)
    #expect(arm.slice(.persons, of: .spending, at: 0) == 300)
    #expect(arm[.ordersBefore] == 0 && arm[.ordersAfter] == 0)
  }

  /// The same history under every arm: what was bought before is the same, what comes after is not.
  @Test func `orders before the start are those of the history, the same in every arm`() throws {
    let tally = try Self.tenthOff(historyDays: 400).live()
    let (control, arm) = (tally.arms[0], tally.arms[1])
    #expect(control[.ordersBefore] == arm[.ordersBefore] && arm[.ordersBefore] > 0)
    #expect(arm[.ordersAfter] > control[.ordersAfter])
    for slice in 0..<16 {
      #expect(
        control.slice(.persons, of: .recencyFrequency, at: slice)
          == arm.slice(.persons, of: .recencyFrequency, at: slice))
    }
    #expect(arm.slice(.persons, of: .spending, at: 0) < 300)
  }

  @Test(arguments: [1, 2, 3])
  func `points only become fewer after the end, and wear only rests`(seed: UInt64) throws {
    let tally = try Town.rich(arms: [1, 2], seed: seed).plan().live()
    for arm in tally.arms {
      for column in [RunOffColumn.pointsOutstanding, .wearMicro] {
        let left = RunOffColumn.days.indices.map { arm.left(column, step: $0) }
        #expect(left == left.sorted(by: >), "seed \(seed): \(column)")
      }
      #expect(arm.left(.pointsOutstanding, step: 0) > 0)
      #expect(arm.left(.pointsOutstanding, step: 0) <= arm[.pointsOutstanding])
    }
  }
}
