internal import ArgumentParser
internal import CommunitySimulation
internal import Experiments
internal import Foundation
internal import IncentiveEngine
internal import Scenarios

/// One run of a scenario on this machine: identity, lock, resume, progress.
struct SimulationSession {
  var ready: ReadyScenario
  /// The folder of all runs.
  var folder: String
  var threads: Int
  var quotesEverything = false
  /// Whether each assumption is moved to the ends of its range, one at a time.
  var movesAssumptions = false
  var isQuiet = false

  /// A finished run and where its results belong.
  struct Finished {
    var outcome: RunOutcome
    /// The scenario with as many replications as were run.
    var scenario: Scenario
    var runID: String
    var folder: String
    /// Wall time of the simulation.
    var seconds: Double
    /// What draws of the parameters told (c), if the scenario asks for it.
    var parameters: ParameterUncertainty?
  }

  /// Runs what an earlier run of the same scenario and seed has not finished, and concludes; the
  /// folder is this run's alone until then, and finished tasks are kept until then.
  ///
  /// - Parameter drawingParameters: Whether the scenario's draws of its parameters are run, too.
  func execute<Value>(
    drawingParameters: Bool = false, _ conclude: (Finished) async throws -> Value
  ) async throws -> Value {
    try ScenarioLoading.requireMembers(ready.scenario, path: ready.path)
    let plan = try ScenarioLoading.compiled(ready, quotesEverything: quotesEverything)
    let runID = RunIdentity.runID(resolved: ready.scenario.canonicalText)
    let runFolder = "\(folder)/\(ready.stem)/\(runID)"
    do {
      guard let lock = try FolderLock.take(folder: runFolder) else {
        Terminal.note("another run of this scenario and seed is under way in \(runFolder)")
        throw ExitCode.tryAgain
      }
      let store = TaskStore(
        folder: "\(runFolder)/tasks", layout: plan.layout, runID: runID)
      let draws = drawingParameters ? DrawnRun(ready.scenario) : nil
      let value = try await conclude(
        try await execute(plan, store, draws, runID: runID, folder: runFolder))
      store.clear()
      _ = consume lock
      return value
    } catch let problem as FileProblem {
      throw Terminal.exitCode(after: problem)
    }
  }

  private func execute(
    _ plan: SimulationPlan<LoyaltyEngine>, _ store: TaskStore, _ draws: DrawnRun?, runID: String,
    folder: String
  ) async throws -> Finished {
    let run = StagedRun(plan: plan, of: ready.scenario)
    let drawnTasks = run.firstTaskCount * (draws?.count ?? 0)
    let progress = ProgressLine(total: run.firstTaskCount + drawnTasks, isQuiet: isQuiet)
    let outcome = try await run.execute(threads: threads, store: store) {
      progress.total = $1 + drawnTasks
      progress.update($0)
    }
    let seconds = progress.seconds
    let parameters = try await draws?.execute(
      threads: threads, folder: "\(folder)/tasks", runID: runID
    ) { progress.update(outcome.taskCount + $0) }
    if let resumed = parameters?.resumedDraws, resumed > 0 {
      Terminal.note("resumed: \(resumed) draws of the parameters")
    }
    if outcome.resumedTaskCount > 0 {
      Terminal.note("resumed: \(outcome.resumedTaskCount) of \(outcome.taskCount) tasks")
    }
    return Finished(
      outcome: outcome, scenario: ready.scenario.asRun(outcome), runID: runID, folder: folder,
      seconds: seconds, parameters: parameters)
  }
}
