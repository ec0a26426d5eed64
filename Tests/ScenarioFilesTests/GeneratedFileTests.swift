import Foundation
import Testing

@testable import ScenarioFiles

/// Files that are generated and committed; `UPDATE_GENERATED=1` writes them anew.
@Suite struct GeneratedFileTests {
  static let shouldUpdate = ProcessInfo.processInfo.environment["UPDATE_GENERATED"] == "1"

  @Test func `the committed schema is the generated one`() throws {
    try check("schema/scenario.json", ScenarioSchema.json())
  }

  @Test func `the committed reference is the generated one`() throws {
    try check("docs/scenario-reference.md", ScenarioReference.markdown())
  }

  private func check(_ path: String, _ generated: String) throws {
    let file = repositoryRoot.appendingPathComponent(path)
    if Self.shouldUpdate { try generated.write(to: file, atomically: true, encoding: .utf8) }
    let committed = try? String(contentsOf: file, encoding: .utf8)
    #expect(committed == generated, "run the tests once with UPDATE_GENERATED=1, read the change")
  }
}
