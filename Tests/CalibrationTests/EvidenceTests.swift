import Calibration
import Foundation
import Testing

@Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct EvidenceTests {
  static let calibrated = Result { try Calibrator.run(CDNOWLog.summary()) }

  @Test func `MBG/NBD is the likeliest, and no second stage makes gaps likelier`() throws {
    let result = try Self.calibrated.get()
    #expect(result.timings.map(\.model.name) == ["MBG/NBD", "BG/NBD", "Pareto/NBD", "MBG/CNBD-2"])
    #expect(result.timing.model == .mbgNBD)
  }

  /// Cumulative repeats by week, actual and as BG/NBD and Pareto/NBD expect them
  /// (cdnow_weekly_tracking.csv; the actual ones equal those of R's BTYD).
  ///
  /// The published curve counts the last day of a week whole, the estimates count from day to day: a
  /// day in 39 weeks, 0.3%.
  @Test(
    arguments: [
      (1, 0, 4.41, 4.22), (4, 81, 68.94, 66.72), (38, 2395, 2448.21, 2477.51),
      (39, 2457, 2501.53, 2532.78), (78, 4339, 4165.66, 4275.39),
    ] as [(Int, Double, Double, Double)])
  func `the tracking curve is the published one`(
    row: (week: Int, actual: Double, bg: Double, pareto: Double)
  ) throws {
    let evidence = Evidence(try Self.calibrated.get())
    #expect(evidence.models.map(\.name) == ["MBG/NBD", "BG/NBD", "Pareto/NBD"])
    let tracking = evidence.tracking
    func sum(_ weeks: [Double]) -> Double { weeks.prefix(row.week).reduce(0, +) }
    #expect(sum(tracking.actual) == row.actual)
    let allowed = row.bg * 0.001 + 7
    #expect(abs(sum(tracking.expected[1]) - row.bg) < allowed)
    #expect(abs(sum(tracking.expected[2]) - row.pareto) < allowed)
    #expect(tracking.windowWeeks == 39)
    #expect(tracking.actual.count == 78)
  }

  /// Summed over the customers' own times, BG/NBD expects 2,494.7 repeats: the mean of two hundred
  /// simulated cohorts is 2,494.67 (docking_tolerance_cdnow.csv, standard deviation 108).
  @Test func `the curve at the window's end is the sum over customers`() throws {
    let result = try Self.calibrated.get()
    let tracking = Evidence(result).tracking
    let predictor = TimingPredictor(result.timings[1], mostRepeats: 40)
    let sum = result.summary.customers.reduce(0) {
      $0 + predictor.expected(weeks: $1.history.lengthWeeks)
    }
    #expect(relativeError(tracking.expected[1].prefix(39).reduce(0, +), sum) < 1e-9)
    #expect(abs(sum - 2494.67) < 3 * 108 / 200.squareRoot())
  }

  @Test func `the holdout errors are those of the forecasts by hand`() throws {
    let evidence = Evidence(try Self.calibrated.get())
    let bg = evidence.holdout[1]
    #expect(bg.actual == 1882)
    let byFrequency = evidence.frequencies.reduce(0) { $0 + $1.customers * $1.expectedFuture[1] }
    #expect(abs(bg.predicted - byFrequency) < 1e-6)
    #expect(evidence.frequencies[0].customers == 1411)
    #expect(abs(evidence.frequencies.reduce(0) { $0 + $1.expected[1] } - 2357) < 1e-6)
    #expect(evidence.aliveTenths.reduce(0, +) == 2357)
    // Conditional means .225 … 6.157 times customers: 1411 · .225 + … (behavior of BG/NBD).
    #expect(abs((bg.relativeError ?? 0) - (bg.predicted / 1882 - 1)) < 1e-12)
    #expect(bg.meanAbsoluteError < bg.rootMeanSquareError)
  }

  /// CDNOW's customers are one kind: a second segment is not worth its five parameters.
  @Test func `segments are as many as the criterion prefers`() throws {
    let options = CalibrationOptions(timing: .bgNBD, segments: .auto)
    let segments = try #require(try Calibrator.run(CDNOWLog.summary(), options).segments)
    #expect(segments.segments.count == 1)
    #expect(segments.tried.count == 2)
    // −2 · −9582.429 + 4 · ln 2357.
    #expect(abs(segments.bic - 19195.919) < 0.001)
  }
}
