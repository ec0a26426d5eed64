import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Double-points cards (M10): a coupon that multiplies the points of the order it is used on.
@Suite struct PointCardTests {
  private static let today = day(2026, 3, 2)

  /// A card from ¥50 on, felt to be worth ¥1, and ¥10 off as another coupon; both come on joining.
  private func scheme(
    _ others: Multiplier..., combination: MultiplierCombination = .multiplicative,
    budgets: [Budget] = []
  ) -> Scheme {
    Scheme(
      name: "cards", points: PointsProgram(earn: onePerYuan),
      multipliers: [
        Multiplier(name: "card", factor: Rate(2), window: .coupon(offer: 0))
      ] + others, multiplierCombination: combination,
      offers: [
        Offer(
          name: "double-card", access: .coupon(.onJoining, validDays: 365),
          benefit: .gift([
            GiftStep(
              name: "double-points", minimumSpend: yuan("50"), cost: .zero, value: yuan("1"))
          ])),
        Offer(
          name: "ten", access: .coupon(.onJoining, validDays: 365),
          benefit: .amountOff([LadderStep(minimumSpend: yuan("100"), off: yuan("10"))])),
      ], budgets: budgets)
  }

  @Test(arguments: [
    // price, offers of the quote, points: the card from ¥50 on, and doubled what is paid
    ("49.99", OfferSet(), Int64(49)), ("50", OfferSet(offer: 0), 100),
    ("100", OfferSet(offer: 0).union(OfferSet(offer: 1)), 180),
  ])
  func `M10: a card doubles the points of the order it is used on`(
    price: String, offers: OfferSet, points: Int64
  ) throws {
    var world = try World.withMember(scheme())
    let quote = world.quote(price, on: Self.today)
    #expect(quote.offers == offers && quote.earnedPoints == Points(points))
    let positions = (0..<2).filter { offers.contains(OfferSet(offer: $0)) }
    let order = world.buy(price, offers: positions, on: Self.today)
    #expect(order.earnedPoints == Points(points) && order.terms == quote)
    #expect(world.balance(on: Self.today) == points)
  }

  @Test func `a card is used once, and its bonus is a transfer of its own`() throws {
    var world = try World.withMember(scheme())
    world.buy("60", offers: [0], on: Self.today)
    let bonus = world.journal.transfers.last
    #expect(bonus?.reason == .bonus && bonus?.points == Points(60))
    #expect(world.engine.schemes[0].ruleName(bonus?.rule ?? .none) == "multipliers.card")
    #expect(world.quote("60", on: Self.today).earnedPoints == Points(60))
    #expect(world.buy("60", offers: [0], on: Self.today).refusal == .notHeld)
  }

  @Test func `who keeps the card earns once`() throws {
    var world = try World.withMember(scheme())
    #expect(world.buy("60", on: Self.today).earnedPoints == Points(60))
    #expect(world.quote("60", on: Self.today).offers == OfferSet(offer: 0))
  }

  @Test(arguments: [(MultiplierCombination.multiplicative, Int64(360)), (.additive, 240)])
  func `a card meets the member day as declared`(
    combination: MultiplierCombination, points: Int64
  ) throws {
    let memberDay = Multiplier(
      name: "day", factor: Rate(3), window: .dates(Self.today...Self.today))
    var world = try World.withMember(scheme(memberDay, combination: combination))
    #expect(world.buy("60", offers: [0], on: Self.today).earnedPoints == Points(points))
  }

  @Test func `a budget of points holds for a card, too`() throws {
    let budget = Budget(
      name: "b", measure: .pointsIssued, limit: 100, atLimit: .payRemainder)
    var world = try World.withMember(scheme(budgets: [budget]))
    let quote = world.quote("60", on: Self.today)
    #expect(quote.earnedPoints == Points(100))
    #expect(world.buy("60", offers: [0], on: Self.today).earnedPoints == Points(100))
  }

  @Test func `a multiplier of a coupon that is not there is refused`() {
    var wrong = scheme()
    wrong.multipliers[0].window = .coupon(offer: 2)
    #expect(wrong.problems.map(\.path) == ["multipliers.card.coupon"])
  }
}
