import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// How often (M53): windows to the minute, and what each action does beyond the limit.
@Suite struct RiskVelocityTests {
  /// One point a yuan, two orders in any 24 hours.
  private static func scheme(
    _ activity: RiskPolicy.Activity = .orders, atMost count: Int = 2, minutes: Int = 1440,
    action: RiskPolicy.Action = .refuse
  ) -> Scheme {
    Scheme(
      name: "velocity", points: PointsProgram(earn: onePerYuan),
      offers: [.joining("welcome", off: "5"), .joining("second", off: "3")],
      refunds: RefundPolicy(),
      risk: RiskPolicy(
        velocity: [.init("often", activity, atMost: count, minutes: minutes, action: action)]))
  }

  private static func order(
    _ world: inout World, at minute: Int32, _ offers: OfferSet = []
  ) -> Decision {
    world.handle(
      .order(offers: offers, points: .zero),
      at: Minute(index: day(2026, 3, 1).start.index + minute),
      basket: [BasketLine(listMinor: 1000)])
  }

  @Test(arguments: [
    // Minutes of three orders; what each earns.
    ([Int32(0), 10, 1439], [Int64(10), 10, 0]),
    ([0, 10, 1440], [10, 10, 10]),
    ([0, 1439, 1440], [10, 10, 10]),
    ([0, 1439, 1441], [10, 10, 10]),
    ([5, 6, 1444], [10, 10, 0]),
  ])
  func `At most two orders in any 24 hours earn; an order a whole window old counts no more`(
    minutes: [Int32], earned: [Int64]
  ) throws {
    var world = try World.withMember(Self.scheme())
    let points = minutes.map { Self.order(&world, at: $0).earnedPoints.count }
    #expect(points == earned)
  }

  @Test func `What is refused does not count: the window moves on from orders that earned`() throws
  {
    var world = try World.withMember(Self.scheme())
    let earned = [Int32(0), 10, 20, 1440, 1445, 1450].map {
      Self.order(&world, at: $0).earnedPoints.count
    }
    // 1440 is free of the first, 1445 has 10 and 1440 before it, 1450 is free of 10.
    #expect(earned == [10, 10, 0, 10, 0, 10])
  }

  @Test func `Beyond the limit coupons are closed in the quote, the order and the explanation`()
    throws
  {
    var world = try World.withMember(Self.scheme(atMost: 1))
    let first = Self.order(&world, at: 0, OfferSet(offer: 1))
    #expect(first.paid == yuan("7") && first.risk == RiskOutcome())
    let quote = world.quote("10", on: day(2026, 3, 1))
    #expect(quote.offers == [] && quote.earnedPoints == .zero)
    let refused = Self.order(&world, at: 10, OfferSet(offer: 0))
    #expect(refused.refusal == .velocity)
    let second = Self.order(&world, at: 10)
    #expect(second.refusal == .none && second.paid == yuan("10"))
    #expect(second.risk.change == .refused && second.risk.reason == .velocity)
    #expect(
      world.explain("10", on: day(2026, 3, 1)) == [
        "offers.welcome velocity: ¥10", "offers.second not-held: ¥10", "points.earn velocity: ¥10",
        "risk.velocity.often velocity: ¥10",
      ])
    #expect(world.quote("10", on: day(2026, 3, 3)).offers == OfferSet(offer: 0))
  }

  @Test func `Coupon uses are counted by themselves; points are earned all the same`() throws {
    var world = try World.withMember(Self.scheme(.coupons, atMost: 1))
    #expect(Self.order(&world, at: 0).earnedPoints == Points(10))
    #expect(Self.order(&world, at: 1, OfferSet(offer: 0)).earnedPoints == Points(5))
    #expect(Self.order(&world, at: 2, OfferSet(offer: 1)).refusal == .velocity)
    #expect(Self.order(&world, at: 3).earnedPoints == Points(10))
    #expect(Self.order(&world, at: 1441, OfferSet(offer: 1)).refusal == .none)
  }

  @Test func `A coupon that a reservation takes out is used, paid or not`() throws {
    var world = try World.withMember(Self.scheme(.coupons, atMost: 1))
    let minute = day(2026, 3, 1).at(hour: 9)
    let basket = [BasketLine(listMinor: 1000)]
    let held = world.handle(
      .reserve(offers: OfferSet(offer: 0), points: .zero, minutes: 30), at: minute, basket: basket)
    #expect(held.refusal == .none)
    #expect(world.handle(.release(held.reservation), at: minute).refusal == .none)
    #expect(world.quote("10", on: day(2026, 3, 1)).offers == [])
    #expect(world.quote("10", on: day(2026, 3, 3)).offers != [])
  }

  @Test func `Awards are counted whatever brings them`() throws {
    var scheme = Self.scheme(.awards, atMost: 2)
    scheme.points?.interactions = [InteractionRule(name: "check-in", points: Points(3))]
    var world = try World.withMember(scheme)
    let minute = day(2026, 3, 1).at(hour: 9)
    #expect(world.handle(.interaction(0), at: minute).earnedPoints == Points(3))
    #expect(world.buy("10", on: day(2026, 3, 1)).earnedPoints == Points(10))
    let third = world.handle(.interaction(0), at: day(2026, 3, 1).at(hour: 13))
    #expect(third.refusal == .velocity && third.earnedPoints == .zero)
    #expect(
      world.engine.award(
        for: .interaction(0), 0, in: world.accounts, at: day(2026, 3, 1).at(hour: 13)) == .zero)
    #expect(world.buy("10", on: day(2026, 3, 1)).earnedPoints == .zero)
    #expect(world.balance(on: day(2026, 3, 1)) == 13)
  }

  @Test func `More refunds than there may be are refused, and change nothing`() throws {
    var world = try World.withMember(Self.scheme(.refunds, atMost: 1, minutes: 7 * 1440))
    let orders = (1...3).compactMap { world.buy("10", on: day(2026, 3, $0)).order }
    let noon = { (number: Int) in day(2026, 3, number).at(hour: 12) }
    #expect(world.handle(.refund(order: orders[0], part: .whole), at: noon(3)).refusal == .none)
    let before = world.accounts
    #expect(
      world.handle(.refund(order: orders[1], part: .whole), at: noon(9)).refusal == .velocity)
    #expect(world.accounts == before)
    #expect(world.handle(.refund(order: orders[1], part: .whole), at: noon(10)).refusal == .none)
  }

  @Test func `With a hold the order beyond the limit and those after it earn pending points`()
    throws
  {
    var world = try World.withMember(Self.scheme(atMost: 1, action: .hold(days: 3)))
    _ = Self.order(&world, at: 0)
    let second = Self.order(&world, at: 10)
    #expect(second.earnedPoints == Points(10) && second.risk.change == .held)
    #expect(second.risk.reason == .velocity && !second.risk.asksReview)
    #expect(world.accounts.ledger.pending(0) == Points(10))
    // Coupons are closed meanwhile; the fourth day is free again.
    #expect(world.quote("10", on: day(2026, 3, 4)).offers == [])
    #expect(world.balance(on: day(2026, 3, 4)) == 10)
    #expect(world.balance(on: day(2026, 3, 5)) == 20)
    #expect(world.quote("10", on: day(2026, 3, 5)).offers != [])
  }

  @Test func `Two accounts that become one have been as often as both`() throws {
    var scheme = Self.scheme(atMost: 3)
    scheme.mergesAccounts = true
    var world = try World([scheme], accountCount: 2)
    for account in 0...1 { world.join(account, on: day(2026, 1, 1)) }
    for account in 0...1 { world.buy("10", on: day(2026, 3, 1), by: account) }
    world.handle(.merge(from: 1), at: day(2026, 3, 1).at(hour: 13))
    let third = Self.order(&world, at: 14 * 60)
    #expect(third.earnedPoints == Points(10))
    let fourth = Self.order(&world, at: 15 * 60)
    #expect(fourth.earnedPoints == .zero && fourth.risk.reason == .velocity)
  }
}

extension Offer {
  /// A coupon for joining, good for a year.
  static func joining(_ name: String, off: String) -> Offer {
    Offer(
      name: name, access: .coupon(.onJoining, validDays: 365),
      benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan(off))]))
  }
}
