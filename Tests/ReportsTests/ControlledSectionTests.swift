import Experiments
import Measurement
import Scenarios
import Statistics
import Testing

@testable import Reports

/// What a report says of differences with the luck of who was drawn taken off.
@Suite struct ControlledSectionTests {
  /// 80 communities of 40 members and 20 others, twice.
  private static func input() async throws -> ReportInput {
    var scenario = try SampleRun.scenario(members: 3_200, title: "luck")
    scenario.people.membersPerCommunity = 40
    let run = Run(plan: try scenario.compiled(), replications: scenario.replications)
    let outcome = try await run.execute(threads: 2)
    return try SampleRun.input(of: scenario, tally: outcome.tally, digest: outcome.digest)
  }

  @Test func `plain and controlled differences stand beside each other, and how they were made`()
    async throws
  {
    let input = try await Self.input()
    let units = input.comparison.communities * 2
    let report = Report(input)
    let section = MarkdownPage.text(of: report.precisionSection()).replacing("\\", with: "")
    #expect(section.contains("A regression over \(units) communities finds"))
    let known = input.comparison.variates
    #expect((1...units / 25).contains(known.count))
    let names = known.map(\.english).joined(separator: ", ")
    #expect(section.contains("Known of people: \(names)."))
    for arm in input.comparison.treatments {
      let orders = arm[.ordersPerMember]
      let controlled = try #require(orders.controlled)
      let estimate = controlled.estimate
      let row = [
        report.figures.difference(.defined(estimate), of: .ordersPerMember),
        report.figures.spread(estimate.interval?.halfWidth, of: .ordersPerMember),
        report.times(try #require(controlled.varianceRatio)),
      ].joined(separator: " | ")
      let plain = report.figures.difference(orders.difference, of: .ordersPerMember)
      #expect(section.contains("orders-per-member | \(plain) | "), "\(arm.name): \(plain)")
      #expect(section.contains(" | \(row) |"), "\(arm.name): \(row)")
    }
    let page = report.markdown()
    #expect(page.contains("orders, the luck of who was drawn taken off, too"))
    #expect(report.html().contains("luck taken off"))
  }

  @Test func `both pages carry the same numbers, and no English is left on the Chinese one`()
    async throws
  {
    let input = try await Self.input()
    let chinese = Report(input, language: .chinese)
    #expect(ChinesePageTests.numbers(Report(input)) == ChinesePageTests.numbers(chinese))
    let text = PageText.body(MarkdownPage.text(of: chinese.precisionSection()))
    let names = ChinesePageTests.named(input)
    let left = PageText.latinWords(PageText.without(names, text)).filter {
      $0 != "CUPED" && !ChinesePageTests.terms.contains($0)
    }
    #expect(left.isEmpty && text.contains("扣除运气后"), "\(left)")
  }

  @Test func `tables for machines hold the same`() async throws {
    let input = try await Self.input()
    let report = Report(input)
    let line = try #require(
      report.metricLines.first { $0.metric == .revenuePerMember && $0.arm == "growth" })
    let controlled = try #require(
      input.comparison.arms[1][.revenuePerMember].controlled?.estimate)
    #expect(line.controlled == controlled.value * 0.01)
    #expect(line.controlledUpper == controlled.interval.map { $0.upper * 0.01 })
    #expect(line.controlledNoise == controlled.standardError.map { $0 * 0.01 })
    let summary = report.summaryJSON()
    #expect(summary.contains("\"controlled\": \(controlled.value)"))
    let ratio = try #require(input.comparison.arms[1].pairing[0].controlledRatio)
    #expect(summary.contains("\"pairingControlled\": {"))
    #expect(summary.contains("\"\(input.comparison.variates[0])\""))
    #expect(summary.contains("\"orders\": \(ratio)"))
  }

  @Test func `too few communities have no such section`() async throws {
    let input = try await SampleRun.input(members: 1_200)
    #expect(input.comparison.communities * 2 < 10)
    let report = Report(input)
    #expect(input.comparison.variates.isEmpty)
    #expect(!report.markdown().lowercased().contains("luck of who was drawn"))
  }
}
