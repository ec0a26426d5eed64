import IncentiveEngine
import Quantities
import Scenarios
import Testing

@testable import ScenarioFiles

/// Offers on items, multi-buys, groups and member prices, as planners write them.
@Suite struct LineOfferTests {
  private func read(_ scheme: String, catalogue: Bool = true) -> (Scheme?, [String]) {
    let items = """
      catalogue:
        items:
          - { name: cans, category: formula, price: ¥298, cost: ¥152 }
          - { name: rice, category: foods, price: ¥68, cost: ¥31 }
          - { name: puree, category: foods, price: ¥25.50, cost: ¥11 }

      """
    let text = """
      scenario: Lines
      horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
      currency: CNY
      seed: 1
      people: { members: 10, segments: [{ name: all, share: 100%, use: cdnow }] }
      economics: { margin: 35%, message-cost: { wecom: ¥0.01 } }
      \(catalogue ? items : "")scheme:
      \(scheme.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))

      """
    switch ScenarioFile.read(text: text, name: "test.yaml") {
    case .success(let loaded): return (loaded.scenario.arms[1].scheme, [])
    case .failure(let found): return (nil, found.problems.map(\.message))
    }
  }

  @Test func `items are named one by one or by category, and found in the catalogue`() throws {
    let (scheme, problems) = read(
      """
      promotions:
        - { name: a, off: ¥50, per-items: 3, items: cans }
        - { name: b, nth: { share: 50%, of: same-item }, items: foods }
        - { name: c, share: 30%, min-items: 3, items: [puree, cans], count: basket }
      """)
    #expect(problems == [])
    let offers = try #require(scheme).offers
    #expect(offers[0].scope == OfferScope(items: [0]))
    #expect(offers[0].benefit == .amountOffEach(units: 3, off: Money(minor: 5_000)))
    #expect(offers[1].scope == OfferScope(items: [1, 2]))
    #expect(
      offers[1].benefit == .nthUnit(NthUnit(every: 2, off: .percent(50), choice: .sameItem)))
    #expect(offers[2].scope == OfferScope(items: [0, 2], counting: .basket))
    #expect(offers[2].minimumItems == 3)
  }

  @Test func `groups find their offers, tiers their items`() throws {
    let (scheme, problems) = read(
      """
      tiers:
        - { name: member, prices: { rice: ¥60 } }
      promotions: [{ name: a, off: ¥5 }]
      coupons: [{ name: b, grant: joining, valid: 30, off: ¥5 }]
      groups: [{ name: g, offers: [b, a], mode: highest, with-others: exclusive }]
      """)
    #expect(problems == [])
    #expect(
      scheme?.groups == [
        OfferGroup(name: "g", offers: [1, 0], mode: .highest, company: .exclusive)
      ]
    )
    #expect(
      scheme?.tiers?.tiers[0].memberPrices == [MemberPrice(item: 1, price: Money(minor: 6_000))])
  }

  @Test(arguments: [
    ("promotions: [{ name: a, off: ¥5, items: milk }]", "no item or category"),
    ("promotions: [{ name: a, off: ¥5, count: basket }]", "means nothing"),
    ("promotions: [{ name: a, share: 5%, per-items: 3 }]", "only an amount"),
    ("promotions: [{ name: a, off: ¥5, per-items: 3, min-spend: ¥9 }]", "cannot stand beside"),
    ("promotions: [{ name: a, off: ¥5, nth: { share: 5%, of: cheapest } }]", "more than one of"),
    ("tiers: [{ name: m, prices: { rice: ¥70 } }]", "more than the list price"),
    ("tiers: [{ name: m, prices: { foods: ¥7 } }]", "none of the catalogue's items"),
    ("groups: [{ name: g, offers: [b], mode: lowest }]", "no promotion or coupon"),
    (
      "promotions: [{ name: a, off: ¥5, stack: alone }]\n"
        + "groups: [{ name: g, offers: [a], mode: lowest }]", "combines as its group"
    ),
  ])
  func `what does not fit together is a located problem`(scheme: String, problem: String) {
    let (_, problems) = read(scheme)
    #expect(problems.contains { $0.contains(problem) }, "\(problems)")
  }

  @Test func `without a catalogue nothing can look at items`() {
    for offer in ["items: cans", "min-items: 2", "per-items: 2"] {
      let (_, problems) = read("promotions: [{ name: a, off: ¥5, \(offer) }]", catalogue: false)
      #expect(problems.contains { $0.contains("without a catalogue") }, "\(problems)")
    }
  }
}
