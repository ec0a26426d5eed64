internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import IncentiveEngine
internal import Patterns
internal import Reports
internal import Scenarios

/// Which published regularities the model reproduces.
struct PatternsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "Hold the model against published regularities: which are reproduced, needing what?",
    discussion: """
      EXAMPLE
        incentive patterns --scenarios scenarios/patterns --out results/patterns

      Each pattern's situation is a scenario file whose name begins with the pattern's number. It is
      lived through several times; its statistic, with its simulation error, is held against the
      published band. Then one mechanism at a time is switched off.

      EXIT CODES
        0 done, whatever came out · 2 with --require, a pattern that should be is not reproduced
        64 wrong usage · 65 wrong input · 73 a file cannot be made
      """)

  @Argument(help: "Only these patterns, such as P16; all of them by default.")
  var ids: [String] = []
  @Option(help: "The folder of the situations.") var scenarios = "scenarios/patterns"
  @Option(help: "How many times each situation is lived through.") var replications = 6
  @Option(help: "How many times with each mechanism off; 0 leaves knock-outs out.")
  var knockouts = 2
  @Option(help: "Write scorecard.json and scorecard.md into this folder.") var out: String?
  @Option(help: "Tasks at once; the result is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount
  @Flag(help: "Fail with 2 unless every pattern that was run is reproduced.") var require = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (2...1000).contains(replications) else {
      throw ValidationError("--replications is 2 to 1000: an error needs at least two")
    }
    guard (0...1000).contains(knockouts) else {
      throw ValidationError("--knockouts is 0 to 1000")
    }
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1") }
    let known = Pattern.all.map(\.id)
    if let unknown = ids.first(where: { !known.contains($0) }) {
      throw ValidationError("no pattern \(unknown); there are \(known.joined(separator: " "))")
    }
  }

  func run() async throws {
    let patterns = Pattern.all.filter { ids.isEmpty || ids.contains($0.id) }
    let harness = PatternHarness(
      situations: try situations(of: patterns), replications: replications,
      knockoutReplications: knockouts)
    let isQuiet = output.quiet || output.json
    let progress = ProgressLine(total: harness.runCount(of: patterns), isQuiet: isQuiet)
    let results = try await harness.results(
      of: patterns, threads: threads, progress: progress.update)
    let card = Scorecard(results, replications: replications)
    if let out { try write(card, to: out) }
    if output.json {
      try Terminal.say(json: card)
    } else {
      Terminal.say(ScorecardMarkdown.text(of: card))
    }
    if require, results.contains(where: { $0.verdict == .notReproduced }) { throw ExitCode(2) }
  }

  /// The scenarios of patterns that are measured; every one must be there and right.
  private func situations(of patterns: [Pattern]) throws -> [String: Scenario] {
    let files: [String]
    do {
      files = try FileManager.default.contentsOfDirectory(atPath: scenarios).sorted()
    } catch {
      Terminal.note("\(scenarios): no such folder; give the situations' with --scenarios")
      throw ExitCode.wrongInput
    }
    var situations: [String: Scenario] = [:]
    for pattern in patterns where pattern.isMeasured {
      let number = pattern.id.dropFirst()
      let prefix = "P" + (number.count == 1 ? "0" : "") + number + "-"
      guard let file = files.first(where: { $0.hasPrefix(prefix) && $0.hasSuffix(".yaml") }) else {
        Terminal.note("\(scenarios): no \(prefix)….yaml for the pattern \(pattern.id)")
        throw ExitCode.wrongInput
      }
      let scenario = try ScenarioLoading.executable("\(scenarios)/\(file)")
      try ScenarioLoading.requireMembers(scenario, path: "\(scenarios)/\(file)")
      situations[pattern.id] = scenario
    }
    return situations
  }

  private func write(_ card: Scorecard, to folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(card), as: UTF8.self) + "\n"
    do throws(FileProblem) {
      try DurableFile.write(json, to: "\(folder)/scorecard.json")
      try DurableFile.write(ScorecardMarkdown.text(of: card), to: "\(folder)/scorecard.md")
    } catch {
      throw Terminal.exitCode(after: error)
    }
  }
}
