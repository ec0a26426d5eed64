import IncentiveEngine
import Quantities
import Testing
import Timeline

/// What comes back, to the fen, under the rules that planners write: the figures by hand.
@Suite struct RefundFigureTests {
  private static let ordered = day(2026, 5, 1)
  private static let returned = day(2026, 5, 3)

  /// A shop whose only offer is one for several units or a threshold, and a basket bought with it.
  private static func order(
    _ offer: Offer, _ reductions: RefundPolicy.Reductions, _ basket: String, paid: String
  ) throws -> (shop: World, bought: Decision) {
    var shop = try World.withMember(
      Scheme(name: "s", offers: [offer], refunds: RefundPolicy(reductions: reductions)))
    let bought = shop.handle(
      .order(offers: [OfferSet(offer: 0)], points: .zero), at: ordered.at(hour: 12),
      basket: lines(basket))
    #expect(bought.refusal == .none && bought.paid == yuan(paid))
    return (shop, bought)
  }

  private static func offer(
    _ benefit: Benefit, items: [UInt16]? = nil, minimumItems: Int = 0
  ) -> Offer {
    Offer(
      name: "offer", access: .promotion(.always), benefit: benefit,
      scope: items.map { OfferScope(items: $0) }, minimumItems: minimumItems)
  }

  /// The items returned one after the other: what each return pays back, and what it withholds.
  private static func expect(
    _ steps: [(items: [Int32], back: String, withheld: String)], of bought: Decision,
    _ shop: inout World
  ) {
    var back = Money.zero
    for step in steps {
      let refund = shop.giveBack(step.items, of: bought, on: returned)
      #expect(refund.paid == yuan(step.back), "\(step.items)")
      #expect(refund.refund.withheld == yuan(step.withheld), "\(step.items)")
      back += refund.paid
    }
    #expect(back == bought.paid)
  }

  /// Items of ¥120, ¥70 and ¥50 cost ¥84, ¥49 and ¥35 at 70%: ¥168 together.
  @Test(arguments: [
    // The shares stay: the middle one brings its ¥49 back, and the rest what they cost.
    (RefundPolicy.Reductions.keep, "49", "0", "119", "0"),
    // Two items have no 70%: those kept cost ¥170, more than all three did. ¥49 would come back,
    // ¥51 more is due for the two kept, so nothing is paid; with all of it back, all is.
    (.reevaluate, "0", "49", "168", "-49"),
  ])
  func `三件七折, three unequal items, the middle one returned, then the rest`(
    reductions: RefundPolicy.Reductions, middle: String, withheld: String, rest: String,
    given: String
  ) throws {
    let rule = Self.offer(
      .shareOff(.percent(30), minimumSpend: .zero, cap: nil), items: [1, 2, 3], minimumItems: 3)
    var (shop, bought) = try Self.order(rule, reductions, "1×1 120, 2×1 70, 3×1 50", paid: "168")
    Self.expect(
      [([0, 1, 0], middle, withheld), ([1, 0, 1], rest, given)], of: bought, &shop)
  }

  /// Items of ¥50, ¥30 and ¥20 at 70% cost ¥35, ¥21 and ¥14; a fourth of ¥40 keeps three of four.
  @Test(arguments: [RefundPolicy.Reductions.keep, .reevaluate])
  func `三件七折, one of four returned: three are left, nothing is withheld`(
    reductions: RefundPolicy.Reductions
  ) throws {
    let rule = Self.offer(
      .shareOff(.percent(30), minimumSpend: .zero, cap: nil), items: [1, 2, 3, 4],
      minimumItems: 3)
    var (shop, bought) = try Self.order(
      rule, reductions, "1×1 50, 2×1 30, 3×1 20, 4×1 40", paid: "98")
    let refund = shop.giveBack([0, 1, 0, 0], of: bought, on: Self.returned)
    #expect(refund.paid == yuan("21") && refund.refund.withheld == .zero)
  }

  /// Two bottles of ¥25.50: the second pays ¥12.75, both ¥38.25.
  @Test(arguments: [
    // Half of what both cost is ¥19.125: the first returned brings ¥19.12, the second ¥19.13.
    (RefundPolicy.Reductions.keep, "19.12", "0", "19.13", "0"),
    // The one kept costs ¥25.50: ¥12.75 come back.
    (.reevaluate, "12.75", "6.37", "25.50", "-6.37"),
  ])
  func `第二件半价, one of two returned, then the other`(
    reductions: RefundPolicy.Reductions, first: String, withheld: String, second: String,
    given: String
  ) throws {
    let rule = Self.offer(
      .nthUnit(NthUnit(every: 2, off: .percent(50), choice: .sameItem)), items: [1])
    var (shop, bought) = try Self.order(rule, reductions, "1×2 51", paid: "38.25")
    Self.expect([([1], first, withheld), ([1], second, given)], of: bought, &shop)
  }

  /// ¥30 and ¥20, the cheaper at half price: ¥10 off, 6 on the ¥30 and 4 on the ¥20, so ¥24 and ¥16.
  @Test(arguments: [
    (RefundPolicy.Reductions.keep, [Int32(0), 1], "16", "0"), (.keep, [1, 0], "24", "0"),
    // Judged anew, one item has no second: the one kept costs ¥30, or ¥20.
    (.reevaluate, [0, 1], "10", "6"), (.reevaluate, [1, 0], "20", "4"),
  ])
  func `第二件半价 over two items, one of them returned`(
    reductions: RefundPolicy.Reductions, items: [Int32], back: String, withheld: String
  ) throws {
    let rule = Self.offer(
      .nthUnit(NthUnit(every: 2, off: .percent(50), choice: .cheapest)), items: [1, 2])
    var (shop, bought) = try Self.order(rule, reductions, "1×1 30, 2×1 20", paid: "40")
    let refund = shop.giveBack(items, of: bought, on: Self.returned)
    #expect(refund.paid == yuan(back) && refund.refund.withheld == yuan(withheld))
  }

  /// Three tins of ¥100 less ¥50 cost ¥250.
  @Test(arguments: [
    // A third of ¥250 is ¥83.33⅓, rounded down as a running sum: 83.33, 83.33, 83.34.
    (RefundPolicy.Reductions.keep, ["83.33", "83.33", "83.34"], ["0", "0", "0"]),
    // Two tins cost ¥200, one ¥100: ¥50 come back, then ¥100, then ¥100.
    (.reevaluate, ["50", "100", "100"], ["33.33", "-16.67", "-16.66"]),
  ])
  func `买3罐减50, one tin returned after the other`(
    reductions: RefundPolicy.Reductions, back: [String], withheld: [String]
  ) throws {
    let rule = Self.offer(.amountOffEach(units: 3, off: yuan("50")), items: [1])
    var (shop, bought) = try Self.order(rule, reductions, "1×3 300", paid: "250")
    Self.expect(zip(back, withheld).map { ([1], $0, $1) }, of: bought, &shop)
  }

  /// 10 off 30 is 3.34, 3.33 and 3.33 by largest remainder: items cost 6.66, 6.67 and 6.67.
  @Test(arguments: [
    // reductions kept: each brings what it cost
    (RefundPolicy.Reductions.keep, ["6.66", "6.67", "6.67"], ["0", "0", "0"]),
    // Without 30 in the basket there is no 10 off: the two kept cost 20, as all three did; then one
    // kept costs 10.
    (.reevaluate, ["0", "10", "10"], ["6.66", "-3.33", "-3.33"]),
  ])
  func `10, 10, 10 with 10 off, returned item by item`(
    reductions: RefundPolicy.Reductions, back: [String], withheld: [String]
  ) throws {
    let rule = Self.offer(
      .amountOff([LadderStep(minimumSpend: yuan("30"), off: yuan("10"))]))
    var (shop, bought) = try Self.order(rule, reductions, "1×1 10, 2×1 10, 3×1 10", paid: "20")
    #expect(
      shop.bills(of: bought, lines("1×1 10, 2×1 10, 3×1 10")).map { $0.reduction(ofOffer: 0) }
        == [yuan("3.34"), yuan("3.33"), yuan("3.33")])
    let items: [[Int32]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    Self.expect((0..<3).map { (items[$0], back[$0], withheld[$0]) }, of: bought, &shop)
  }
}
