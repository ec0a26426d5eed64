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
  var isQuiet = false

  /// A finished run and where its results belong.
  struct Finished {
    var outcome: RunOutcome
    var runID: String
    var folder: String
    /// Wall time of the simulation.
    var seconds: Double
  }

  /// Runs what an earlier run of the same scenario and seed has not finished.
  func execute() async throws -> Finished {
    let plan = try compiled()
    let runID = RunIdentity.runID(resolved: ready.scenario.canonicalText)
    let runFolder = "\(folder)/\(ready.stem)/\(runID)"
    do {
      guard let lock = try FolderLock.take(folder: runFolder) else {
        Terminal.note("another run of this scenario and seed is under way in \(runFolder)")
        throw ExitCode.tryAgain
      }
      let finished = try await execute(plan, runID: runID, folder: runFolder)
      _ = consume lock
      return finished
    } catch let problem as FileProblem {
      Terminal.note("\(problem); finished tasks are kept: start the run again")
      throw ExitCode.tryAgain
    }
  }

  private func execute(
    _ plan: SimulationPlan<LoyaltyEngine>, runID: String, folder: String
  ) async throws -> Finished {
    let run = Run(plan: plan, replications: ready.scenario.replications)
    let store = TaskStore(folder: "\(folder)/tasks", layout: plan.layout)
    let progress = ProgressLine(total: run.taskCount, isQuiet: isQuiet)
    let outcome = try await run.execute(
      threads: threads, store: store, progress: progress.update)
    let seconds = progress.seconds
    if outcome.resumedTaskCount > 0 {
      Terminal.note("resumed: \(outcome.resumedTaskCount) of \(outcome.taskCount) tasks")
    }
    return Finished(outcome: outcome, runID: runID, folder: folder, seconds: seconds)
  }

  private func compiled() throws -> SimulationPlan<LoyaltyEngine> {
    do {
      return try ready.scenario.compiled(quotesEverything: quotesEverything)
    } catch {
      for problem in error.problems {
        Terminal.note("\(ready.path): scheme.\(problem.path): \(problem.message)")
      }
      throw ExitCode.wrongInput
    }
  }
}
