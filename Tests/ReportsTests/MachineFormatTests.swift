import Experiments
import Foundation
import Measurement
import Testing

@testable import Reports

/// The same numbers in tables for machines: they come back as they were.
@Suite struct MachineFormatTests {
  @Test func `the table of metrics comes back digit by digit`() async throws {
    let input = try await SampleRun.input()
    let report = Report(input)
    let lines = report.metricsCSV().split(separator: "\n")
    let header = lines[0].split(separator: ",").map(String.init)
    #expect(lines.count == 1 + 2 * Metric.allCases.count)
    let columns = report.metricColumnsCSV().split(separator: "\n").dropFirst()
      .map { String($0.prefix { $0 != "," }) }
    #expect(columns == header)
    for (line, text) in zip(report.metricLines, lines.dropFirst()) {
      let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(fields.count == header.count)
      #expect(fields[1] == line.metric.rawValue)
      let numbers = fields.dropFirst(3).map { Double($0) }
      #expect(
        numbers == [
          line.value, line.control, line.difference, line.lower, line.upper, line.relative,
          line.relativeLower, line.relativeUpper, line.simulationNoise, line.outcomeSpread,
          line.parameterSpread, line.controlled, line.controlledLower, line.controlledUpper,
          line.controlledNoise,
        ])
    }
  }

  /// Money is in yuan here and in fen in the comparison.
  @Test func `money in tables is in major units`() async throws {
    let input = try await SampleRun.input()
    let line = try #require(
      Report(input).metricLines.first { $0.metric == .incentiveCostPerMember })
    let fen = try #require(input.comparison.arms[1][.incentiveCostPerMember].arm.value)
    #expect(abs((line.value ?? 0) * 100 - fen) < 1e-9)
  }

  @Test func `groups of every dimension hold everybody and add up to the arm's net value`()
    async throws
  {
    let input = try await SampleRun.input()
    let worlds = try #require(input.worlds)
    for arm in worlds.arms {
      let money = ReportFacts(input, Words(language: .english)).money[arm.position]
      for found in arm.slices {
        #expect(found.slices.reduce(0) { $0 + $1.netMinor } == money.net, "\(found.dimension)")
      }
    }
  }
}
