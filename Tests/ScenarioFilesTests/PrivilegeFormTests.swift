import Testing

@testable import ScenarioFiles

/// Privileges (M29): how they are written, and each wrong key found at its place, with a hint.
@Suite struct PrivilegeFormTests {
  private static func text(_ privilege: String) -> String {
    """
    scenario: Privileges
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people: { members: 100, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { message-cost: { wecom: ¥0.01 } }
    catalogue: { items: [{ name: tea, category: drinks, price: ¥90, cost: ¥30 }] }
    scheme:
      tiers: [{ name: base }, { name: gold, from: ¥500 spend }]
      privileges:
        - { name: p, \(privilege) }
    """
  }

  @Test(arguments: [
    "gives: with each order, tier: gold, cost: ¥8, worth: ¥10", "gives: monthly box, worth: ¥10",
    "gives: birthday box, cost: ¥8",
    "gives: hidden product, items: tea, year-spend: ¥50_000, cost: ¥8",
  ])
  func `privileges can be written`(privilege: String) {
    #expect(problems(of: Self.text(privilege), name: "x.yaml") == nil)
  }

  @Test(arguments: [
    ("gives: with each order, tier: god, cost: ¥8", "unknown tier \"god\""),
    ("gives: hidden product, cost: ¥8", "the hidden product has no items"),
    ("gives: monthly box, items: tea, cost: ¥8", "only a hidden product looks at items"),
    ("gives: monthly box, month-orders: 3", "does not say what it costs and is worth"),
    ("gives: monthly box, cost: ¥0", "must be above zero"),
    ("gives: presales 2 days early, cost: ¥8", "\"cost\" means nothing here"),
    ("gives: presales 2 days early", "the scheme has none"),
    ("gives: presales 40 days early", "presales open 1 to 30 days early"),
    ("gives: a box, cost: ¥8", "does not say what is given"),
  ])
  func `what is wrong with them is found where it stands`(
    privilege: String, message: String
  ) throws {
    let found = try #require(problems(of: Self.text(privilege), name: "x.yaml"))
    #expect(found.problems.map(\.line) == [11], "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }
}
