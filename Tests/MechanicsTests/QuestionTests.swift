import Experiments
import Foundation
import Measurement
import ScenarioFiles
import Scenarios
import Testing

/// The planners' classic questions: each file is right, has a rule for its verdict, and compares arms
/// that cost the same; `make questions` answers them at full size.
@Suite struct QuestionTests {
  static let names = [
    "double-points-or-coupon", "gift-or-discount", "member-day", "reach-or-targeting",
    "send-at-eight-or-twenty", "threshold-or-percentage", "tier-prices-or-reset",
  ]

  /// Those that compare at equal cost: all but the hour of sending, which costs the same to send.
  static let equalized = names.filter { $0 != "send-at-eight-or-twenty" }

  private static let folder = repositoryRoot.appendingPathComponent("scenarios/questions")

  private static func loaded(_ name: String) throws -> LoadedScenario {
    try ScenarioFile.read(path: folder.appendingPathComponent("\(name).yaml").path).get()
  }

  @Test func `every question is a file here, with its answer beside it`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(
      files.filter { $0 != "README.md" } == Self.names.flatMap { ["\($0).md", "\($0).yaml"] })
  }

  @Test(arguments: names)
  func `a question has goals of every arm, held against control by their intervals`(
    name: String
  ) throws {
    let scenario = try Self.loaded(name).scenario
    for arm in scenario.arms.dropFirst() {
      let goals = scenario.expectations.filter { $0.role == .goal && $0.arm == arm.name }
      #expect(!goals.isEmpty, "\(arm.name) has no goal")
      for goal in goals { #expect(goal.reference == .arm("control") && goal.judge == .interval) }
    }
    #expect(scenario.equalizations.isEmpty == !Self.equalized.contains(name))
  }

  @Test(arguments: names)
  func `an answer is that of its scenario, with a verdict on every arm`(name: String) throws {
    let scenario = try Self.loaded(name).scenario
    let answer = try String(
      contentsOf: Self.folder.appendingPathComponent("\(name).md"), encoding: .utf8)
    #expect(answer.hasPrefix("# \(scenario.title)\n"))
    #expect(answer.utf8.count < 60_000 && answer.contains("[\(name).yaml](\(name).yaml)"))
    for arm in scenario.arms.dropFirst() {
      #expect(answer.contains("** – \(arm.name): "), "no verdict on \(arm.name)")
    }
    for sought in scenario.equalizations {
      #expect(answer.contains("| \(sought.arm) | \(sought.path) | "), "\(sought.path)")
    }
  }

  @Test(arguments: names)
  func `a few members answer it, too: healthy, judged, and at equal cost`(name: String) async throws
  {
    let loaded = try Self.loaded(name)
    let overrides = Overrides(members: 500)
    let small = try loaded.scenario.applying(overrides).scenario
    let equalizer = Equalizer(
      threads: 2,
      setting: { values in
        let set = values.map { LoadedScenario.ArmValue($0.equalization, text: $0.text) }
        return try loaded.scenario(setting: set).get().applying(overrides).scenario
      })
    let scenario = try await equalizer.settled(small)
    let outcome = try await Run(
      plan: try scenario.compiled(), replications: scenario.replications
    ).execute(threads: 2)
    let comparison = try Comparison(outcome, of: scenario)
    let health = Health(outcome.tally, comparison, violations: outcome.tally.violations)
    #expect(health.isHealthy, "\(health.checks.filter { !$0.holds })")
    let judgements = ExpectationJudge(comparison, currency: scenario.currency)
      .judge(scenario.expectations)
    for judgement in judgements {
      if case .notModeled(let gap) = judgement.verdict {
        Issue.record("\(judgement.sentence): \(gap)")
      }
    }
    for sought in scenario.equalizations {
      let arm = try #require(comparison.arm(named: sought.arm)?[sought.metric].arm.value)
      let target = try #require(comparison.arm(named: sought.target)?[sought.metric].arm.value)
      #expect(abs(arm / target - 1) <= sought.within, "\(sought.arm): \(arm) against \(target)")
    }
  }
}
