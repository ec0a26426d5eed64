import Testing

@testable import ScenarioFiles

/// What comes back and how it is settled: each wrong key is found at its place, with a hint.
@Suite struct ReturnsTests {
  private static func text(returns: String, refunds: String) -> String {
    """
    scenario: Returns
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people: { members: 100, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics:
      margin: 35%
      \(returns)
    scheme:
      points: { earn: 1 per ¥1 }
      \(refunds)
    """
  }

  @Test(arguments: [
    ("returns: 8%", "refunds: { earned: may-go-negative, spent: 7 days }"),
    ("returns: { rate: 8%, after: 0, within: 30 days }", "refunds: { window: 7 days }"),
    ("returns: { rate: 8%, segments: { all: 20% } }", "refunds: {}"),
  ])
  func `returns and refunds can be written`(returns: String, refunds: String) {
    #expect(problems(of: Self.text(returns: returns, refunds: refunds), name: "x.yaml") == nil)
  }

  @Test(arguments: [
    ("returns: { rate: 8%, after: 9 days }", "refunds: {}", 8, "at least 9 days and within"),
    ("returns: { rate: 8%, segments: { none: 1% } }", "refunds: {}", 8, "unknown name \"none\""),
    ("returns: { rate: 8%, categories: { tea: 1% } }", "refunds: {}", 8, "unknown name \"tea\""),
    ("returns: 8%", "refunds: { spent: never }", 11, "never"),
    ("message-cost: {}", "refunds: {}", 11, "nothing ever comes back"),
  ])
  func `what is wrong with them is found where it stands`(
    returns: String, refunds: String, line: Int, message: String
  ) throws {
    let found = try #require(
      problems(of: Self.text(returns: returns, refunds: refunds), name: "x.yaml"))
    #expect(found.problems.map(\.line) == [line], "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }
}
