import Experiments
import Foundation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing

@testable import Reports

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The report of a run in Chinese, beside the same in English.
@Suite struct ChinesePageTests {
  /// Terms that Chinese reports write in Latin letters: models, statistics, places, units.
  static let terms: Set<String> = [
    "pp", "CNY", "Asia", "Shanghai", "Student", "Fieller", "delta", "Gamma", "Beta", "Poisson",
    "max", "URR", "ln", "judge", "point", "Cochran", "Paule", "Mandel",
  ]

  /// What comes from the scenario: names, titles, reasons, citations.
  static func named(_ input: ReportInput) -> [String] {
    let people = input.scenario.people.segments
    let sources = people.flatMap { segment in
      segment.profile.population.parameters.values.map(\.source)
        + segment.profile.behavior.parameters.values.map(\.source)
    }
    let cited = sources.flatMap { [$0, $0.replacing("assumption: ", with: "")] }
    let words = input.judgements.flatMap { [$0.expectation.owner, $0.expectation.why] }
    return
      [input.scenario.title, input.runID, input.digest, "--one-at-a-time"]
      + input.scenario.arms.map(\.name)
      + people.flatMap { [$0.name, $0.profile.preset] } + words.compactMap(\.self) + cited
      + Metric.allCases.map(\.rawValue) + BehaviorParameter.allCases.map(\.rawValue)
      + PopulationParameter.allCases.map(\.rawValue)
      + input.scenario.arms.flatMap { $0.scheme.tiers?.tiers.map(\.name) ?? [] }
  }

  /// All numbers of a page in its fixed texts and its figures; a metric's name is no number.
  static func numbers(_ report: Report) -> [String] {
    let names = named(report.input) + Metric.allCases.map(\.chinese)
    return PageText.numbers(PageText.without(names, PageText.body(report.html())))
  }

  @Test func `both pages carry the same numbers`() async throws {
    let input = try await SampleRun.input()
    let english = Self.numbers(Report(input))
    let chinese = Self.numbers(Report(input, language: .chinese))
    #expect(english.count > 1_000)
    let difference = chinese.difference(from: english)
    #expect(difference.isEmpty, "\(difference)")
  }

  @Test func `an unhealthy run carries the same numbers on both pages, too`() async throws {
    var input = try await SampleRun.input(members: 300)
    input.tally.breakSeries()
    let chinese = Report(input, language: .chinese)
    #expect(Self.numbers(Report(input)) == Self.numbers(chinese))
    #expect(chinese.markdown().contains("**运行异常**"))
  }

  @Test func `no English is left on the Chinese page but names, citations and terms`() async throws
  {
    let input = try await SampleRun.input()
    let report = Report(input, language: .chinese)
    let names = Self.named(input)
    let left = PageText.latinWords(PageText.without(names, PageText.body(report.html())))
      .filter { !Self.terms.contains($0) }
    #expect(left.isEmpty, "\(left)")
    let drawings = PageText.drawings(report.html())
    #expect(drawings.count >= 3)
    for drawing in drawings {
      let left = PageText.latinWords(PageText.without(names, PageText.plain(drawing)))
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func `the page says its language and is well-formed, and machines read the same texts`()
    async throws
  {
    let input = try await SampleRun.input(members: 300)
    let (english, chinese) = (Report(input), Report(input, language: .chinese))
    let html = chinese.html()
    #expect(html.contains("<html lang=\"zh-CN\""))
    let parser = XMLParser(data: Data(html.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) line \(parser.lineNumber)")
    #expect(english.summaryJSON() == chinese.summaryJSON())
    #expect(english.dailyCSV() == chinese.dailyCSV())
    #expect(english.dailyColumnsCSV() == chinese.dailyColumnsCSV())
  }

  @Test func `verdict, rule, limit and reasons are said in Chinese`() async throws {
    let input = try await SampleRun.input()
    let text = Report(input, language: .chinese).markdown()
    #expect(text.contains("退订率 opt-out-rate"))
    #expect(text.contains("至多 2.00%"))
    #expect(text.contains("– 无法评估"))
    #expect(text.contains("需要基线"))
    #expect(text.contains("判定依据："))
    #expect(text.contains("各组期初会员是同一批人"))
    let lines = Report(input, language: .chinese).verdictLines
    #expect(lines.count == 2 && lines[0].hasPrefix("growth："))
  }
}
