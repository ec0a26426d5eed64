import Foundation
import Measurement
import Quantities
import Scenarios
import Testing

@testable import Reports

#if canImport(FoundationXML)
import FoundationXML
#endif

/// One sample run in every form.
@Suite struct ReportTests {
  /// The page's headings in the order of the page.
  static let headings: [String] =
    [Word.health, .expectations, .metrics, .orders].map(\.rawValue)
    + [WorldsWord.worlds.rawValue, MoneyWord.money.rawValue, Word.charts.rawValue]
    + [WorldsWord.weeks, .slices].map(\.rawValue)
    + [Word.wear, .liability, .uncertainty].map(\.rawValue) + [WorldsWord.precision.rawValue]
    + [Word.assumptions, .method, .definitions].map(\.rawValue)

  @Test func `the Markdown has every section in order and nothing of the title as markup`()
    async throws
  {
    let text = Report(try await SampleRun.input()).markdown()
    let places = Self.headings.map { text.range(of: "\n## \($0)\n")?.lowerBound }
    #expect(zip(Self.headings, places).filter { $0.1 == nil }.map(\.0) == [])
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(!text.contains("<"))
    #expect(text.hasPrefix(#"# Points &amp; growth &lt;script&gt;alert('x')&lt;/script&gt; \| "#))
    for metric in Metric.allCases { #expect(text.contains("| \(metric.rawValue) |")) }
  }

  @Test func `the page is well-formed, has every section and holds no address`()
    async throws
  {
    let text = Report(try await SampleRun.input()).html()
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) line \(parser.lineNumber)")
    for heading in Self.headings {
      #expect(text.contains("<h2>\(HTMLPage.escaped(heading))</h2>") == true, "\(heading)")
    }
    for banned in ["<link", "src=", "url(", "@import", "href=", "onload", "onerror"] {
      #expect(!text.contains(banned), "\(banned)")
    }
    let namespaces = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"]
    let bare = namespaces.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
    #expect(!bare.contains("://"))
    #expect(text.utf8.count < 300_000)
  }

  @Test func `the money section has a row for every column of incentive cost and receipts`() {
    let columns = TallyColumn.incentiveCosts + TallyColumn.incentiveReceipts
    #expect(
      Report.incentiveWords.map(\.column).sorted { $0.rawValue < $1.rawValue }
        == columns.sorted { $0.rawValue < $1.rawValue })
  }

  @Test func `every id of the page is unique`() async throws {
    let text = Report(try await SampleRun.input()).html()
    let ids = text.components(separatedBy: " id=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(ids.count > 3)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `the summary is JSON with the numbers of the Markdown`() async throws {
    let input = try await SampleRun.input()
    let report = Report(input)
    let object = try JSONSerialization.jsonObject(with: Data(report.summaryJSON().utf8))
    let root = try #require(object as? [String: Any])
    #expect(root["scenario"] as? String == SampleRun.title)
    #expect(root["seed"] as? String == "20260101")
    let arms = try #require(root["arms"] as? [[String: Any]])
    #expect(arms.map { $0["name"] as? String } == input.scenario.arms.map(\.name))
    let markdown = report.markdown()
    for (index, arm) in arms.enumerated() {
      let totals = try #require(arm["totals"] as? [String: String])
      for column in ["orders", "messages", "optOuts"] {
        let number = try #require(Int64(totals[column] ?? ""))
        #expect(markdown.contains(Figures.whole(number)), "\(column)")
      }
      let books = try #require(arm["liability"] as? [String: Any])
      let points = try #require(books["outstandingPoints"] as? String)
      #expect(points == totals["pointsOutstanding"])
      let metrics = try #require(arm["metrics"] as? [String: [String: Any]])
      #expect(metrics.count == Metric.allCases.count)
      let orders = try #require(metrics["orders-per-member"]?["value"] as? Double)
      let exact = Double(input.tally.arms[index][.orders]) / 2_400
      #expect(abs(orders - exact) < 1e-12)
    }
  }

  @Test func `the summary's keys stand in one order`() async throws {
    let text = Report(try await SampleRun.input()).summaryJSON()
    let keys = ["format", "scenario", "run", "digest", "seed", "verdicts", "health", "arms"]
    let places = keys.compactMap { text.range(of: "\n  \"\($0)\":")?.lowerBound }
    #expect(places.count == keys.count)
    #expect(places == places.sorted())
  }

  @Test func `the daily table adds up to the totals`() async throws {
    let input = try await SampleRun.input()
    let lines = Report(input).dailyCSV().split(separator: "\n").map { $0.split(separator: ",") }
    #expect(lines.count == 1 + 365 * 3)
    #expect(
      lines[0].joined(separator: ",")
        == "date,arm,orders,paidMinor,incentiveMinor,pointsIssued,pointsRedeemed,"
        + "pointsOutstanding,messages,joined,repeaters")
    for (index, arm) in input.scenario.arms.enumerated() {
      let rows = lines.dropFirst().filter { $0[1] == arm.name }
      func sum(_ column: Int) -> Int64 { rows.reduce(0) { $0 + (Int64($1[column]) ?? 0) } }
      let tally = input.tally.arms[index]
      #expect(sum(2) == tally[.orders])
      #expect(sum(3) == tally[.paidMinor])
      #expect(sum(5) == tally[.pointsIssued])
      #expect(sum(6) == tally[.pointsRedeemed])
      #expect(sum(8) == tally[.messages])
      #expect(rows.last.map { String($0[7]) } == "\(tally[.pointsOutstanding])")
    }
    let columns = Report(input).dailyColumnsCSV().split(separator: "\n").dropFirst()
    #expect(columns.map { $0.prefix { $0 != "," } } == lines[0])
  }

  @Test func `the terminal's table has one column an arm, all lines equally wide`() async throws {
    let lines = Report(try await SampleRun.input()).terminalTable().split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[0].contains("control") && lines[0].contains("慷慨 <generous>"))
    #expect(Set(lines.map { TerminalTable.width(String($0)) }).count == 1)
    for name in ["orders ", "repurchase-share", "repurchase-90d", "net-value-per-member"] {
      #expect(lines.contains { $0.hasPrefix(name) })
    }
  }

  @Test func `a roll-forward that does not tie hides the verdict`() async throws {
    var input = try await SampleRun.input()
    #expect(Report(input).verdicts.allSatisfy { $0.status != .unhealthy })
    input.tally.breakSeries()
    let report = Report(input)
    #expect(report.verdicts.allSatisfy { $0.status == .unhealthy })
    #expect(report.markdown().contains("**UNHEALTHY**"))
    #expect(report.html().contains("<li class=\"bad\">✕ points tie"))
  }

  @Test func `an expectation that cannot be evaluated is shown as not modeled`() async throws {
    let text = Report(try await SampleRun.input()).markdown()
    #expect(text.contains("– not modeled"))
    #expect(text.contains("loyalty-finance"))
  }

  @Test func `two renderings of one input are one text`() async throws {
    let input = try await SampleRun.input()
    #expect(Report(input).html() == Report(input).html())
    #expect(Report(input).summaryJSON() == Report(input).summaryJSON())
  }
}
