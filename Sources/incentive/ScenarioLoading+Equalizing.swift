internal import ArgumentParser
internal import Experiments
internal import IncentiveEngine
internal import Measurement
internal import ScenarioFiles
internal import Scenarios

extension ScenarioLoading {
  /// The scenario with the numbers that make its arms equal, found by runs.
  ///
  /// As it is where nothing is looked for. Prints what is wrong and exits with 65.
  static func equalized(
    _ ready: ReadyScenario, threads: Int, isQuiet: Bool
  ) async throws -> ReadyScenario {
    guard !ready.scenario.equalizations.isEmpty, let loaded = ready.loaded else { return ready }
    let isShown = !isQuiet && Terminal.isWatched
    let equalizer = Equalizer(
      threads: threads, progress: { if isShown { note($0, ready.scenario) } },
      setting: { values in
        let set = values.map { LoadedScenario.ArmValue($0.equalization, text: $0.text) }
        let scenario = try loaded.scenario(setting: set).get()
        return try scenario.applying(ready.overrides).scenario
      })
    var equalized = ready
    do {
      equalized.scenario = try await equalizer.settled(ready.scenario)
    } catch let failure as EqualizationFailure {
      let problem = loaded.problem(
        with: failure.equalization, failure.message, hint: failure.hint)
      Terminal.note(problem.rendered)
      throw ExitCode.wrongInput
    } catch let problems as ScenarioProblems {
      Terminal.note(problems.rendered)
      throw ExitCode.wrongInput
    } catch let problems as SchemeProblems {
      for problem in problems.problems {
        Terminal.note("\(ready.path): scheme.\(problem.path): \(problem.message)")
      }
      throw ExitCode.wrongInput
    }
    return equalized
  }

  private static func note(_ step: Equalizer.Step, _ scenario: Scenario) {
    let sought = step.equalization
    Terminal.note(
      "equalizing \(sought.arm), \(step.members) members: \(step.text) gives "
        + "\(sought.figure(step.value, scenario.currency)) against "
        + sought.figure(step.reference, scenario.currency))
  }
}

extension ReadyScenario {
  /// What was found, a sentence each.
  var equalizedLines: [String] {
    scenario.equalizations.compactMap { $0.sentence(scenario.currency) }
  }
}

/// What was found, for machines.
struct EqualizedOutput {
  let values: [[String: Any]]

  init(_ scenario: Scenario) {
    values = scenario.equalizations.compactMap { sought in
      sought.found.map { found in
        [
          "arm": sought.arm, "to": sought.target, "over": sought.path, "value": found.text,
          "metric": sought.metric.rawValue, "armValue": found.value, "toValue": found.reference,
          "within": sought.within, "smallRuns": found.smallRuns, "fullRuns": found.fullRuns,
        ]
      }
    }
  }
}
