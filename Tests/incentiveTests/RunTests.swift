import Foundation
import Testing

@testable import incentive

@Suite struct RunTests {
  private func run(_ folder: TemporaryFolder, _ flags: String...) throws -> Ran {
    try incentive(
      ["run", "scenarios/starter.yaml", "--members", "2000", "--days", "20"]
        + ["--out", folder.path("runs")] + flags)
  }

  @Test func `run prints one JSON value, the same digest for any number of threads`() throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    let one = try run(first, "--threads", "1", "--json")
    let two = try run(second, "--threads", "2", "--json")
    #expect(one.status == 0)
    #expect(one.errors.isEmpty)
    let digest = try #require(try one.json()["digest"] as? String)
    #expect(digest.count == 64)
    #expect(try two.json()["digest"] as? String == digest)
  }

  @Test func `a finished run is found by list, and its digest printed at the end`() throws {
    let folder = try TemporaryFolder()
    let ran = try run(folder)
    #expect(ran.status == 0)
    #expect(!ran.errors.contains("\u{1B}"), "progress is shown to people only")
    #expect(ran.output.contains(try Regex("digest: [0-9a-f]{64}\n$")))
    let list = try incentive("list", "scenarios", "--out", folder.path("runs"), "--json").json()
    #expect((list["runs"] as? [String])?.count == 1)
  }
}
