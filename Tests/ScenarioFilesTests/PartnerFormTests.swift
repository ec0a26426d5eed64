import IncentiveEngine
import Quantities
import Scenarios
import Testing

@testable import ScenarioFiles

/// Partners, known by their points or as merchants with accounts: each wrong key is found at its
/// place, with a hint.
@Suite struct PartnerFormTests {
  private static func text(_ partner: String) -> String {
    """
    scenario: Partners
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people:
      members: 100
      partners:
        - { name: airline, out-per-month: 0.5, in-per-month: 0.2, \(partner) }
      segments: [{ name: all, share: 100%, use: cdnow }]
    economics: { margin: 35% }
    scheme:
      points:
        earn: 1 per ¥1
        exchange: [{ name: airline, out: { give: 100 points, get: 50 points } }]
    """
  }

  private static let points = "points: { earn: 1 per ¥2, redeem: 1_000 points = ¥60 }"

  private static func merchant(
    members: String = "40%", basket: String = "¥800", scheme: String = points
  ) -> String {
    "merchant: { members: \(members), orders-per-month: 0.3, basket: \(basket), "
      + "scheme: { \(scheme) } }"
  }

  @Test func `a partner's points are worth what they pay there, and its accounts bring them`()
    throws
  {
    let scenario = try loaded(Self.text(Self.merchant())).scenario
    let partner = try #require(scenario.people.partners.first)
    #expect(partner.minorEach == Rate(6_000, over: 1_000) && partner.brought == .zero)
    let merchant = try #require(partner.merchant)
    #expect(merchant.memberShare == .percent(40) && merchant.basket == Money(minor: 80_000))
    #expect(merchant.ordersPerMonth == 0.3 && merchant.scheme.name == "airline")
    let known = try loaded(
      Self.text("worth: 1_000 points = ¥60, brings: 500 points")
    ).scenario
    #expect(known.people.partners.first?.merchant == nil)
    #expect(known.people.partners.first?.brought == Points(500))
    // Files without merchants keep the run ids that they had.
    #expect(!known.canonicalText.contains("merchant"))
    #expect(scenario.canonicalText.contains("merchant.memberShare"))
  }

  @Test(arguments: [
    ("worth: 1_000 points = ¥60", "needs \"brings:\""),
    ("brings: 500 points", "needs \"worth:\""),
    ("worth: 1_000 points = ¥60, \(merchant())", "\"worth:\" is what \"merchant:\" says already"),
    ("brings: 500 points, \(merchant())", "\"brings:\" is what \"merchant:\" says already"),
    (merchant(basket: "¥0"), "an order for nothing earns nothing"),
    (merchant(members: "140%"), "140%"),
    (merchant(scheme: "points: { earn: 1 per ¥2 }"), "redeem"),
    (merchant(scheme: "\(points), tiers: []"), "tiers"),
  ])
  func `what is wrong with a partner is found where it stands`(partner: String, message: String)
    throws
  {
    let found = try #require(problems(of: Self.text(partner), name: "x.yaml"))
    #expect(found.problems.count == 1, "\(found.rendered)")
    #expect(found.problems[0].line == 8)
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }
}
