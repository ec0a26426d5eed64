import Foundation
import Testing

@testable import incentive

/// Replications until a half-width, by the commands.
@Suite struct StagedRunCommandTests {
  private static func text(earn: String) -> String {
    """
    scenario: Do points pay?
    horizon: { from: 2026-01-01, days: 30, zone: UTC }
    currency: CNY
    seed: 7
    replications:
      first: 10
      until: [{ metric: net-value-per-member, half-width: ¥0.01, of: points }]
      at-most: 12
    people:
      members: 60
      community-size: 20
      segments: [{ name: all, share: 100%, use: grocery-habit }]
    economics: { margin: 35%, message-cost: { wecom: ¥0.01 } }
    scheme: { points: { earn: \(earn), redeem: 100 points = ¥2 } }
    arms: { control: { scheme: none }, points: {} }
    """
  }

  @Test func `run, check, compare and explain know how many replications there are`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("one.yaml", Self.text(earn: "1 per ¥1"))
    let other = try folder.file("two.yaml", Self.text(earn: "2 per ¥1"))
    let plan = try incentive("run", file, "--plan")
    #expect(plan.output.contains("10 replications at first"))
    #expect(plan.output.contains("at most 12, so that net-value-per-member of points"))
    // ¥0.01 is far below what twelve replications of sixty people tell.
    let ran = try incentive("run", file, "--out", folder.path("runs"))
    #expect(ran.status == 0 && ran.output.contains("orders (12 replications)"))
    #expect(ran.output.contains("12 replications by Stein’s two-stage rule"))
    #expect(ran.output.contains("at-most: 12 cut what the rule asked for"))
    let json = try incentive("run", file, "--out", folder.path("again"), "--json").json()
    let rule = try #require(json["replicationRule"] as? [String: Any])
    #expect(rule["replications"] as? String == "12" && rule["cut"] as? Bool == true)
    #expect(json["replications"] as? String == "12")
    let digest = try #require(json["digest"] as? String)
    #expect(ran.output.contains("digest: \(digest)"))
    let baseline = folder.path("baseline.json")
    let written = try incentive(
      "check", file, "--baseline", baseline, "--update-baseline", "--out", folder.path("checks"))
    #expect(written.status == 0)
    let checked = try incentive(
      "check", file, "--baseline", baseline, "--tolerance", "0%", "--out", folder.path("checks"))
    #expect(checked.status == 0 && checked.output.contains("all passed"))
    let compared = try incentive("compare", file, other, "--out", folder.path("compares"))
    #expect(compared.status == 0 && compared.output.contains("net-value-per-member"))
    let story = try incentive("explain", file, "--member", "3", "--replication", "11")
    #expect(story.status == 0 && story.output.contains("replication 11"))
  }
}
