internal import ArgumentParser
internal import CommunitySimulation
internal import Experiments
internal import Foundation
internal import Quantities
internal import Reports
internal import Scenarios

/// What happens under each arm, which is better, how sure.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate a scenario: what happens under each arm, which is better, how sure.",
    discussion: """
      EXAMPLE
        incentive run scenarios/points-and-growth.yaml --members 20000

      Results go to results/runs/<scenario>/<run-id>/: report.html, report.md, short.md, report.xlsx,
      summary.json, metrics.csv, daily.csv and manifest.json. A run that was stopped goes on where it
      was when it is started again. Where an arm is to cost what another does (`equalize:`), the
      number that makes it so is looked for first; --plan says how.
      """)

  @Argument(help: "The scenario file.") var scenario: String
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "The folder that results go to.") var out = "results/runs"
  @Option(
    help: "The share of outstanding points expected to be spent, in percent (an assumption).")
  var futureRedemption: Int = 80
  @Option(help: "The language of the report and of what is printed.")
  var language = OneOf(ReportLanguage.english)
  @Flag(
    help: "Move each uncertain parameter to both ends of its range: which could flip the verdict?")
  var oneAtATime = false
  @Flag(help: "Quote every occasion, also those that no offer can turn into an order.")
  var quoteEverything = false
  @Flag(help: "Print what the run would do, and why, and do nothing.") var plan = false

  func validate() throws {
    guard (0...100).contains(futureRedemption) else {
      throw ValidationError("--future-redemption is a percentage from 0 to 100")
    }
  }

  func run() async throws {
    let ready = try ScenarioLoading.ready(scenario, simulation)
    guard !ready.scenario.isSmallModel else {
      return try await SmallModelSession(
        ready: ready, threads: simulation.threads, isJSON: output.json
      ).execute()
    }
    if plan {
      let lines = RunPlan(
        try ScenarioLoading.compiled(ready), of: ready.scenario, threads: simulation.threads,
        place: ready.replicationsPlace
      ).lines
      if output.json {
        try Terminal.say(json: ["plan": lines])
      } else {
        for line in lines { Terminal.say(line) }
      }
      return
    }
    let equalized = try await ScenarioLoading.equalized(
      ready, threads: simulation.threads, isQuiet: output.quiet || output.json)
    var session = SimulationSession(
      ready: equalized, folder: out, threads: simulation.threads, quotesEverything: quoteEverything,
      isQuiet: output.quiet || output.json)
    session.movesAssumptions = oneAtATime
    let report = try await session.report(
      futureRedemption: .percent(Int64(futureRedemption)), language: language.value)
    if output.json {
      Terminal.say(try report.machineText())
    } else {
      for line in report.lines { Terminal.say(line) }
    }
  }
}
