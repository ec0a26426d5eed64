import Foundation
import IncentiveEngine
import Quantities
import Scenarios
import Testing

@testable import ScenarioFiles

/// Rules against abuse and who takes advantage (M53): how they are written, and each wrong key found at
/// its place, with a hint.
@Suite struct RiskFormTests {
  private static func text(
    risk: String = "", abuse: String = "", economics: String = "staff-minute: ¥1"
  ) -> String {
    """
    scenario: Risk
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people:
      members: 100
      segments: [{ name: all, share: 100%, use: cdnow }]
      abuse: { \(abuse) }
    economics: { margin: 35%, message-cost: { wecom: ¥0.01 }, \(economics) }
    scheme:
      points: { earn: 1 per ¥1 }
      risk: { \(risk) }
    """
  }

  @Test(arguments: [
    "velocity: [{ name: v, count: orders, at-most: 3 in 24 hours, then: refuse }]",
    "velocity: [{ name: v, count: awards, at-most: 1 in 90 minutes, then: hold for 7 days }]",
    "velocity: [{ name: v, count: coupons, at-most: 2 in 1 week, then: review for 3 days }]",
    "linked: { by: address, accounts: 2, benefits: [welcome, first-order], then: claw-back }",
    "minimum-order: ¥10", "large-award: { above: 500 points, then: review }",
    "large-redemption: 5_000 points", "review: { minutes: 5, cost: ¥2 }",
  ])
  func `rules against abuse can be written`(rule: String) {
    let found = problems(of: Self.text(risk: rule), name: "x.yaml")
    #expect(found == nil, "\(found?.rendered ?? "")")
  }

  @Test(arguments: [
    ("velocity: [{ name: v, count: orders, at-most: 3 a day, then: refuse }]", "in which time"),
    ("velocity: [{ name: v, count: orders, at-most: 51 in 2 days, then: refuse }]", "1 to 50"),
    ("velocity: [{ name: v, count: orders, at-most: 3 in 500 days, then: refuse }]", "366 days"),
    (
      "velocity: [{ name: v, count: orders, at-most: 3 in 2 days, then: claw-back }]",
      "not claw back"
    ),
    (
      "velocity: [{ name: v, count: orders, at-most: 3 in 2 days, then: hold }]",
      "nothing that a rule"
    ),
    ("linked: { by: name, then: refuse }", "what two accounts share"),
    ("linked: { benefits: [], then: refuse }", "benefit"),
    ("rings: device", "no referral program"),
    ("large-award: { above: 5 points, then: refuse }", "must be hold or review"),
    ("refund-loops: { of-last: 5, within: 30 days, refunds: 2, then: refuse }", "no refunds"),
  ])
  func `what is wrong with a rule is found on its line`(rule: String, message: String) throws {
    let found = try #require(problems(of: Self.text(risk: rule), name: "x.yaml"))
    #expect(found.problems.allSatisfy { $0.line == 12 }, "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }

  @Test(arguments: [
    ("accounts: { share: 60% }, hunters: { share: 50% }", "staff-minute: ¥1", 8, "everybody"),
    ("accounts: { share: 1%, count: 9 }", "staff-minute: ¥1", 8, "outside 2 to 8"),
    ("loops: { share: 1%, returns: 50%, after: 5 days }", "staff-minute: ¥1", 9, "returns:"),
  ])
  func `what is wrong with people who take advantage is found where it stands`(
    abuse: String, economics: String, line: Int, message: String
  ) throws {
    let found = try #require(
      problems(of: Self.text(abuse: abuse, economics: economics), name: "x.yaml"))
    #expect(found.problems.map(\.line) == [line], "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }

  @Test func `reviews of minutes need the cost of one`() throws {
    let text = Self.text(risk: "review: { minutes: 5 }", economics: "returns: { rate: 5% }")
    let found = try #require(problems(of: text, name: "x.yaml"))
    #expect(found.problems.map(\.line) == [9], "\(found.rendered)")
    #expect(found.rendered.contains("staff-minute"))
  }

  @Test func `second accounts and accounts that are opened one after another are stated once`()
    throws
  {
    let text = Self.text(abuse: "hunters: { share: 1% }").replacingOccurrences(
      of: "  abuse:", with: "  second-accounts: { share: 5%, orders: 20% }\n  abuse:")
    let found = try #require(problems(of: text, name: "x.yaml"))
    #expect(found.problems.map(\.line) == [9], "\(found.rendered)")
  }

  @Test func `a rule's windows, shares and actions are as they are written`() throws {
    let risk =
      "velocity: [{ name: v, count: refunds, at-most: 4 in 2 weeks, then: review for 9 days }],"
      + " linked: { then: hold for 1 day }, large-award: { above: 50 points, then: review }"
    let file = try ScenarioFile.read(text: Self.text(risk: risk), name: "x.yaml").get()
    let policy = try #require(file.scenario.arms[1].scheme.risk)
    #expect(
      policy.velocity == [
        .init("v", .refunds, atMost: 4, minutes: 20_160, action: .review(days: 9))
      ])
    #expect(
      policy.linked
        == .init(by: [.device, .address], atMost: 1, benefits: .all, action: .hold(days: 1)))
    #expect(policy.largeAward == .init(above: Points(50), action: .review(days: nil)))
  }
}
