internal import ArgumentParser
internal import CommunitySimulation
internal import Experiments
internal import IncentiveEngine
internal import Scenarios
internal import Timeline

/// Why a member got what they got.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell one member's story: every order, point and message, with its rule and reason.",
    discussion: """
      EXAMPLE
        incentive explain scenarios/points-and-growth.yaml --member 17 --arm growth

      Each order is told as a waterfall: every rule in the order in which the engine \
      considers it, applied or refused and why, from the list price down to what is \
      paid, then the points and growth value that it earns. Reasons in brackets are \
      stable names.

      Re-runs the member's community with somebody looking; the life is the same as in \
      a run with the same flags. People are numbered from 0 through the whole population, \
      community by community, members before prospects; --members renumbers them.
      """)

  @Argument(help: "The scenario file.") var scenario: String
  @Option(help: "The person's number in the population, from 0.") var member: Int
  @Option(help: "The arm; without it, the first one that is not control.") var arm: String?
  @Option(help: "The first day of the story, such as 2026-03-01; without it, the horizon's.")
  var from: String?
  @Option(help: "The last day of the story; without it, the horizon's.") var to: String?
  @Option(help: "The replication, from 0.") var replication = 0
  @Flag(help: "Leave out visits that did not become an order.") var ordersOnly = false
  @Option(help: "The language of the story: en or zh; names of rules and reasons stay.")
  var language = Language.en
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let written = try ScenarioLoading.ready(scenario, simulation)
    try ScenarioLoading.requireMembers(written.scenario, path: written.path)
    let ready = try await ScenarioLoading.equalized(
      written, threads: simulation.threads, isQuiet: output.quiet || output.json)
    var plan = try ScenarioLoading.compiled(ready)
    if plan.coupling == .closingInstants,
      (0..<ready.scenario.mostReplications).contains(replication)
    {
      // What other communities use closes shared budgets here: the instants are searched again.
      var search = ClosingSearch(plan: plan, threads: simulation.threads)
      plan.closings = await search.closings(replications: replication..<(replication + 1))
    }
    let story = try MemberStory(
      ready: ready, plan: plan, member: member, arm: arm,
      replication: replication, days: try days(ready.scenario), language: language)
    if output.json {
      try Terminal.say(json: story.json(ordersOnly: ordersOnly))
    } else {
      for line in story.text(ordersOnly: ordersOnly) { Terminal.say(line) }
    }
  }

  private func days(_ scenario: Scenario) throws -> ClosedRange<Day> {
    let first = try DayOption.read(from, flag: "--from") ?? scenario.horizon.firstDay
    let last = try DayOption.read(to, flag: "--to") ?? scenario.horizon.lastDay
    guard first <= last else { throw ValidationError("--from is later than --to") }
    return first...last
  }
}

/// A day on the command line.
enum DayOption {
  static func read(_ text: String?, flag: String) throws -> Day? {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let date = CivilDate(year: year, month: month, day: day)
    else { throw ValidationError("\(flag) \(text) is no date; write 2026-03-01") }
    return date.dayIndex
  }
}
