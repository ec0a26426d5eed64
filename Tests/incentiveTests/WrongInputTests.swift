import Experiments
import Foundation
import ScenarioFiles
import Scenarios
import Testing

@testable import incentive

@Suite struct WrongInputTests {
  /// The ten broken files of the scenario language's tests.
  static let broken = [
    "wrong-key", "wrong-unit", "negative-share", "shares-not-100", "duplicate-arm", "tab-indent",
    "thirty-digits", "unknown-preset", "cyclic-use", "empty-file",
  ]

  @Test(arguments: broken)
  func `a broken file is located, and nothing is written`(name: String) throws {
    let folder = try TemporaryFolder()
    let file = "Tests/ScenarioFilesTests/Broken/\(name).yaml"
    for command in ["run", "lint", "explain"] {
      var arguments = [command, file]
      if command == "explain" { arguments += ["--member", "0"] }
      if command == "run" { arguments += ["--out", folder.path("runs")] }
      let ran = try incentive(arguments)
      #expect(ran.status == 65)
      #expect(ran.errors.contains(try Regex("\(name).yaml:[0-9]+:[0-9]+: ")))
      #expect(ran.errors.contains("hint: "))
      if command != "lint" { #expect(ran.output.isEmpty) }
    }
    #expect(folder.names == [])
  }

  @Test func `a second run of the same scenario and seed exits with 75`() throws {
    let folder = try TemporaryFolder()
    let path = repositoryRoot.appendingPathComponent("scenarios/starter.yaml").path
    let scenario = try ScenarioFile.read(path: path).get().scenario
      .applying(Overrides(members: 200, days: 10)).scenario
    let runID = RunIdentity.runID(resolved: scenario.canonicalText)
    let runs = folder.path("runs")
    guard let lock = try FolderLock.take(folder: "\(runs)/starter/\(runID)") else {
      Issue.record("the lock of a fresh folder is taken")
      return
    }
    let second = try incentive(
      "run", path, "--members", "200", "--days", "10", "--out", runs, "--quiet")
    #expect(second.status == 75)
    #expect(second.errors.contains("under way"))
    #expect(second.output.isEmpty)
    _ = consume lock
    let third = try incentive(
      "run", path, "--members", "200", "--days", "10", "--out", runs, "--quiet")
    #expect(third.status == 0)
  }
}
