import Experiments
import Foundation
import Measurement
import ScenarioFiles
import Scenarios
import Testing

/// The repository's root, from this file's place.
let repositoryRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// A mechanic's scenario file, run with few members over its whole horizon.
struct MechanicRun {
  /// Eight communities of the shipped files' 250: enough for intervals, and quick.
  static let memberCount = 2_000

  let scenario: Scenario
  let tally: Tally
  let comparison: Comparison
  let health: Health

  /// - Parameter change: What is replaced in the file's text, and by what.
  init(
    _ file: String, members: Int = memberCount, changing change: (old: String, new: String)? = nil
  ) async throws {
    let path = repositoryRoot.appendingPathComponent("scenarios/mechanics/\(file).yaml")
    var text = try String(contentsOf: path, encoding: .utf8)
    if let change {
      #expect(text.contains(change.old), "\(change.old) is not in \(file)")
      text = text.replacingOccurrences(of: change.old, with: change.new)
    }
    scenario = try ScenarioFile.read(text: text, name: file).get().scenario
      .applying(Overrides(members: members)).scenario
    let outcome = try await Run(
      plan: try scenario.compiled(), replications: scenario.replications
    ).execute(threads: 2)
    tally = outcome.tally
    comparison = try Comparison(outcome, of: scenario)
    health = Health(tally, comparison, violations: tally.violations)
  }

  /// Records what is unhealthy, and every expectation that does not pass.
  func expectSound() {
    #expect(health.isHealthy, "\(health.checks.filter { !$0.holds })")
    let judgements = ExpectationJudge(comparison, currency: scenario.currency)
      .judge(scenario.expectations)
    #expect(judgements.count >= 2, "a mechanic's file expects something of it")
    for judgement in judgements {
      #expect(judgement.verdict == .pass, "\(judgement.sentence)")
    }
  }

  /// An arm's totals, by its name in the file.
  func arm(_ name: String) throws -> ArmTally {
    let position = scenario.arms.firstIndex { $0.name == name }
    return tally.arms[try #require(position, "no arm \(name)")]
  }

  /// Orders placed in a tier, counted from the lowest as 0, over all months and segments.
  func orders(inTier tier: Int, of name: String) throws -> Int64 {
    try cells(.orders, tier: tier, of: name, months: 0..<tally.layout.monthCount)
  }

  /// Members in a tier at the horizon's end.
  func members(inTier tier: Int, of name: String) throws -> Int64 {
    let last = tally.layout.monthCount - 1
    return try cells(.membersAtMonthEnd, tier: tier, of: name, months: last..<(last + 1))
  }

  private func cells(
    _ column: CellColumn, tier: Int, of name: String, months: Range<Int>
  ) throws -> Int64 {
    let arm = try arm(name)
    return months.reduce(0) { sum, month in
      (0..<tally.layout.segmentCount).reduce(sum) {
        $0 + arm.cell(column, month: month, segment: $1, tier: tier)
      }
    }
  }
}
