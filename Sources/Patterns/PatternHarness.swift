public import IncentiveEngine
internal import MemberBehavior
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

  /// What one life of a population showed.
  private struct Finding: Sendable {
    /// The pattern's statistics.
    var statistics: [Double] = []
    /// The sub-models that found something to act on.
    var concerned: SubmodelSet = []
    /// Whether the life was lived, and not known to be the same as one with every mechanism on.
    var isLived = true
  }

  /// How many lives of a population that takes at most.
  public func runCount(of patterns: [Pattern]) -> Int {
    lives(of: patterns).count + knockouts(of: patterns).count
  }

  /// The scorecard; any number of threads gives the same one.
  ///
  /// - Parameters:
  ///   - threads: runs under way at once.
  ///   - progress: told the number of finished runs, never at the same time twice.
  /// - Throws: the problems of a situation's schemes.
  public func results(
    of patterns: [Pattern], threads: Int, progress: (Int) -> Void = { _ in }
  ) async throws -> [PatternResult] {
    let lives = lives(of: patterns)
    let found = try await run(lives, of: patterns, threads: threads, progress)
    // A mechanism that found nothing to act on might as well have been off: the same marks, the same
    // life. Only the others are lived through again.
    let knockouts = knockouts(of: patterns)
    var known = knockouts.map { job -> Finding? in
      guard case .submodel(let submodel) = job.mechanism,
        let base = lives.firstIndex(where: {
          $0.pattern == job.pattern && $0.replication == job.replication
        }), !found[base].concerned.contains(submodel)
      else { return nil }
      return Finding(statistics: found[base].statistics, isLived: false)
    }
    let open = known.indices.filter { known[$0] == nil }
    let skipped = lives.count + knockouts.count - open.count
    let lived = try await run(
      open.map { knockouts[$0] }, of: patterns, threads: threads
    ) { progress(skipped + $0) }
    for (position, finding) in zip(open, lived) { known[position] = finding }
    let jobs = lives + knockouts
    let findings = found + known.map { $0 ?? Finding() }
    return patterns.indices.map { result(of: patterns[$0], at: $0, jobs, findings) }
  }

  private func lives(of patterns: [Pattern]) -> [Job] {
    measured(patterns).flatMap { position in
      (0..<replications).map { Job(pattern: position, mechanism: nil, replication: $0) }
    }
  }

  /// A mechanism is switched off only where the situation has it switched on.
  private func knockouts(of patterns: [Pattern]) -> [Job] {
    guard knockoutReplications > 0 else { return [] }
    return measured(patterns).flatMap { position -> [Job] in
      guard let scenario = situations[patterns[position].id] else { return [] }
      return Mechanism.all.filter(scenario.has).flatMap { mechanism in
        (0..<knockoutReplications).map {
          Job(pattern: position, mechanism: mechanism, replication: $0)
        }
      }
    }
  }

  private func measured(_ patterns: [Pattern]) -> [Int] {
    patterns.indices.filter {
      patterns[$0].isMeasured && situations[patterns[$0].id] != nil
    }
  }

  private func run(
    _ jobs: [Job], of patterns: [Pattern], threads: Int, _ progress: (Int) -> Void
  ) async throws -> [Finding] {
    var findings = Array(repeating: Finding(), count: jobs.count)
    try await withThrowingTaskGroup(of: (Int, Finding).self) { group in
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
          return (
            position, Finding(statistics: pattern.measure(run), concerned: run.concerned)
          )
        }
      }
      for _ in 0..<max(1, threads) { start() }
      while let (position, finding) = try await group.next() {
        findings[position] = finding
        finished += 1
        progress(finished)
        start()
      }
    }
    return findings
  }

  private func result(
    of pattern: Pattern, at position: Int, _ jobs: [Job], _ all: [Finding]
  ) -> PatternResult {
    func findings(with mechanism: Mechanism?) -> [Finding] {
      jobs.indices.filter {
        jobs[$0].pattern == position && jobs[$0].mechanism == mechanism
      }.map { all[$0] }
    }
    func readings(_ runs: [Finding]) -> [PatternReading] {
      guard !runs.isEmpty else { return [] }
      return pattern.conditions.indices.map { condition in
        PatternReading(runs.map { $0.statistics[condition] })
      }
    }
    var mechanisms: [Mechanism] = []
    for job in jobs where job.pattern == position {
      if let mechanism = job.mechanism, mechanisms.last != mechanism {
        mechanisms.append(mechanism)
      }
    }
    let knockouts = mechanisms.map { mechanism in
      let runs = findings(with: mechanism)
      let values = readings(runs).map(\.value)
      return Knockout(
        mechanism: mechanism, isInSituation: runs.contains(where: \.isLived),
        isReproduced: pattern.holds(values), value: values.first ?? .nan)
    }
    return PatternResult(
      pattern: pattern, readings: readings(findings(with: nil)), knockouts: knockouts)
  }
}
