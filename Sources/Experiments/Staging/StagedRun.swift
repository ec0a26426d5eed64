public import CommunitySimulation
public import IncentiveEngine
internal import Measurement
internal import MemberPopulation
public import Scenarios

/// The replications of a scenario: as many as it states, or a first stage and what that asks for.
///
/// The second stage goes on where the first ends, so that the tally is that of a run of as many
/// replications, and a run that was stopped finds its tasks again: the first stage's tell how many
/// tasks there are.
public struct StagedRun<E: Engine>: Sendable {
  private let plan: SimulationPlan<E>
  private let scenario: Scenario

  /// Creates a run of a scenario by its plan.
  public init(plan: SimulationPlan<E>, of scenario: Scenario) {
    self.plan = plan
    self.scenario = scenario
  }

  /// Tasks of the replications that the scenario states, or of the first stage.
  public var firstTaskCount: Int {
    Run(plan: plan, replications: scenario.replications).taskCount
  }

  /// Runs all tasks; any number of threads gives the same.
  ///
  /// - Parameter progress: told the number of finished tasks, and how many there are as far as is
  ///   known.
  /// - Throws: what the store cannot write, and a spread that cannot be computed.
  public func execute(
    threads: Int, store: TaskStore? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) async throws -> RunOutcome {
    let stage = Run(
      plan: plan, replications: scenario.replications, firstReplication: 0,
      keepsEach: scenario.replicationRule != nil)
    var outcome = try await stage.execute(threads: threads, store: store) {
      progress($0, stage.taskCount)
    }
    guard let rule = scenario.replicationRule else { return outcome }
    let staged = try StagedReplications(outcome, rule, of: scenario)
    if staged.count > staged.first {
      let rest = Run(
        plan: plan, replications: staged.count - staged.first, firstReplication: staged.first,
        keepsEach: true)
      let before = stage.taskCount
      outcome.append(
        try await rest.execute(threads: threads, store: store) {
          progress(before + $0, before + rest.taskCount)
        })
    }
    outcome.staged = staged
    return outcome
  }
}

extension RunOutcome {
  /// Adds the replications that follow.
  fileprivate mutating func append(_ later: RunOutcome) {
    tally.merge(later.tally)
    if let more = later.replications { replications?.append(more) }
    if let more = later.eachReplication { eachReplication?.append(more) }
    work.add(later.work)
    taskCount += later.taskCount
    closings.add(later.closings)
    passCount += later.passCount
    resumedTaskCount += later.resumedTaskCount
    digest = RunIdentity.digest(of: tally)
  }
}
