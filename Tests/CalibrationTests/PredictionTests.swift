import Calibration
import Testing

struct PredictionTests {
  /// CDNOW's fits with seven digits (SciPy).
  static let bgNBD = TimingPredictor(
    .bgNBD, values: [0.2425945, 4.4136019, 0.7929199, 2.4258881], mostRepeats: 40)
  static let mbgNBD = TimingPredictor(
    .mbgNBD, values: [0.524843, 6.183085, 0.891359, 1.614001], mostRepeats: 40)
  static let paretoNBD = TimingPredictor(
    .paretoNBD, values: [0.553277, 10.577683, 0.60624, 11.668731], mostRepeats: 40)

  /// E[X(t)] by weeks for BG/NBD, MBG/NBD and Pareto/NBD (expected_transactions_cdnow.csv; the
  /// Python package Lifetimes gives the same).
  @Test(
    arguments: [
      (4, 0.19576, 0.19617, 0.19076), (13, 0.53364, 0.53508, 0.5314),
      (26, 0.90132, 0.89815, 0.90891),
      (39, 1.19501, 1.18228, 1.2134), (52, 1.44401, 1.41888, 1.47343),
      (78, 1.85796, 1.80363, 1.90987), (156, 2.75484, 2.60295, 2.87679),
    ] as [(Double, Double, Double, Double)])
  func `the repeats of a new customer are the published ones`(
    row: (weeks: Double, bg: Double, mbg: Double, pareto: Double)
  ) {
    #expect(abs(Self.bgNBD.expected(weeks: row.weeks) - row.bg) < 0.00001)
    #expect(abs(Self.mbgNBD.expected(weeks: row.weeks) - row.mbg) < 0.00001)
    #expect(abs(Self.paretoNBD.expected(weeks: row.weeks) - row.pareto) < 0.00001)
  }

  @Test(arguments: [bgNBD, mbgNBD, paretoNBD])
  func `probabilities of counts have the expected repeats as their mean`(
    predictor: TimingPredictor
  ) {
    let chances = predictor.probabilities(weeks: 39, upTo: 3000)
    let mean = chances.dropLast().enumerated().reduce(0) { $0 + Double($1.0) * $1.1 }
    #expect(abs(mean - predictor.expected(weeks: 39)) < 1e-6)
    #expect(chances.allSatisfy { $0 >= 0 })
    #expect(predictor.probabilities(weeks: 0, upTo: 2) == [1, 0, 0, 0])
  }

  /// Regular buyers: with k stages the counts have the expected repeats as their mean, too.
  @Test func `Erlang purchases have one expectation, however it is computed`() {
    let predictor = TimingPredictor(
      .mbgCNBD(stages: 3), values: [1.5, 2, 0.5, 8], mostRepeats: 4)
    let chances = predictor.probabilities(weeks: 26, upTo: 2000)
    let mean = chances.dropLast().enumerated().reduce(0) { $0 + Double($1.0) * $1.1 }
    #expect(abs(mean - predictor.expected(weeks: 26)) < 1e-7)
  }

  /// What is expected of a new customer over T + t weeks is what is expected over T, and then of
  /// each possible history over t: with T = 0 there is one history.
  @Test(arguments: [bgNBD, paretoNBD])
  func `a customer of today is a new one`(predictor: TimingPredictor) {
    let today = BuyingHistory(repeats: 0, lastWeeks: 0, lengthWeeks: 0)
    #expect(predictor.alive(today) == 1)
    let conditional = predictor.conditional(today, weeks: 39)
    #expect(relativeError(conditional, predictor.expected(weeks: 39)) < 1e-12)
  }

  @Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct CDNOW {
    /// Means in the 39 weeks after the window of customers with x = 0 … 6 and 7 or more repeats.
    @Test func `purchases after the window, by frequency, are the published ones`() throws {
      let customers = try CDNOWLog.summary().customers
      func means(_ value: (OrderSummary.Customer) -> Double) -> [Double] {
        (0...7).map { count in
          let group = customers.filter { min($0.history.repeats, 7) == count }
          return group.reduce(0) { $0 + value($1) } / Double(group.count)
        }
      }
      func close(_ values: [Double], _ expected: [Double]) -> Bool {
        zip(values, expected).allSatisfy { abs($0 - $1) < 0.0006 }
      }
      let actual = means { Double($0.holdoutRepeats) }
      #expect(close(actual, [0.237, 0.697, 1.393, 1.560, 2.532, 2.947, 3.862, 6.359]))
      let bg = means { PredictionTests.bgNBD.conditional($0.history, weeks: 39) }
      #expect(close(bg, [0.225, 0.523, 1.044, 1.520, 2.164, 2.654, 3.504, 6.157]))
      let pareto = means { PredictionTests.paretoNBD.conditional($0.history, weeks: 39) }
      #expect(close(pareto, [0.138, 0.599, 1.196, 1.714, 2.398, 2.907, 3.819, 6.403]))
    }
  }
}
