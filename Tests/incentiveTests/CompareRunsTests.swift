import Foundation
import Testing

@testable import incentive

/// `compare` of two finished runs.
@Suite struct CompareRunsTests {
  private func run(_ folder: TemporaryFolder, _ file: String, _ flags: String...) throws -> String {
    let ran = try incentive(
      ["run", file, "--days", "40", "--out", folder.path("runs"), "--json", "--members", "2000"]
        + flags)
    return try #require(try ran.json()["folder"] as? String)
  }

  private func compare(
    _ folder: TemporaryFolder, _ first: String, _ second: String, _ flags: String...
  ) throws -> Ran {
    try incentive(["compare", first, second, "--out", folder.path("out")] + flags)
  }

  @Test func `runs of two files are compared with the errors of both, and what differs is told`()
    throws
  {
    let folder = try TemporaryFolder()
    let other = try CompareTests.edited(
      folder, "double.yaml", ("earn: 1 per ¥1 ", "earn: 2 per ¥1 "))
    let first = try run(folder, CompareTests.starter)
    let second = try run(folder, other, "--seed", "7")
    let ran = try compare(folder, first, second)
    #expect(ran.status == 0 && ran.errors.isEmpty)
    #expect(ran.output.contains("  scheme.points.earn: 1 per ¥1 → 2 per ¥1\n"))
    #expect(ran.output.contains("  seed: 1 → 7\n"))
    #expect(ran.output.contains("the variances of both add"))
    let value = try compare(folder, first, "\(second)/manifest.json", "--json").json()
    let found = try #require(try CompareTests.metrics(value)["orders-per-member"])
    let (one, two) = (found["first"] as? Double ?? 0, found["second"] as? Double ?? 0)
    // Foundation reads JSON's numbers to the last digit but one.
    let difference = try #require(found["difference"] as? Double)
    #expect(abs(difference - (two - one)) < 1e-12)
    // The error is the root of the sum of squares of what both summaries state.
    let errors = try [first, second].map { try error(of: "orders-per-member", in: $0) }
    let expected = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    let stated = try #require(found["standardError"] as? Double)
    #expect(abs(stated - expected) < 1e-12 * expected)
  }

  private func error(of metric: String, in run: String) throws -> Double {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(run)/summary.json"))
    let value = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let arms = try #require(value["arms"] as? [[String: Any]])
    let metrics = try #require(arms[0]["metrics"] as? [String: [String: Any]])
    return try #require(metrics[metric]?["valueSimulationNoise"] as? Double)
  }

  @Test func `a run against itself differs by exactly 0, and says so`() throws {
    let folder = try TemporaryFolder()
    let path = try run(folder, CompareTests.starter)
    let ran = try compare(folder, path, path)
    #expect(ran.status == 0)
    #expect(ran.output.contains("The scenarios mean the same: every difference is exactly zero."))
    let value = try compare(folder, path, path, "--json").json()
    for found in try CompareTests.metrics(value).values where !(found["difference"] is NSNull) {
      #expect((found["difference"] as? NSNumber)?.doubleValue == 0)
      #expect((found["upper"] as? NSNumber)?.doubleValue == 0)
    }
  }

  @Test func `runs of unequal time are refused, and flags of files are wrong usage`() throws {
    let folder = try TemporaryFolder()
    let first = try run(folder, CompareTests.starter)
    let second = try run(folder, CompareTests.starter, "--days", "50")
    let ran = try compare(folder, first, second)
    #expect(ran.status == 65 && ran.output.isEmpty)
    #expect(ran.errors.contains("the days of their horizons, 40 and 50"))
    #expect(try compare(folder, first, second, "--members", "10").status == 64)
    let empty = try TemporaryFolder()
    let none = try compare(folder, first, empty.url.path)
    #expect(none.status == 65 && none.errors.contains("is no finished run"))
  }
}
