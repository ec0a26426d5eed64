import Foundation
import Testing

@testable import ScenarioFiles

/// Files that are wrong, each with the messages that a planner reads.
///
/// `UPDATE_GENERATED=1` writes the messages anew; they are only right once somebody has read them.
@Suite struct BrokenFileTests {
  static let folder = repositoryRoot.appendingPathComponent("Tests/ScenarioFilesTests/Broken")

  static let names = [
    "wrong-key", "wrong-unit", "negative-share", "shares-not-100", "duplicate-arm", "tab-indent",
    "thirty-digits", "unknown-preset", "cyclic-use", "empty-file", "unknown-partner",
    "exchange-that-gains", "mall-coupon-granted-otherwise", "stamp-card-full-at-start",
    "unpriced-channel", "broadcast-without-start", "cap-by-month-sliding", "cap-that-circles",
    "coupon-not-for-broadcasts", "quiet-hour-twenty-five", "odd-degree", "idle-degree",
    "referral-coupon-unknown", "nobody-to-invite", "short-limits", "exchange-and-mall",
    "many-at-once", "planned-in-ready",
  ]

  @Test(arguments: names)
  func `a broken file says where it is wrong and what would be right`(name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name).yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rendered = try #require(problems(of: text, name: "\(name).yaml")).rendered + "\n"
    let golden = Self.folder.appendingPathComponent("\(name).txt")
    if GeneratedFileTests.shouldUpdate {
      try rendered.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == rendered)
  }

  @Test(arguments: names.dropLast(4))
  func `all but the last broken files have one problem each, with a hint`(name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name).yaml")
    let found = try #require(
      problems(of: String(contentsOf: file, encoding: .utf8), name: "x.yaml"))
    #expect(found.problems.count == 1)
    #expect(found.problems[0].hint != nil)
  }

  @Test func `every problem of a file is shown at once`() throws {
    let file = Self.folder.appendingPathComponent("many-at-once.yaml")
    let found = try #require(
      problems(of: String(contentsOf: file, encoding: .utf8), name: "x.yaml"))
    #expect(found.problems.map(\.line) == found.problems.map(\.line).sorted())
    #expect(found.problems.count >= 14)
  }

  @Test func `a missing file is a problem, too`() {
    guard case .failure(let found) = ScenarioFile.read(path: "/nowhere/x.yaml") else {
      Issue.record("a file that is not there was read")
      return
    }
    #expect(found.problems.count == 1)
  }
}

/// The problems of a text, or nothing if it is right.
func problems(of text: String, name: String) -> ScenarioProblems? {
  guard case .failure(let problems) = ScenarioFile.read(text: text, name: name) else { return nil }
  return problems
}
