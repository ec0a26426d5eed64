import IncentiveEngine
import Quantities
import Testing
import Timeline

@Suite struct ExplanationTests {
  @Test func `Every rule says what it did, or why not`() throws {
    func off(_ amount: String, from minimum: String) -> Benefit {
      .amountOff([LadderStep(minimumSpend: yuan(minimum), off: yuan(amount))])
    }
    let scheme = Scheme(
      name: "all", points: PointsProgram(earn: onePerYuan, redeem: hundredForTwo),
      growth: GrowthProgram(perMinorPaid: Rate(1, over: 100)),
      tiers: TierLadder(
        tiers: [
          Tier(name: "base", threshold: 0, price: .percent(90)),
          Tier(name: "gold", threshold: 9000, price: .percent(80)),
        ], basis: .growth),
      multipliers: [
        Multiplier(name: "mondays", factor: Rate(2), window: .weekday(1)),
        Multiplier(name: "tuesdays", factor: Rate(2), window: .weekday(2)),
        Multiplier(name: "gold", factor: Rate(2), window: .weekday(1), tier: 1),
      ],
      offers: [
        Offer(name: "large", access: .promotion(.always), benefit: off("50", from: "500")),
        Offer(name: "small", access: .promotion(.always), benefit: off("20", from: "100")),
        Offer(
          name: "alone", access: .promotion(.always), benefit: off("10", from: "0"),
          stacking: .exclusive),
        Offer(
          name: "again", access: .coupon(.onFirstOrder, validDays: 9), benefit: off("5", from: "0")),
      ])
    let world = try World.withMember(scheme)
    // Monday 4 May 2026: ¥200 at 90% is ¥180, less ¥20 is ¥160: 160 points, doubled.
    #expect(
      world.explain("200", on: day(2026, 5, 4)) == [
        "points.earn applied money 0 points 160",
        "points.redeem refused(IncentiveEngine.Refusal.pointsNotSpendable) money 0 points 0",
        "growth.earn applied money 0 points 160",
        "tiers.base applied money 2000 points 0",
        "tiers.gold refused(IncentiveEngine.Refusal.notInAudience) money 0 points 0",
        "multipliers.mondays applied money 0 points 160",
        "multipliers.tuesdays refused(IncentiveEngine.Refusal.notRunning) money 0 points 0",
        "multipliers.gold refused(IncentiveEngine.Refusal.notInAudience) money 0 points 0",
        "offers.large refused(IncentiveEngine.Refusal.belowThreshold) money 0 points 0",
        "offers.small applied money 2000 points 0",
        "offers.alone refused(IncentiveEngine.Refusal.notCombinable) money 0 points 0",
        "offers.again refused(IncentiveEngine.Refusal.notHeld) money 0 points 0",
      ])
  }

  @Test func `An offer without which the price is as low is not needed`() throws {
    let scheme = Scheme(
      name: "two",
      offers: ["a", "b"].map {
        Offer(
          name: $0, access: .promotion(.always),
          benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("30"))]))
      })
    let world = try World.withMember(scheme)
    #expect(
      world.explain("25", on: day(2026, 5, 4)) == [
        "offers.a applied money 2500 points 0", "offers.b notNeeded money 0 points 0",
      ])
  }

  @Test func `A stranger is told so`() throws {
    let world = try World([.none])
    #expect(
      world.explain("25", on: day(2026, 5, 4)) == [
        "none refused(IncentiveEngine.Refusal.notAMember) money 0 points 0"
      ])
  }
}
