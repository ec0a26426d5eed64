import Foundation
import Testing

/// The guide for contributors names files; a file that moved is named where it is now.
@Suite struct GuideTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Paths in backquotes below the folders that hold the project.
  static func paths(in text: String) -> [String] {
    text.split(separator: "`").map(String.init).filter { part in
      ["Sources/", "Tests/", "docs/", "scenarios/"].contains { part.hasPrefix($0) }
        && !part.contains(where: \.isWhitespace)
    }
  }

  private static func missing(from text: String) -> [String] {
    paths(in: text).filter {
      !FileManager.default.fileExists(atPath: root.appendingPathComponent($0).path)
    }
  }

  @Test func `every file that the guide names is there`() throws {
    let guide = try String(
      contentsOf: Self.root.appendingPathComponent("CONTRIBUTING.md"), encoding: .utf8)
    #expect(Self.paths(in: guide).count > 10)
    #expect(Self.missing(from: guide) == [])
  }

  @Test func `a file that is not there is found`() {
    #expect(Self.missing(from: "see `Sources/Nowhere.swift`") == ["Sources/Nowhere.swift"])
  }
}
