import Foundation
import Patterns
import Testing

@testable import Reports

/// The committed page against the committed scorecard; `UPDATE_GENERATED=1` writes it anew.
@Suite struct ScorecardPageTests {
  @Test func `the committed page is that of the committed scorecard`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("results/patterns")
    let data = try Data(contentsOf: folder.appendingPathComponent("scorecard.json"))
    let text = ScorecardMarkdown.text(of: try JSONDecoder().decode(Scorecard.self, from: data))
    let page = folder.appendingPathComponent("scorecard.md")
    if ProcessInfo.processInfo.environment["UPDATE_GENERATED"] == "1" {
      try text.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == text)
  }
}
