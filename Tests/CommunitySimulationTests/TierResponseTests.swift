import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing

/// What tiers move beside their prices: rises, falls and near misses are felt.
@Suite struct TierResponseTests {
  /// A ladder by spend whose tiers are worth nothing, reviewed every 60 days: what it moves is
  /// what people feel.
  private func tally(_ off: [Submodel], falls: Bool = true) throws -> Tally {
    var town = Town()
    town.segments = [(Preset.groceryPromotions.profile, 1)]
    town.members = 2000
    town.membersPerCommunity = 1000
    town.switchedOff = off
    let ladder = TierLadder(
      tiers: [
        Tier(name: "basic", threshold: 0), Tier(name: "silver", threshold: 30_000),
        Tier(name: "gold", threshold: 90_000),
      ], basis: .spend,
      review: falls ? TierReview(cycle: .everyDays(60, from: town.firstDay)) : nil)
    town.schemes = [.none, Scheme(name: "tiers", tiers: ladder)]
    town.arms = [0, 1]
    return try town.plan().live()
  }

  @Test func `P26, P27: rises bring orders, falls and near misses lose some`() throws {
    let felt = try tally([.pantry])
    #expect(felt.violations == [])
    let gained = felt.arms[1][.gainedOrders]
    let lost = felt.arms[1][.lostOrders]
    #expect(gained > 20 && lost > 20, "\(gained) gained, \(lost) lost")
    // Where nobody falls or misses, nobody is hurt.
    let kept = try tally([.pantry], falls: false)
    #expect(kept.arms[1][.lostOrders] == 0 && kept.arms[1][.gainedOrders] > 20)
  }

  @Test func `without the sub-model a ladder that is worth nothing moves nothing`() throws {
    let unfelt = try tally([.tierFeeling]).arms[1]
    #expect(unfelt[.gainedOrders] == 0 && unfelt[.lostOrders] == 0)
  }
}
