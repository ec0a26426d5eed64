import Foundation

@testable import Experiments

/// A finished run's files, written by hand.
struct RunFolder {
  /// Metrics of one arm: name, value and error as JSON.
  typealias Numbers = [(metric: String, value: String, noise: String)]

  var currency = "CNY"
  var days = "30"
  var format = "1"
  var semantics = "2"
  var replications = "2"
  var communities = "5"
  var over = "communities"
  var digest = "d1"
  var canonicalText = "canonical scenario 1\nscenario.seed = 1\n"
  var health = [("people", true)]
  var metricDefinitions: String? = "m1"
  var arms: [(name: String, numbers: Numbers)] = [
    ("control", [("orders-per-member", "4.0", "0.3")]),
    ("points", [("orders-per-member", "5.0", "0.4")]),
  ]
  /// What is done to the summary after its fingerprint was taken.
  var damage: (String) -> String = { $0 }

  var runID: String {
    RunIdentity.runID(resolved: canonicalText, semantics: Int(semantics) ?? 0)
  }

  var summary: String {
    let checks = health.map { #"{"check": "\#($0)", "holds": \#($1), "detail": "x"}"# }
    let arms = arms.map { arm in
      let metrics = arm.numbers.map {
        #""\#($0.metric)": {"value": \#($0.value), "valueSimulationNoise": \#($0.noise)}"#
      }
      return #"{"name": "\#(arm.name)", "metrics": {\#(metrics.joined(separator: ","))}}"#
    }
    return """
      {"format": "incentive-summary", "version": "\(format)", "run": "\(runID)",
      "digest": "\(digest)", "horizon": {"days": "\(days)"}, "currency": {"code": "\(currency)"},
      "members": "100", "communities": "\(communities)", "replications": "\(replications)",
      "intervals": {"over": "\(over)", "warning": null},
      "health": [\(checks.joined(separator: ","))], "arms": [\(arms.joined(separator: ","))]}
      """
  }

  var manifest: String {
    var entries = [
      "digest": digest, "engineSemantics": semantics, "runID": runID, "scenario": "a.yaml",
      "seed": "1", "tasks": "10", "title": "A",
    ]
    if let metricDefinitions {
      entries["metricDefinitions"] = metricDefinitions
      entries["summary"] = RunIdentity.fingerprint(of: summary)
    }
    let lines = entries.sorted { $0.key < $1.key }.map { #""\#($0.key)": "\#($0.value)""# }
    return "{\(lines.joined(separator: ",\n"))}\n"
  }

  /// Writes the files and reads the run.
  func read() throws -> FinishedRun {
    try Self.inFolder { folder in
      try write(to: folder)
      return try FinishedRun(path: folder)
    }
  }

  func write(to folder: String) throws {
    try DurableFile.write(damage(summary), to: "\(folder)/summary.json")
    try DurableFile.write(canonicalText, to: "\(folder)/scenario.txt")
    try DurableFile.write(manifest, to: "\(folder)/manifest.json")
  }

  /// A folder of its own, gone afterwards.
  static func inFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("finished-run-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
