import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Who invites and who is invited (M33, M34): who may, when it is valid, what both sides get.
@Suite struct ReferralTests {
  @Test func `M33: ¥20 for the inviter and ¥10 for the friend, ¥30 a new member at full use`()
    throws
  {
    var world = try World.withInviter(Scheme.referringCoupons)
    let joined = world.joinInvited(1, on: day(2026, 3, 1))
    #expect(joined.referral.change == .registered && joined.referral.inviter == 0)
    #expect(joined.referral.friendCoupons == OfferSet(offer: 1))
    #expect(world.quote("50", on: day(2026, 3, 2)).pay == yuan("50"))
    #expect(world.quote("50", on: day(2026, 3, 2), for: 1).pay == yuan("40"))
    let order = world.buy("50", offers: [1], on: day(2026, 3, 2), by: 1)
    #expect(order.paid == yuan("40") && order.referral.change == .valid)
    #expect(order.referral.inviterCoupons == OfferSet(offer: 0) && order.granted == [])
    #expect(joined.referral.couponWorth + order.referral.couponWorth == yuan("30"))
    #expect(world.quote("50", on: day(2026, 3, 3)).pay == yuan("30"))
    let own = world.buy("50", offers: [0], on: day(2026, 3, 3))
    #expect(order.terms.couponDiscount + own.terms.couponDiscount == yuan("30"))
    // A second order of the friend's brings nothing more.
    #expect(world.buy("50", on: day(2026, 3, 4), by: 1).referral == ReferralOutcome())
  }

  @Test func `M33: the coupons of two friends are both kept, one waits for the other`() throws {
    var world = try World.withInviter(Scheme.referringCoupons)
    for friend in 1...2 {
      world.joinInvited(friend, on: day(2026, 3, 1))
      world.buy("50", on: day(2026, 3, 2), by: friend)
    }
    #expect(world.engine.couponCount(of: 0, in: world.accounts, on: day(2026, 3, 2)) == 2)
    for number in 3...4 {
      #expect(world.buy("50", offers: [0], on: day(2026, 3, number)).paid == yuan("30"))
    }
    #expect(world.quote("50", on: day(2026, 3, 5)).pay == yuan("50"))
  }

  /// 100 points for each: registered, profile complete, first order of ¥30 within 30 days.
  private static func points(_ change: (inout Scheme) -> Void = { _ in }) -> Scheme {
    var scheme = Scheme.referringPoints
    change(&scheme)
    return scheme
  }

  @Test(arguments: [
    // Profile on, order on, paid, inviter's points on 1 May.
    (day(2026, 3, 1), day(2026, 3, 2), "30", Int64(100)),
    (day(2026, 3, 5), day(2026, 3, 2), "30", 100),
    (day(2026, 3, 1), day(2026, 3, 2), "29.99", 0),
    (day(2026, 3, 1), day(2026, 3, 31), "30", 100),
    (day(2026, 3, 1), day(2026, 4, 1), "30", 0),
    (day(2026, 4, 1), day(2026, 3, 2), "30", 0),
  ])
  func `M34: 100 points when profile and order are done within 30 days of joining`(
    profile: Day, order: Day, paid: String, points: Int64
  ) throws {
    var world = try World.withInviter(Self.points())
    world.joinInvited(1, on: day(2026, 3, 1))
    if profile <= order { world.handle(.interaction(0), 1, at: profile.at(hour: 10)) }
    world.buy(paid, on: order, by: 1)
    if profile > order { world.handle(.interaction(0), 1, at: profile.at(hour: 10)) }
    #expect(world.balance(on: day(2026, 5, 1)) == points)
    // One point is the profile's own.
    #expect(world.balance(on: day(2026, 5, 1), of: 1) == points + 1)
  }

  @Test func `M34: the first order that pays enough counts, whatever came before it`() throws {
    var world = try World.withInviter(Self.points())
    world.joinInvited(1, on: day(2026, 3, 1))
    world.handle(.interaction(0), 1, at: day(2026, 3, 1).at(hour: 10))
    #expect(world.buy("10", on: day(2026, 3, 2), by: 1).referral.change == .none)
    let order = world.buy("30", on: day(2026, 3, 3), by: 1)
    #expect(order.referral.inviterPoints == Points(100) && order.referral.inviter == 0)
    #expect(order.referral.friendPoints == Points(100) && order.earnedPoints == Points(100))
  }

  /// Two people as the host knows them, and what comes of an invitation between them.
  struct Meeting: Sendable {
    var inviter = AccountIdentity(device: 7)
    var friend: AccountIdentity
    var marks: IdentityMarks = [.device, .address]
    var refusal = Refusal.none
  }

  @Test(arguments: [
    Meeting(friend: AccountIdentity(device: 7), marks: .device, refusal: .sameAsAdvocate),
    Meeting(friend: AccountIdentity(device: 8), marks: .device),
    Meeting(
      inviter: AccountIdentity(device: 7, address: 3),
      friend: AccountIdentity(device: 8, address: 3), marks: .device),
    Meeting(
      inviter: AccountIdentity(device: 7, address: 3),
      friend: AccountIdentity(device: 8, address: 3), refusal: .sameAsAdvocate),
    Meeting(inviter: .unknown, friend: .unknown),
    Meeting(friend: AccountIdentity(device: 7), marks: []),
  ])
  func `M34: whoever has the inviter's device or address is refused as the inviter`(
    meeting: Meeting
  ) throws {
    var world = try World.withInviter(Self.points { $0.referral?.samePerson = meeting.marks })
    world.handle(.identify(meeting.inviter), at: day(2026, 2, 1).start)
    let before = world.accounts
    let decision = world.joinInvited(1, as: meeting.friend, on: day(2026, 3, 1))
    #expect(decision.refusal == meeting.refusal)
    if meeting.refusal != .none {
      #expect(world.accounts == before)
      #expect(world.join(1, on: day(2026, 3, 1)).refusal == .none)
    }
  }

  @Test func `M34: who may not join by an invitation is told why, and nothing changes`() throws {
    var world = try World.withInviter(Self.points(), accountCount: 6)
    world.join(5, on: day(2026, 1, 1))
    #expect(
      world.joinInvited(1, as: AccountIdentity(device: 9), on: day(2026, 3, 1)).refusal == .none)
    let before = world.accounts
    let refusals = [
      world.joinInvited(1, on: day(2026, 3, 2)), world.joinInvited(5, on: day(2026, 3, 2)),
      world.joinInvited(2, by: 2, on: day(2026, 3, 2)),
      world.joinInvited(2, by: 3, on: day(2026, 3, 2)),
      world.joinInvited(2, by: -1, on: day(2026, 3, 2)),
      world.joinInvited(2, by: 60, on: day(2026, 3, 2)),
      world.joinInvited(2, by: 5, as: AccountIdentity(device: 9), on: day(2026, 3, 2)),
    ].map(\.refusal)
    #expect(
      refusals == [
        .alreadyAMember, .alreadyAMember, .sameAsAdvocate, .inviterUnknown, .inviterUnknown,
        .inviterUnknown, .invitedAlready,
      ])
    #expect(world.accounts == before)
    var none = try World.withInviter(Scheme(name: "none"))
    #expect(none.joinInvited(1, on: day(2026, 3, 1)).refusal == .notFound)
  }
}

extension Scheme {
  /// ¥20 for the inviter when the friend has ordered, ¥10 for the friend on joining.
  static let referringCoupons = Scheme(
    name: "coupons", offers: [.reward("inviter", off: "20"), .reward("friend", off: "10")],
    referral: ReferralProgram(
      order: .zero, inviter: .coupon(offer: 0), friend: .coupon(offer: 1), friendAt: .registration))

  /// 100 points for each side: registered, profile complete, first order of ¥30 within 30 days.
  static let referringPoints = Scheme(
    name: "points",
    points: PointsProgram(
      earn: .nothing,
      interactions: [
        InteractionRule(
          name: "profile", points: Points(1),
          limits: AwardLimits(times: AwardLimits.Times(1, per: nil)))
      ]),
    referral: ReferralProgram(
      profile: "profile", order: yuan("30"), withinDays: 30, inviter: .points(Points(100)),
      friend: .points(Points(100))))
}

extension Offer {
  /// A coupon that is granted as a reward, good for 30 days.
  static func reward(_ name: String, off: String) -> Offer {
    Offer(
      name: name, access: .coupon(.asReward, validDays: 30),
      benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan(off))]))
  }
}

extension World {
  /// A shop whose account 0 is a member from 1 January on; the others may join.
  static func withInviter(_ scheme: Scheme, accountCount: Int = 4) throws -> World {
    var world = try World([scheme], accountCount: accountCount)
    world.join(0, on: day(2026, 1, 1))
    return world
  }

  @discardableResult
  mutating func joinInvited(
    _ account: Int, by inviter: Int = 0, as identity: AccountIdentity = .unknown, on day: Day
  ) -> Decision {
    handle(
      .joinInvited(Birthday(month: 6, day: 15), by: inviter, identity: identity), account,
      at: day.at(hour: 9))
  }
}
