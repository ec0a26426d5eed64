internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Reports

/// Two scenarios or two finished runs against each other.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two scenario files, or two finished runs: what differs, and what that does.",
    discussion: """
      EXAMPLE
        incentive compare scenarios/starter.yaml generous.yaml --members 2000
        incentive compare results/runs/starter/0123456789abcdef results/runs/starter/fedcba9876543210

      Two scenario files whose people, horizon, seed, catalogue and economics are the same are lived
      in the same worlds: an arm of the second is held against the arm of that name of the first,
      paired, and all arms against control (the first file's, where the controls differ). Where
      worlds differ nothing is run, unless --unpaired runs both by themselves.

      Finished runs are their folders, or the manifest.json or summary.json in them. They are compared
      as independent runs: the variances of both add.

      The report goes to results/compares/<A>-<B>/: report.html and report.md.

      EXIT CODES
        0 compared · 64 wrong usage · 65 wrong input, or two that cannot be compared
        73 a file cannot be made · 75 try again
      """)

  @Argument(help: "The first scenario file, or the first finished run.") var first: String
  @Argument(help: "The second one: differences are the second less the first.") var second: String
  @Flag(help: "Run two scenario files that share no worlds by themselves, and compare the runs.")
  var unpaired = false
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "The folder of the report; results/compares/<A>-<B> unless given.")
  var out: String?
  @Option(help: "The language of the report and of what is printed.")
  var language = OneOf(ReportLanguage.english)

  func run() async throws {
    let names = CompareNames(first, second)
    let folder = names.folder(out)
    let input: CompareInput
    switch (Self.isRun(first), Self.isRun(second)) {
    case (true, true):
      guard simulation.members == nil, simulation.days == nil, simulation.seed == nil else {
        throw ValidationError(
          "--members, --days and --seed belong to scenario files; a finished run stays as it is")
      }
      input = try RunCompare(first, second, names).input()
    case (false, false):
      input = try await scenarios(names, folder: folder)
    default:
      throw ValidationError(
        "\(first) and \(second) are a scenario file and a finished run; give two of one kind")
    }
    try finish(CompareReport(input, language: language.value), folder)
  }

  /// Folders and JSON files are runs; all else is a scenario file.
  static func isRun(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return (exists && isFolder.boolValue) || path.hasSuffix(".json")
  }

  private func scenarios(_ names: CompareNames, folder: String) async throws -> CompareInput {
    let isQuiet = output.quiet || output.json
    let loaded = [
      try ScenarioLoading.ready(first, simulation), try ScenarioLoading.ready(second, simulation),
    ]
    for scenario in loaded {
      try ScenarioLoading.requireMembers(scenario.scenario, path: scenario.path)
    }
    let ready = (
      try await ScenarioLoading.equalized(
        loaded[0], threads: simulation.threads, isQuiet: isQuiet),
      try await ScenarioLoading.equalized(loaded[1], threads: simulation.threads, isQuiet: isQuiet)
    )
    let paired = PairedCompare(
      first: ready.0, second: ready.1, names: names, folder: folder,
      threads: simulation.threads, isQuiet: isQuiet, language: language.value)
    if paired.sharesWorlds { return try await paired.input() }
    guard unpaired else { throw paired.refusal() }
    var runs: [String] = []
    for scenario in [ready.0, ready.1] {
      let session = SimulationSession(
        ready: scenario, folder: "\(folder)/runs", threads: simulation.threads, isQuiet: isQuiet)
      let report = try await session.report(
        futureRedemption: PairedCompare.futureRedemption, language: language.value)
      runs.append(report.finished.folder)
    }
    return try RunCompare(runs[0], runs[1], names).input()
  }

  private func finish(_ report: CompareReport, _ folder: String) throws {
    do throws(FileProblem) {
      try DurableFile.write(report.html(), to: "\(folder)/report.html")
      try DurableFile.write(report.markdown(), to: "\(folder)/report.md")
    } catch {
      throw Terminal.exitCode(after: error)
    }
    guard !output.json else {
      return Terminal.say(String(report.json(folder: folder).dropLast()))
    }
    for line in report.lines { Terminal.say(line) }
    Terminal.say("\nreport: \(folder)/report.html")
  }
}
