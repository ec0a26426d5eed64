import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Randomness
import Testing
import Timeline

@testable import CommunitySimulation

/// Members invite people they know (M33, M34): prospects of their community, each once.
@Suite struct InvitationTests {
  /// Four arms: nothing, 100 points a side for the first order, the same again, and 1,000.
  private static func town(
    accepted: Double = 0.1, perWeek: Double = 0.1, pull: Double = 0.5,
    shape: ContactShape = .complete, seed: UInt64 = 7
  ) throws -> SimulationPlan<LoyaltyEngine> {
    var town = Town(prospects: 150)
    town.seed = seed
    town.days = 90
    town.contacts = ContactModel(shape: shape, innovationPerYear: 0, imitationPerYear: 0)
    town.switchedOff = [.joining]
    town.schemes =
      [.none]
      + [100, 1_000].map { points in
        Scheme(
          name: "invite",
          points: PointsProgram(
            earn: .perItem(.zero),
            redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200))),
          referral: ReferralProgram(
            order: .zero, inviter: .points(Points(points)), friend: .points(Points(points))))
      }
    town.arms = [0, 1, 1, 2]
    var plan = try town.plan()
    plan.errandStreams = [
      ErrandStream(
        kind: .invitation(
          InvitingModel(
            care: 1, afterOrder: 0.7, afterOrderDays: 7, acceptedShare: accepted,
            acceptancePull: pull, minorPerMajor: 100)),
        response: ErrandResponse(
          perWeek: perWeek, spontaneousShare: 0.2, pull: pull, minorPerMajor: 100),
        purpose: .invitation, number: 0)
    ]
    return plan
  }

  @Test(arguments: [1, 2, 3])
  func `invitations bring members, more of them for more points, and none without a program`(
    seed: UInt64
  ) throws {
    let tally = try Self.town(seed: seed).live()
    #expect(tally.violations == [], "seed \(seed)")
    let (none, few, many) = (tally.arms[0], tally.arms[1], tally.arms[3])
    #expect(none[.invitations] == 0 && none[.joined] == 0)
    #expect(few[.invitedJoined] > 3 && few[.joined] == few[.invitedJoined])
    #expect(many[.validInvitations] > 0 && few[.validInvitations] <= few[.invitedJoined])
    // Nothing else earns points here: 100 for each side of a valid invitation.
    #expect(few[.pointsIssued] == 200 * few[.validInvitations])
    #expect(few[.referralRewardMinor] == 2 * few[.pointsIssued])
    #expect(many[.invitations] > few[.invitations], "seed \(seed)")
    #expect(many[.joined] > few[.joined], "seed \(seed)")
  }

  @Test func `two arms with the same rules invite the same people on the same days`() throws {
    let tally = try Self.town().live()
    for column in TallyColumn.allCases {
      #expect(tally.arms[1][column] == tally.arms[2][column], "\(column)")
    }
    #expect(tally.arms[1].series(.joined) == tally.arms[2].series(.joined))
  }

  @Test(arguments: [ContactShape.complete, .smallWorld(degree: 6, rewiring: 0.1)])
  func `the market is finite: whoever can be invited joins once, and then nobody is left`(
    shape: ContactShape
  ) throws {
    let tally = try Self.town(accepted: 1 - 1e-12, perWeek: 1, shape: shape).live()
    // 150 prospects; some have lapsed before anybody invites them.
    #expect(tally.arms[3][.joined] <= 150)
    #expect(tally.arms[3][.joined] > (shape == .complete ? 110 : 70))
    #expect(tally.arms[3][.invitations] == tally.arms[3][.invitedJoined])
  }

  @Test func `who knows nobody invites nobody`() throws {
    let tally = try Self.town(shape: .none).live()
    #expect(tally.arms.allSatisfy { $0[.invitations] == 0 })
  }
}
