internal import ArgumentParser
internal import ScenarioFiles

/// Whether scenario files are right.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check scenario files without running them: all problems, each with its place.",
    discussion: """
      EXAMPLE
        incentive lint scenarios/points-and-growth.yaml scenarios/starter.yaml

      Exits with 65 if any file has a problem. A draft may hold mechanics that cannot \
      be executed yet; they are listed, and are no problems.
      """)

  @Argument(help: "The scenario files.") var scenarios: [String]
  @OptionGroup var output: OutputOptions

  func run() throws {
    let checks = scenarios.map(ScenarioCheck.init)
    if output.json {
      try Terminal.say(json: LintJSON(checks))
    } else {
      for check in checks { report(check) }
    }
    if checks.contains(where: { !$0.problems.isEmpty }) { throw ExitCode.wrongInput }
  }

  private func report(_ check: ScenarioCheck) {
    for problem in check.problems { Terminal.note(problem.rendered + "\n") }
    Terminal.say("\(check.path): \(check.status == .ready ? "ok" : check.statusLine)")
    for mechanic in check.planned {
      Terminal.say("  line \(mechanic.line): \(mechanic.key) (\(mechanic.mechanics))")
    }
  }
}

/// What `lint --json` prints.
private struct LintJSON: Encodable {
  struct File: Encodable {
    var path: String
    var status: ScenarioCheck.Status
    var problems: [Problem]
    var notYetExecutable: [Mechanic]
  }

  struct Problem: Encodable {
    var line: Int
    var column: Int
    var message: String
    var hint: String?
    var excerpt: String
  }

  struct Mechanic: Encodable {
    var line: Int
    var column: Int
    var key: String
    var mechanics: String
  }

  var files: [File]
  var problemCount: Int

  init(_ checks: [ScenarioCheck]) {
    problemCount = checks.reduce(0) { $0 + $1.problems.count }
    files = checks.map { check in
      File(
        path: check.path, status: check.status,
        problems: check.problems.map {
          Problem(
            line: $0.line, column: $0.column, message: $0.message, hint: $0.hint,
            excerpt: $0.excerpt)
        },
        notYetExecutable: check.planned.map {
          Mechanic(line: $0.line, column: $0.column, key: $0.key, mechanics: $0.mechanics)
        })
    }
  }
}
