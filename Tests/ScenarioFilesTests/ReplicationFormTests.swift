import Measurement
import Scenarios
import Testing

@testable import ScenarioFiles

/// `replications: 5`, or `{ first: 10, until: […], at-most: 200 }`.
@Suite struct ReplicationFormTests {
  private static func text(
    _ replications: String, occasions: String = "renewal", arm: String = "{}"
  ) -> String {
    """
    scenario: Replications
    horizon: { from: 2026-01-01, days: 30, zone: UTC }
    currency: CNY
    seed: 1
    occasions: \(occasions)
    replications: \(replications)
    people: { members: 10, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { margin: 35%, message-cost: { wecom: ¥0.01 } }
    scheme: { points: { earn: 1 per ¥1, redeem: 100 points = ¥2 } }
    arms: { control: { scheme: none }, points: \(arm) }
    """
  }

  private static func scenario(_ text: String) throws -> Scenario {
    try ScenarioFile.read(text: text, name: "x.yaml").get().scenario
  }

  @Test func `a half-width is read in the metric's own unit`() throws {
    let scenario = try Self.scenario(
      Self.text(
        """
        { first: 12, at-most: 300, until: [
            { metric: net-value-per-member, half-width: ¥0.50, of: points },
            { metric: repurchase-share, half-width: 0.5 pp },
            { metric: orders-per-member, half-width: 0.02 }] }
        """))
    #expect(scenario.replications == 12 && scenario.mostReplications == 300)
    #expect(
      scenario.replicationRule
        == ReplicationRule(
          lines: [
            .init(metric: .netValuePerMember, arm: "points", halfWidth: 50),
            .init(metric: .repurchaseShare, halfWidth: 0.005),
            .init(metric: .ordersPerMember, halfWidth: 0.02),
          ], atMost: 300))
  }

  @Test func `a stated number leaves the canonical text as it was`() throws {
    let plain = try Self.scenario(Self.text("7"))
    #expect(plain.replications == 7 && plain.mostReplications == 7)
    #expect(plain.canonicalText.contains("scenario.replications = 7\n"))
    #expect(!plain.canonicalText.contains("replicationRule"))
    let ruled = try Self.scenario(
      Self.text(
        "{ first: 10, until: [{ metric: orders-per-member, half-width: 0.1 }], at-most: 20 }"))
    #expect(ruled.canonicalText.contains("scenario.replicationRule.atMost = 20\n"))
  }

  /// What is wrong, and in how many words the hint must say what to do.
  private static let wrong: [(replications: String, message: String, hint: String?)] = [
    ("{ first: 9, until: [METRIC], at-most: 20 }", "outside 10 to 10000", nil),
    ("{ first: 20, until: [METRIC], at-most: 10 }", "fewer than the first 20", "at-most: 20"),
    ("{ first: 10, until: [], at-most: 20 }", "at least 1 element", nil),
    ("{ first: 10, until: [METRIC] }", "\"at-most\" is missing", "at-most: 200"),
    ("{ first: 10, at-most: 20 }", "\"until\" is missing", nil),
    (
      "{ first: 10, until: [{ metric: orders-per-member, half-width: ¥1 }], at-most: 20 }",
      "¥1", "0.02"
    ),
    (
      "{ first: 10, until: [{ metric: net-value-per-member, half-width: ¥0 }], at-most: 20 }",
      "more than 0", "¥0.50"
    ),
    (
      "{ first: 10, until: [{ metric: orders-per-member, half-width: 0 }], at-most: 20 }",
      "more than 0", "0.02"
    ),
    (
      "{ first: 10, until: [{ metric: opt-out-rate, half-width: 1% }], at-most: 20 }",
      "percentage points", "0.5 pp"
    ),
    (
      "{ first: 10, until: [{ metric: orders-per-member, half-width: 1, of: pionts }], at-most: 20 }",
      "unknown arm", "points"
    ),
    (
      "{ first: 10, until: [{ metric: orders-per-member, half-width: 1, of: control }], at-most: 20 }",
      "control differs from itself by nothing", "another arm"
    ),
  ]

  @Test(arguments: wrong.indices)
  func `what cannot be a rule is a located problem`(index: Int) throws {
    let row = Self.wrong[index]
    let metric = "{ metric: orders-per-member, half-width: 1 }"
    let text = Self.text(row.replications.replacing("METRIC", with: metric))
    let found = try #require(problems(of: text, name: "x.yaml")).problems
    #expect(found.count == 1 && found[0].line == 6, "\(found)")
    #expect(found[0].message.contains(row.message), "\(found[0].message)")
    if let hint = row.hint { #expect(found[0].hint?.contains(hint) == true, "\(found[0])") }
  }

  @Test func `the small model and equalized arms leave no room for a rule`() throws {
    let rule = "{ first: 10, until: [{ metric: orders-per-member, half-width: 1 }], at-most: 20 }"
    let small = try #require(problems(of: Self.text(rule, occasions: "small-model"), name: "x"))
    #expect(small.problems.contains { $0.line == 6 && $0.message.contains("small model") })
    let arm =
      "{ equalize: { to: control, over: scheme.points.redeem, "
      + "between: [100 points = ¥1, 100 points = ¥3] } }"
    let equal = try #require(problems(of: Self.text(rule, arm: arm), name: "x")).problems
    #expect(equal.count == 1 && equal[0].line == 6)
    #expect(equal[0].hint?.contains("replications: 10") == true)
    #expect(problems(of: Self.text("10", arm: arm), name: "x") == nil)
  }
}
