import Experiments
import Measurement
import Scenarios
import Testing

@testable import Reports

/// What a report says of replications that a rule asked for.
@Suite struct StagedSectionTests {
  /// Ten replications at first; orders ask for no more, net value for more than twelve allow, and
  /// nobody is sent anything that could be opted out of at the rate of a thousandth.
  private static func input() async throws -> ReportInput {
    var scenario = try SampleRun.scenario(members: 200, title: "staged")
    scenario.replications = 10
    scenario.replicationRule = ReplicationRule(
      lines: [
        .init(metric: .ordersPerMember, arm: "growth", halfWidth: 1_000),
        .init(metric: .netValuePerMember, arm: "growth", halfWidth: 0.001),
        .init(metric: .referralCostPerJoiner, arm: "growth", halfWidth: 1),
      ], atMost: 12)
    let outcome = try await StagedRun(plan: scenario.compiled(), of: scenario).execute(threads: 2)
    var input = try SampleRun.input(
      of: scenario.asRun(outcome), tally: outcome.tally, digest: outcome.digest)
    input.staged = outcome.staged
    return input
  }

  @Test func `rule, first stage, spread and what was not reached stand on the page`() async throws {
    let input = try await Self.input()
    let page = Report(input).markdown()
    #expect(page.contains("Stein’s two-stage rule (1945). The first 10 told s"))
    #expect(page.contains("t of 9 degrees of freedom"))
    #expect(page.contains("and 12 were run, the first ones included (12 are allowed)"))
    #expect(page.contains("at-most: 12 cut what the rule asked for"))
    #expect(page.contains("it asked for nothing: growth: "))
    let lines = Report(input).stagedLines
    #expect(lines.count == 3 && lines[0].hasPrefix("12 replications by Stein’s"))
    let plain = try await SampleRun.input(members: 200)
    #expect(!Report(plain).markdown().contains("Stein’s") && Report(plain).stagedLines.isEmpty)
  }

  @Test func `both languages say the same numbers`() async throws {
    let input = try await Self.input()
    let pages = [ReportLanguage.english, .chinese].map {
      Report(input, language: $0).stagedBlocks
    }
    let texts = pages.map { PageText.numbers(PageText.body(MarkdownPage.text(of: $0))) }
    #expect(texts[0] == texts[1] && texts[0].count > 10)
  }

  @Test func `the summary states the rule, or null`() async throws {
    let summary = Report(try await Self.input()).summaryJSON()
    #expect(summary.contains("\"replicationRule\": {"))
    #expect(summary.contains("\"rule\": \"stein-two-stage\""))
    #expect(summary.contains("\"replications\": \"12\"") && summary.contains("\"cut\": true"))
    #expect(
      Report(try await SampleRun.input(members: 200)).summaryJSON()
        .contains("\"replicationRule\": null"))
  }

  /// A rule that looks at the spread decides how many units there are; its lines keep their own interval.
  @Test func `lines of a two-stage rule are not controlled, other metrics are`() async throws {
    var scenario = try SampleRun.scenario(members: 400, title: "staged")
    scenario.people.membersPerCommunity = 20
    scenario.replications = 10
    scenario.replicationRule = ReplicationRule(
      lines: [.init(metric: .ordersPerMember, arm: "growth", halfWidth: 1_000)], atMost: 12)
    let outcome = try await StagedRun(plan: scenario.compiled(), of: scenario).execute(threads: 2)
    let comparison = try Comparison(outcome, of: scenario.asRun(outcome))
    #expect(!comparison.variates.isEmpty)
    #expect(comparison.arms[1][.ordersPerMember].controlled == nil)
    #expect(comparison.arms[2][.ordersPerMember].controlled != nil)
    #expect(comparison.arms[1][.revenuePerMember].controlled != nil)
  }
}
