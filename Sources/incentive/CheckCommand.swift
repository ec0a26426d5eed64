internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Measurement
internal import Scenarios

/// Whether the cost of incentives regressed.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold what scenarios cost against a committed baseline: for continuous integration.",
    discussion: """
      EXAMPLE
        incentive check scenarios/points-and-growth.yaml --members 20000 \\
          --baseline results/baselines/points-and-growth.json --tolerance 3%

      Judged are the scenario's own lines of role check and, with --tolerance, incentive cost and
      liability per member of every arm. With several scenarios the baseline is a folder that holds
      one file a scenario. --update-baseline writes what it would be held against.

      EXIT CODES
        0 passed (warnings allowed) · 2 a check failed · 3 inconclusive · 4 better than tolerated,
        with --strict · 5 baseline missing or incompatible · 65 wrong input · 75 try again
      """)

  @Argument(help: "Scenario files.") var scenarios: [String]
  @Option(help: "The baseline file; a folder for several scenarios.") var baseline: String
  @Option(
    help: "The rise of incentive cost and liability that is tolerated, such as 3%.",
    transform: { text throws in
      let digits = text.hasSuffix("%") ? String(text.dropLast()) : ""
      guard let percent = Double(digits), percent >= 0, percent <= 1000 else {
        throw ValidationError("--tolerance is a share such as 3%, not \(text)")
      }
      return percent / 100
    }) var tolerance: Double?
  @Flag(help: "Write the baseline anew instead of judging.") var updateBaseline = false
  @Flag(help: "Fail with 4 when a metric is better than tolerated: the baseline is stale.")
  var strict = false
  @Option(help: "Write a JUnit file.") var junit: String?
  @Option(help: "Write a comment for a pull request.") var markdown: String?
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "The folder that unfinished tasks go to.") var out = "results/runs"

  func validate() throws {
    guard scenarios.count == 1 || (junit == nil && markdown == nil) else {
      throw ValidationError("--junit and --markdown go with one scenario")
    }
    let stems = scenarios.map {
      (($0 as NSString).lastPathComponent as NSString).deletingPathExtension
    }
    for (position, stem) in stems.enumerated() where stems[..<position].contains(stem) {
      throw ValidationError("two scenarios are called \(stem) and would share one baseline file")
    }
    try OutputPaths.require([baseline, junit, markdown], apartFrom: scenarios)
  }

  func run() async throws {
    // Every file is read before anything runs: a wrong one stops all.
    let ready = try scenarios.map { try ScenarioLoading.ready($0, simulation) }
    var results: [CheckResult] = []
    for scenario in ready {
      try ScenarioLoading.requireMembers(scenario.scenario, path: scenario.path)
    }
    for scenario in ready {
      let equalized = try await ScenarioLoading.equalized(
        scenario, threads: simulation.threads, isQuiet: output.quiet || output.json)
      results.append(try await check(equalized))
    }
    if output.json {
      try Terminal.say(json: results)
    } else {
      for result in results { for line in result.lines { Terminal.say(line) } }
    }
    // The gravest wins: what cannot be compared, then failures, then what is open.
    let gravity: [Int32] = [1, 65, 5, 2, 3, 4]
    let codes = results.map(\.exitCode)
    if let code = gravity.first(where: codes.contains) { throw ExitCode(code) }
  }

  private func check(_ ready: ReadyScenario) async throws -> CheckResult {
    let path = scenarios.count == 1 ? baseline : "\(baseline)/\(ready.stem).json"
    var result = CheckResult(scenario: ready.path, baseline: path)
    do {
      let old = try Self.read(path, mayBeMissing: updateBaseline)
      try await SimulationSession(
        ready: ready, folder: out, threads: simulation.threads,
        isQuiet: output.quiet || output.json
      ).execute { try conclude($0, ready, old: updateBaseline ? nil : old, &result) }
    } catch let problem as BaselineError {
      result.lines = ["\(ready.path): \(problem)"]
      result.exitCode = problem.exitCode
      try write(
        CheckJUnit.text(problem: "\(problem)", scenario: ready.stem),
        CheckMarkdown.text(
          problem: "\(problem)", scenario: ready.scenario.title, id: ready.stem))
    }
    return result
  }

  private func write(_ junitText: String, _ markdownText: String) throws {
    do throws(FileProblem) {
      if let junit { try DurableFile.write(junitText, to: junit) }
      if let markdown { try DurableFile.write(markdownText, to: markdown) }
    } catch {
      throw Terminal.exitCode(after: error)
    }
  }

  private func conclude(
    _ finished: SimulationSession.Finished, _ ready: ReadyScenario, old: BaselineFile?,
    _ result: inout CheckResult
  ) throws {
    let scenario = finished.scenario
    let conclusions = try Conclusions(finished.outcome, of: scenario)
    result.digest = finished.outcome.digest
    let new = BaselineFile(
      conclusions.comparison, scenario: ready.stem, runID: finished.runID,
      luck: RunIdentity.luck(of: scenario), horizon: scenario.horizon, currency: scenario.currency,
      seed: scenario.seed)
    guard let old else {
      try DurableFile.write(
        try new.text(ifHealthy: conclusions.health), to: result.baseline)
      result.lines = ["\(ready.path): baseline written to \(result.baseline)"]
      return
    }
    if let broken = conclusions.health.checks.first(where: { !$0.holds }) {
      throw BaselineError.unhealthy("\(broken.name) (\(broken.detail))")
    }
    let outcome = try CheckOutcome(
      conclusions.comparison, run: new, baseline: old, currency: scenario.currency,
      expectations: scenario.expectations, tolerance: tolerance.map { .init(share: $0) })
    try write(outcome, ready, &result)
  }

  private func write(
    _ outcome: CheckOutcome, _ ready: ReadyScenario, _ result: inout CheckResult
  ) throws {
    result.exitCode = outcome.exitCode(strict: strict)
    result.lines = ["\(ready.path): \(outcome.sentence)"]
    result.lines += ready.equalizedLines.map { "  \($0)" }
    result.lines += outcome.judgements.map { "  \($0.sentence)" }
    result.checks = outcome.judgements.map { judgement in
      .init(
        metric: judgement.expectation.metric.rawValue, arm: judgement.arm,
        verdict: judgement.word, sentence: judgement.sentence)
    }
    try write(
      CheckJUnit.text(outcome, scenario: ready.stem),
      CheckMarkdown.text(
        outcome, scenario: ready.scenario.title, currency: ready.scenario.currency,
        id: ready.stem))
  }

  /// The baseline of a path; a file that is none is never written over: it may be a scenario.
  private static func read(_ path: String, mayBeMissing: Bool) throws -> BaselineFile? {
    let bytes: [UInt8]?
    do throws(FileProblem) {
      bytes = try DurableFile.read(path)
    } catch {
      throw BaselineError.unreadable(error.reason)
    }
    if let bytes { return try BaselineFile(text: String(decoding: bytes, as: UTF8.self)) }
    guard mayBeMissing else { throw BaselineError.missing(path: path) }
    return nil
  }
}

/// What became of one scenario, for people and for machines.
struct CheckResult: Encodable {
  struct Check: Encodable {
    var metric: String
    var arm: String
    var verdict: String
    var sentence: String
  }

  var scenario: String
  var baseline: String
  var digest: String?
  var exitCode: Int32 = 0
  var checks: [Check] = []
  /// What is printed for people.
  var lines: [String] = []
}
