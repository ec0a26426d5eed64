import Foundation
import Measurement
import Quantities
import Scenarios
import Testing

@testable import Experiments

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads XML and keeps elements, attributes and text.
private final class ElementReader: NSObject, XMLParserDelegate {
  var names: [String] = []
  var attributes: [[String: String]] = []
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names.append(name)
    self.attributes.append(attributes)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

@Suite struct CheckTextTests {
  /// One check of each kind of outcome.
  ///
  /// Orders are inconclusive where that fails (0.01 ± 0.0318 against 0.015), liability passes,
  /// opt-outs are not modeled, cost fails.
  private static func outcome(copies: Int = 1) throws -> CheckOutcome {
    let change = Line.Condition.change(
      fail: .init(increase: BaselineTests.tolerance), warn: .init())
    let line = { (metric: Metric, why: String?) in
      Line(
        metric: metric, role: .check, reference: .baseline, condition: change,
        onInconclusive: .fail, owner: "@finance", why: why)
    }
    let now = try TinyComparison(
      [[0, 0, 0, 4]], costs: [[1_040, 1_040, 1_040, 1_040]])
    let lines = [
      line(.ordersPerMember, nil), line(.liabilityPerMember, nil), line(.optOutRate, nil),
      line(.incentiveCostPerMember, "budget <Q3> & \"more\" | ¥1.20 --> end\nnew line\u{1}"),
    ]
    return try CheckOutcome(
      now.comparison, run: BaselineTests.file(now),
      baseline: BaselineTests.file(BaselineTests.tiny(cost: 1_000)), currency: now.currency,
      expectations: (0..<copies).flatMap { _ in lines }, tolerance: nil)
  }

  @Test func `JUnit is well-formed XML and repeats each sentence in the element's text`() throws {
    let outcome = try Self.outcome()
    let reader = ElementReader()
    let xml = CheckJUnit.text(outcome, scenario: "a & b <c>")
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(xml)")
    #expect(
      reader.names == [
        "testsuite", "testcase", "failure", "testcase", "system-out", "testcase", "error",
        "testcase", "failure",
      ])
    #expect(reader.attributes[0]["tests"] == "4" && reader.attributes[0]["failures"] == "2")
    #expect(reader.attributes[0]["errors"] == "1" && reader.attributes[0]["name"] == "a & b <c>")
    for judgement in outcome.judgements { #expect(reader.text.contains(judgement.sentence)) }
    #expect(reader.text.contains("Why: budget <Q3> & \"more\""))
    #expect(reader.attributes[8]["message"]?.contains("Owner: @finance.") == true)
  }

  @Test func `the comment has the sentence first, failures on top and its tag last`() throws {
    let outcome = try Self.outcome()
    let text = CheckMarkdown.text(
      outcome, scenario: "points", currency: Currency.known[0], id: "points/--> 1")
    let lines = text.split(separator: "\n")
    #expect(
      lines[0]
        == "**points**: 4 checks against the baseline: 1 failed, 1 inconclusive, 1 not evaluated.")
    #expect(
      lines[3]
        == "| fail | incentive-cost-per-member | growth | ¥0.1000 | ¥0.1040 | 4.00% | "
        + "¥0.0040 to ¥0.0040 | increase at most 3.00% | @finance, budget &lt;Q3> & \"more\" \\| "
        + "¥1.20 --> end new line\u{1} |")
    #expect(
      lines[4...6].map { $0.split(separator: " ")[1] } == ["inconclusive", "not", "pass"])
    #expect(lines.last == "<!-- incentive-sandbox:check points-----1 -->")
  }

  @Test func `a comment too long for the forge is cut, says so and keeps its tag`() throws {
    let text = CheckMarkdown.text(
      try Self.outcome(copies: 400), scenario: "points", currency: Currency.known[0], id: "x")
    #expect(text.count < 65_536 && text.utf16.count < 65_536)
    #expect(text.contains(" more checks are left out here: see the report.\n"))
    #expect(text.hasSuffix("<!-- incentive-sandbox:check x -->\n"))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.prefix(400).allSatisfy { $0.hasPrefix("| fail ") })
  }
}
