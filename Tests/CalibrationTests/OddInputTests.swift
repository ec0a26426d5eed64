import Calibration
import Foundation
import Testing

/// Inputs at which packages have answered NaN or crashed.
struct OddInputTests {
  /// The parameters at which CLVTools once gave NaN (its `test_correctness_pnbd_nocovstaticcov.R`).
  static let parameters = [0.5143, 2.8845, 0.2856, 14.1087]

  @Test(arguments: [1, 161, 204, 221, 254, 500], [1.0, 10, 52, 300, 1000])
  func `Pareto/NBD answers where CLVTools once gave NaN`(repeats: Int, weeks: Double) {
    let predictor = TimingPredictor(.paretoNBD, values: Self.parameters, mostRepeats: 500)
    for part in [0.01, 0.5, 0.9, 1.0] {
      let history = BuyingHistory(
        repeats: repeats, lastWeeks: weeks * part, lengthWeeks: weeks)
      let alive = predictor.alive(history)
      #expect(alive >= 0 && alive <= 1, "\(history)")
      let future = predictor.conditional(history, weeks: 52)
      #expect(future.isFinite && future >= 0)
      if part == 1 { #expect(alive == 1, "who has just bought is a customer") }
    }
  }

  /// x, tx, T, the logarithm of P(alive): mpmath 1.3.0 with 50 digits from the published closed form
  /// with hypergeometric functions.
  static let references: [(Int, Double, Double, Double)] = [
    (161, 200, 252, -30.522446548389268),
    (204, 100, 300, -214.43426878825751),
    (221, 0.5, 1, -22.418752718273825),
    (254, 900, 1000, -19.958148769644392),
    (500, 999, 1000, -0.0003654295904910642),
    (161, 10, 1000, -697.43741694250939),
    (254, 52, 53, -0.087741165500535008),
    (1, 1, 1000, -6.930658491176392),
  ]

  @Test(arguments: references)
  func `P(alive) is that of the closed form at fifty digits`(
    row: (repeats: Int, last: Double, length: Double, logAlive: Double)
  ) {
    let predictor = TimingPredictor(.paretoNBD, values: Self.parameters, mostRepeats: 500)
    let alive = predictor.alive(
      BuyingHistory(repeats: row.repeats, lastWeeks: row.last, lengthWeeks: row.length))
    #expect(abs(log(alive) - row.logAlive) < 1e-9 * max(1, abs(row.logAlive)))
  }

  static let models: [TimingModel] = [.bgNBD, .mbgNBD, .mbgCNBD(stages: 3), .paretoNBD]

  @Test(arguments: models)
  func `one customer, nobody, or only one-timers are refused with the reason`(model: TimingModel) {
    #expect(throws: FitRefusal.noCustomers) {
      try TimingFitter.fit(model, to: HistoryTable([]))
    }
    let one = BuyingHistory(repeats: 3, lastWeeks: 10, lengthWeeks: 20)
    #expect(throws: FitRefusal.tooFewRepeaters(found: 1, needed: 20)) {
      try TimingFitter.fit(model, to: HistoryTable([one]))
    }
    let once = (1...500).map {
      BuyingHistory(repeats: 0, lastWeeks: 0, lengthWeeks: Double($0) / 7)
    }
    #expect(throws: FitRefusal.tooFewRepeaters(found: 0, needed: 20)) {
      try TimingFitter.fit(model, to: HistoryTable(once))
    }
  }

  @Test func `more segments than customers can tell are refused`() throws {
    let histories = (0..<30).map { index in
      BuyingHistory(
        repeats: index % 5 + 1, lastWeeks: Double(index % 9 + 1), lengthWeeks: Double(20 + index))
    }
    let text =
      "customer,date,amount\n"
      + histories.indices.flatMap { index in
        (1...3).map { "c\(index),2026-0\($0)-\(10 + index % 15),\(index + $0)\n" }
      }.joined()
    try withOrders(text) { path in
      let summary = try read(path)
      #expect(throws: FitRefusal.tooManySegments(2)) {
        try Calibrator.run(summary, CalibrationOptions(timing: .bgNBD, segments: .count(2)))
      }
      let auto = try Calibrator.run(summary, CalibrationOptions(timing: .bgNBD, segments: .auto))
      #expect(auto.segments?.segments.count == 1)
    }
  }

  @Test func `customers of the last day alone are refused`() {
    let today = BuyingHistory(repeats: 0, lastWeeks: 0, lengthWeeks: 0)
    #expect(throws: FitRefusal.noTime) {
      try TimingFitter.fit(.bgNBD, to: HistoryTable(Array(repeating: today, count: 100)))
    }
  }

  @Test(
    arguments: [
      (1, 0, 10), (0, 1, 10), (1, 11, 10), (-1, 0, 10), (2, .nan, 10), (2, 1, .infinity),
    ] as [(Int, Double, Double)])
  func `an impossible history is refused, not fitted`(row: (Int, Double, Double)) {
    let history = BuyingHistory(repeats: row.0, lastWeeks: row.1, lengthWeeks: row.2)
    #expect(throws: FitRefusal.self) {
      try TimingFitter.fit(.bgNBD, to: HistoryTable([history]))
    }
  }

  /// Customers of the last day, ordinary ones, and one with 500 purchases.
  @Test(arguments: models)
  func `T = 0 and x = 500 among ordinary customers do no harm`(model: TimingModel) throws {
    var histories = [BuyingHistory(repeats: 500, lastWeeks: 99, lengthWeeks: 100)]
    for index in 0..<400 {
      histories.append(BuyingHistory(repeats: 0, lastWeeks: 0, lengthWeeks: Double(index % 3)))
      let repeats = index % 7 + 1
      let length = Double(20 + index % 50)
      histories.append(
        BuyingHistory(
          repeats: repeats, lastWeeks: length * Double(index % 10 + 1) / 10.5, lengthWeeks: length))
    }
    let fit = try TimingFitter.fit(model, to: HistoryTable(histories, logGapSum: 900))
    #expect(fit.values.allSatisfy { $0.isFinite && $0 > 0 })
    #expect(fit.logLikelihood.isFinite)
  }

  /// Everybody buys every week to the end: nobody drops out, and rates do not differ.
  @Test(arguments: models)
  func `buyers who never leave end at an edge that is told`(model: TimingModel) throws {
    let histories = (1...200).map { _ in
      BuyingHistory(repeats: 40, lastWeeks: 40, lengthWeeks: 40)
    }
    let fit = try TimingFitter.fit(model, to: HistoryTable(histories))
    #expect(!fit.warnings.isEmpty)
    #expect(fit.values.allSatisfy { $0.isFinite && $0 > 0 })
  }
}
