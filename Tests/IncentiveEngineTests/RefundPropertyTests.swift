import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Random shops: what is bought and sent back whole, in whatever pieces, leaves no trace.
struct RefundPropertyTests {
  private static func scheme(_ random: inout TestRandom) -> Scheme {
    var scheme = Scheme(
      name: "random",
      points: PointsProgram(
        earn: random.chance(70)
          ? .perMinorPaid(Rate(Int64(1 + random.below(3)), over: 100))
          : .perItem(Points(2)),
        redeem: hundredForTwo),
      growth: GrowthProgram(perMinorPaid: Rate(1, over: 100)),
      tiers: TierLadder(
        tiers: [
          Tier(name: "bronze", threshold: 0),
          Tier(name: "silver", threshold: 300, price: .percent(95)),
          Tier(name: "gold", threshold: 900, price: .percent(88)),
        ], basis: random.chance(50) ? .growth : .spend))
    if scheme.tiers?.basis == .spend {
      scheme.tiers?.tiers[1].threshold = 30_000
      scheme.tiers?.tiers[2].threshold = 90_000
    }
    if random.chance(50) {
      scheme.multipliers = [
        Multiplier(name: "double", factor: Rate(3, over: 2), window: .weekday(1 + random.below(7)))
      ]
    }
    scheme.offers = [
      Offer(
        name: "off", access: .promotion(.always),
        benefit: .amountOff([LadderStep(minimumSpend: yuan("150"), off: yuan("23.45"))])),
      Offer(
        name: "welcome", access: .coupon(.onJoining, validDays: 200),
        benefit: .shareOff(.percent(7), minimumSpend: .zero, cap: nil)),
    ]
    scheme.refunds = RefundPolicy(
      earned: .mayGoNegative, expired: .reissue, coupons: .returned,
      reductions: random.chance(50) ? .keep : .reevaluate)
    return scheme
  }

  /// One order of one to five lines, the best offers, and points if there are any.
  private static func buy(_ shop: inout World, _ random: inout TestRandom, on day: Day)
    -> (order: Decision, items: [Int32])
  {
    let basket = (0...random.below(5)).map { _ in
      BasketLine(
        listMinor: Int64(random.below(20_000)), quantity: Int32(1 + random.below(4)))
    }
    let minute = day.at(hour: 12)
    let quote = shop.engine.quote(basket.span, for: 0, in: shop.accounts, at: minute)
    let points = random.chance(60) ? quote.spendablePoints : .zero
    let order = shop.handle(
      .order(offers: quote.offers, points: points), at: minute, basket: basket)
    return (order, basket.map(\.quantity))
  }

  /// Sends an order back in random pieces; what came back in all.
  private static func undo(
    _ shop: inout World, _ random: inout TestRandom, _ order: Decision, _ items: [Int32],
    on day: Day
  ) -> (paid: Money, points: Points, earned: Points) {
    var sum = (paid: Money.zero, points: Points.zero, earned: Points.zero)
    func add(_ decision: Decision) {
      sum.paid += decision.paid
      sum.points += decision.spentPoints
      sum.earned += decision.earnedPoints
    }
    var left = items
    for _ in 0..<random.below(5) {
      if random.chance(30) {
        add(shop.refund(.amount(Money(minor: Int64(random.below(4000)))), of: order, on: day))
      } else {
        let part = left.map { Int32(random.below(Int($0) + 1)) }
        let decision = shop.giveBack(part, of: order, on: day)
        if decision.refusal == .none { left = zip(left, part).map { $0 - $1 } }
        add(decision)
      }
    }
    add(shop.refund(.whole, of: order, on: day))
    return sum
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what is bought and sent back in pieces leaves every balance as it was`(seed: UInt64) throws
  {
    var random = TestRandom(seed: seed)
    var shop = try World.withMember(Self.scheme(&random))
    if random.chance(60) { shop.buy("\(50 + random.below(600))", on: day(2026, 1, 2)) }
    let before = shop.accounts
    var orders: [(order: Decision, items: [Int32])] = []
    for index in 0..<1 + random.below(5) {
      orders.append(Self.buy(&shop, &random, on: day(2026, 1, 3).advanced(by: index * 3)))
    }
    orders.shuffle(using: &random)
    for (order, items) in orders {
      let sum = Self.undo(&shop, &random, order, items, on: day(2026, 2, 10))
      #expect(sum.paid == order.paid, "seed \(seed)")
      #expect(sum.points == order.spentPoints, "seed \(seed)")
      #expect(sum.earned == order.earnedPoints, "seed \(seed)")
    }
    let today = day(2026, 2, 10)
    #expect(shop.accounts.ledger.arrears(0) == .zero, "seed \(seed)")
    #expect(
      shop.balance(on: today) == before.ledger.spendable(0, on: today).count, "seed \(seed)")
    var state = shop.accounts.states[0]
    state.lastOrder = before.states[0].lastOrder
    #expect(state == before.states[0], "seed \(seed)")
    #expect(
      EngineInvariants.faults(of: shop.accounts, in: shop.engine, on: today) == [], "seed \(seed)")
  }
}
