internal import Calibration
internal import Foundation
internal import MemberPopulation
internal import NumericalMethods
internal import Reports
internal import Timeline

/// What `calibrate --json` prints and `fit.json` holds.
struct CalibrationJSON: Encodable {
  struct Parameter: Encodable {
    var name: String
    var value: Double
    var standardError: Double?
    var low: Double?
    var high: Double?
  }

  struct Model: Encodable {
    var model: String
    var parameters: [Parameter]
    var logLikelihood: Double
    var logCovariance: [[Double]]?
  }

  struct Spend: Encodable {
    var model: String
    var parameters: [Parameter]?
    var logLikelihood: Double?
    var orderLogLikelihood: Double?
    var customers: Int?
    var refusal: String?
  }

  /// What the likelihood says of a parameter that is hardly known; no end where it sets none.
  struct Profile: Encodable {
    var name: String
    var low: Double?
    var high: Double?
  }

  struct Holdout: Encodable {
    var model: String
    var weeks, predicted, actual: Double
    var relativeError: Double?
    var meanAbsoluteError, rootMeanSquareError: Double
    var correlation: Double?
  }

  struct Segment: Encodable {
    var share: Double
    var parameters: [Parameter]
  }

  var orders, customers, repeaters, repeats, refunds, badRows, laterCustomers: Int
  var windowEnd, lastDay: String
  var timing: String
  var spendFamily: String?
  var timings: [Model]
  var profiles: [Profile]
  var spends: [Spend]
  var holdout: [Holdout]
  var aliveCustomers: Double
  var weekdays: [Double]
  var months: [Double?]
  var refundShare: Double?
  var segments: [Segment]?
  var bic: [Double]?
  var presets: [String]
  var report: String

  init(_ calibration: FinishedCalibration) {
    let result = calibration.result
    let summary = result.summary
    let evidence = calibration.input.evidence
    orders = summary.orderCount
    customers = Int(summary.table.customerCount)
    repeaters = Int(summary.table.repeaterCount)
    repeats = Int(summary.table.repeatCount)
    refunds = summary.refundCount
    badRows = summary.badRowCount
    laterCustomers = summary.laterCustomerCount
    windowEnd = CivilDate(summary.windowEnd).text
    lastDay = CivilDate(summary.lastDay).text
    timing = result.timing.model.name
    spendFamily = result.spendFamily?.rawValue
    timings = result.timings.map { fit in
      Model(
        model: fit.model.name, parameters: Self.parameters(fit.model.letters, fit.estimates),
        logLikelihood: fit.logLikelihood, logCovariance: fit.logCovariance?.rows)
    }
    profiles = zip(result.timing.model.letters, result.profiles).compactMap { name, profile in
      profile.map { Profile(name: name, low: $0.low, high: $0.high) }
    }
    spends = [
      Self.spend("gamma-gamma", ["p", "q", "gamma"], result.gammaGamma),
      Self.spend("lognormal", ["median", "within", "between"], result.lognormal),
    ]
    holdout = zip(evidence.models, evidence.holdout).map { model, errors in
      Holdout(
        model: model.name, weeks: summary.holdoutWeeks, predicted: errors.predicted,
        actual: errors.actual, relativeError: errors.relativeError,
        meanAbsoluteError: errors.meanAbsoluteError,
        rootMeanSquareError: errors.rootMeanSquareError, correlation: errors.correlation)
    }
    aliveCustomers = evidence.aliveCustomers
    weekdays = calibration.input.rhythm.weekdays
    months = calibration.input.rhythm.months
    refundShare = calibration.input.rhythm.refundShare
    segments = result.segments?.segments.map { segment in
      Segment(
        share: segment.share,
        parameters: Self.parameters(segment.fit.model.letters, segment.fit.estimates))
    }
    bic = result.segments?.tried
    presets = calibration.presets.map { calibration.presetPath($0.name) }
    report = "\(calibration.folder)/report.html"
  }

  /// The value as the file holds it: keys sorted, a line break at the end.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func parameters(_ names: [String], _ estimates: [Estimate]) -> [Parameter] {
    zip(names, estimates).map { name, estimate in
      let interval = estimate.interval
      return Parameter(
        name: name, value: estimate.value, standardError: estimate.standardError,
        low: interval?.lowerBound, high: interval?.upperBound)
    }
  }

  private static func spend(
    _ name: String, _ letters: [String], _ result: Result<SpendFit, FitRefusal>
  ) -> Spend {
    switch result {
    case .failure(let refusal): Spend(model: name, refusal: "\(refusal)")
    case .success(let fit):
      Spend(
        model: name, parameters: parameters(letters, fit.estimates),
        logLikelihood: fit.logLikelihood, orderLogLikelihood: fit.orderLogLikelihood,
        customers: fit.customerCount)
    }
  }
}
