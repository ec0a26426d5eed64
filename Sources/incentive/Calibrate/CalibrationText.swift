internal import Calibration
internal import Foundation
internal import MemberPopulation
internal import Quantities
internal import Reports
internal import Timeline

/// What `calibrate` prints for people.
extension FinishedCalibration {
  var lines: [String] {
    let summary = result.summary
    let end = CivilDate(summary.windowEnd).text
    var lines = [
      "\(input.path): \(count(summary.orderCount)) orders, \(count(summary.refundCount)) refunds, "
        + "\(count(summary.badRowCount)) rows that cannot be used",
      "\(count(Int(summary.table.customerCount))) customers to \(end); "
        + "\(count(Int(summary.table.repeaterCount))) bought again, "
        + "\(count(Int(summary.table.repeatCount))) times",
      "", "when they buy (± standard error; log-likelihood):",
    ]
    lines += result.timings.map(line)
    lines += ["", "what an order is worth:"]
    lines += [
      line("Gamma-Gamma", ["p", "q", "γ"], result.gammaGamma),
      line("lognormal", ["median", "within", "between"], result.lognormal),
    ]
    lines += holdoutLines + warningLines + segmentLines
    lines.append("")
    for (name, _) in presets { lines.append("preset: \(presetPath(name))") }
    return lines + ["report: \(folder)/report.html"]
  }

  private func count(_ number: Int) -> String { Currency.grouped(UInt64(max(0, number))) }

  private func line(_ fit: TimingFit) -> String {
    let mark = fit.model == result.timing.model ? "* " : "  "
    return mark + padded(fit.model.name) + estimates(fit.model.letters, fit.estimates)
      + "  \(fixed(fit.logLikelihood, 3))"
  }

  private func line(
    _ name: String, _ letters: [String], _ fit: Result<SpendFit, FitRefusal>
  ) -> String {
    let isTaken = (result.spendFamily == .gammaGamma) == (name == "Gamma-Gamma")
    let mark = isTaken && result.spendFamily != nil ? "* " : "  "
    switch fit {
    case .failure(let refusal): return "  \(padded(name))\(refusal)"
    case .success(let fit):
      return mark + padded(name) + estimates(letters, fit.estimates)
        + "  \(fixed(fit.logLikelihood, 3))"
    }
  }

  private func estimates(_ letters: [String], _ estimates: [Estimate]) -> String {
    zip(letters, estimates).map { letter, estimate in
      let error = estimate.standardError.map { " ± \(fixed($0, 4))" } ?? ""
      return "\(letter) \(fixed(estimate.value, 4))\(error)"
    }.joined(separator: "  ")
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(2, 14 - name.count))
  }

  private func fixed(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }

  private var holdoutLines: [String] {
    guard !input.evidence.holdout.isEmpty else { return [] }
    let weeks = fixed(result.summary.holdoutWeeks, 0)
    let head = "\(weeks) weeks after the window (forecast, observed, error; of single customers):"
    return ["", head]
      + zip(input.evidence.models, input.evidence.holdout).map { model, holdout in
        let error = holdout.relativeError.map { String(format: "%+.1f%%", $0 * 100) } ?? "–"
        return "  " + padded(model.name)
          + "\(fixed(holdout.predicted, 1))  \(fixed(holdout.actual, 0))  \(error)  "
          + "mean absolute \(fixed(holdout.meanAbsoluteError, 4)), "
          + "root mean square \(fixed(holdout.rootMeanSquareError, 4))"
      }
  }

  private var warningLines: [String] {
    result.timing.warnings.map { warning in
      switch warning {
      case .atEdge(let parameter):
        "warning: \(parameter.rawValue) is at the edge of what a population may have"
      case .flat: "warning: the likelihood is flat; no standard errors can be given"
      case .hardlyKnown(let parameter, let error):
        "warning: \(parameter.rawValue) is known to \(fixed(error * 100, 0))% only"
      case .weaklyIdentified(let first, let second, let errors, let ratio):
        "warning: \(first.rawValue) and \(second.rawValue) are known to "
          + "\(fixed(errors[0] * 100, 0))% and \(fixed(errors[1] * 100, 0))%, their ratio to "
          + "\(fixed(ratio * 100, 0))%: read them together"
      }
    }
  }

  private var segmentLines: [String] {
    guard let fit = result.segments else { return [] }
    let tried = fit.tried.map { fixed($0, 1) }.joined(separator: ", ")
    return ["", "segments: \(fit.segments.count) (BIC as tried: \(tried))"]
      + fit.segments.map { segment in
        "  \(fixed(segment.share * 100, 1))%  "
          + estimates(segment.fit.model.letters, segment.fit.estimates)
      }
  }
}
