internal import ArgumentParser
internal import Foundation
internal import IncentiveEngine
internal import ScenarioFiles
internal import Scenarios

/// A scenario as a command runs it: read, checked, overridden.
struct ReadyScenario {
  var path: String
  var scenario: Scenario
  /// What overrides changed beyond what was asked.
  var notes: [ScalingNote]
  /// The members that the file states, if the command line asked for another number.
  var membersBeforeScaling: Int?
  /// Where the file states how many replications there are, as its name, line and column.
  var replicationsPlace: String?
  /// The text of the file; nothing for a scenario that was made of two.
  var text: String?
  /// The folder of its runs, where that is not the file's name.
  var folderName: String?
  /// The file, to be read again with other values; nothing for a scenario that was made of two.
  var loaded: LoadedScenario?
  /// What the command line changes.
  var overrides = Overrides()

  /// The file's name without folder and ending.
  var stem: String {
    folderName ?? ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }
}

enum ScenarioLoading {
  /// Reads a scenario that can be run; prints what is wrong and exits with 65 otherwise.
  static func ready(_ path: String, _ options: SimulationOptions) throws -> ReadyScenario {
    let loaded = try loaded(path)
    let scenario = loaded.scenario
    let place = loaded.places.position(ofKey: "replications")
    let overrides = Overrides(members: options.members, days: options.days, seed: options.seed)
    do {
      let (changed, notes) = try scenario.applying(overrides)
      let (before, after) = (scenario.people.memberCount, changed.people.memberCount)
      return ReadyScenario(
        path: path, scenario: changed, notes: notes,
        membersBeforeScaling: before == after ? nil : before,
        replicationsPlace: "\((path as NSString).lastPathComponent):\(place.line):\(place.column)",
        text: loaded.text, loaded: loaded, overrides: overrides)
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// Reads a scenario that is no draft; prints what is wrong and exits with 65 otherwise.
  static func executable(_ path: String) throws -> Scenario { try loaded(path).scenario }

  private static func loaded(_ path: String) throws -> LoadedScenario {
    let loaded = try checked(path)
    guard !loaded.isDraft else {
      Terminal.note("\(path) is a draft: it cannot be run until every mechanic in it works.")
      for mechanic in loaded.notYetExecutable {
        Terminal.note(
          "\(path):\(mechanic.line):\(mechanic.column): \(mechanic.key) (\(mechanic.mechanics))")
      }
      throw ExitCode.wrongInput
    }
    return loaded
  }

  /// The benchmarks' small model has no members whose lives could be told or compared.
  static func requireMembers(_ scenario: Scenario, path: String) throws {
    guard scenario.isSmallModel else { return }
    Terminal.note("\(path) is the benchmarks' small model: only `run` knows it")
    throw ExitCode.wrongInput
  }

  /// Orders of a file are amounts: a scheme that looks at items cannot decide them.
  static func requireAmounts(_ scheme: Scheme, path: String) throws {
    guard scheme.looksAtItems else { return }
    Terminal.note("\(path) has offers or prices for items, and an order file has no items")
    throw ExitCode.wrongInput
  }

  /// Reads a scenario, drafts included; prints all problems and exits with 65 if there are any.
  static func checked(_ path: String) throws -> LoadedScenario {
    switch ScenarioFile.read(path: path) {
    case .success(let loaded): return loaded
    case .failure(let problems):
      for problem in problems.problems { Terminal.note(problem.rendered + "\n") }
      let count = problems.problems.count
      Terminal.note("\(count) problem\(count == 1 ? "" : "s"); nothing was written.")
      throw ExitCode.wrongInput
    }
  }
}
