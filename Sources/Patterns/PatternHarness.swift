public import IncentiveEngine
public import Scenarios

/// Runs the situations of patterns and reads their statistics.
public struct PatternHarness: Sendable {
  /// The situations, by the pattern's number.
  public let situations: [String: Scenario]
  /// How many times each situation is lived through with new luck.
  public let replications: Int
  /// How many times with each mechanism off; none leaves knock-outs out.
  public let knockoutReplications: Int

  /// Creates a harness.
  public init(situations: [String: Scenario], replications: Int, knockoutReplications: Int) {
    self.situations = situations
    self.replications = replications
    self.knockoutReplications = knockoutReplications
  }

  /// One replication of one pattern, perhaps with a mechanism off.
  private struct Job: Sendable {
    var pattern: Int
    var mechanism: Mechanism?
    var replication: Int
  }

  /// How many lives of a population that takes.
  public func runCount(of patterns: [Pattern]) -> Int { jobs(of: patterns).count }

  /// The scorecard; any number of threads gives the same one.
  ///
  /// - Parameters:
  ///   - threads: runs under way at once.
  ///   - progress: told the number of finished runs, never at the same time twice.
  /// - Throws: the problems of a situation's schemes.
  public func results(
    of patterns: [Pattern], threads: Int, progress: (Int) -> Void = { _ in }
  ) async throws -> [PatternResult] {
    let jobs = jobs(of: patterns)
    let values = try await run(jobs, of: patterns, threads: threads, progress)
    return patterns.indices.map { result(of: patterns[$0], at: $0, jobs, values) }
  }

  /// A mechanism is switched off only where the situation has it switched on.
  private func jobs(of patterns: [Pattern]) -> [Job] {
    patterns.indices.flatMap { position -> [Job] in
      guard patterns[position].isMeasured, let scenario = situations[patterns[position].id] else {
        return []
      }
      let mechanisms = knockoutReplications == 0 ? [] : Mechanism.all.filter(scenario.has)
      return (0..<replications).map { Job(pattern: position, mechanism: nil, replication: $0) }
        + mechanisms.flatMap { mechanism in
          (0..<knockoutReplications).map {
            Job(pattern: position, mechanism: mechanism, replication: $0)
          }
        }
    }
  }

  private func run(
    _ jobs: [Job], of patterns: [Pattern], threads: Int, _ progress: (Int) -> Void
  ) async throws -> [[Double]] {
    var values = Array(repeating: [Double](), count: jobs.count)
    try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
      var next = 0
      var finished = 0
      func start() {
        guard next < jobs.count else { return }
        let (position, job) = (next, jobs[next])
        next += 1
        let pattern = patterns[job.pattern]
        guard let situation = situations[pattern.id] else { return }
        group.addTask {
          let scenario = job.mechanism.map(situation.switchingOff) ?? situation
          let run = try SituationRun(of: scenario, replication: job.replication)
          return (position, pattern.measure(run))
        }
      }
      for _ in 0..<max(1, threads) { start() }
      while let (position, statistics) = try await group.next() {
        values[position] = statistics
        finished += 1
        progress(finished)
        start()
      }
    }
    return values
  }

  private func result(
    of pattern: Pattern, at position: Int, _ jobs: [Job], _ values: [[Double]]
  ) -> PatternResult {
    func readings(with mechanism: Mechanism?) -> [PatternReading] {
      let runs = jobs.indices.filter {
        jobs[$0].pattern == position && jobs[$0].mechanism == mechanism
      }
      guard !runs.isEmpty else { return [] }
      return pattern.conditions.indices.map { condition in
        PatternReading(runs.map { values[$0][condition] })
      }
    }
    var mechanisms: [Mechanism] = []
    for job in jobs where job.pattern == position {
      if let mechanism = job.mechanism, mechanisms.last != mechanism {
        mechanisms.append(mechanism)
      }
    }
    let knockouts = mechanisms.map { mechanism in
      let values = readings(with: mechanism).map(\.value)
      return Knockout(
        mechanism: mechanism, isReproduced: pattern.holds(values), value: values.first ?? .nan)
    }
    return PatternResult(
      pattern: pattern, readings: readings(with: nil), knockouts: knockouts)
  }
}
