import Foundation
import ScenarioFiles
import Testing

/// The table of mechanics against the scenarios and tests that it names, and against the page.
@Suite struct MechanicPageTests {
  static let shouldUpdate = ProcessInfo.processInfo.environment["UPDATE_GENERATED"] == "1"

  /// Every Swift file under Tests, joined.
  static func testSources() throws -> String {
    let folder = repositoryRoot.appendingPathComponent("Tests")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }.joined(separator: "\n")
  }

  /// What a row claims and is not so; nothing for planned rows.
  static func problems(_ mechanic: Mechanic, testSources: String) -> [String] {
    guard case .works(let scenario, let tests, _) = mechanic.status else { return [] }
    let path = repositoryRoot.appendingPathComponent("scenarios/mechanics/\(scenario).yaml").path
    var problems: [String] = []
    switch ScenarioFile.read(path: path) {
    case .failure(let found): problems.append(found.rendered)
    case .success(let loaded):
      if loaded.isDraft { problems.append("\(scenario) is a draft") }
    }
    for name in [scenario] + tests where !name.hasPrefix(mechanic.identifier) {
      problems.append("\(name) is not about \(mechanic.identifier)")
    }
    if tests.isEmpty { problems.append("\(mechanic.identifier) names no test") }
    for test in tests where !testSources.contains("func `\(test)`(") {
      problems.append("there is no test `\(test)`")
    }
    return problems
  }

  @Test func `the table has each of the sixty mechanics once, in order`() {
    #expect(Mechanic.all.map(\.number) == Array(1...60))
    #expect(Set(Mechanic.all.map(\.name)).count == 60)
  }

  @Test func `a mechanic that works has a scenario that is ready, and tests that exist`() throws {
    let sources = try Self.testSources()
    for mechanic in Mechanic.all {
      #expect(Self.problems(mechanic, testSources: sources) == [])
    }
  }

  @Test func `a row without a scenario, without a test, or with wrong ones is found`() {
    let good = "M15-threshold-off"
    func count(_ scenario: String, _ tests: [String]) -> Int {
      Self.problems(.works(15, "any", scenario, tests), testSources: "func `M15: x`() {").count
    }
    #expect(count(good, ["M15: x"]) == 0)
    #expect(count("M15-nowhere", ["M15: x"]) == 1)
    #expect(count(good, []) == 1)
    #expect(count(good, ["M15: y"]) == 1)
    #expect(count("M16-life-cycle-coupons", ["M15: x"]) == 1)
  }

  @Test func `every mechanic's scenario has its row`() throws {
    let folder = repositoryRoot.appendingPathComponent("scenarios/mechanics").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("M") }.sorted()
    let named = Mechanic.all.compactMap { mechanic -> String? in
      guard case .works(let scenario, _, _) = mechanic.status else { return nil }
      return "\(scenario).yaml"
    }
    #expect(files == named)
  }

  @Test func `the committed page is the generated one`() throws {
    let file = repositoryRoot.appendingPathComponent("docs/mechanics.md")
    let generated = MechanicPage.markdown(Mechanic.all)
    if Self.shouldUpdate { try generated.write(to: file, atomically: true, encoding: .utf8) }
    let committed = try? String(contentsOf: file, encoding: .utf8)
    #expect(committed == generated, "run the tests once with UPDATE_GENERATED=1, read the change")
  }
}
