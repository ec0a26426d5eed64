import Testing

@testable import Reports

/// The short report beside the whole one.
@Suite struct ShortMarkdownTests {
  @Test func `what is folded away or drawn on the page is not in the short report`() async throws {
    let report = Report(try await SampleRun.input())
    let (short, whole) = (report.shortMarkdown(), report.markdown())
    #expect(whole.contains("### All other metrics of growth"))
    #expect(short.contains("growth against control") && !short.contains("All other metrics"))
    #expect(!short.contains("\n\n\n"))
    #expect(short.count * 2 < whole.count)
  }
}
