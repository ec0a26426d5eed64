import Foundation
import Testing

@testable import ScenarioFiles

/// Every YAML file under scenarios/.
func shippedScenarios() throws -> [String] {
  let folder = repositoryRoot.appendingPathComponent("scenarios")
  let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
  return (files ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { "scenarios/\($0)" }
}

/// The schema against an independent validator, Python's `jsonschema`.
@Suite struct SchemaValidationTests {
  static let environment = ProcessInfo.processInfo.environment
  static let interpreter = environment["INCENTIVE_PYTHON"] ?? "python3"
  /// In CI a missing module is a failure; elsewhere the test is skipped and says so.
  static let canRun =
    environment["CI"] == "true" || run(["-c", "import jsonschema, yaml"]).status == 0

  @Test(.enabled(if: canRun, "needs Python with jsonschema and PyYAML"))
  func `every shipped scenario is valid as text and under the core schema of YAML 1_2`() throws {
    let (status, output) = Self.validate(try shippedScenarios())
    #expect(status == 0, "\(output)")
  }

  @Test(.enabled(if: canRun, "needs Python with jsonschema and PyYAML"))
  func `the schema refuses a wrong key, a wrong unit and a missing key`() throws {
    let example = try shippedText("scenarios/points-and-growth.yaml")
    let wrong = [
      ("wrong key", "price: 85%", "prise: 85%"), ("wrong unit", "margin: 35%", "margin: ¥35"),
      ("missing key", "seed: 20260101\n", ""), ("negative share", "share: 5%", "share: -5%"),
    ]
    for (name, right, replacement) in wrong {
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("\(UUID().uuidString).yaml")
      let text = example.replacing(right, with: replacement)
      #expect(text != example)
      try text.write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      #expect(Self.validate([file.path]).status == 1, "\(name) passes the schema")
    }
  }

  private static func validate(_ files: [String]) -> (status: Int32, output: String) {
    let script = "Tests/ScenarioFilesTests/validate_schema.py"
    return run([script, "schema/scenario.json"] + files)
  }

  private static func run(_ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [interpreter] + arguments
    process.currentDirectoryURL = repositoryRoot
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    do { try process.run() } catch { return (-1, "\(error)") }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
