import Charts
import Foundation
import Testing

/// Every example is drawn as the committed drawing, to the byte.
///
/// When a drawing changes on purpose, look at the new one (the message says where it is), on a light
/// and on a dark page, and commit it in the place of the old.
struct GoldenTests {
  @Test(arguments: ExampleCharts.all)
  func `the drawing is the committed one`(name: String, svg: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden/Charts")
    let golden = try? String(
      contentsOf: folder.appending(path: "\(name).svg"), encoding: .utf8)
    guard svg != golden else { return }
    let actual = FileManager.default.temporaryDirectory.appending(path: "charts-\(name).svg")
    try svg.write(to: actual, atomically: true, encoding: .utf8)
    Issue.record("\(name) differs from Tests/Golden/Charts/\(name).svg; drawn: \(actual.path)")
  }
}
