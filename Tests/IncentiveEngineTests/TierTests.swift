import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct TierTests {
  /// Bronze, silver, gold at 9折, 8.5折, 8折 from ¥0, ¥1,000, ¥5,000 of growth value.
  private var ladder: TierLadder {
    TierLadder(
      tiers: [
        Tier(name: "bronze", threshold: 0, price: .percent(90)),
        Tier(name: "silver", threshold: 1000, price: .percent(85)),
        Tier(name: "gold", threshold: 5000, price: .percent(80)),
      ], basis: .growth)
  }

  private func scheme(reset: CalendarPeriod? = nil) -> Scheme {
    Scheme(
      name: "tiers", growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: reset),
      tiers: ladder)
  }

  /// base, gold, diamond by spend of ¥0, ¥2,000, ¥5,000.
  private func reviewed(
    _ downgrade: TierReview.Downgrade = .reassess, graceDays: Int = 0
  ) -> Scheme {
    Scheme(
      name: "reviewed",
      tiers: TierLadder(
        tiers: [
          Tier(name: "base", threshold: 0), Tier(name: "gold", threshold: fen("2000")),
          Tier(name: "diamond", threshold: fen("5000")),
        ], basis: .spend,
        review: TierReview(
          cycle: .everyDays(90, from: day(2026, 1, 1)), downgrade: downgrade, graceDays: graceDays))
    )
  }

  @Test(arguments: [
    // Growth before, tier, pays for ¥100.01. What is taken off is rounded down: 10.001 → 10.00,
    // 15.0015 → 15.00, 20.002 → 20.00.
    ("0", UInt8(0), "90.01"), ("999", 0, "90.01"), ("1000", 1, "85.01"), ("5000", 2, "80.01"),
  ])
  func `M26: 9折, 8.5折, 8折`(growth: String, tier: UInt8, pay: String) throws {
    // A list price that leaves exactly the growth wanted after 10% off: ¥ growth / 0.9, one order.
    var world = try World.withMember(scheme())
    let list = ["0": "0", "999": "1110", "1000": "1111.12", "5000": "5555.56"][growth] ?? "0"
    world.buy(list, on: day(2026, 1, 5))
    let quote = world.quote("100.01", on: day(2026, 1, 6))
    #expect(quote.tier == tier && quote.pay == yuan(pay))
    #expect(quote.tierDiscount == yuan("100.01") - yuan(pay))
  }

  @Test
  func `M26: the next tier is in sight: what is missing, what this order adds, what it gains`()
    throws
  {
    var world = try World.withMember(scheme())
    world.buy("600", on: day(2026, 1, 5))
    let quote = world.quote("200", on: day(2026, 1, 6))
    #expect(quote.toNextTier == 1000 - 540)
    #expect(quote.tierSpan == 1000)
    #expect(quote.towardNextTier == 180)
    #expect(quote.nextTierGainPerMille == 50)
    let decision = world.buy("600", on: day(2026, 1, 6))
    #expect(decision.tierBefore == 0 && decision.tierAfter == 1)
    let silver = world.quote("200", on: day(2026, 1, 7))
    #expect(silver.tier == 1 && silver.toNextTier == 5000 - 1080 && silver.tierSpan == 4000)
    world.buy("9000", on: day(2026, 1, 7))
    let gold = world.quote("200", on: day(2026, 1, 8))
    #expect(gold.tier == 2 && gold.toNextTier == 0 && gold.tierSpan == 0)
  }

  @Test func `M09: without a review, a growth reset never costs a tier`() throws {
    var world = try World.withMember(scheme(reset: .quarter))
    world.buy("2000", on: day(2026, 3, 5))
    world.run(.growthReset, on: day(2026, 4, 1))
    #expect(world.tier(on: day(2026, 4, 1)) == 1)
    #expect(world.quote("10", on: day(2026, 4, 1)).toNextTier == 5000)
  }

  @Test func `M27: reviews come every 90 days, and before a reset of the same minute`() throws {
    var both = reviewed()
    both.growth = GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .quarter)
    let engine = LoyaltyEngine(
      schemes: [try both.compile()], days: day(2026, 1, 1)...day(2026, 12, 31))
    let moments = engine.schedule(ofScheme: 0, from: day(2026, 1, 1), through: day(2026, 7, 1))
    // 1 January + 90 days = 1 April; + 180 = 30 June.
    #expect(
      moments == [
        ScheduledEvent(minute: day(2026, 1, 1).start, kind: .growthReset),
        ScheduledEvent(minute: day(2026, 4, 1).start, kind: .tierReview),
        ScheduledEvent(minute: day(2026, 4, 1).start, kind: .growthReset),
        ScheduledEvent(minute: day(2026, 6, 30).start, kind: .tierReview),
        ScheduledEvent(minute: day(2026, 7, 1).start, kind: .growthReset),
      ])
  }

  @Test(arguments: [
    // Spent in the second period → tier after its review.
    ("5000", TierReview.Downgrade.reassess, 2), ("4999.99", .reassess, 1), ("2000", .reassess, 1),
    ("1999.99", .reassess, 0), ("0", .reassess, 0), ("4999.99", .oneStep, 1), ("0", .oneStep, 1),
  ])
  func `M27: a diamond member who spent less steps down at the review`(
    spent: String, downgrade: TierReview.Downgrade, tier: Int
  ) throws {
    var world = try World.withMember(reviewed(downgrade))
    world.buy("5000", on: day(2026, 2, 1))
    #expect(world.tier(on: day(2026, 2, 1)) == 2)
    world.run(.tierReview, on: day(2026, 4, 1))
    #expect(world.tier(on: day(2026, 4, 1)) == 2)
    world.buy(spent, on: day(2026, 5, 1))
    let decision = world.run(.tierReview, on: day(2026, 6, 30))
    #expect(decision.tierBefore == 2 && Int(decision.tierAfter) == tier)
    #expect(world.tier(on: day(2026, 6, 30)) == tier)
  }

  @Test func `M27: a grace keeps the tier to its last day`() throws {
    var world = try World.withMember(reviewed(graceDays: 30))
    world.buy("2500", on: day(2026, 2, 1))
    world.run(.tierReview, on: day(2026, 4, 1))
    world.run(.tierReview, on: day(2026, 6, 30))
    // 30 June is the first of 30 days; 29 July is the last.
    #expect(world.tier(on: day(2026, 7, 29)) == 1)
    #expect(world.tier(on: day(2026, 7, 30)) == 0)
    #expect(world.quote("10", on: day(2026, 7, 29)).tier == 1)
    #expect(world.quote("10", on: day(2026, 7, 30)).tier == 0)
    let late = world.buy("100", on: day(2026, 8, 5))
    #expect(late.tierBefore == 0 && late.tierAfter == 0)
  }

  @Test func `M27: whoever reaches the threshold in the grace keeps the tier`() throws {
    var world = try World.withMember(reviewed(graceDays: 30))
    world.buy("2500", on: day(2026, 2, 1))
    world.run(.tierReview, on: day(2026, 4, 1))
    world.run(.tierReview, on: day(2026, 6, 30))
    world.buy("1500", on: day(2026, 7, 10))
    world.buy("500", on: day(2026, 7, 20))
    #expect(world.tier(on: day(2026, 8, 30)) == 1)
  }

  @Test func `M27: whoever earns a middle tier in the grace lands there`() throws {
    var world = try World.withMember(reviewed(graceDays: 30))
    world.buy("5000", on: day(2026, 2, 1))
    world.run(.tierReview, on: day(2026, 4, 1))
    world.run(.tierReview, on: day(2026, 6, 30))
    world.buy("2000", on: day(2026, 7, 10))
    #expect(world.tier(on: day(2026, 7, 29)) == 2)
    #expect(world.tier(on: day(2026, 7, 30)) == 1)
  }

  @Test func `An account takes points and tier to another scheme, and leaves coupons`() throws {
    var base = Scheme(
      name: "history", points: PointsProgram(earn: onePerYuan),
      offers: [
        Offer(
          name: "welcome", access: .coupon(.onJoining, validDays: 365),
          benefit: .shareOff(.percent(10), minimumSpend: .zero, cap: nil))
      ])
    base.growth = GrowthProgram(perMinorPaid: Rate(1, over: 100))
    var world = try World.withMember(base, scheme())
    world.buy("1200", on: day(2026, 2, 1))
    let decision = world.handle(.adopt(scheme: 1), at: day(2026, 3, 1).start)
    #expect(decision.refusal == .none && decision.tierAfter == 1)
    #expect(world.balance(on: day(2026, 3, 1)) == 1200)
    #expect(world.quote("100", on: day(2026, 3, 1)).pay == yuan("85"))
    #expect(world.handle(.adopt(scheme: 2), at: day(2026, 3, 1).start).refusal == .notFound)
  }
}
