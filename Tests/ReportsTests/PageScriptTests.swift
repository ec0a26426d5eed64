import Crypto
import Experiments
import Foundation
import Scenarios
import Testing

@testable import Reports

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The one script of a page, and what cannot become another.
@Suite struct PageScriptTests {
  /// A page with its scripts cut out.
  static func withoutScripts(_ html: String) -> String {
    html.components(separatedBy: "<script>").enumerated().map { index, part in
      index == 0 ? part : part.components(separatedBy: "</script>").dropFirst().joined()
    }.joined()
  }

  @Test func `the policy of a page lets the script's text run and nothing else`() {
    let hash = Data(SHA256.hash(data: Data(PageScript.text.utf8))).base64EncodedString()
    #expect(PageScript.hash == "sha256-\(hash)", "PageScript.hash is of another text")
    #expect(PageScript.policy.contains("default-src 'none'"))
    #expect(PageScript.policy.hasSuffix("script-src 'sha256-\(hash)'"))
  }

  @Test func `the script is small, is XML as it stands, loads nothing and runs no text`() {
    let text = PageScript.text
    #expect(text.utf8.count < 10_000)
    for banned in [
      "<", "&", "]]", "eval", "Function(", "innerHTML", "outerHTML", "insertAdjacent", "write(",
      "fetch", "XMLHttp", "import", "src", "setTimeout", "localStorage", "cookie",
    ] { #expect(!text.contains(banned), "\(banned)") }
    let bare = text.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
    #expect(!bare.contains("//"))
  }

  @Test(arguments: ReportLanguage.allCases)
  func `a page holds the script once, and everything it says without it`(
    language: ReportLanguage
  ) async throws {
    let report = Report(try await SampleRun.input(members: 300), language: language)
    let html = report.html()
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(html.contains("<script>\(PageScript.text)</script>"))
    let bare = Self.withoutScripts(html)
    #expect(!bare.contains("<script") && !bare.contains("<button") && !bare.contains("<input"))
    // A row and a cell on the page for each in Markdown, which knows no script.
    let lines = report.markdown().split(separator: "\n").filter { $0.hasPrefix("| ") }
    let rules = report.markdown().split(separator: "\n").count { $0.hasPrefix("| :--") }
    #expect(bare.components(separatedBy: "<tr").count - 1 == lines.count - rules)
    #expect(!bare.contains(" hidden=") && !bare.contains("class=\"off"))
  }

  @Test func `names that are markup stay names`() async throws {
    let evil = "</script><img src=x onerror=\"alert('1')\"/><script>alert(2)//"
    var scenario = try SampleRun.scenario(members: 300, title: evil)
    scenario.arms[1].name = evil
    scenario.people.segments[0].name = evil + "<!--"
    scenario.expectations = []
    let run = Run(plan: try scenario.compiled(), replications: scenario.replications)
    let outcome = try await run.execute(threads: 2)
    let html = Report(
      try SampleRun.input(of: scenario, tally: outcome.tally, digest: outcome.digest)
    ).html()
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(html.components(separatedBy: "</script").count == 2)
    #expect(!html.contains("<img") && !html.contains("<!--"))
    #expect(XMLParser(data: Data(html.utf8)).parse())
    // The script reads the names as they are.
    let start = try #require(html.range(of: "data-words=\"")).upperBound
    let words = PageText.plain(String(html[start...].prefix { $0 != "\"" }))
    let said = try #require(
      try JSONSerialization.jsonObject(with: Data(words.utf8)) as? [[String]])
    #expect(said[1] == [evil, "慷慨 <generous>"])
  }

  @Test func `what is about one of several arms is told by its place`() async throws {
    let html = Report(try await SampleRun.input(members: 300)).html()
    for arm in [1, 2] {
      #expect(html.components(separatedBy: "<div data-arm=\"\(arm)\">").count > 8)
    }
    #expect(!html.contains("data-arm=\"0\"") && !html.contains("data-arm=\"3\""))
    let labels = PageLabels(language: .english, arms: ["only"]) { $0 }
    let page = HTMLPage.text(of: [.ofArm(1, [.paragraph("text")])], title: "t", labels: labels)
    #expect(page.contains("<p>text</p>") && !page.contains("<div data-arm"))
  }
}
