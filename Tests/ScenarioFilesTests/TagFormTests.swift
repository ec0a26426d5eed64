import IncentiveEngine
import Scenarios
import Testing

@testable import ScenarioFiles

/// Tags (M51): how they are written, and each wrong key found at its place, with a hint.
@Suite struct TagFormTests {
  private static func text(_ tag: String, to audience: String = "tagged t") -> String {
    """
    scenario: Tags
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people: { members: 100, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { margin: 35%, message-cost: { wecom: ¥0.01 } }
    scheme:
      tags:
        months: 1
        recency: [7 days, 30 days]
        life-cycle: { new: 30 days, returned: 30 days, sleeping: 60 days, lapsed: 120 days }
        list:
          - { name: t, \(tag) }
      coupons:
        - { name: c, grant: monthly on day 5, to: \(audience), valid: 5 days, off: ¥5 }
    """
  }

  @Test(arguments: [
    "active-within: 7 days", "quiet-for: 2 weeks", "orders: 3, spent: ¥1_000",
    "orders-a-month: 3, basket: ¥200", "stage: lapsed", "stage: [sleeping, lapsed]",
    "recency: 3", "recency: 1-2", "given: by journeys",
  ])
  func `tags can be written`(tag: String) {
    #expect(problems(of: Self.text(tag), name: "x.yaml") == nil)
  }

  @Test(arguments: [
    ("stage: gone", 13, "\"gone\" is not a stage of the life cycle"),
    ("recency: 4", 13, "must be classes from 1 to 3"),
    ("money: 2", 13, "the scale has no limits"),
    ("recency: 2-1", 13, "is no class or range of classes"),
    ("given: by journeys, orders: 3", 13, "a tag that is given looks at nothing else"),
    ("quiet-for: 0 days", 13, "0 days"),
  ])
  func `what is wrong with a tag is found where it stands`(
    tag: String, line: Int, message: String
  ) throws {
    let found = try #require(problems(of: Self.text(tag), name: "x.yaml"))
    #expect(found.problems.map(\.line) == [line], "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }

  @Test(arguments: [
    ("tagged u", "unknown tag \"u\""), ("tagged 8", "cannot be the name of a tag"),
    ("VIPs", "is not an audience"),
  ])
  func `an audience is a tag that there is`(audience: String, message: String) throws {
    let text = Self.text("orders: 3", to: audience)
    let found = try #require(problems(of: text, name: "x.yaml"))
    #expect(found.problems.map(\.line) == [15], "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }

  @Test func `a coupon's audience is the tag by its position`() throws {
    let file = try ScenarioFile.read(text: Self.text("orders: 3"), name: "x.yaml").get()
    let scheme = file.scenario.arms[1].scheme
    guard case .coupon(.monthly(_, _, let audience), _) = scheme.offers[0].access else {
      Issue.record("no monthly coupon")
      return
    }
    #expect(audience == .tagged(0))
    #expect(scheme.tags?.months == 1 && scheme.tags?.scales.recencyDays == [7, 30])
  }
}
