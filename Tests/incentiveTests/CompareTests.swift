import Foundation
import Testing

@testable import incentive

/// `compare` of two scenario files.
@Suite struct CompareTests {
  static let starter = "scenarios/starter.yaml"

  /// The starter scenario with parts of it replaced.
  static func edited(_ folder: TemporaryFolder, _ name: String, _ edits: (String, String)...) throws
    -> String
  {
    let url = repositoryRoot.appendingPathComponent(starter)
    let text = try edits.reduce(String(contentsOf: url, encoding: .utf8)) { text, edit in
      precondition(text.contains(edit.0), "the starter has \(edit.0)")
      return text.replacingOccurrences(of: edit.0, with: edit.1)
    }
    return try folder.file(name, text)
  }

  static func compare(
    _ folder: TemporaryFolder, _ first: String, _ second: String, _ flags: String...
  )
    throws -> Ran
  {
    try incentive(
      ["compare", first, second, "--members", "2000", "--days", "40"]
        + ["--out", folder.path("out"), "--quiet"] + flags)
  }

  static func metrics(_ value: [String: Any], arm: Int = 0) throws -> [String: [String: Any]] {
    let arms = try #require(value["arms"] as? [[String: Any]])
    return try #require(arms[arm]["metrics"] as? [String: [String: Any]])
  }

  @Test func `a scenario against itself differs by exactly 0 everywhere`() throws {
    let folder = try TemporaryFolder()
    let ran = try Self.compare(folder, Self.starter, Self.starter, "--json")
    #expect(ran.status == 0 && ran.errors.isEmpty)
    let value = try ran.json()
    #expect(value["isSameScenario"] as? Bool == true)
    let pairing = try #require(value["pairing"] as? [String: Any])
    #expect(pairing["kind"] as? String == "paired" && pairing["isControlCommon"] as? Bool == true)
    let arms = try #require(value["arms"] as? [[String: Any]])
    #expect(arms.map { $0["name"] as? String } == ["points", "generous"])
    for arm in arms.indices {
      let metrics = try Self.metrics(value, arm: arm)
      #expect(metrics.count > 40)
      for (name, found) in metrics where !(found["difference"] is NSNull) {
        for key in ["difference", "lower", "upper", "standardError"] {
          #expect((found[key] as? NSNumber)?.doubleValue == 0, "\(name) \(key)")
        }
      }
      #expect((metrics["orders-per-member"]?["first"] as? NSNumber)?.doubleValue ?? 0 > 0)
    }
  }

  @Test func `one changed rule is told, and moves what it should, in the same worlds`() throws {
    let folder = try TemporaryFolder()
    let other = try Self.edited(folder, "double.yaml", ("earn: 1 per ¥1 ", "earn: 2 per ¥1 "))
    let ran = try Self.compare(folder, Self.starter, other)
    #expect(ran.status == 0)
    #expect(ran.output.hasPrefix("double against starter\n"))
    #expect(ran.output.contains("\n  scheme.points.earn: 1 per ¥1 → 2 per ¥1\n"))
    #expect(ran.output.contains("the same people with the same luck"))
    #expect(ran.output.contains("\nreport: \(folder.path("out"))/report.html\n"))
    let page = try String(contentsOfFile: folder.path("out") + "/report.html", encoding: .utf8)
    for text in ["All arms in the same worlds", "double: generous", "starter: points"] {
      #expect(page.contains(text))
    }
    let value = try Self.compare(folder, Self.starter, other, "--json").json()
    let issued = try #require(try Self.metrics(value)["points-issued-per-member"])
    let (first, second) = (issued["first"] as? Double ?? 0, issued["second"] as? Double ?? 0)
    #expect(first > 0 && second > 1.9 * first)
    #expect(issued["lower"] as? Double ?? 0 > 0)
    let runs = folder.names.contains("out")
    #expect(runs)
    // The run of both is a run like any other, and what was half done is gone.
    let inside = try FileManager.default.contentsOfDirectory(atPath: folder.path("out"))
    #expect(inside.count { !$0.hasPrefix("report.") } == 1)
  }

  @Test func `the page in Chinese tells the same`() throws {
    let folder = try TemporaryFolder()
    let other = try Self.edited(folder, "double.yaml", ("earn: 1 per ¥1 ", "earn: 2 per ¥1 "))
    let ran = try Self.compare(folder, Self.starter, other, "--language", "zh")
    #expect(ran.status == 0)
    #expect(ran.output.hasPrefix("double对比starter\n"))
    #expect(ran.output.contains("场景之间有何不同"))
    let text = try String(contentsOfFile: folder.path("out") + "/report.md", encoding: .utf8)
    #expect(text.contains("同样的人、同样的运气") && text.contains("| scheme.points.earn |"))
  }

  @Test func `controls that differ stand side by side`() throws {
    let folder = try TemporaryFolder()
    let other = try Self.edited(
      folder, "half.yaml",
      ("control:  { scheme: none }", "control:  { set: { scheme.points.warn: none } }"))
    let ran = try Self.compare(folder, Self.starter, other)
    #expect(ran.status == 0)
    #expect(ran.output.contains("The controls differ."))
    #expect(ran.output.contains("half: control") == false, "the table of control is named control")
    let json = try Self.compare(folder, Self.starter, other, "--json").json()
    let arms = try #require(json["arms"] as? [[String: Any]])
    #expect(arms.map { $0["name"] as? String } == ["control", "points", "generous"])
  }

  @Test func `files of other worlds are refused, with every value that differs`() throws {
    let folder = try TemporaryFolder()
    let other = try Self.edited(
      folder, "other.yaml", ("seed: 1 ", "seed: 2 "), ("margin: 30%", "margin: 31%"),
      ("earn: 1 per ¥1 ", "earn: 2 per ¥1 "))
    let ran = try Self.compare(folder, Self.starter, other)
    #expect(ran.status == 65 && ran.output.isEmpty)
    #expect(ran.errors.contains("cannot be lived in the same worlds; these values differ:"))
    #expect(ran.errors.contains("\n  seed: 1 → 2\n"))
    #expect(ran.errors.contains("\n  economics.margin: 30% → 31%\n"))
    #expect(!ran.errors.contains("scheme.points"), "schemes may differ")
    #expect(ran.errors.contains("hint: ") && ran.errors.contains("--unpaired"))
    #expect(!folder.names.contains("out"), "nothing was run")
  }

  @Test func `files of other worlds are compared as runs of their own if asked for`() throws {
    let folder = try TemporaryFolder()
    let other = try Self.edited(folder, "other.yaml", ("margin: 30%", "margin: 31%"))
    let ran = try Self.compare(folder, Self.starter, other, "--unpaired")
    #expect(ran.status == 0)
    #expect(ran.output.contains("the variances of both add"))
    #expect(ran.output.contains("economics.margin: 30% → 31%"))
  }

  @Test func `a base that lived under another scheme is another world`() throws {
    let folder = try TemporaryFolder()
    let same = try Self.edited(
      folder, "same.yaml", ("history: 1 year, scheme: none", "history: 1 year, scheme: same"))
    let other = try Self.edited(
      folder, "other.yaml", ("history: 1 year, scheme: none", "history: 1 year, scheme: same"),
      ("earn: 1 per ¥1 ", "earn: 2 per ¥1 "))
    let ran = try Self.compare(folder, same, other)
    #expect(ran.status == 65)
    #expect(ran.errors.contains("scenario.people.start"))
  }

  @Test func `wrong files and wrong pairs are refused`() throws {
    let folder = try TemporaryFolder()
    let missing = try Self.compare(folder, Self.starter, folder.path("none.yaml"))
    #expect(missing.status == 65 && missing.errors.contains("none.yaml"))
    let mixed = try incentive("compare", Self.starter, folder.url.path)
    #expect(mixed.status == 64 && mixed.errors.contains("give two of one kind"))
    let model = try Self.compare(folder, "scenarios/benchmarks/small-model.yaml", Self.starter)
    #expect(model.status == 65)
    #expect(try incentive("compare", Self.starter).status == 64)
  }
}
