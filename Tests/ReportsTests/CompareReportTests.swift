import Experiments
import Foundation
import Measurement
import Scenarios
import Statistics
import Testing

@testable import Reports

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The report of two scenarios, in every form.
@Suite struct CompareReportTests {
  private func input(changes: [ScenarioChange], _ pairing: CompareInput.Pairing) async throws
    -> CompareInput
  {
    let run = try await SampleRun.input(members: 600)
    let arms = run.comparison.treatments.map { ArmPair(name: $0.name, paired: $0) }
    func side(_ label: String) -> CompareInput.Side {
      CompareInput.Side(
        label: label, path: "\(label).yaml", title: SampleRun.title, seed: "1", members: 600,
        replications: 2)
    }
    return CompareInput(
      first: side("old"), second: side("new"), pairing: pairing,
      currency: run.scenario.currency, changes: changes, arms: arms, onlyInFirst: ["early"],
      onlyInSecond: [], worlds: nil)
  }

  private let change = ScenarioChange(
    section: .scheme, path: "scheme.points.earn", before: "1 per ¥1", after: "2 per ¥1")

  private func parses(_ html: String) -> Bool { XMLParser(data: Data(html.utf8)).parse() }

  @Test func `the page tells what differs before what that does, in both languages`() async throws {
    let input = try await input(changes: [change], .paired(isControlCommon: true))
    let english = CompareReport(input)
    let chinese = CompareReport(input, language: .chinese)
    #expect(parses(english.html()) && parses(chinese.html()))
    let text = english.markdown()
    #expect(text.hasPrefix("# new against old\n"))
    let places =
      ["## What differs in the scenarios", "| scheme.points.earn | 1 per ¥1 | 2 per ¥1 |"]
      + ["## What the difference does", "same people with the same luck", "Only old has early."]
    let found = places.compactMap { text.range(of: $0)?.lowerBound }
    #expect(found.count == places.count && found == found.sorted())
    #expect(!text.contains("<script>"))
    #expect(chinese.markdown().contains("只有 old 有 early。"))
    let numbers = [english, chinese].map { PageText.numbers(PageText.body($0.html())) }
    #expect(numbers[0].count > 100)
    // Names of metrics stand in both; Chinese ones hold numbers of days once more.
    #expect(Set(numbers[0]) == Set(numbers[1]))
  }

  @Test func `the terminal shows twenty differences and says how many more there are`() async throws
  {
    let changes = (1...23).map {
      ScenarioChange(section: .arms, path: "arms.a.step\($0)", before: nil, after: "1")
    }
    let report = CompareReport(try await input(changes: changes, .paired(isControlCommon: false)))
    #expect(report.lines.contains("  + arms.a.step20: 1"))
    #expect(!report.lines.contains("  + arms.a.step21: 1"))
    #expect(report.lines.contains("  and 3 more"))
    #expect(report.html().contains("<summary>All 23 differences</summary>"))
    #expect(report.html().contains("arms.a.step23"))
    #expect(report.lines.contains { $0.hasPrefix("The controls differ.") })
  }

  @Test func `sameness is said once and plainly`() async throws {
    let same = try await input(changes: [], .paired(isControlCommon: true))
    #expect(CompareReport(same).lines.count { $0.hasSuffix("exactly zero.") } == 1)
    let result = try await input(changes: [change], .independent(isSameResult: true))
    let lines = CompareReport(result).lines
    #expect(lines.contains { $0.hasPrefix("The same came out of both") })
    #expect(!lines.contains { $0.contains("variances") })
    let apart = try await input(changes: [change], .independent(isSameResult: false))
    #expect(CompareReport(apart).lines.contains { $0.contains("the variances of both add") })
  }

  @Test func `the JSON is one value with the numbers of the page`() async throws {
    let input = try await input(changes: [change], .paired(isControlCommon: true))
    let data = Data(CompareReport(input).json(folder: "x").utf8)
    let value = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let arms = try #require(value["arms"] as? [[String: Any]])
    let metrics = try #require(arms[0]["metrics"] as? [String: [String: Any]])
    let row = try #require(input.arms[0].row(.ordersPerMember))
    let found = try #require(metrics["orders-per-member"])
    let expected = [
      ("first", row.first), ("second", row.second), ("difference", row.difference?.value),
      ("upper", row.difference?.interval?.upper),
    ]
    // Foundation reads JSON's numbers to the last digit but one.
    for (key, number) in expected {
      let read = try #require(found[key] as? Double)
      #expect(abs(read - (try #require(number))) < 1e-12, "\(key)")
    }
  }
}
