import Calibration
import Foundation
import OrderLogs
import Quantities
import Reports
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The report of a calibration, of a hundred customers made by hand.
@Suite struct CalibrationReportTests {
  static func input() throws -> CalibrationReportInput {
    var lines = ["customer,date,amount"]
    for customer in 0..<100 {
      for order in 0..<(3 + customer % 5) {
        let day = 20_454 + customer + order * (9 + customer % 4)
        let date = Date(timeIntervalSince1970: Double(day) * 86_400)
        let text = date.formatted(.iso8601.year().month().day())
        lines.append("<c\(customer)>,\(text),\(10 + customer + order * 2).50")
      }
    }
    lines.append("<c1>,2026-02-20,-3.00")
    let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID()).csv")
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let summary = try OrderIntake(path: file.path).read { Issue.record("\($0)") }.get()
    let options = CalibrationOptions(segments: .count(2))
    return CalibrationReportInput(
      try Calibrator.run(summary, options), path: "some/<orders>.csv", presetName: "my-shop",
      base: "cdnow", currency: Currency(code: "USD"))
  }

  @Test(arguments: ReportLanguage.allCases)
  func `the page is well-formed, and holds one script and no address`(
    language: ReportLanguage
  ) throws {
    let html = CalibrationReport(try Self.input(), language: language).html()
    let parser = XMLParser(data: Data(html.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(!html.contains("<orders>"))
    #expect(html.contains("&lt;orders&gt;.csv"))
    #expect(!html.contains("some/"))
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    #expect(html.components(separatedBy: "<svg ").count == 7)
  }

  @Test func `both languages have the same sections, tables and numbers`() throws {
    let input = try Self.input()
    let english = CalibrationReport(input, language: .english).markdown()
    let chinese = CalibrationReport(input, language: .chinese).markdown()
    for mark in ["\n## ", "\n| ", "\n- ", "\n> "] {
      #expect(
        english.split(separator: mark).count == chinese.split(separator: mark).count, "\(mark)")
    }
    let decimals = { (text: String) in text.matches(of: /\d+\.\d{3,}/).map { String($0.0) }.sorted()
    }
    #expect(decimals(english) == decimals(chinese))
    #expect(english.contains("## When they buy"))
    #expect(chinese.contains("## 何时购买"))
    #expect(english.contains("Refunds are"))
    // No sentence was left in the other language.
    #expect(english.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) })
    let words = chinese.matches(of: /[A-Za-z]+ [a-z]+ [a-z]+ [a-z]+/).map { String($0.0) }
    #expect(words.isEmpty, "\(words)")
  }
}
