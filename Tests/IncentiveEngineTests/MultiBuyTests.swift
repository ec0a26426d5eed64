import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Prices for several units (M21), to the fen; and what each line of them costs.
@Suite struct MultiBuyTests {
  private func promotion(
    _ benefit: Benefit, items: [UInt16]? = nil, minimumItems: Int = 0
  ) -> Offer {
    Offer(
      name: "multi-buy", access: .promotion(.always), benefit: benefit,
      scope: items.map { OfferScope(items: $0) }, minimumItems: minimumItems)
  }

  private func halfPrice(_ choice: NthUnit.Choice) -> Benefit {
    .nthUnit(NthUnit(every: 2, off: .percent(50), choice: choice))
  }

  @Test(arguments: [
    // One milk, two, three, four, five at ¥25.50: every second one pays ¥12.75.
    ("1×1 25.50", "25.50"), ("1×2 51", "38.25"), ("1×3 76.50", "63.75"), ("1×4 102", "76.50"),
    ("1×5 127.50", "102"),
    // Items do not mix: one of each gives nothing, two and one half a milk.
    ("1×1 25.50, 2×1 10", "35.50"), ("1×2 51, 2×1 10", "48.25"), ("1×2 51, 2×2 20", "53.25"),
    // One item on two lines counts together.
    ("1×1 25.50, 1×1 25.50", "38.25"),
    // ¥9.99 for two: one costs ¥4.99, half of which is ¥2.49 off.
    ("1×2 9.99", "7.50"),
  ])
  func `M21: the second of an item at half price, 第二件半价`(
    basket: String, pay: String
  ) throws {
    let world = try World.withMember(
      Scheme(name: "s", offers: [promotion(halfPrice(.sameItem))]))
    #expect(world.quote(of: lines(basket), on: day(2026, 5, 1)).pay == yuan(pay))
  }

  @Test(arguments: [
    ("1×1 30, 2×1 20", "40"), ("1×1 30, 2×1 20, 3×1 10", "55"),
    // Four units, two of them cheaper: 10 and 20.
    ("1×1 30, 2×1 20, 3×1 10, 1×1 40", "85"), ("3×2 20, 1×2 60", "70"),
    // Three units at 8 and one at 40: two of the eights pay 4.
    ("2×3 24, 1×1 40", "56"),
    ("1×1 30", "30"),
  ])
  func `M21: over different items the cheapest pay half`(basket: String, pay: String) throws {
    let world = try World.withMember(
      Scheme(name: "s", offers: [promotion(halfPrice(.cheapest))]))
    #expect(world.quote(of: lines(basket), on: day(2026, 5, 1)).pay == yuan(pay))
  }

  @Test(arguments: [
    ("1×2 40", "40"), ("1×3 60", "42"), ("1×1 30, 2×1 20, 3×1 10", "42"), ("1×4 80", "56"),
    // ¥99.99 × 0.3 is 29.997: 29.99 off.
    ("1×3 99.99", "70.00"),
    // Item 9 does not count and stays at its price.
    ("1×2 40, 9×1 100", "140"), ("1×3 60, 9×1 100", "142"),
  ])
  func `M21: three for 70%, 三件七折`(basket: String, pay: String) throws {
    let offer = promotion(
      .shareOff(.percent(30), minimumSpend: .zero, cap: nil), items: [1, 2, 3], minimumItems: 3)
    let world = try World.withMember(Scheme(name: "s", offers: [offer]))
    #expect(world.quote(of: lines(basket), on: day(2026, 5, 1)).pay == yuan(pay))
  }

  @Test func `M21: of three unequal items at 70%, the middle one returned leaves 28`() throws {
    let offer = promotion(
      .shareOff(.percent(30), minimumSpend: .zero, cap: nil), items: [1, 2, 3], minimumItems: 3)
    var world = try World.withMember(Scheme(name: "s", offers: [offer]))
    let basket = lines("1×1 30, 2×1 20, 3×1 10")
    let order = world.handle(
      .order(offers: [OfferSet(offer: 0)], points: .zero), at: day(2026, 5, 1).start, basket: basket
    )
    let paid = world.bills(of: order, basket).map(\.paid)
    #expect(order.paid == yuan("42"))
    #expect(paid == [yuan("21"), yuan("14"), yuan("7")])
    #expect(order.paid - paid[1] == yuan("28"))
  }

  @Test(arguments: [
    // Kept, the shares stay: 14 of 42 come back. Judged anew, two items have no 70%: 30 + 10 cost
    // ¥12 more than the 28 they cost in the order.
    (RefundPolicy.Reductions.keep, "14", "0"), (.reevaluate, "2", "12"),
  ])
  func `M21: the middle one of three returned, the reduction kept or judged anew`(
    reductions: RefundPolicy.Reductions, back: String, withheld: String
  ) throws {
    let offer = promotion(
      .shareOff(.percent(30), minimumSpend: .zero, cap: nil), items: [1, 2, 3], minimumItems: 3)
    var world = try World.withMember(
      Scheme(name: "s", offers: [offer], refunds: RefundPolicy(reductions: reductions)))
    let order = world.handle(
      .order(offers: [OfferSet(offer: 0)], points: .zero), at: day(2026, 5, 1).start,
      basket: lines("1×1 30, 2×1 20, 3×1 10"))
    let refund = world.giveBack([0, 1, 0], of: order, on: day(2026, 5, 2))
    #expect(refund.paid == yuan(back) && refund.refund.withheld == yuan(withheld))
  }

  @Test(arguments: [
    ("1×2 556", false, "556"), ("1×3 834", false, "784"), ("1×6 1668", false, "1618"),
    ("1×3 834", true, "784"), ("1×5 1390", true, "1340"), ("1×6 1668", true, "1568"),
    ("1×2 556, 2×1 238", true, "744"), ("1×2 556, 9×1 100", true, "656"),
  ])
  func `M21: three cans less ¥50, once or for each full three, 买3罐减50`(
    basket: String, repeats: Bool, pay: String
  ) throws {
    let once = Benefit.amountOff([LadderStep(minimumSpend: .zero, off: yuan("50"))])
    let offer = promotion(
      repeats ? .amountOffEach(units: 3, off: yuan("50")) : once, items: [1, 2], minimumItems: 3)
    let world = try World.withMember(Scheme(name: "s", offers: [offer]))
    #expect(world.quote(of: lines(basket), on: day(2026, 5, 1)).pay == yuan(pay))
  }

  @Test func `M21: what three cans less ¥50 takes off stands on the cans alone`() throws {
    let each = promotion(.amountOffEach(units: 3, off: yuan("50")), items: [1, 2])
    var world = try World.withMember(Scheme(name: "s", offers: [each]))
    let basket = lines("1×2 556, 9×1 100, 2×1 238")
    let order = world.handle(
      .order(offers: [OfferSet(offer: 0)], points: .zero), at: day(2026, 5, 1).start, basket: basket
    )
    // 50 over 556 and 238: 35.0125… and 14.9874…; the fen goes to the larger remainder.
    let off = world.bills(of: order, basket).map { $0.reduction(ofOffer: 0) }
    #expect(off == [yuan("35.01"), .zero, yuan("14.99")])
  }

  @Test func `An order that lacks units or items is refused, and says so`() throws {
    var world = try World.withMember(
      Scheme(
        name: "s",
        offers: [
          promotion(.amountOffEach(units: 3, off: yuan("50")), items: [1, 2])
        ]))
    for (basket, refusal) in [("1×2 556", Refusal.tooFewItems), ("9×3 90", .noMatchingItem)] {
      let decision = world.handle(
        .order(offers: [OfferSet(offer: 0)], points: .zero), at: day(2026, 5, 1).start,
        basket: lines(basket))
      #expect(decision.refusal == refusal)
    }
  }
}

/// Lines written as item×units and what they cost together: `1×2 51, 9×1 10`.
func lines(_ text: String) -> [BasketLine] {
  text.split(separator: ",").map { line in
    let parts = line.split(separator: " ")
    let numbers = parts[0].split(separator: "×")
    guard let item = UInt16(numbers[0]), let quantity = Int32(numbers[1]) else {
      preconditionFailure("a test writes lines as 1×2 51")
    }
    return BasketLine(listMinor: fen(String(parts[1])), quantity: quantity, item: item)
  }
}
