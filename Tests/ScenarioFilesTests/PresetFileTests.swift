import Foundation
import MemberPopulation
import ScenarioFiles
import Scenarios
import Testing

/// Presets in files of their own, such as `incentive calibrate` writes.
@Suite struct PresetFileTests {
  static let preset = """
    preset: my-shop
    about: "buyers of records"
    use: cdnow
    timing: mbg-cnbd
    spend: lognormal
    rate-shape: { value: 0.58, standard-error: 0.0756, source: "orders.csv" }
    rate-scale: { value: 4.5763, standard-error: 0.4718, source: "orders.csv" }
    regularity: { value: 2, source: "orders.csv" }
    dropout-a: { value: 1.13445, source: "orders.csv" }
    dropout-b: { value: 1.58497, standard-error: 0.38, source: "orders.csv" }
    spend-median: 27
    spend-within: 0.56
    spend-between: 0.47
    covariance:
      - of: [dropout-a, dropout-b]
        rows: [[0.018746, 0.0256], [0.0256, 0.05773]]
    """

  private static let head = """
    scenario: One segment
    horizon: { from: 2026-01-01, days: 30, zone: UTC }
    currency: USD
    seed: 1
    economics: { margin: 35% }
    people:
      members: 1000
      segments:
    """

  /// What a scenario says whose one segment has this line, with the preset in a folder beside it.
  private func read(
    _ segment: String, more: String = "",
    presets: [String: String] = ["presets/my-shop.yaml": preset]
  ) throws -> Result<LoadedScenario, ScenarioProblems> {
    let folder = FileManager.default.temporaryDirectory.appending(path: "presets-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in presets {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let scenario = folder.appending(path: "scenario.yaml").path
    let text = Self.head + "\n    - { name: all, share: 100%, \(segment) }\n\(more)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: scenario))
    return ScenarioFile.read(path: scenario)
  }

  private func profile(_ segment: String) throws -> MemberProfile {
    try read(segment).get().scenario.people.segments[0].profile
  }

  @Test(arguments: ["use: my-shop", "use: presets/my-shop.yaml", "use: ./presets/my-shop.yaml"])
  func `a preset file is used by its name and by its path`(use: String) throws {
    let profile = try profile(use)
    #expect(profile.preset == "my-shop")
    #expect(profile.population.timing == .mbgCNBD)
    #expect(profile.population.value(.rateScale) == 4.5763)
    #expect(profile.population.value(.regularity) == 2)
    #expect(profile.population.covariances.map(\.parameters) == [[.dropoutA, .dropoutB]])
    let cdnow = try #require(Preset.named("cdnow"))
    #expect(profile.behavior == cdnow.profile.behavior)
  }

  @Test func `a preset of the file is made from a preset file`() throws {
    let more = "presets:\n  ours: { use: my-shop, spend-median: 30 }\n"
    let scenario = try read("use: ours", more: more).get().scenario
    let profile = scenario.people.segments[0].profile
    #expect(profile.preset == "ours")
    #expect(profile.population.value(.spendMedian) == 30)
    #expect(profile.population.value(.rateShape) == 0.58)
  }

  @Test func `a broken preset file is told once, however often it is used`() throws {
    let text = Self.preset.replacing("use: cdnow", with: "use: cdwno")
    let more = "presets:\n  ours: { use: my-shop }\n  theirs: { use: my-shop }\n"
    let result = try read(
      "use: my-shop", more: more, presets: ["presets/my-shop.yaml": text])
    let problems = #expect(throws: ScenarioProblems.self) { try result.get() }
    #expect(problems?.problems.count == 1)
    #expect(problems?.problems.first?.file.hasSuffix("presets/my-shop.yaml") == true)
  }

  /// 1.13445 · √0.018746 = 0.15533.
  @Test func `a covariance gives the standard error that is not stated`() throws {
    let parameter = try profile("use: my-shop").population.parameters[.dropoutA]
    guard case .standardError(let error) = parameter?.uncertainty else {
      Issue.record("\(String(describing: parameter))")
      return
    }
    #expect(abs(error - 0.15533) < 0.00001)
  }

  @Test func `a segment that changes a parameter leaves its covariance behind`() throws {
    let changed = try profile("use: my-shop, dropout-a: 2")
    #expect(changed.population.value(.dropoutA) == 2)
    #expect(changed.population.covariances.isEmpty)
    let other = try profile("use: my-shop, rate-shape: 2")
    #expect(other.population.covariances.count == 1)
  }

  /// What stands where, and what is said of it at which place of which file.
  static let broken: [(find: String, put: String, problem: String)] = [
    ("use: cdnow", "use: cdwno", "my-shop.yaml:3:6: \"cdwno\" is no preset"),
    ("preset: my-shop", "preset: my shop", "my-shop.yaml:1:9: \"my shop\" cannot be the name"),
    ("regularity:", "regulrity:", "my-shop.yaml:8:1: unknown key \"regulrity\""),
    ("0.38", "0.5", "my-shop.yaml:10:12: the standard error is not that of the covariance, 0.3808"),
    ("0.0256], [0.0256", "0.05], [0.05", "my-shop.yaml:16:11: this is the covariance of nothing"),
    ("0.0256], [0.0256", "0.0256], [0.02", "my-shop.yaml:16:11: this is the covariance of nothing"),
    (
      "rows: [[0.018746, 0.0256], [0.0256, 0.05773]]", "rows: [[0.018746, 0.0256]]",
      "my-shop.yaml:16:11: the covariance of 2 parameters has as many rows and columns"
    ),
    (
      "[dropout-a, dropout-b]", "[dropout-a, dropout-a]",
      "my-shop.yaml:15:9: a parameter stands twice"
    ),
    (
      "[dropout-a, dropout-b]", "[dropout-a, lifetime-shape]",
      "my-shop.yaml:15:3: \"lifetime-shape\" has a covariance but is no parameter of the models"
    ),
  ]

  @Test(arguments: broken.indices)
  func `a problem in a preset file is told at its place there`(index: Int) throws {
    let (find, put, expected) = Self.broken[index]
    let text = Self.preset.replacing(find, with: put)
    #expect(text != Self.preset)
    let result = try read("use: my-shop", presets: ["presets/my-shop.yaml": text])
    let problems = #expect(throws: ScenarioProblems.self) { try result.get() }
    let rendered = problems?.problems.map(\.rendered).joined(separator: "\n") ?? ""
    #expect(rendered.contains(expected), "\(rendered)")
  }

  @Test(
    arguments: [
      ("use: presets/other.yaml", "cannot be read"), ("use: my-sop", "unknown preset \"my-sop\""),
    ])
  func `a preset file that is not there is told where it is used`(
    row: (segment: String, problem: String)
  ) throws {
    let result = try read(row.segment)
    let problems = #expect(throws: ScenarioProblems.self) { try result.get() }
    let problem = problems?.problems.first
    #expect(problems?.problems.count == 1)
    #expect(problem?.file.hasSuffix("scenario.yaml") == true)
    #expect(problem?.line == 9)
    #expect(problem?.message.contains(row.problem) == true)
  }

  @Test func `what is written is read again`() throws {
    let profile = try profile("use: my-shop")
    let text = PresetFile.text(
      name: "again", about: "with \"quotes\" and a \\", base: "cdnow",
      population: profile.population, comments: ["from orders"])
    #expect(text.hasPrefix("# from orders\npreset: again\n"))
    let again = try read("use: again", presets: ["presets/again.yaml": text]).get()
    let population = again.scenario.people.segments[0].profile.population
    #expect(
      population.parameters.mapValues(\.value) == profile.population.parameters.mapValues(\.value))
    #expect(population.covariances == profile.population.covariances)
  }

  /// Six digits that count, no exponent.
  @Test(
    arguments: [
      (0.2425945, "0.242595"), (4.4136019, "4.4136"), (1234567.8, "1234568"), (1e-7, "0.0000001"),
      (-0.0256, "-0.0256"), (0, "0"), (100, "100"), (26.8656, "26.8656"),
    ] as [(Double, String)])
  func `numbers are written with the digits that count`(row: (value: Double, text: String)) {
    let population = PopulationProfile(
      timing: .bgNBD, spend: .lognormal,
      parameters: [.rateShape: Parameter(row.value, .notStated, source: "here")])
    let text = PresetFile.text(
      name: "a", about: "b", base: "cdnow", population: population, comments: [])
    #expect(text.contains("rate-shape: { value: \(row.text), source: \"here\" }"))
  }
}
