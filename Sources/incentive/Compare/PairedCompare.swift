internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Measurement
internal import Quantities
internal import Reports
internal import ScenarioFiles
internal import Scenarios

/// Two scenario files that are lived in the same worlds.
struct PairedCompare {
  var first, second: ReadyScenario
  var names: CompareNames
  /// The folder of the report; the run of both lies below it.
  var folder: String
  var threads: Int
  var isQuiet: Bool
  var language: ReportLanguage

  /// The share of outstanding points expected to be spent.
  ///
  /// assumption: what `run` takes unless told otherwise.
  static let futureRedemption = Rate.percent(80)

  /// Whether people, horizon, seed, catalogue and economics are the same.
  var sharesWorlds: Bool { first.scenario.worldText == second.scenario.worldText }

  private var joint: JointScenario {
    JointScenario(first: first.scenario, second: second.scenario, names: names)
  }

  private var changes: [ScenarioChange] {
    ScenarioFile.changes(from: source(first), to: source(second))
  }

  private func source(_ ready: ReadyScenario) -> ScenarioSource {
    ScenarioSource(
      name: ready.path, text: ready.text ?? "", canonicalText: ready.scenario.canonicalText)
  }

  /// Says what keeps the two apart.
  func refusal() -> ExitCode {
    let ofWorlds: [ScenarioChange.Section] = [.people, .catalogue, .economics, .run, .unstated]
    var apart = changes.filter { ofWorlds.contains($0.section) && $0.path != "scenario" }
    if apart.isEmpty {
      // A base that lived under the file's scheme, or what no file states.
      apart = Scenario.changes(
        fromCanonical: first.scenario.worldText, to: second.scenario.worldText)
    }
    Terminal.note(
      "\(first.path) and \(second.path) cannot be lived in the same worlds; these values differ:")
    for change in apart.prefix(CompareReport.shownChanges) { Terminal.note("  \(change.line)") }
    let rest = apart.count - CompareReport.shownChanges
    if rest > 0 { Terminal.note("  and \(rest) more") }
    Terminal.note(
      "hint: only title, scheme, arms and expect may differ. Make these values the same (--members, "
        + "--days and --seed set them in both), or compare two runs of their own with --unpaired")
    return .wrongInput
  }

  /// Lives all arms against the first one's control, then each arm of one name against the other.
  func input() async throws -> CompareInput {
    let run = try await session(joint.scenario).report(
      futureRedemption: Self.futureRedemption, language: language)
    var arms: [ArmPair] = []
    for name in joint.commonArms { arms.append(try await pair(name, beside: run)) }
    let alone = { (one: ReadyScenario, other: ReadyScenario) in
      one.scenario.arms.map(\.name).filter { name in
        !other.scenario.arms.contains { $0.name == name }
      }
    }
    return CompareInput(
      first: side(first, names.first, run), second: side(second, names.second, run),
      pairing: .paired(isControlCommon: joint.isControlCommon),
      currency: first.scenario.currency, changes: changes, arms: arms,
      onlyInFirst: alone(first, second), onlyInSecond: alone(second, first), worlds: run.report)
  }

  private func side(
    _ ready: ReadyScenario, _ label: String, _ run: RunReport
  ) -> CompareInput.Side {
    CompareInput.Side(
      label: label, path: ready.path, title: ready.scenario.title,
      seed: "\(ready.scenario.seed)", members: Int64(ready.scenario.people.memberCount),
      replications: run.finished.scenario.replications)
  }

  private func session(_ scenario: Scenario) -> SimulationSession {
    let parent = (folder as NSString).deletingLastPathComponent
    let ready = ReadyScenario(
      path: "\(first.path) + \(second.path)", scenario: scenario, notes: first.notes,
      membersBeforeScaling: first.membersBeforeScaling,
      replicationsPlace: first.replicationsPlace,
      folderName: (folder as NSString).lastPathComponent)
    return SimulationSession(
      ready: ready, folder: parent.isEmpty ? "." : parent, threads: threads, isQuiet: isQuiet)
  }

  /// One arm of both files; the folder of its tasks is left empty, and goes.
  private func pair(_ name: String, beside run: RunReport) async throws -> ArmPair {
    let scenario = joint.pair(name, replications: run.finished.scenario.replications)
    let (pair, folder) = try await session(scenario).execute { finished in
      try requireSameLives(finished.outcome.tally, scenario, run)
      let conclusions = try Conclusions(finished.outcome, of: scenario)
      guard let arm = conclusions.comparison.treatments.first else { throw ExitCode.failure }
      return (ArmPair(name: name, paired: arm), finished.folder)
    }
    try? FileManager.default.removeItem(atPath: folder)
    return pair
  }

  /// An arm lives the same lives whatever arms stand beside it (D3).
  private func requireSameLives(_ tally: Tally, _ scenario: Scenario, _ run: RunReport) throws {
    let columns: [TallyColumn] = [.orders, .paidMinor, .pointsIssued, .pointsOutstanding]
    for (index, arm) in scenario.arms.enumerated() {
      let names = run.ready.scenario.arms.map(\.name)
      let other = names.firstIndex(of: arm.name) ?? 0
      let beside = run.finished.outcome.tally.arms[other]
      guard columns.allSatisfy({ tally.arms[index][$0] == beside[$0] }) else {
        Terminal.note("the arm \(arm.name) lived other lives beside other arms")
        throw ExitCode.failure
      }
    }
  }
}
