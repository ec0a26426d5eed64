import Foundation
import MemberBehavior
import Testing

/// docs/odd.md: the seven elements in their order, its tables as the sources and presets have them.
@Suite struct OddPageTests {
  static let file = repositoryRoot.appendingPathComponent("docs/odd.md")

  /// The elements of the protocol as it was updated in 2020.
  static let elements = [
    "1. Purpose and patterns", "2. Entities, state variables and scales",
    "3. Process overview and scheduling", "4. Design concepts", "5. Initialization",
    "6. Input data", "7. Submodels",
  ]

  /// The page with its tables made anew.
  static func renewed(_ page: String) throws -> String {
    try OddTables.all.reduce(page) { page, block in
      let marks = ["<!-- table: \(block.name) -->\n", "\n<!-- end: \(block.name) -->"]
      let start = try #require(page.range(of: marks[0]), "no block \(block.name)")
      let end = try #require(page.range(of: marks[1]), "the block \(block.name) does not end")
      return page[..<start.upperBound] + (try block.table()) + page[end.lowerBound...]
    }
  }

  @Test func `the tables of the page are the generated ones`() throws {
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    let renewed = try Self.renewed(page)
    if GeneratedFileTests.shouldUpdate {
      try renewed.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let committed = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(committed == renewed, "run the tests once with UPDATE_GENERATED=1, read the change")
  }

  @Test func `the seven elements come in the order of the protocol`() throws {
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    let heads = page.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    #expect(heads.map(String.init) == Self.elements)
  }

  @Test func `every sub-model, moment and trait has its row`() throws {
    let page = try String(contentsOf: Self.file, encoding: .utf8)
    for submodel in Submodel.allCases {
      #expect(page.contains("| `\(submodel.rawValue)` | "), "\(submodel.rawValue)")
    }
    for name in ["census", "occasion", "needsPerWeek", "isMember", "rewardedMinute"] {
      #expect(page.contains("`\(name)` | "), "\(name)")
    }
  }
}
