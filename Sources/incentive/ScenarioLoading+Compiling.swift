internal import ArgumentParser
internal import CommunitySimulation
internal import Experiments
internal import IncentiveEngine
internal import Scenarios

extension ScenarioLoading {
  /// The scenario as the kernel runs it; prints what is wrong with a scheme and exits with 65.
  static func compiled(
    _ ready: ReadyScenario, quotesEverything: Bool = false
  ) throws -> SimulationPlan<LoyaltyEngine> {
    try reporting(ready.path) { () throws(SchemeProblems) in
      try ready.scenario.compiled(quotesEverything: quotesEverything)
    }
  }

  /// One scheme as the engine runs it.
  static func compiled(_ scheme: Scheme, path: String) throws -> CompiledScheme {
    try reporting(path) { () throws(SchemeProblems) in try scheme.compile() }
  }

  /// The arm of a name, or the first one that is not control.
  static func arm(_ name: String?, of scenario: Scenario) throws -> Arm {
    let arms = scenario.arms
    let found = name.map { name in arms.first { $0.name == name } } ?? arms[min(1, arms.count - 1)]
    guard let found else {
      throw ValidationError(
        "--arm \(name ?? "") is none of the arms: " + arms.map(\.name).joined(separator: ", "))
    }
    return found
  }

  private static func reporting<Value>(
    _ path: String, _ work: () throws(SchemeProblems) -> Value
  ) throws -> Value {
    do throws(SchemeProblems) {
      return try work()
    } catch {
      for problem in error.problems {
        Terminal.note("\(path): scheme.\(problem.path): \(problem.message)")
      }
      throw ExitCode.wrongInput
    }
  }
}
