import Foundation
import Testing

@testable import incentive

/// What lint finds by running the engine, at its place in the file.
@Suite struct LintTests {
  /// A right file with one rule of each kind of fault.
  static func scenario(earn: String, off: String) -> String {
    """
    scenario: Faults
    horizon: { from: 2026-01-01, days: 60, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people:
      members: 100
      start: cohort
      segments:
        - { name: all, share: 100%, use: grocery-habit }
    economics: { margin: 30% }
    scheme:
      points: { earn: \(earn), redeem: 100 points = ¥1 }
      promotions:
        - { name: deal, off: \(off), min-spend: ¥100 }
        - { name: past, off: ¥1, min-spend: ¥10, when: "2025-06-01 to 2025-06-18" }
    arms:
      control: { scheme: none }
      same: {}
      other: { set: { scheme.promotions.deal.off: ¥90 } }

    """
  }

  @Test func `faults are told with line, figures and steps, and value without end exits with 2`()
    throws
  {
    let folder = try TemporaryFolder()
    let file = try folder.file("faults.yaml", Self.scenario(earn: "100 per ¥1", off: "¥20"))
    let ran = try incentive("lint", file)
    #expect(ran.status == 2)
    #expect(ran.errors.isEmpty)
    for line in [
      "line 12, arms same, other: error points-worth-the-price: a basket of ¥",
      "line 15, arms same, other: warning never-fires: offers.past never takes part: not running "
        + "on this day [not-running]",
      "line 14, arm same: note deepest-discount: a basket of ¥100.00 pays ¥80.00, 20.0% off "
        + "(offers.deal)",
      "line 19, arm other: note deepest-discount: a basket of ¥100.00 pays ¥10.00, 90.0% off",
      "    how: joins on 2026-01-01\n",
    ] {
      #expect(ran.output.contains(line), "\(line)\n\(ran.output)")
    }
  }

  @Test func `a near miss is no fault, and machines read the same`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("right.yaml", Self.scenario(earn: "1 per ¥1", off: "¥29"))
    let ran = try incentive("lint", file, "--json")
    #expect(ran.status == 0)
    let files = try #require(try ran.json()["files"] as? [[String: Any]])
    let findings = try #require(files.first?["findings"] as? [[String: Any]])
    // ¥29 off ¥100 leaves ¥71, the points are worth ¥0.71, and ¥70 is the cost; ¥90 off is a loss.
    let told = findings.compactMap { finding -> String? in
      guard let code = finding["code"] as? String, let line = finding["line"] as? Int else {
        return nil
      }
      return "\(line) \(code)"
    }
    #expect(
      told == [
        "15 never-fires", "19 below-cost", "14 deepest-discount", "19 deepest-discount",
      ])
    let loss = try #require(
      findings.first { $0["code"] as? String == "below-cost" }?["purchase"] as? [String: Any])
    #expect(loss["listMinor"] as? Int == 10_000)
    #expect(loss["payMinor"] as? Int == 1_000)
    #expect(loss["costMinor"] as? Int == 7_000)
    #expect(loss["earnedValueMinor"] as? Int == 10)
    let filesOnly = try incentive("lint", file, "--files-only")
    #expect(filesOnly.output == "\(file): ok\n")
  }
}
