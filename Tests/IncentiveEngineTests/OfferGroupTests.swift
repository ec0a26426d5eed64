import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Groups of offers with a rule of stacking of their own (M55).
@Suite struct OfferGroupTests {
  private typealias Group = OfferGroup

  private func off(_ name: String, _ amount: String, from minimum: String = "0") -> Offer {
    Offer(
      name: name, access: .promotion(.always),
      benefit: .amountOff([LadderStep(minimumSpend: yuan(minimum), off: yuan(amount))]))
  }

  private func share(_ name: String, _ percent: Int64) -> Offer {
    Offer(
      name: name, access: .promotion(.always),
      benefit: .shareOff(.percent(percent), minimumSpend: .zero, cap: nil))
  }

  private func coupon(_ offer: Offer) -> Offer {
    var coupon = offer
    coupon.access = .coupon(.onJoining, validDays: 300)
    return coupon
  }

  private func world(_ offers: [Offer], _ groups: Group...) throws -> World {
    try World.withMember(Scheme(name: "s", offers: offers, groups: groups))
  }

  private func set(_ offers: [Int]) -> OfferSet {
    offers.reduce(OfferSet()) { $0.union(OfferSet(offer: $1)) }
  }

  @Test(arguments: [
    // On ¥100: 5, 20 and 15%. Stackable: 100 − 5 − 20 = 75, less 11.25.
    (OfferGroup.Mode.stackable, "100", "63.75", [0, 1, 2]),
    // The group's order is third, first, second.
    (.ordered, "100", "85", [2]), (.highest, "100", "80", [1]), (.lowest, "100", "95", [0]),
    // On ¥200 the share is worth 30.
    (.highest, "200", "170", [2]), (.lowest, "200", "195", [0]),
    // On ¥20 the share is worth 3: the lowest.
    (.lowest, "20", "17", [2]), (.highest, "20", "0", [1]),
  ])
  func `M55: of a group all, the first, the highest or the lowest applies`(
    mode: OfferGroup.Mode, price: String, pay: String, stack: [Int]
  ) throws {
    let world = try world(
      [off("five", "5"), off("twenty", "20"), share("fifteen", 15)],
      Group(name: "g", offers: [2, 0, 1], mode: mode))
    let quote = world.quote(price, on: day(2026, 5, 1))
    #expect(quote.pay == yuan(pay) && quote.offers == set(stack))
  }

  @Test func `M55: the first of a group that is out of reach leaves its place to the next`() throws
  {
    let world = try world(
      [off("large", "50", from: "300"), off("small", "10", from: "100")],
      Group(name: "g", offers: [0, 1], mode: .ordered))
    #expect(world.quote("99", on: day(2026, 5, 1)).pay == yuan("99"))
    #expect(world.quote("299", on: day(2026, 5, 1)).pay == yuan("289"))
    #expect(world.quote("300", on: day(2026, 5, 1)).pay == yuan("250"))
  }

  @Test(arguments: [
    // 30 off 200 leaves 170; 10% of 200 is 20, of 170 is 17.
    (OfferGroup.ShareBase.initial, "150"), (.discounted, "153"),
  ])
  func `M55: a share is one of the price before offers, or of what they left`(
    base: OfferGroup.ShareBase, pay: String
  ) throws {
    let world = try world(
      [off("thirty", "30"), share("ten", 10)],
      Group(name: "g", offers: [0, 1], mode: .stackable, shareBase: base))
    #expect(world.quote("200", on: day(2026, 5, 1)).pay == yuan(pay))
  }

  @Test(arguments: [
    // Joint: 100 − 12 − 10. Exclusive: the two of the group take 12, the offer outside 10.
    (OfferGroup.Company.joint, "5", "7", "10", "78", [0, 1, 2]),
    (.exclusive, "5", "7", "10", "88", [0, 1]), (.exclusive, "5", "7", "13", "87", [2]),
    // As much either way: the single offer is the shorter stack.
    (.exclusive, "5", "7", "12", "88", [2]),
  ])
  func `M55: a group combines with offers outside it, or stands alone`(
    company: OfferGroup.Company, first: String, second: String, outside: String, pay: String,
    stack: [Int]
  ) throws {
    let world = try world(
      [off("first", first), off("second", second), off("outside", outside)],
      Group(name: "g", offers: [0, 1], mode: .stackable, company: company))
    let quote = world.quote("100", on: day(2026, 5, 1))
    #expect(quote.pay == yuan(pay) && quote.offers == set(stack))
  }

  @Test func `M55: an order gets what its groups let through, and is told why not`() throws {
    var alone = off("alone", "1")
    alone.stacking = .exclusive
    let offers = [off("five", "5"), off("twenty", "20"), off("outside", "1"), alone]
    var world = try world(
      offers, Group(name: "g", offers: [0, 1], mode: .highest, company: .exclusive))
    let before = world.accounts
    let cases: [([Int], Refusal, Int)] = [
      ([0], .outranked, 0), ([0, 1], .outranked, 0), ([1, 2], .notCombinable, 1),
      ([0, 2], .notCombinable, 0), ([2, 3], .notCombinable, 2),
    ]
    for (offers, refusal, rule) in cases {
      let decision = world.buy("100", offers: offers, on: day(2026, 5, 1))
      #expect(decision.refusal == refusal)
      #expect(decision.refusedBy == world.engine.schemes[0].rule(offer: rule))
    }
    #expect(world.accounts == before)
    #expect(world.buy("100", offers: [1], on: day(2026, 5, 1)).paid == yuan("80"))
    #expect(world.buy("100", offers: [], on: day(2026, 5, 1)).paid == yuan("100"))
  }

  @Test func `M55: a coupon that would change nothing is kept`() throws {
    // The promotion takes all of ¥30 already; of the two coupons one is enough for ¥45.
    var world = try world(
      [off("thirty", "30"), coupon(off("a", "20")), coupon(off("b", "15"))],
      Group(name: "g", offers: [1, 2], mode: .stackable))
    #expect(world.quote("30", on: day(2026, 5, 1)).offers == set([0]))
    let quote = world.quote("45", on: day(2026, 5, 1))
    #expect(quote.pay == .zero && quote.offers == set([0, 1]))
    world.buy("45", offers: [0, 1], on: day(2026, 5, 1))
    #expect(world.quote("45", on: day(2026, 5, 1)).offers == set([0, 2]))
  }

  @Test func `M55: the findings say what each offer took, and who went before it`() throws {
    let world = try world(
      [off("five", "5"), off("twenty", "20"), share("ten", 10)],
      Group(name: "g", offers: [0, 1], mode: .highest))
    #expect(
      world.explain("100", on: day(2026, 5, 1)) == [
        "offers.five outranked: ¥100", "offers.twenty applied ¥20: ¥80",
        "offers.ten applied ¥8: ¥72",
      ])
  }

  @Test func `A group with strangers, twins or offers that stand alone is refused`() {
    var alone = off("alone", "1")
    alone.stacking = .exclusive
    let scheme = Scheme(
      name: "s", offers: [off("a", "1"), alone],
      groups: [
        Group(name: "one", offers: [0, 7], mode: .highest),
        Group(name: "two", offers: [0, 1], mode: .lowest),
        Group(name: "none", offers: [], mode: .stackable),
      ])
    #expect(
      scheme.problems.map(\.path) == [
        "groups.one.offers", "groups.two.offers", "offers.alone.stack", "groups.none.offers",
      ])
  }
}
