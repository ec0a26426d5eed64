public import CommunitySimulation
internal import IncentiveEngine
internal import Measurement
internal import NumericalMethods
public import Scenarios

/// The runs of a scenario's draws of parameters, one after the other, each on all threads.
///
/// The unit of a run that goes on after it was stopped is a draw; where communities depend on each
/// other, draws begin anew.
public struct DrawnRun: Sendable {
  private let scenario: Scenario
  /// How many draws.
  public let count: Int

  /// Prepares the draws; nothing if the scenario asks for none.
  public init?(_ scenario: Scenario) {
    guard let draws = scenario.parameterDraws else { return nil }
    self.scenario = scenario
    count = draws
  }

  /// Runs all draws; any number of threads gives the same.
  ///
  /// - Parameters:
  ///   - threads: tasks under way at once.
  ///   - folder: where finished draws are kept, and found again.
  ///   - runID: the run that they belong to.
  ///   - progress: told the number of finished tasks of all draws.
  /// - Throws: what a file cannot hold, and numbers that cannot be compared.
  public func execute(
    threads: Int, folder: String? = nil, runID: String = "", progress: (Int) -> Void = { _ in }
  ) async throws -> ParameterUncertainty {
    var comparisons: [Comparison] = []
    var digests: [String] = []
    var (finished, resumed) = (0, 0)
    for draw in 1...count {
      let drawn = scenario.drawn(draw)
      let run = Run(plan: try drawn.compiled(), replications: scenario.replications)
      let store = folder.map {
        TaskStore(
          folder: "\($0)/draw-\(draw)", layout: run.plan.layout, runID: "\(runID) draw \(draw)")
      }
      let before = finished
      let outcome = try await run.whole(threads: threads, store: store) { progress(before + $0) }
      finished += run.taskCount
      if outcome.resumedTaskCount > 0 { resumed += 1 }
      comparisons.append(try Comparison(outcome, of: drawn))
      digests.append(outcome.digest)
    }
    return ParameterUncertainty(
      comparisons, parameters: DrawnParameters(scenario),
      digest: RunIdentity.digest(of: digests), resumedDraws: resumed)
  }
}

extension Run {
  /// Runs all tasks, or takes their tally from a store that holds it whole.
  fileprivate func whole(
    threads: Int, store: TaskStore?, progress: (Int) -> Void
  ) async throws(FileProblem) -> RunOutcome {
    guard plan.coupling == .none, let store else {
      return try await execute(threads: threads, progress: progress)
    }
    let all = TaskRange(first: 0, count: taskCount)
    if let tally = store.load(all) {
      progress(taskCount)
      return RunOutcome(
        tally: tally, work: WorkCount(), taskCount: taskCount, resumedTaskCount: taskCount,
        digest: RunIdentity.digest(of: tally))
    }
    let outcome = try await execute(threads: threads, progress: progress)
    try store.save(outcome.tally, of: all)
    return outcome
  }
}
