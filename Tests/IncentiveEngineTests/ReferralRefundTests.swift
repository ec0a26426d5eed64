import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// What becomes of an invitation (M34) whose order comes back, or whose sides are one person.
@Suite struct ReferralRefundTests {
  /// A shop in which one friend's invitation is valid since 2 March, by an order of ¥30.
  private func world(
    earned: RefundPolicy.Earned = .withinBalance, waits: Bool = false,
    _ change: (inout Scheme) -> Void = { _ in }
  ) throws -> (world: World, order: Decision) {
    var scheme = Scheme.referringPoints
    scheme.refunds = RefundPolicy(windowDays: 7, earned: earned)
    scheme.referral?.profile = nil
    scheme.referral?.waitsForReturnWindow = waits
    scheme.mergesAccounts = true
    scheme.rewards = [
      Reward(name: "mug", price: Points(60), content: .item(cost: yuan("5"), value: yuan("9")))
    ]
    change(&scheme)
    var world = try World.withInviter(scheme)
    world.joinInvited(1, on: day(2026, 3, 1))
    let order = world.buy("30", on: day(2026, 3, 2), by: 1)
    #expect(order.referral.change == .valid)
    return (world, order)
  }

  @Test func `M34: both sides' points are taken back when the order comes back`() throws {
    var (world, order) = try world()
    #expect(world.balance(on: day(2026, 3, 3)) == 100)
    let refund = world.refund(.whole, of: order, on: day(2026, 3, 4), by: 1)
    #expect(refund.referral.change == .takenBack && refund.referral.inviter == 0)
    #expect(refund.referral.inviterPoints == Points(100))
    #expect(refund.referral.friendPoints == Points(100) && refund.earnedPoints == Points(100))
    #expect((0...1).map { world.balance(on: day(2026, 3, 4), of: $0) } == [0, 0])
    #expect(world.accounts.ledger.totals.trialBalance == 0)
  }

  @Test(arguments: [
    // The inviter has spent 60 of 100: what is taken back, what is left, what is owed.
    (RefundPolicy.Earned.onlyPending, Int64(0), Int64(40), Int64(0)),
    (.withinBalance, 40, 0, 0), (.mayGoNegative, 100, 0, 60),
  ])
  func `M34: of points that were spent, what the refund policy says is taken back`(
    earned: RefundPolicy.Earned, taken: Int64, left: Int64, owed: Int64
  ) throws {
    var (world, order) = try world(earned: earned)
    #expect(world.handle(.redeem(reward: 0), at: day(2026, 3, 3).start).refusal == .none)
    let refund = world.refund(.whole, of: order, on: day(2026, 3, 4), by: 1)
    #expect(refund.referral.inviterPoints == Points(taken))
    #expect(world.balance(on: day(2026, 3, 4)) == left)
    #expect(world.accounts.ledger.arrears(0) == Points(owed))
    #expect(world.accounts.ledger.totals.trialBalance == 0)
    // The next invitation pays the debt first.
    world.joinInvited(2, on: day(2026, 3, 5))
    world.buy("30", on: day(2026, 3, 6), by: 2)
    #expect(world.balance(on: day(2026, 3, 6)) == left + 100 - owed)
    #expect(world.accounts.ledger.totals.trialBalance == 0)
  }

  @Test func `M34: points that wait are pending for seven days after the order`() throws {
    var (world, order) = try world(waits: true)
    #expect(world.balance(on: day(2026, 3, 9)) == 0)
    #expect(world.accounts.ledger.pending(0) == Points(100))
    #expect(world.balance(on: day(2026, 3, 10)) == 100)
    let refund = world.refund(.whole, of: order, on: day(2026, 3, 9), by: 1)
    #expect(refund.referral.inviterPoints == Points(100))
    #expect(world.accounts.ledger.pending(0) == .zero)
    #expect(world.balance(on: day(2026, 3, 10)) == 0)
    // Even a policy that takes back pending points alone takes them all.
    var (strict, second) = try self.world(earned: .onlyPending, waits: true)
    strict.refund(.whole, of: second, on: day(2026, 3, 5), by: 1)
    #expect((0...1).map { strict.balance(on: day(2026, 4, 1), of: $0) } == [0, 0])
  }

  @Test func `M34: a profile that comes after the window has nothing to wait for`() throws {
    var scheme = Scheme.referringPoints
    scheme.refunds = RefundPolicy(windowDays: 7)
    scheme.referral?.waitsForReturnWindow = true
    var world = try World.withInviter(scheme)
    world.joinInvited(1, on: day(2026, 3, 1))
    world.buy("30", on: day(2026, 3, 2), by: 1)
    world.handle(.interaction(0), 1, at: day(2026, 3, 6).start)
    #expect(world.balance(on: day(2026, 3, 9)) == 0)
    #expect(world.balance(on: day(2026, 3, 10)) == 100)
    world.joinInvited(2, on: day(2026, 3, 1))
    world.buy("30", on: day(2026, 3, 2), by: 2)
    world.handle(.interaction(0), 2, at: day(2026, 3, 12).start)
    #expect(world.balance(on: day(2026, 3, 12)) == 200)
  }

  @Test(arguments: [("10", false), ("10.01", true), ("40", true)])
  func `M34: an order of ¥40 must keep ¥30`(returned: String, isTakenBack: Bool) throws {
    var (world, _) = try world()
    world.joinInvited(2, on: day(2026, 3, 1))
    let order = world.buy("40", on: day(2026, 3, 2), by: 2)
    let refund = world.refund(.amount(yuan(returned)), of: order, on: day(2026, 3, 3), by: 2)
    #expect((refund.referral.change == .takenBack) == isTakenBack)
    #expect(world.balance(on: day(2026, 3, 3)) == (isTakenBack ? 100 : 200))
  }

  @Test
  func `M34: another order in time makes the invitation valid again, and no third reward comes`()
    throws
  {
    var (world, order) = try world()
    for number in 3...6 {
      world.refund(.whole, of: order, on: day(2026, 3, number), by: 1)
      #expect(world.balance(on: day(2026, 3, number)) == 0)
      order = world.buy("30", on: day(2026, 3, number + 1), by: 1)
      #expect(order.referral.change == .valid)
      #expect(world.balance(on: day(2026, 3, number + 1)) == 100)
    }
    world.refund(.whole, of: order, on: day(2026, 3, 8), by: 1)
    #expect(world.buy("30", on: day(2026, 4, 1), by: 1).referral.change == .none)
  }

  @Test func `M34: what is taken back leaves no room under a limit`() throws {
    var (world, order) = try world { $0.referral?.limit = .init(1, per: .month) }
    world.refund(.whole, of: order, on: day(2026, 3, 3), by: 1)
    let again = world.buy("30", on: day(2026, 3, 4), by: 1)
    #expect(again.referral.inviterRefusal == .capReached)
    #expect(again.referral.friendPoints == Points(100))
    #expect(world.balance(on: day(2026, 3, 4)) == 0)
  }

  @Test func `M34: a bonus goes with the invitation that had reached its number, and comes again`()
    throws
  {
    var (world, order) = try world {
      $0.referral?.bonuses = [.init(invitations: 2, reward: .points(Points(500)))]
    }
    world.joinInvited(2, on: day(2026, 3, 1))
    #expect(world.buy("30", on: day(2026, 3, 2), by: 2).referral.inviterPoints == Points(600))
    // The first friend's order comes back: one invitation is left.
    let refund = world.refund(.whole, of: order, on: day(2026, 3, 3), by: 1)
    #expect(refund.referral.inviterPoints == Points(600) && refund.referral.bonuses == 1)
    #expect(world.balance(on: day(2026, 3, 3)) == 100)
    #expect(world.buy("30", on: day(2026, 3, 4), by: 1).referral.inviterPoints == Points(600))
  }

  @Test(arguments: [true, false])
  func `M33: a coupon is withdrawn if it is still unused`(isUsed: Bool) throws {
    var (world, order) = try world {
      $0.offers = [.reward("thanks", off: "20")]
      $0.referral?.inviter = .coupon(offer: 0)
    }
    if isUsed { world.buy("50", offers: [0], on: day(2026, 3, 3)) }
    let refund = world.refund(.whole, of: order, on: day(2026, 3, 4), by: 1)
    #expect(refund.referral.inviterCoupons.count == (isUsed ? 0 : 1))
    #expect(world.quote("50", on: day(2026, 3, 5)).pay == yuan("50"))
  }

  @Test func `M34: accounts that turn out to be one person's have invited nobody`() throws {
    var (world, _) = try world()
    let merged = world.handle(.merge(from: 1), 0, at: day(2026, 3, 5).start)
    #expect(merged.referral.change == .voided)
    #expect(merged.referral.inviterPoints + merged.referral.friendPoints == Points(200))
    #expect(world.balance(on: day(2026, 3, 5)) == 0)
    #expect(world.accounts.ledger.totals.trialBalance == 0)
  }

  @Test func `M34: an inviter's or a friend's account that is merged takes its invitations along`()
    throws
  {
    var (world, order) = try world()
    for account in 2...3 { world.join(account, on: day(2026, 1, 1)) }
    #expect(world.handle(.merge(from: 0), 2, at: day(2026, 3, 5).start).refusal == .none)
    #expect(world.handle(.merge(from: 1), 3, at: day(2026, 3, 5).start).refusal == .none)
    let refund = world.refund(.whole, of: order, on: day(2026, 3, 6), by: 3)
    #expect(refund.referral.inviter == 2 && refund.referral.inviterPoints == Points(100))
    #expect((2...3).map { world.balance(on: day(2026, 3, 6), of: $0) } == [0, 0])
  }

  @Test func `M34: under other rules open invitations end, and valid ones can be taken back`()
    throws
  {
    var first = Scheme.referringPoints
    first.refunds = RefundPolicy()
    first.referral?.profile = nil
    var second = first
    second.name = "second"
    second.referral?.inviter = .points(Points(300))
    var world = try World([first, second], accountCount: 3)
    world.join(0, on: day(2026, 1, 1))
    for friend in 1...2 { world.joinInvited(friend, on: day(2026, 3, 1)) }
    let order = world.buy("30", on: day(2026, 3, 2), by: 1)
    for account in 0...2 { world.handle(.adopt(scheme: 1), account, at: day(2026, 3, 3).start) }
    #expect(world.buy("30", on: day(2026, 3, 4), by: 2).referral.change == .none)
    #expect(world.balance(on: day(2026, 3, 4)) == 100)
    world.refund(.whole, of: order, on: day(2026, 3, 5), by: 1)
    #expect(world.balance(on: day(2026, 3, 5)) == 0)
    #expect(world.buy("30", on: day(2026, 3, 6), by: 1).referral.change == .none)
  }
}
