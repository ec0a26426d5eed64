import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct PointsSpendingTests {
  /// A member with a number of points, under a redemption rule.
  private func world(_ rule: RedeemRule, points: Int) throws -> World {
    var world = try World.withMember(
      Scheme(name: "cash", points: PointsProgram(earn: onePerYuan, redeem: rule)))
    if points > 0 { world.buy("\(points)", on: day(2026, 1, 2)) }
    return world
  }

  @Test(arguments: [
    // points held, basket, may spend, worth
    (99, "50", Int64(0), "0"), (100, "50", 100, "2"), (199, "50", 100, "2"), (250, "50", 200, "4"),
    // 50 steps of ¥2 pay ¥100 but a basket of ¥5.99 takes two.
    (5000, "5.99", 200, "4"), (5000, "6.00", 300, "6"), (5000, "1.99", 0, "0"),
  ])
  func `M04: a hundred points pay two yuan, in whole steps`(
    held: Int, price: String, spendable: Int64, worth: String
  ) throws {
    let world = try world(hundredForTwo, points: held)
    let quote = world.quote(price, on: day(2026, 2, 1))
    #expect(quote.spendablePoints == Points(spendable))
    #expect(quote.spendableValue == yuan(worth))
  }

  @Test(arguments: [
    // At most half of the order: ¥25 of ¥50 is twelve steps.
    (RedeemRule.limited(share: .percent(50)), 5000, Int64(1200)),
    (.limited(maximum: 300), 5000, 300), (.limited(maximum: 350), 5000, 300),
    (.limited(minimum: 500), 499, 0), (.limited(minimum: 500), 500, 500),
    // The minimum of 450 is five whole steps.
    (.limited(minimum: 450), 499, 0), (.limited(minimum: 450), 500, 500),
    // 30% of ¥50 is ¥15: seven steps, below the minimum of eight.
    (.limited(minimum: 800, share: .percent(30)), 5000, 0),
  ])
  func `M04: share of the order, minimum and maximum all hold`(
    rule: RedeemRule, held: Int, spendable: Int64
  ) throws {
    let world = try world(rule, points: held)
    #expect(world.quote("50", on: day(2026, 2, 1)).spendablePoints == Points(spendable))
  }

  @Test(arguments: [
    (Int64(0), Refusal.none), (100, .none), (200, .none), (150, .pointsNotSpendable),
    (300, .pointsNotSpendable), (-100, .pointsNotSpendable),
  ])
  func `M04: an order may spend whole steps that the quote allows, nothing else`(
    points: Int64, refusal: Refusal
  ) throws {
    var world = try world(hundredForTwo, points: 250)
    let before = world.accounts
    let decision = world.buy("50", points: points, on: day(2026, 2, 1))
    #expect(decision.refusal == refusal)
    if refusal == .none {
      #expect(decision.paid == yuan("50") - Money(minor: points * 2))
    } else {
      #expect(decision.refusedBy == RuleID(2))
      #expect(world.accounts == before)
    }
  }

  @Test(arguments: [
    (0, Int64(100), Int64(100)), (99, 1, 100), (100, 0, 100), (5000, 0, 100),
  ])
  func `The quote says how far the next reward is`(
    held: Int, missing: Int64, reward: Int64
  ) throws {
    let quote = try world(hundredForTwo, points: held).quote("50", on: day(2026, 2, 1))
    #expect(quote.pointsToReward == Points(missing))
    #expect(quote.rewardPoints == Points(reward) && quote.rewardValue == yuan("2"))
  }

  @Test func `Points that expire soonest are spent first`() throws {
    let scheme = Scheme(
      name: "lots",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: .afterMonths(12, roundedTo: .month)))
    var world = try World.withMember(scheme)
    world.buy("150", on: day(2026, 1, 10))
    world.buy("150", on: day(2026, 2, 10))
    let decision = world.buy("100", points: 200, on: day(2026, 3, 1))
    #expect(decision.paid == yuan("96"))
    let spent = world.journal.transfers.filter { $0.reason == .checkout }
    #expect(spent.map(\.points.count) == [150, 50])
    #expect(spent.map(\.lot.expiry) == [day(2027, 1, 31), day(2027, 2, 28)])
  }
}

extension RedeemRule {
  /// 100 points = ¥2 within limits.
  static func limited(
    minimum: Int64 = 0, maximum: Int64? = nil, share: Rate = .one
  ) -> RedeemRule {
    RedeemRule(
      stepPoints: Points(100), stepValue: Money(minor: 200), minimumPoints: Points(minimum),
      maximumPoints: maximum.map { Points($0) }, maximumShareOfOrder: share)
  }
}
