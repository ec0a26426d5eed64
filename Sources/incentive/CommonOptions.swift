internal import ArgumentParser
internal import Foundation

/// Flags that mean the same in every command that simulates.
struct SimulationOptions: ParsableArguments {
  @Option(help: "Simulate so many members; prospects, arrivals and limits scale with them.")
  var members: Int?
  @Option(help: "Simulate so many days instead of the scenario's.")
  var days: Int?
  @Option(help: "Use another seed than the scenario's.")
  var seed: UInt64?
  @Option(help: "Tasks at once; the result is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads must be at least 1") }
  }
}

/// Flags about output that mean the same in every command.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON value on standard output and nothing else.")
  var json = false
  @Flag(help: "Print no progress.")
  var quiet = false
}
