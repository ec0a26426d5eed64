import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// What limits, bonuses and budgets make of valid invitations (M34), and what is told of them.
@Suite struct ReferralLimitTests {
  private static func points(_ change: (inout Scheme) -> Void = { _ in }) -> Scheme {
    var scheme = Scheme.referringPoints
    change(&scheme)
    return scheme
  }

  @Test
  func `M34: beyond two a month invitations bring the inviter nothing, the friend all the same`()
    throws
  {
    var world = try World.withInviter(
      Self.points {
        $0.referral?.limit = .init(2, per: .month)
        $0.referral?.profile = nil
      }, accountCount: 6)
    var got: [Int64] = []
    for (friend, date) in [day(2026, 3, 1), day(2026, 3, 9), day(2026, 3, 20), day(2026, 4, 1)]
      .enumerated()
    {
      world.joinInvited(friend + 1, on: date)
      let order = world.buy("30", on: date, by: friend + 1)
      #expect(order.referral.friendPoints == Points(100))
      #expect(order.referral.inviterRefusal == (friend == 2 ? .capReached : .none))
      got.append(order.referral.inviterPoints.count)
    }
    #expect(got == [100, 100, 0, 100])
    #expect(world.balance(on: day(2026, 4, 1)) == 300)
  }

  @Test func `M34: the third valid invitation brings a bonus of 500, and the fifth a coupon`()
    throws
  {
    var world = try World.withInviter(
      Self.points {
        $0.offers = [.reward("thanks", off: "50")]
        $0.referral?.profile = nil
        $0.referral?.bonuses = [
          .init(invitations: 3, reward: .points(Points(500))),
          .init(invitations: 5, reward: .coupon(offer: 0)),
        ]
      }, accountCount: 7)
    var got: [Int64] = []
    for friend in 1...6 {
      world.joinInvited(friend, on: day(2026, 3, 1))
      let order = world.buy("30", on: day(2026, 3, 2), by: friend)
      #expect(order.referral.inviterCouponCount == (friend == 5 ? 1 : 0))
      #expect(order.referral.bonuses == [3: 1, 5: 2][friend] ?? 0)
      got.append(order.referral.inviterPoints.count)
    }
    #expect(got == [100, 100, 600, 100, 100, 100])
  }

  @Test func `M34: a budget of 250 points counts both sides and pays what is left`() throws {
    var world = try World.withInviter(
      Self.points {
        $0.referral?.profile = nil
        $0.budgets = [
          Budget(
            name: "b", measure: .pointsIssued, limit: 250, scope: .community,
            atLimit: .payRemainder)
        ]
      })
    var outcomes: [ReferralOutcome] = []
    for friend in 1...2 {
      world.joinInvited(friend, on: day(2026, 3, 1))
      outcomes.append(world.buy("30", on: day(2026, 3, 2), by: friend).referral)
    }
    #expect(outcomes.map(\.friendPoints.count) == [100, 50])
    #expect(outcomes.map(\.inviterPoints.count) == [100, 0])
    #expect(outcomes.map(\.inviterRefusal) == [.none, .budgetExhausted])
    #expect(world.accounts.budgets.states[0].used == 250)
  }

  @Test func `M34: an order that is set aside counts when it is paid`() throws {
    var world = try World.withInviter(Self.points { $0.referral?.profile = nil })
    world.joinInvited(1, on: day(2026, 3, 1))
    let reserved = world.handle(
      .reserve(offers: [], points: .zero, minutes: 60), 1, at: day(2026, 3, 2).at(hour: 9),
      basket: [BasketLine(listMinor: fen("30"))])
    #expect(reserved.referral.change == .none)
    let paid = world.handle(
      .commit(reserved.reservation), 1, at: day(2026, 3, 2).start.advanced(by: 570))
    #expect(paid.referral.change == .valid && paid.referral.inviterPoints == Points(100))
  }

  @Test func `M34: an explanation tells the friend which order counts`() throws {
    var world = try World.withInviter(Self.points { $0.referral?.profile = nil })
    world.joinInvited(1, on: day(2026, 3, 1))
    #expect(
      world.explain("30", on: day(2026, 3, 2), for: 1).contains("referral applied 100 points: ¥30"))
    #expect(
      world.explain("29", on: day(2026, 3, 2), for: 1).contains("referral below-threshold: ¥29"))
    #expect(!world.explain("30", on: day(2026, 3, 2)).contains { $0.hasPrefix("referral") })
  }

  @Test func `M34: what an invitation would bring is known before it is sent`() throws {
    var world = try World.withInviter(
      Self.points {
        $0.referral?.limit = .init(1, per: nil)
        $0.referral?.profile = nil
      })
    func terms(_ world: World) -> InvitationTerms? {
      world.engine.invitationTerms(for: 0, in: world.accounts, at: day(2026, 3, 1).start)
    }
    #expect(terms(world)?.inviterPoints == Points(100))
    #expect(terms(world)?.friendPoints == Points(100))
    world.joinInvited(1, on: day(2026, 2, 1))
    world.buy("30", on: day(2026, 2, 2), by: 1)
    #expect(terms(world)?.inviterPoints == .zero)
    let coupons = try World.withInviter(.referringCoupons)
    #expect(terms(coupons)?.inviterCoupon == yuan("20"))
    #expect(terms(coupons)?.friendCoupon == yuan("10"))
  }

  @Test(arguments: [
    ("referral", ReferralProgram()),
    ("referral.inviter.points", ReferralProgram(inviter: .points(.zero))),
    ("referral.friend.coupon", ReferralProgram(friend: .coupon(offer: 3))),
    ("referral.valid.profile", ReferralProgram(profile: "photo", inviter: .points(Points(1)))),
    ("referral.valid.order", ReferralProgram(order: yuan("-1"), inviter: .points(Points(1)))),
    ("referral.valid.within", ReferralProgram(withinDays: 0, inviter: .points(Points(1)))),
    ("referral.limit", ReferralProgram(inviter: .points(Points(1)), limit: .init(0, per: nil))),
    (
      "referral.bonuses",
      ReferralProgram(bonuses: [
        .init(invitations: 3, reward: .points(Points(1))),
        .init(invitations: 3, reward: .points(Points(1))),
      ])
    ),
    (
      "referral.valid.pending",
      ReferralProgram(order: .zero, waitsForReturnWindow: true, inviter: .points(Points(1)))
    ),
  ])
  func `A referral program that cannot be is named by its key`(
    path: String, program: ReferralProgram
  ) {
    let scheme = Self.points { $0.referral = program }
    #expect(scheme.problems.map(\.path) == [path])
  }
}
