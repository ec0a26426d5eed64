import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Randomness
import Testing
import Timeline

@testable import CommunitySimulation

/// What members do that is no order: the same opportunities in every arm, taken for the points.
@Suite struct ErrandTests {
  /// Three arms: nothing, few points and many for sharing.
  private static func town(pull: Double = 4, seed: UInt64 = 7) throws -> SimulationPlan<
    LoyaltyEngine
  > {
    var town = Town()
    town.seed = seed
    town.days = 90
    town.schemes =
      [.none]
      + [10, 100].map { points in
        Scheme(
          name: "share",
          points: PointsProgram(
            earn: .perItem(.zero),
            redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)),
            interactions: [InteractionRule(name: "share", points: Points(points))]))
      }
    town.arms = [0, 1, 2]
    var plan = try town.plan()
    plan.errandStreams = [
      ErrandStream(
        kind: .interaction(rules: [-1, 0, 0]),
        response: ErrandResponse(
          perWeek: 1, spontaneousShare: 0.2, pull: pull, minorPerMajor: 100),
        purpose: .interaction, number: 0)
    ]
    return plan
  }

  private static func errands(_ plan: SimulationPlan<LoyaltyEngine>) -> [Errand] {
    let draws = Draws(seed: plan.seed, replication: 0)
    let people = plan.people(of: plan.communities.community(0), index: 0, draws: draws)
    return plan.errands(of: people, draws: draws)
  }

  @Test func `opportunities come in time order, at their rate, and only within the horizon`() throws
  {
    let plan = try Self.town()
    let errands = Self.errands(plan)
    #expect(zip(errands, errands.dropFirst()).allSatisfy { $0.minute <= $1.minute })
    #expect(errands.allSatisfy { plan.horizon.start.index <= $0.minute })
    #expect(errands.allSatisfy { $0.minute < plan.horizon.end.index })
    // 100 people, 90 days: 1,286 expected, standard deviation 36.
    let expected = 1_286
    #expect(abs(errands.count - expected) < 4 * 36)
  }

  @Test func `another stream leaves the opportunities of the first as they were`() throws {
    var plan = try Self.town()
    let alone = Self.errands(plan)
    var other = plan.errandStreams[0]
    other.number = 1
    plan.errandStreams.append(other)
    #expect(Self.errands(plan).filter { $0.stream == 0 } == alone)
    #expect(Self.errands(plan).count > alone.count)
  }

  @Test(arguments: [1, 2, 3])
  func `more points, more interactions; none without a rule`(seed: UInt64) throws {
    let tally = try Self.town(seed: seed).live()
    #expect(tally.violations == [], "seed \(seed)")
    // Purchases earn nothing here, so points count interactions.
    let issued = tally.arms.map { $0[.pointsIssued] }
    #expect(issued[0] == 0)
    #expect(issued[1] % 10 == 0)
    let few = issued[1] / 10
    let many = issued[2] / 100
    // 300 members, 90 days, a fifth of the opportunities without points: 771 expected, deviation 25.
    #expect(few > 671)
    #expect(many > few, "seed \(seed)")
  }

  @Test func `switched off, points change nothing: a fifth of the opportunities is taken`() throws {
    let plan = try Self.town(pull: 0)
    let draws = Draws(seed: plan.seed, replication: 0)
    let reaction = plan.segments[0].reaction
    for response in [0, 1, 3.0] {
      let taken = (0..<10_000).count { index in
        let mark = draws.uniform(
          at: DrawAddress(subject: 1, purpose: .interaction, occurrence: UInt32(index)))
        return reaction.takes(
          plan.errandStreams[0].response, worthMinor: 500, response: response, mark: mark)
      }
      // Standard deviation 40.
      #expect(abs(taken - 2_000) < 160)
    }
  }
}
