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
    var world = try World.withMember(scheme)
    // Monday 4 May 2026: ¥200 at 90% is ¥180, less ¥20 is ¥160: 160 points, doubled.
    let monday = day(2026, 5, 4)
    #expect(
      world.explain("200", on: monday) == [
        "tiers.base applied ¥20: ¥180", "tiers.gold not-in-audience: ¥180",
        "offers.large below-threshold: ¥180", "offers.small applied ¥20: ¥160",
        "offers.alone not-combinable: ¥160", "offers.again not-held: ¥160",
        "points.redeem points-not-spendable: ¥160", "points.earn applied 160 points: ¥160",
        "multipliers.mondays applied 160 points: ¥160", "multipliers.tuesdays not-running: ¥160",
        "multipliers.gold not-in-audience: ¥160", "growth.earn applied 160 points: ¥160",
      ])
    // That order brings 320 points and the coupon: 300 of them may pay ¥6, and earn nothing.
    world.buy("200", offers: [1], on: monday)
    #expect(
      world.explain("200", spending: 300, on: monday) == [
        "tiers.base applied ¥20: ¥180", "tiers.gold not-in-audience: ¥180",
        "offers.large below-threshold: ¥180", "offers.small applied ¥20: ¥160",
        "offers.alone not-combinable: ¥160", "offers.again applied ¥5: ¥155",
        "points.redeem applied ¥6 300 points: ¥149", "points.earn applied 149 points: ¥149",
        "multipliers.mondays applied 149 points: ¥149", "multipliers.tuesdays not-running: ¥149",
        "multipliers.gold not-in-audience: ¥149", "growth.earn applied 149 points: ¥149",
      ])
    // Points that may be spent and are kept pay nothing; what they would pay stands beside.
    #expect(
      world.explain("200", on: monday).contains("points.redeem not-chosen ¥6 300 points: ¥155"))
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
        "offers.a applied ¥25: ¥0", "offers.b not-needed: ¥0",
      ])
  }

  @Test func `A stranger is told so`() throws {
    let world = try World([.none])
    #expect(
      world.explain("25", on: day(2026, 5, 4)) == [
        "none not-a-member: ¥25"
      ])
  }
}
