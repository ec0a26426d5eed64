import Foundation
import Testing

@testable import incentive

/// What `run` says of parameters that nobody knows.
@Suite struct ParameterDrawsRunTests {
  private func run(_ scenario: String, _ folder: TemporaryFolder, _ flags: String...) throws -> Ran
  {
    try incentive(
      ["run", "scenarios/\(scenario).yaml", "--members", "100", "--days", "30"]
        + ["--out", folder.path("runs")] + flags)
  }

  @Test func `a run with draws states (c) with its formula, for any number of threads`() throws {
    let folder = try TemporaryFolder()
    let ran = try run("parameter-draws", folder, "--threads", "1")
    #expect(ran.status == 0)
    #expect(ran.output.contains("points, net-value-per-member:"))
    #expect(ran.output.contains("(c) parameters = √max(0, variance over parameter draws − (a)²)"))
    #expect(!ran.output.contains("not stated"))
    #expect(ran.output.contains("points: P(goals met and guardrails kept) = "))
    #expect(ran.output.contains("% ± ") && ran.output.contains(" of 20 populations"))
    #expect(ran.output.contains("P counts populations of this size"))
    let json = try run("parameter-draws", folder, "--threads", "2", "--json").json()
    let draws = try #require(json["parameterDraws"] as? [String: Any])
    #expect(draws["draws"] as? String == "20")
    let chances = try #require(draws["goalsMetAndGuardrailsKept"] as? [[String: Any]])
    #expect(chances.count == 1 && chances[0]["populations"] as? String == "20")
    let one = try TemporaryFolder()
    let again = try run("parameter-draws", one, "--threads", "1", "--json").json()
    let other = try #require(again["parameterDraws"] as? [String: Any])
    #expect(draws["digest"] as? String == other["digest"] as? String)
  }

  /// The page of a finished run.
  private func page(_ ran: Ran) throws -> String {
    let line = try #require(ran.output.split(separator: "\n").first { $0.hasPrefix("report: ") })
    return try String(contentsOfFile: String(line.dropFirst("report: ".count)), encoding: .utf8)
  }

  @Test func `fans show (b), and (b) with (c) as a band of its own where draws tell it`() throws {
    let folder = try TemporaryFolder()
    let drawn = try page(try run("parameter-draws", folder))
    #expect(drawn.contains("class=\"band series-1\""))
    #expect(drawn.contains("class=\"wider series-1\"") && drawn.contains("95% by (b) and (c) from"))
    #expect(drawn.contains("The dotted outline holds (b) and (c) together"))
    let plain = try page(try run("starter", folder))
    #expect(!plain.contains("class=\"wider") && !plain.contains("The dotted outline"))
  }

  @Test func `a run without draws says that (c) is not stated`() throws {
    let ran = try run("starter", try TemporaryFolder())
    #expect(ran.status == 0)
    #expect(ran.output.contains("(c) not stated parameters"))
    #expect(!ran.output.contains("ship."))
  }
}
