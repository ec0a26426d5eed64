internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import IncentiveEngine
internal import ScenarioFiles
internal import Scenarios

/// What can be said of a scenario file without running it.
struct ScenarioCheck {
  enum Status: String, Encodable {
    case ready
    case draft
    case broken
  }

  let path: String
  let status: Status
  /// The scenario, unless it is broken.
  let scenario: Scenario?
  let problems: [ScenarioProblem]
  /// Mechanics of a draft that cannot be executed yet.
  let planned: [PlannedMechanic]

  /// Where rules stand in the file; nothing if it is broken.
  let places: RulePlaces?

  /// Reads a file and compiles its schemes.
  init(path: String) {
    self.path = path
    switch ScenarioFile.read(path: path) {
    case .failure(let found):
      status = .broken
      scenario = nil
      places = nil
      problems = found.problems
      planned = []
    case .success(let loaded):
      problems = Self.schemeProblems(of: loaded, path: path)
      status = !problems.isEmpty ? .broken : loaded.isDraft ? .draft : .ready
      scenario = loaded.scenario
      places = loaded.places
      planned = loaded.notYetExecutable
    }
  }

  /// The problems of schemes as they are written, and with the ends of what is looked for.
  private static func schemeProblems(
    of loaded: LoadedScenario, path: String
  ) -> [ScenarioProblem] {
    var problems = schemeProblems(of: loaded.scenario, path: path)
    for sought in loaded.scenario.equalizations {
      for text in [sought.grid.lowestText, sought.grid.highestText] {
        switch loaded.scenario(setting: [.init(sought, text: text)]) {
        case .success(let scenario): problems += schemeProblems(of: scenario, path: path)
        case .failure(let found): problems += found.problems
        }
      }
    }
    return problems.enumerated().filter { problems.firstIndex(of: $0.element) == $0.offset }
      .map(\.element)
  }

  private static func schemeProblems(of scenario: Scenario, path: String) -> [ScenarioProblem] {
    do {
      _ = try scenario.compiled()
      return []
    } catch {
      return error.problems.map {
        ScenarioProblem(
          file: path, line: 1, column: 1, excerpt: "", message: "scheme.\($0.path): \($0.message)")
      }
    }
  }

  /// One line on the state of the file.
  var statusLine: String {
    switch status {
    case .ready: "ready"
    case .broken: "broken: \(Self.counted(problems.count, "problem"))"
    case .draft where planned.isEmpty: "draft"
    case .draft: "draft: \(Self.counted(planned.count, "mechanic")) not executable yet"
    }
  }

  /// A number with its noun, such as `2 problems`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
