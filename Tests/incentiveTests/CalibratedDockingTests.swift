import Calibration
import Foundation
import MemberPopulation
import ScenarioFiles
import Testing
import Timeline

/// A calibrated preset, simulated without incentives, buys as the fitted model expects.
@Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct CalibratedDockingTests {
  static let memberCount = 40_000
  /// Three standard errors of the mean: CDNOW's cohort of 2,357 simulated by BG/NBD has a standard
  /// deviation of 108.4 orders (docking_tolerance_cdnow.csv), 2.23 a customer.
  static let tolerance = 3 * 108.3632 / 2357.0.squareRoot() / Double(memberCount).squareRoot()

  /// Orders a member in 39 weeks of a scenario that uses a preset.
  private func ordersPerMember(_ preset: String, in folder: TemporaryFolder) throws -> Double {
    let scenario = try folder.file(
      "scenario.yaml",
      """
      scenario: CDNOW without incentives
      horizon: { from: 1997-01-01, days: 273, zone: UTC }
      currency: USD
      seed: 7
      economics: { margin: 35% }
      people: { members: \(Self.memberCount), segments: [{ name: all, share: 100%, use: \(preset) }] }

      """)
    let ran = try incentive("run", scenario, "--json", "--out", folder.path("runs"))
    #expect(ran.status == 0, "\(ran.errors)")
    let arms = try #require(try ran.json()["arms"] as? [[String: Any]])
    let metrics = try #require(arms[0]["metrics"] as? [String: [String: Any]])
    return try #require(metrics["orders-per-member"]?["value"] as? Double)
  }

  /// E[X(39 weeks)] of CDNOW's fits (expected_transactions_cdnow.csv).
  @Test(
    arguments: [("bg-nbd", 1.19501), ("mbg-cnbd", 1.18228), ("pareto-nbd", 1.2134)]
      as [(String, Double)])
  func `members of a calibrated preset buy as often as its model expects`(
    row: (timing: String, expected: Double)
  ) throws {
    let folder = try TemporaryFolder()
    let ran = try incentive(
      "calibrate", CDNOWLog.path, "--until", "1997-09-30", "--timing", row.timing, "--name",
      "fitted", "--out", folder.path("presets"))
    #expect(ran.status == 0, "\(ran.errors)")
    let orders = try ordersPerMember("fitted", in: folder)
    #expect(abs(orders - row.expected) < Self.tolerance)
  }

  /// With two stages the population's rate is that of purchases, twice the α of the fit.
  @Test func `members with stages buy as often as their model expects`() throws {
    let folder = try TemporaryFolder()
    let until = try #require(CivilDate(year: 1997, month: 9, day: 30)).dayIndex
    let summary = try OrderIntake(path: CDNOWLog.path, until: until).read { _ in }.get()
    let result = try Calibrator.run(summary, CalibrationOptions(timing: .bgNBD))
    let fit = try TimingFitter.fit(.mbgCNBD(stages: 2), to: summary.table)
    let population = try #require(FittedPopulation(fit, result, source: "CDNOW")).profile
    #expect(abs(population.value(.rateScale) - 2 * 2.288149) < 1e-4)
    let text = PresetFile.text(
      name: "two-stages", about: "CDNOW", base: "cdnow", population: population, comments: [])
    try FileManager.default.createDirectory(
      atPath: folder.path("presets"), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path("presets/two-stages.yaml")))
    let expected = TimingPredictor(fit, mostRepeats: 0).expected(weeks: 39)
    let orders = try ordersPerMember("two-stages", in: folder)
    #expect(abs(orders - expected) < Self.tolerance)
  }
}
