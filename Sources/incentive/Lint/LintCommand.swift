internal import ArgumentParser
internal import ScenarioFiles
internal import Scenarios
internal import SchemeLint

/// Whether scenario files are right.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check scenario files, and what their schemes allow: problems, each with its place.",
    discussion: """
      EXAMPLE
        incentive lint scenarios/points-and-growth.yaml scenarios/starter.yaml

      Of a file that is right, the engine is run on each scheme: the deepest discount \
      that a member can reach in at most four steps, what is sold below cost, points \
      worth the price that earns them, and rules that never take part, each with the \
      steps that lead there. The people play no part in it, only what they may do.

      Exits with 2 if value can be made without end, and with 65 if any file has a problem. A draft may hold mechanics that cannot \
      be executed yet; they are listed, and are no problems.
      """)

  @Argument(help: "The scenario files.") var scenarios: [String]
  @Flag(help: "Only read the files; leave the engine out.") var filesOnly = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let checks = scenarios.map(ScenarioCheck.init)
    let found = checks.map { filesOnly ? [] : ArmFinding.all(of: $0) }
    if output.json {
      try Terminal.say(json: LintJSON(checks, found))
    } else {
      for (check, findings) in zip(checks, found) {
        report(check)
        for finding in findings { for line in finding.text { Terminal.say("  " + line) } }
      }
    }
    if found.joined().contains(where: { $0.finding.severity == .error }) {
      if !checks.contains(where: { !$0.problems.isEmpty }) { throw ExitCode.checkFailed }
    }
    if checks.contains(where: { !$0.problems.isEmpty }) { throw ExitCode.wrongInput }
  }

  private func report(_ check: ScenarioCheck) {
    for problem in check.problems { Terminal.note(problem.rendered + "\n") }
    Terminal.say("\(check.path): \(check.status == .ready ? "ok" : check.statusLine)")
    for sought in check.scenario?.equalizations ?? [] {
      Terminal.say(
        "  line \(sought.place.line): a run looks for \(sought.path) of arm \(sought.arm) between "
          + "\(sought.grid.lowestText) and \(sought.grid.highestText); what is found below is of the "
          + "value as it is written")
    }
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
    /// What the engine was found to allow, or never to do.
    var findings: [FindingJSON]
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

  init(_ checks: [ScenarioCheck], _ found: [[ArmFinding]]) {
    problemCount = checks.reduce(0) { $0 + $1.problems.count }
    files = zip(checks, found).map { check, findings in
      File(
        path: check.path, status: check.status,
        problems: check.problems.map {
          Problem(
            line: $0.line, column: $0.column, message: $0.message, hint: $0.hint,
            excerpt: $0.excerpt)
        },
        notYetExecutable: check.planned.map {
          Mechanic(line: $0.line, column: $0.column, key: $0.key, mechanics: $0.mechanics)
        }, findings: findings.map(FindingJSON.init))
    }
  }
}
