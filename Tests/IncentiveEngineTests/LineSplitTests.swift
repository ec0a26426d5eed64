import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Every reduction is split over the lines of an order to the last fen.
@Suite struct LineSplitTests {
  private func promotion(_ name: String, _ benefit: Benefit) -> Offer {
    Offer(name: name, access: .promotion(.always), benefit: benefit)
  }

  private func amount(_ off: String) -> Benefit {
    .amountOff([LadderStep(minimumSpend: .zero, off: yuan(off))])
  }

  private func share(_ percent: Int64) -> Benefit {
    .shareOff(.percent(percent), minimumSpend: .zero, cap: nil)
  }

  /// The bills of a member's order that takes the quote as it stands.
  private func bills(
    _ scheme: Scheme, _ prices: [String], spending points: Int64 = 0
  ) throws -> [LineBill] {
    var world = try World.withMember(scheme)
    if points > 0 { world.buy("1000", on: day(2026, 4, 30)) }
    let basket = prices.map { BasketLine(listMinor: fen($0)) }
    let noon = day(2026, 5, 1).at(hour: 12)
    let quote = world.engine.quote(basket.span, for: 0, in: world.accounts, at: noon)
    let decision = world.handle(
      .order(offers: quote.offers, points: Points(points)), at: noon, basket: basket)
    #expect(decision.refusal == .none)
    return world.bills(of: decision, basket)
  }

  @Test(arguments: [
    (["10", "10", "10"], "10", ["6.66", "6.67", "6.67"]),
    (["10", "10"], "0.01", ["9.99", "10"]),
    // 30 over 20/70/110: 3, 10.50, 16.50.
    (["20", "70", "110"], "30", ["17", "59.50", "93.50"]),
    // 5 over 1.01/2.02/3.03/4.04: exactly 0.50/1/1.50/2.
    (["1.01", "2.02", "3.03", "4.04"], "5", ["0.51", "1.02", "1.53", "2.04"]),
    // 0.02 over 0.01/0.01/0.01: two thirds each; the first two lines pay nothing.
    (["0.01", "0.01", "0.01"], "0.02", ["0", "0", "0.01"]),
    (["10", "0", "10"], "25", ["0", "0", "0"]),
  ])
  func `An amount off is split by largest remainder, ties to the first line`(
    prices: [String], off: String, paid: [String]
  ) throws {
    let bills = try bills(Scheme(name: "s", offers: [promotion("off", amount(off))]), prices)
    #expect(bills.map(\.paid) == paid.map { yuan($0) })
    #expect(bills.map(\.list) == prices.map { yuan($0) })
  }

  @Test func `Tier, offers and points each take their part of what the line still costs`() throws {
    var scheme = Scheme(
      name: "s", points: PointsProgram(earn: onePerYuan, redeem: hundredForTwo),
      tiers: TierLadder(tiers: [Tier(name: "t", threshold: 0, price: .percent(90))], basis: .spend),
      offers: [promotion("ten", amount("10")), promotion("half", share(50))])
    scheme.offers[1].access = .coupon(.onJoining, validDays: 300)
    // 100/50 at 90%: 90/45. 10 off: 6.67/3.33. Half of 125: of 83.33/41.67 the first has ⅔, which
    // is 41.665 of 62.50, so 41.66 or 41.67: 6,250 × 8,333 ∕ 12,500 leaves the remainder 6,250,
    // 6,250 × 4,167 the same: the tie goes to the first line. 100 points pay ¥2 of 62.50: of
    // 41.66/20.84 it is 1.33312/0.66688.
    let bills = try bills(scheme, ["100", "50"], spending: 100)
    #expect(bills.map(\.tierDiscount) == [yuan("10"), yuan("5")])
    #expect(bills.map { $0.reduction(ofOffer: 0) } == [yuan("6.67"), yuan("3.33")])
    #expect(bills.map { $0.reduction(ofOffer: 1) } == [yuan("41.67"), yuan("20.83")])
    #expect(bills.map(\.promotionDiscount) == [yuan("6.67"), yuan("3.33")])
    #expect(bills.map(\.couponDiscount) == [yuan("41.67"), yuan("20.83")])
    #expect(bills.map(\.spentValue) == [yuan("1.33"), yuan("0.67")])
    #expect(bills.map(\.paid) == [yuan("40.33"), yuan("20.17")])
  }

  @Test func `Whoever is no member pays list price on every line`() throws {
    let scheme = Scheme(
      name: "s",
      tiers: TierLadder(tiers: [Tier(name: "t", threshold: 0, price: .percent(90))], basis: .spend))
    var world = try World([scheme])
    let basket = [BasketLine(listMinor: 700), BasketLine(listMinor: 300)]
    let decision = world.handle(
      .order(offers: [], points: .zero), at: day(2026, 5, 1).start, basket: basket)
    #expect(world.bills(of: decision, basket).map(\.paid.minor) == [700, 300])
  }

  @Test(arguments: 1...4)
  func `Random orders split as the list of shares does, and add up`(seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    let world = try World.withMember(Scheme(name: "s"))
    for _ in 0..<3_000 {
      let lines = (0..<1 + random.below(30)).map { _ in
        BasketLine(listMinor: Int64(random.below(random.chance(20) ? 3 : 100_000)))
      }
      let list = lines.reduce(0) { $0 + $1.listMinor }
      let paid = Int64(random.next() % UInt64(list + 1))
      var bills: [LineBill] = []
      world.engine.appendLineBills(
        of: lines.span, terms: Quote(list: Money(minor: list)), spentValue: Money(minor: paid),
        scheme: 0, to: &bills)
      let shares = LargestRemainder.split(paid, by: lines.map(\.listMinor))
      guard bills.map(\.spentValue.minor) == shares || list == 0,
        bills.allSatisfy({ $0.paid >= .zero })
      else {
        Issue.record("seed \(seed): \(paid) of \(lines.map(\.listMinor))")
        return
      }
    }
  }
}
