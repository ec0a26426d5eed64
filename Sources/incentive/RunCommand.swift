internal import ArgumentParser
internal import Experiments
internal import Foundation
internal import Scenarios

/// What happens under each arm, which is better, how sure.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate a scenario: what happens under each arm, which is better, how sure.",
    discussion: """
      EXAMPLE
        incentive run scenarios/points-and-growth.yaml --members 20000

      Results go to results/runs/<scenario>/<run-id>/. A run that was stopped goes on where it was
      when it is started again.
      """)

  @Argument(help: "The scenario file.") var scenario: String
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "The folder that results go to.") var out = "results/runs"
  @Flag(help: "Quote every occasion, also those that no offer can turn into an order.")
  var quoteEverything = false

  func run() async throws {
    let ready = try ScenarioLoading.ready(scenario, simulation)
    let finished = try await SimulationSession(
      ready: ready, folder: out, threads: simulation.threads, quotesEverything: quoteEverything,
      isQuiet: output.quiet || output.json
    ).execute()
    Terminal.say("digest: \(finished.outcome.digest)")
  }
}
