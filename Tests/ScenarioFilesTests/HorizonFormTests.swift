import Scenarios
import Testing

@testable import ScenarioFiles

/// `horizon:` and the days after it.
@Suite struct HorizonFormTests {
  private func text(_ horizon: String, expect: String = "") -> String {
    """
    scenario: Days after
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai\(horizon) }
    currency: CNY
    seed: 1
    people: { members: 100, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { margin: 35% }
    arms: { control: { scheme: none }, other: { scheme: none } }
    expect: [\(expect)]
    """
  }

  private func scenario(_ horizon: String, expect: String = "") throws -> Scenario {
    try ScenarioFile.read(text: text(horizon, expect: expect), name: "after.yaml").get().scenario
  }

  private static let line =
    "{ metric: net-value-with-run-off-per-member, role: check, of: other, against: control, direction: up }"

  @Test func `lives end with the horizon unless days after it are stated`() throws {
    #expect(try scenario("").runOffDays == nil)
    #expect(try scenario(", run-off: 90 days").runOffDays == 90)
  }

  /// January has 31 days, so a month after 30 days of it ends on March 1 − 1: 31 − 30 + 28 + … by hand:
  /// from January 31 to the last day of February are 28 days.
  @Test func `months after the horizon are those of the calendar`() throws {
    #expect(try scenario(", run-off: 1 month").runOffDays == 28)
  }

  @Test func `a line about days after the horizon needs them`() throws {
    #expect(try scenario(", run-off: 30 days", expect: Self.line).expectations.count == 1)
    let found = try #require(problems(of: text("", expect: Self.line), name: "x.yaml"))
    #expect(found.problems.map(\.line) == [8])
    #expect(found.rendered.contains("run-off: 90 days"))
  }

  @Test(arguments: ["0 days", "366 days", "-1 days", "soon", "[]", "99999999999999 days"])
  func `what is no number of days after the horizon is said with its line`(value: String) throws {
    let found = try #require(
      problems(of: text(", run-off: \(value)"), name: "x.yaml"), "\(value) was read")
    #expect(found.problems.map(\.line) == [2], "\(found.rendered)")
  }

  @Test func `a file without days after the horizon keeps its canonical text`() throws {
    #expect(try scenario("").canonicalText.contains("runOff") == false)
    #expect(try scenario(", run-off: 30 days").canonicalText.contains("runOffDays = 30"))
  }

  @Test func `a rule for replications about days after the horizon needs them, too`() throws {
    let rule =
      "{ first: 10, at-most: 20, until: [{ metric: net-value-with-run-off-per-member, half-width: ¥1 }] }"
    let staged = text("").replacing("seed: 1", with: "seed: 1\nreplications: \(rule)")
    let found = try #require(problems(of: staged, name: "x.yaml"))
    #expect(found.problems.map(\.line) == [5], "\(found.rendered)")
  }

  @Test func `the small model has no days after the horizon`() throws {
    let small = text(", run-off: 30 days").replacing(
      "seed: 1", with: "seed: 1\noccasions: small-model")
    let found = try #require(problems(of: small, name: "x.yaml"))
    #expect(found.rendered.contains("the small model ends with the horizon"), "\(found.rendered)")
  }
}
