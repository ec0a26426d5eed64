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
    var populations: [[Comparison]] = []
    var weeks: [[[[WeekSeries.Week?]]]] = []
    var digests: [String] = []
    var (finished, resumed) = (0, 0)
    for draw in 1...count {
      let drawn = scenario.drawn(draw)
      let plan = try drawn.compiled()
      let store = folder.map {
        TaskStore(folder: "\($0)/draw-\(draw)", layout: plan.layout, runID: "\(runID) draw \(draw)")
      }
      let before = finished
      let parts = try await Self.parts(of: drawn, plan, threads: threads, store: store) {
        progress(before + $0)
      }
      finished += parts.reduce(0) { $0 + $1.taskCount }
      if parts.allSatisfy({ $0.resumedTaskCount > 0 }) { resumed += 1 }
      populations.append(try Self.populations(parts, of: drawn))
      let whole = Self.merged(parts, layout: plan.layout)
      comparisons.append(try Comparison(whole, of: drawn))
      weeks.append(DrawnWeeks.weeks(of: whole, replications: drawn.replications))
      digests.append(whole.digest)
    }
    return ParameterUncertainty(
      comparisons, parameters: DrawnParameters(scenario),
      chances: GoalChance.chances(populations, of: scenario),
      weeks: DrawnWeeks(weeks, replications: scenario.replications),
      digest: RunIdentity.digest(of: digests), resumedDraws: resumed)
  }

  /// A draw's replications, each by itself; all together where communities depend on each other.
  private static func parts(
    of drawn: Scenario, _ plan: SimulationPlan<LoyaltyEngine>, threads: Int, store: TaskStore?,
    progress: (Int) -> Void
  ) async throws(FileProblem) -> [RunOutcome] {
    guard plan.coupling == .none else {
      return [
        try await Run(plan: plan, replications: drawn.replications)
          .execute(threads: threads, progress: progress)
      ]
    }
    var parts: [RunOutcome] = []
    for replication in 0..<drawn.replications {
      let run = Run(plan: plan, replications: 1, firstReplication: replication)
      let before = replication * run.taskCount
      parts.append(
        try await run.whole(number: replication, threads: threads, store: store) {
          progress(before + $0)
        })
    }
    return parts
  }

  /// The arms of each population by itself; none where only the mean over several is known.
  private static func populations(
    _ parts: [RunOutcome], of drawn: Scenario
  ) throws(NumericalError) -> [Comparison] {
    guard parts.count == drawn.replications else { return [] }
    var alone = drawn
    alone.replications = 1
    var found: [Comparison] = []
    for part in parts { found.append(try Comparison(part, of: alone)) }
    return found
  }

  private static func merged(_ parts: [RunOutcome], layout: TallyLayout) -> RunOutcome {
    guard parts.count > 1, var whole = parts.first else { return parts[0] }
    for part in parts.dropFirst() { whole.tally.merge(part.tally) }
    whole.digest = RunIdentity.digest(of: whole.tally)
    return whole
  }
}

extension Run {
  /// Runs all tasks, or takes their tally from a store that holds them whole.
  ///
  /// - Parameter number: The number of the only replication.
  fileprivate func whole(
    number: Int, threads: Int, store: TaskStore?, progress: (Int) -> Void
  ) async throws(FileProblem) -> RunOutcome {
    let all = TaskRange(first: number * taskCount, count: taskCount)
    if let tally = store?.load(all) {
      progress(taskCount)
      return RunOutcome(
        tally: tally, work: WorkCount(), taskCount: taskCount, resumedTaskCount: taskCount,
        digest: RunIdentity.digest(of: tally))
    }
    let outcome = try await execute(threads: threads, progress: progress)
    try store?.save(outcome.tally, of: all)
    return outcome
  }
}
