public import CommunitySimulation
public import IncentiveEngine
public import Measurement
internal import MemberPopulation

/// What a finished run leaves.
public struct RunOutcome: Sendable {
  /// Everything that was measured, over all communities and replications.
  public var tally: Tally
  /// The totals of each replication, where communities depend on each other; otherwise nothing.
  public var replications: ReplicationTotals?
  /// The totals of each replication of any run that has several.
  public var eachReplication: ReplicationTotals?
  /// How much work it was; tasks taken from an earlier, killed run are not in it.
  public var work: WorkCount
  /// Communities × replications.
  public var taskCount: Int
  /// When budgets that all communities share closed.
  public var closings = Closings()
  /// Passes over the population that looked for those instants, beside the run itself.
  public var passCount = 0
  /// Tasks that an earlier run had finished.
  public var resumedTaskCount: Int
  /// What came out, to the last bit.
  public var digest: String
  /// How the replications came to be so many, where a rule said it.
  public var staged: StagedReplications?
}

/// Replications × communities of one plan, on threads.
public struct Run<E: Engine>: Sendable {
  /// The plan.
  public let plan: SimulationPlan<E>
  /// How many times the population is simulated with new luck.
  public let replications: Int
  /// The number of the first of them.
  private let firstReplication: Int
  /// Whether the totals of each replication are kept, even of a single one.
  private let keepsEach: Bool

  /// Creates a run.
  public init(plan: SimulationPlan<E>, replications: Int) {
    self.init(plan: plan, replications: replications, firstReplication: 0)
  }

  /// Creates a run of some replications of a longer one.
  init(
    plan: SimulationPlan<E>, replications: Int, firstReplication: Int, keepsEach: Bool = false
  ) {
    self.plan = plan
    self.replications = replications
    self.firstReplication = firstReplication
    self.keepsEach = keepsEach || replications > 1
  }

  /// Communities × replications; where all communities live together, replications.
  public var taskCount: Int {
    plan.coupling == .windows
      ? replications : plan.communities.communityCount * replications
  }

  /// Runs all tasks; any number of threads gives the same tally.
  ///
  /// Where communities share budgets that close for good, their closing instants are searched first.
  /// Where they live together, a task is a whole replication, and a run that was stopped begins anew.
  ///
  /// - Parameters:
  ///   - threads: tasks under way at once.
  ///   - store: where finished tasks are kept, and found again.
  ///   - progress: told the number of finished tasks, never at the same time twice.
  /// - Throws: what the store cannot write; finished tasks are kept.
  public func execute(
    threads: Int, store: TaskStore? = nil, progress: (Int) -> Void = { _ in }
  ) async throws(FileProblem) -> RunOutcome {
    switch plan.coupling {
    case .none: return try await executeTasks(threads, store, progress)
    case .windows: return try await executeTasks(threads, nil, progress)
    case .closingInstants:
      var search = ClosingSearch(plan: plan, threads: threads)
      var steered = plan
      let numbers = firstReplication..<(firstReplication + replications)
      steered.closings = await search.closings(replications: numbers)
      var outcome = try await Run(
        plan: steered, replications: replications, firstReplication: firstReplication,
        keepsEach: keepsEach
      ).executeTasks(threads, store, progress)
      outcome.closings = steered.closings
      outcome.passCount = search.passCount
      return outcome
    }
  }

  private func executeTasks(
    _ threads: Int, _ store: TaskStore?, _ progress: (Int) -> Void
  ) async throws(FileProblem) -> RunOutcome {
    var outcome = RunOutcome(
      tally: Tally(layout: plan.layout), work: WorkCount(), taskCount: taskCount,
      resumedTaskCount: 0, digest: "")
    if plan.coupling != .none {
      outcome.replications = ReplicationTotals(
        replications: replications, armCount: plan.layout.armCount)
    }
    if keepsEach {
      outcome.eachReplication = ReplicationTotals(
        replications: replications, armCount: plan.layout.armCount)
    }
    var open: [TaskRange] = []
    for range in ranges {
      guard let tally = store?.load(range) else {
        open.append(range)
        continue
      }
      add(tally, of: range, to: &outcome)
      outcome.resumedTaskCount += range.count
    }
    var finished = outcome.resumedTaskCount
    progress(finished)
    let problem = await withTaskGroup(of: Finished.self) { group -> FileProblem? in
      var waiting = open[...]
      for _ in 0..<max(1, threads) { Self.startNext(&waiting, in: &group, self, store) }
      for await part in group {
        if let problem = part.problem {
          group.cancelAll()
          return problem
        }
        add(part.tally, of: part.range, to: &outcome)
        outcome.work.add(part.work)
        outcome.closings.add(part.closings)
        finished += part.range.count
        progress(finished)
        Self.startNext(&waiting, in: &group, self, store)
      }
      return nil
    }
    if let problem { throw problem }
    outcome.digest = RunIdentity.digest(of: outcome.tally)
    return outcome
  }

  /// Ranges of tasks, numbered through all replications of the longer run; none spans two
  /// replications where these are kept apart.
  private var ranges: [TaskRange] {
    let ranges =
      plan.coupling == .none && replications == 1
      ? TaskRange.split(taskCount: taskCount)
      : TaskRange.split(taskCount: taskCount, replications: replications)
    return ranges.map { TaskRange(first: firstTask + $0.first, count: $0.count) }
  }

  private var firstTask: Int { firstReplication * (taskCount / max(1, replications)) }

  private func add(_ tally: Tally, of range: TaskRange, to outcome: inout RunOutcome) {
    outcome.tally.merge(tally)
    let replication = (range.first - firstTask) / max(1, taskCount / max(1, replications))
    outcome.replications?.add(tally, replication: replication)
    outcome.eachReplication?.add(tally, replication: replication)
  }

  private struct Finished: Sendable {
    var range: TaskRange
    var tally: Tally
    var work: WorkCount
    var closings = Closings()
    var problem: FileProblem?
  }

  private static func startNext(
    _ waiting: inout ArraySlice<TaskRange>, in group: inout TaskGroup<Finished>, _ run: Self,
    _ store: TaskStore?
  ) {
    guard let range = waiting.popFirst() else { return }
    group.addTask { run.perform(range, store) }
  }

  private func perform(_ range: TaskRange, _ store: TaskStore?) -> Finished {
    var part = Finished(range: range, tally: Tally(layout: plan.layout), work: WorkCount())
    let livesTogether = plan.coupling == .windows
    for task in range.first..<(range.first + range.count) where !Task.isCancelled {
      if livesTogether {
        let closings = plan.simulateTogether(
          replication: UInt32(task), into: &part.tally, work: &part.work)
        for (arm, instants) in closings.enumerated() where !instants.isEmpty {
          part.closings[UInt32(task), arm] = instants
        }
        continue
      }
      let (replication, community) = task.quotientAndRemainder(
        dividingBy: plan.communities.communityCount)
      plan.simulate(
        community: community, replication: UInt32(replication), into: &part.tally,
        work: &part.work)
    }
    guard !Task.isCancelled else { return part }
    do throws(FileProblem) { try store?.save(part.tally, of: range) } catch { part.problem = error }
    return part
  }
}
