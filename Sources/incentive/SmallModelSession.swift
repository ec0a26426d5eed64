internal import ArgumentParser
internal import CommunitySimulation
internal import Experiments
internal import IncentiveEngine
internal import Quantities
internal import Scenarios
internal import Timeline

/// A run of the benchmarks' small model: no report, only what the peers print, too.
struct SmallModelSession {
  var ready: ReadyScenario
  var threads: Int
  var isJSON: Bool

  func execute() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let tally: SmallModel.Tally
    do throws(SchemeProblems) {
      tally = try await ready.scenario.runSmallModel(threads: threads)
    } catch {
      for problem in error.problems { Terminal.note("\(ready.path): scheme.\(problem.path)") }
      throw ExitCode.wrongInput
    }
    let seconds = (clock.now - start) / .seconds(1)
    if isJSON {
      try Terminal.say(json: SmallModelOutput(tally, ready.scenario, seconds: seconds))
    } else {
      sayTable(tally, seconds: seconds)
    }
    guard tally.isBalanced else {
      Terminal.note("points issued ≠ redeemed + expired + stranded + outstanding")
      throw ExitCode.failure
    }
  }

  private func sayTable(_ tally: SmallModel.Tally, seconds: Double) {
    let figures = SmallModelOutput(tally, ready.scenario, seconds: seconds).smallModel
    Terminal.say(ready.scenario.title)
    let rows: [(String, Double)] = [
      ("orders a member", figures.orders), ("revenue a member", figures.revenue),
      ("points redeemed a member", figures.redeemed), ("points expired a member", figures.expired),
      ("active at the end", figures.activeEnd), ("seconds", seconds),
    ]
    for (name, value) in rows { Terminal.say("  \(name): \(value)") }
  }
}

/// The figures that the benchmark harness reads; a member's mean each.
struct SmallModelOutput: Encodable {
  struct Figures: Encodable {
    var members: Int64
    var identity: Bool
    var orders, revenue, redeemed, expired, activeEnd: Double
  }

  struct Timing: Encodable {
    var seconds: Double
    var memberDays: Int64
  }

  var smallModel: Figures
  var timing: Timing

  init(_ tally: SmallModel.Tally, _ scenario: Scenario, seconds: Double) {
    let members = Double(tally.memberCount)
    smallModel = Figures(
      members: tally.memberCount, identity: tally.isBalanced,
      orders: Double(tally.orders) / members,
      revenue: Double(tally.paidMinor) / Double(scenario.currency.minorPerMajor) / members,
      redeemed: Double(tally.redeemed) / members, expired: Double(tally.expired) / members,
      activeEnd: Double(tally.activeCount) / members)
    timing = Timing(
      seconds: seconds, memberDays: tally.memberCount * Int64(scenario.horizon.dayCount))
  }
}
