import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Accounts that share a device or an address (M53), and invitations that lead back to oneself.
@Suite struct RiskLinkedTests {
  /// A pack of 50 points and ¥5 for joining, ¥3 for the first order.
  private static func scheme(
    by marks: IdentityMarks = [.device, .address], atMost accounts: Int = 1,
    benefits: RiskPolicy.Benefits = .all, action: RiskPolicy.Action = .refuse
  ) -> Scheme {
    Scheme(
      name: "linked",
      points: PointsProgram(earn: onePerYuan, registrationPack: Points(50)),
      offers: [
        .joining("welcome", off: "5"),
        Offer(
          name: "first", access: .coupon(.onFirstOrder, validDays: 30),
          benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("3"))])),
      ],
      refunds: RefundPolicy(earned: .mayGoNegative),
      risk: RiskPolicy(
        linked: .init(by: marks, atMost: accounts, benefits: benefits, action: action)))
  }

  private static let birthday = Birthday(month: 6, day: 15)

  @discardableResult
  private static func join(
    _ account: Int, device: UInt32 = 0, address: UInt32 = 0, _ world: inout World,
    on day: Day = day(2026, 3, 1)
  ) -> Decision {
    world.handle(
      .joinIdentified(birthday, AccountIdentity(device: device, address: address)), account,
      at: day.start)
  }

  /// Marks, accounts, and who of five gets the pack.
  private static let packs: [(IdentityMarks, Int, [Bool])] = [
    (.device, 1, [true, false, true, false, true]),
    (.device, 2, [true, true, true, false, true]),
    (.address, 1, [true, true, false, true, true]),
    ([.device, .address], 1, [true, false, false, false, true]),
    ([.device, .address], 2, [true, true, true, false, true]),
  ]

  /// Devices 1 1 2 1 and none, addresses 7 8 7 9 and none.
  @Test(arguments: packs)
  func `So many accounts of a device or an address get the welcome pack`(
    marks: IdentityMarks, accounts: Int, gets: [Bool]
  ) throws {
    var world = try World([Self.scheme(by: marks, atMost: accounts)], accountCount: 5)
    let devices: [UInt32] = [1, 1, 2, 1, 0]
    let addresses: [UInt32] = [7, 8, 7, 9, 0]
    for account in 0..<5 {
      let decision = Self.join(
        account, device: devices[account], address: addresses[account], &world)
      #expect(decision.refusal == .none)
      #expect((decision.earnedPoints == Points(50)) == gets[account], "\(account)")
      #expect((decision.granted == OfferSet(offer: 0)) == gets[account])
      #expect(decision.risk.reason == (gets[account] ? .none : .linkedAccounts))
    }
  }

  @Test func `First-order coupons are counted when they are due, not when somebody joins`() throws {
    var world = try World([Self.scheme(benefits: .firstOrder)], accountCount: 2)
    for account in 0...1 { Self.join(account, device: 1, &world) }
    let second = world.buy("10", on: day(2026, 3, 2), by: 1)
    #expect(second.granted == OfferSet(offer: 1))
    let first = world.buy("10", on: day(2026, 3, 3), by: 0)
    #expect(first.granted == [] && first.risk.reason == .linkedAccounts)
    // An order is an order: it earns.
    #expect(first.earnedPoints == Points(10))
  }

  @Test func `A held newcomer has the pack pending and the coupon closed until the review`() throws
  {
    var world = try World([Self.scheme(action: .review(days: nil))], accountCount: 2)
    Self.join(0, device: 1, &world)
    let joined = Self.join(1, device: 1, &world)
    #expect(joined.earnedPoints == Points(50) && joined.granted == OfferSet(offer: 0))
    #expect(joined.risk.change == .held && joined.risk.asksReview)
    #expect(world.balance(on: day(2026, 3, 1), of: 1) == 0)
    #expect(world.quote("10", on: day(2026, 3, 2), for: 1).offers == [])
    let review = world.handle(.reviewed(.approved), 1, at: day(2026, 3, 3).start)
    #expect(review.risk.released == Points(50) && review.risk.change == .released)
    #expect(world.balance(on: day(2026, 3, 3), of: 1) == 50)
    #expect(world.quote("10", on: day(2026, 3, 3), for: 1).offers == OfferSet(offer: 0))
    // Vouched for: the first order brings its coupon though the other account is linked.
    world.buy("10", on: day(2026, 3, 4), by: 0)
    #expect(world.buy("10", on: day(2026, 3, 5), by: 1).granted == OfferSet(offer: 1))
  }

  @Test func `Told later who somebody is, the engine takes the pack and the coupons back`() throws {
    var world = try World([Self.scheme(action: .clawBack)], accountCount: 2)
    Self.join(0, device: 1, &world)
    Self.join(1, &world)
    world.buy("20", on: day(2026, 3, 2), by: 1)
    #expect(world.balance(on: day(2026, 3, 2), of: 1) == 70)
    let told = world.handle(
      .identify(AccountIdentity(device: 1)), 1, at: day(2026, 3, 3).at(hour: 9))
    #expect(told.risk.change == .takenBack && told.risk.takenBack == Points(50))
    #expect(told.refund.couponsWithdrawn == [OfferSet(offer: 0), OfferSet(offer: 1)])
    #expect(world.balance(on: day(2026, 3, 3), of: 1) == 20)
    #expect(world.quote("10", on: day(2026, 3, 3), for: 1).offers == [])
    // The first account keeps what it has; told again, nothing more is taken.
    #expect(world.balance(on: day(2026, 3, 3), of: 0) == 50)
    let again = world.handle(
      .identify(AccountIdentity(device: 1)), 1, at: day(2026, 3, 4).at(hour: 9))
    #expect(again.risk.takenBack == .zero)
  }

  /// Everybody's invitation is worth 100 points to both sides, at the friend's first order.
  private static func inviting(_ risk: RiskPolicy) -> Scheme {
    Scheme(
      name: "inviting", points: PointsProgram(earn: .nothing), refunds: RefundPolicy(),
      referral: ReferralProgram(
        order: .zero, inviter: .points(Points(100)), friend: .points(Points(100)),
        samePerson: .device), risk: risk)
  }

  @Test func `A ring is caught when the last invitation is committed, before anything is paid`()
    throws
  {
    for rings in [nil, IdentityMarks.device] {
      var world = try World([Self.inviting(RiskPolicy(rings: rings))], accountCount: 3)
      Self.join(0, device: 1, &world)
      let other = AccountIdentity(device: 2)
      #expect(world.joinInvited(1, by: 0, as: other, on: day(2026, 3, 1)).refusal == .none)
      let before = world.accounts
      let own = world.joinInvited(
        2, by: 1, as: AccountIdentity(device: 1), on: day(2026, 3, 2))
      #expect(own.refusal == (rings == nil ? .none : .referralRing))
      guard rings != nil else { continue }
      #expect(world.accounts == before && own.risk.reason == .referralRing)
      // Who is refused may still join, and an order of theirs brings nobody anything.
      Self.join(2, device: 1, &world, on: day(2026, 3, 2))
      world.buy("10", on: day(2026, 3, 3), by: 2)
      #expect((0...2).map { world.balance(on: day(2026, 3, 3), of: $0) } == [0, 0, 0])
    }
  }

  @Test func `A longer ring is seen, and an honest chain of invitations is not one`() throws {
    var world = try World([Self.inviting(RiskPolicy(rings: .device))], accountCount: 6)
    Self.join(0, device: 1, &world)
    for friend in 1...4 {
      let identity = AccountIdentity(device: UInt32(friend + 1))
      let joined = world.joinInvited(friend, by: friend - 1, as: identity, on: day(2026, 3, 1))
      #expect(joined.refusal == .none)
    }
    let last = world.joinInvited(
      5, by: 4, as: AccountIdentity(device: 1), on: day(2026, 3, 1))
    #expect(last.refusal == .referralRing)
  }

  @Test func `Of accounts of one device only so many are rewarded for invitations`() throws {
    let linked = RiskPolicy.Linked(by: .address, atMost: 1, benefits: .referral)
    var world = try World([Self.inviting(RiskPolicy(linked: linked))], accountCount: 4)
    for inviter in 0...1 { Self.join(inviter, device: UInt32(inviter + 1), address: 9, &world) }
    for (inviter, friend) in [(0, 2), (1, 3)] {
      world.joinInvited(
        friend, by: inviter, as: AccountIdentity(device: UInt32(10 + friend)),
        on: day(2026, 3, 1))
    }
    #expect(world.buy("10", on: day(2026, 3, 2), by: 2).referral.inviterPoints == Points(100))
    let second = world.buy("10", on: day(2026, 3, 2), by: 3)
    #expect(second.referral.inviterPoints == .zero)
    #expect(second.referral.inviterRefusal == .linkedAccounts)
    #expect(second.referral.friendPoints == Points(100))
  }
}
