import Foundation
import Testing

@testable import incentive

/// What commands do with arms that are to cost the same.
@Suite struct EqualizeRunTests {
  /// 10 off every order, or a share of it; nobody reacts, so both have control's orders.
  static func text(_ share: String, _ last: String) -> String {
    """
    scenario: Equal
    horizon: { from: 2026-01-01, days: 40, zone: UTC }
    currency: CNY
    seed: 3
    presets:
      steady: { use: grocery-habit, spend-median: 200, spend-within: 0.1, spend-between: 0.1 }
    people:
      members: 400
      community-size: 50
      switched-off: [price]
      segments: [{ name: all, share: 100%, use: steady }]
    economics: { margin: 35%, message-cost: { wecom: ¥0.01 } }
    arms:
      control: { scheme: none }
      amount: { scheme: { promotions: [{ name: off, off: ¥10 }] } }
      share:
        scheme: { promotions: [{ name: off, share: \(share) }] }
        \(last)
    """
  }

  static let equalize =
    "equalize: { to: amount, over: scheme.promotions.off.share, between: [1%, 20%] }"

  private static func found(_ json: [String: Any]) throws -> [String: Any] {
    try #require((json["equalized"] as? [[String: Any]])?.first)
  }

  @Test
  func `a run finds the share, says so everywhere, and is the run of the file that states it`()
    throws
  {
    let folder = try TemporaryFolder()
    let file = try folder.file("equal.yaml", Self.text("3%", Self.equalize))
    let runs = folder.path("runs")
    let json = try incentive("run", file, "--out", runs, "--json").json()
    let found = try Self.found(json)
    let share = try #require(found["value"] as? String)
    // ¥10 of about ¥200.
    #expect(abs((Double(share.dropLast()) ?? 0) - 5) < 0.3)
    let (value, reference) = (found["armValue"] as? Double ?? 0, found["toValue"] as? Double ?? 1)
    #expect(abs(value / reference - 1) <= 0.005)

    let ran = try incentive("run", file, "--out", runs)
    #expect(ran.status == 0 && ran.output.contains("share: scheme.promotions.off.share = \(share)"))
    let place = try #require(json["folder"] as? String)
    for (name, text) in [
      ("manifest.json", "scheme.promotions.off.share = \(share) after"),
      ("report.md", "Made equal before the run"), ("short.md", "Made equal before the run"),
    ] {
      #expect(
        try String(contentsOfFile: "\(place)/\(name)", encoding: .utf8).contains(text), "\(name)")
    }

    let written = try folder.file("equal.yaml", Self.text(share, "set: {}"))
    let other = try incentive("run", written, "--out", runs, "--json").json()
    #expect(other["folder"] as? String == place)
    #expect(other["digest"] as? String == json["digest"] as? String)
  }

  @Test func `a plan says what would be looked for, and lint where`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("equal.yaml", Self.text("3%", Self.equalize))
    let plan = try incentive("run", file, "--plan")
    #expect(
      plan.output.contains(
        "arm share: looks for scheme.promotions.off.share between 1% and 20% (1,901 values)"))
    #expect(plan.output.contains("first with 100 members, then with all"))
    let lint = try incentive("lint", file, "--files-only")
    #expect(lint.status == 0 && lint.output.contains("line 18: a run looks for scheme.promotions"))
  }

  @Test func `a range without the answer is a located problem with the cost at both ends`() throws {
    let folder = try TemporaryFolder()
    let wrong = Self.equalize.replacing("[1%, 20%]", with: "[10%, 20%]")
    let file = try folder.file("equal.yaml", Self.text("12%", wrong))
    for command in [["run", file], ["check", file, "--baseline", folder.path("base.json")]] {
      let ran = try incentive(command + ["--out", folder.path("runs")])
      #expect(ran.status == 65 && ran.output.isEmpty)
      #expect(ran.errors.contains("equal.yaml:18:"))
      #expect(ran.errors.contains("no value between 10% and 20% makes incentive-cost-per-member"))
      #expect(ran.errors.contains("at 10% and ¥") && ran.errors.contains("hint: widen the range"))
    }
  }

  @Test func `check judges the run with what was found`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("equal.yaml", Self.text("3%", Self.equalize))
    let base = folder.path("base.json")
    let flags = ["--baseline", base, "--out", folder.path("runs")]
    #expect(try incentive(["check", file, "--update-baseline"] + flags).status == 0)
    let ran = try incentive(["check", file, "--tolerance", "1%"] + flags)
    #expect(ran.status == 0 && ran.output.contains("equalized: share:"))
  }
}
