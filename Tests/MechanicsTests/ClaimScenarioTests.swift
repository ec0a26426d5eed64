import Experiments
import Foundation
import Measurement
import ScenarioFiles
import Scenarios
import Testing

/// Claims of planners as scenarios: reproduced where the claim says so, lost without what it needs.
@Suite struct ClaimScenarioTests {
  /// A claim's arm against control, after changes to its text, and the verdicts on its lines.
  private static func ladder(
    _ changes: [(String, String)] = []
  ) async throws -> (arm: ArmComparison, verdicts: [Judgement.Verdict]) {
    let path = repositoryRoot.appendingPathComponent("scenarios/claims/K19-threshold-ladder.yaml")
    var text = try String(contentsOf: path, encoding: .utf8)
    for (old, new) in changes {
      #expect(text.contains(old))
      text = text.replacingOccurrences(of: old, with: new)
    }
    let scenario = try ScenarioFile.read(text: text, name: "K19").get().scenario
    let outcome = try await Run(
      plan: try scenario.compiled(), replications: scenario.replications
    ).execute(threads: 2)
    let comparison = try Comparison(outcome, of: scenario)
    let judgements = ExpectationJudge(comparison, currency: scenario.currency)
      .judge(scenario.expectations)
    return (comparison.arms[1], judgements.map(\.verdict))
  }

  @Test func `K19: a ladder moves more goods than a percentage where baskets are not small`()
    async throws
  {
    let claim = try await Self.ladder()
    #expect(claim.verdicts == [.pass, .pass])
    // Baskets grow, orders do not: that part of "react" is not reproduced.
    #expect(try #require(claim.arm[.ordersPerMember].difference.value) < 0)
    // Where nobody adds goods to reach a step, less is left of it.
    let off = try await Self.ladder(
      [("  community-size: 250\n", "  community-size: 250\n  switched-off: [top-up]\n")])
    let margin = try #require(claim.arm[.grossMarginPerMember].difference.value)
    #expect(try #require(off.arm[.grossMarginPerMember].difference.value) < margin)
    #expect(off.verdicts.last == .fail)
    // Baskets of ¥50 and ¥80 rarely reach ¥199.
    let small = try await Self.ladder(
      [("spend-median: 180", "spend-median: 50"), ("spend-median: 340", "spend-median: 80")])
    #expect(small.verdicts.first != .pass)
  }
}
