internal import ArgumentParser
internal import Foundation
internal import Quantities
internal import ScenarioFiles
internal import Scenarios

/// What is there.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the scenario files below a folder, the presets, and the finished runs.",
    discussion: """
      EXAMPLE
        incentive list scenarios
      """)

  @Argument(help: "The folder of the scenario files.") var folder = "scenarios"
  @Option(help: "The folder of the runs.") var out = "results/runs"
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let files = Folder.files(below: folder, endings: ["yaml", "yml"]) else {
      Terminal.note("\(folder): there is no such folder")
      throw ExitCode.wrongInput
    }
    // Presets are parts of scenarios, not scenarios.
    let checks = files.filter { !$0.contains("/\(PresetFile.folder)/") }.map(ScenarioCheck.init)
    let runs = Folder.finishedRuns(in: out)
    guard !output.json else { return try Terminal.say(json: ListJSON(checks, runs)) }
    for check in checks { report(check) }
    if checks.isEmpty {
      Terminal.say("no scenario file below \(folder); `incentive init` makes one")
    }
    Terminal.say("\npresets")
    for preset in Preset.all { Terminal.say("  \(preset.name): \(preset.summary)") }
    guard !runs.isEmpty else { return }
    Terminal.say("\nfinished runs")
    for run in runs { Terminal.say("  \(run)") }
  }

  private func report(_ check: ScenarioCheck) {
    Terminal.say(check.path)
    if let scenario = check.scenario { Terminal.say("  \(scenario.title)") }
    var facts = [check.statusLine]
    if let scenario = check.scenario {
      facts.append("\(Currency.grouped(UInt64(scenario.people.memberCount))) members")
      facts.append("arms " + scenario.arms.map(\.name).joined(separator: ", "))
    } else {
      facts.append("see `incentive lint \(check.path)`")
    }
    Terminal.say("  " + facts.joined(separator: " · "))
  }
}

/// What is in folders, in the order of the paths.
enum Folder {
  /// The files with one of the endings, or nothing if there is no such folder.
  static func files(below folder: String, endings: [String]) -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue, let found = FileManager.default.enumerator(atPath: folder)
    else { return nil }
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return found.compactMap { $0 as? String }
      .filter { endings.contains(($0 as NSString).pathExtension) }
      .map { "\(root)/\($0)" }
      .sorted()
  }

  /// The folders of the runs that left a manifest: `FOLDER/<file stem>/<run-id>`.
  static func finishedRuns(in folder: String) -> [String] {
    func entries(_ path: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        .map { "\(path)/\($0)" }
    }
    return entries(folder).flatMap(entries)
      .filter { FileManager.default.fileExists(atPath: "\($0)/manifest.json") }
  }
}

/// What `list --json` prints.
private struct ListJSON: Encodable {
  struct File: Encodable {
    var path: String
    var status: ScenarioCheck.Status
    var title: String?
    var members: Int?
    var arms: [String]?
    var problemCount: Int
    var notYetExecutableCount: Int
  }

  struct PresetLine: Encodable {
    var name: String
    var summary: String
  }

  var scenarios: [File]
  var presets = Preset.all.map { PresetLine(name: $0.name, summary: $0.summary) }
  var runs: [String]

  init(_ checks: [ScenarioCheck], _ runs: [String]) {
    self.runs = runs
    scenarios = checks.map { check in
      File(
        path: check.path, status: check.status, title: check.scenario?.title,
        members: check.scenario?.people.memberCount, arms: check.scenario?.arms.map(\.name),
        problemCount: check.problems.count, notYetExecutableCount: check.planned.count)
    }
  }
}
