import Experiments
import Measurement
import Scenarios
import Statistics
import Testing

@testable import Reports

/// A line against another arm than control, as the page shows it.
@Suite struct AgainstArmTests {
  private static func input() async throws -> ReportInput {
    var scenario = try SampleRun.scenario(members: 600, title: "against")
    let other = scenario.arms[2].name
    scenario.expectations = [
      Expectation(
        metric: .incentiveCostPerMember, role: .guardrail, arm: "growth", reference: .arm(other),
        condition: .down),
      Expectation(
        metric: .incentiveCostPerMember, role: .check, arm: "growth", reference: .arm("control"),
        condition: .up),
    ]
    let run = Run(plan: try scenario.compiled(), replications: scenario.replications)
    let outcome = try await run.execute(threads: 2)
    return try SampleRun.input(of: scenario, tally: outcome.tally, digest: outcome.digest)
  }

  @Test(arguments: [ReportLanguage.english, .chinese])
  func `the page names the other arm, its value and the interval of the difference`(
    language: ReportLanguage
  ) async throws {
    let input = try await Self.input()
    let lines = Report(input, language: language).facts.expectations
    let pair = try #require(input.comparison.pair("growth", against: "慷慨 <generous>"))
    let difference = try #require(pair[.incentiveCostPerMember]?.interval)
    #expect(difference.upper < 0 && lines[0].outcome == .passed)
    #expect(lines[0].finding.contains("慷慨 <generous>"), "\(lines[0].finding)")
    // Two ends of an interval, both with a minus sign, beside the difference itself.
    #expect(lines[0].finding.count { $0 == "−" } == 3, "\(lines[0].finding)")
    #expect(!lines[1].finding.contains("control"))
  }
}
