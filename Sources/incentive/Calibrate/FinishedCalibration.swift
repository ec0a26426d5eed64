internal import ArgumentParser
internal import Calibration
internal import Experiments
internal import MemberPopulation
internal import Quantities
internal import Reports
internal import ScenarioFiles
internal import Timeline

/// A calibration with its files, ready to be written and told.
struct FinishedCalibration {
  let input: CalibrationReportInput
  let folder: String
  let language: ReportLanguage
  /// Whether the presets keep the days of the week and the months of the year.
  let keepsRhythm: Bool

  init(
    _ result: CalibrationResult, path: String, presetName: String, base: String,
    currency: Currency?, folder: String, language: ReportLanguage, keepsRhythm: Bool
  ) {
    input = CalibrationReportInput(
      result, path: path, presetName: presetName, base: base, currency: currency)
    self.folder = folder
    self.language = language
    self.keepsRhythm = keepsRhythm
  }

  var result: CalibrationResult { input.result }

  /// The presets by name: one, and one for each segment where there are several.
  var presets: [(name: String, text: String)] {
    var presets = [(input.presetName, preset(input.presetName, result.timing, part: nil))]
    if let fit = result.segments, fit.segments.count > 1 {
      for (place, segment) in fit.segments.enumerated() {
        let name = "\(input.presetName)-\(place + 1)"
        presets.append((name, preset(name, segment.fit, part: segment.share)))
      }
    }
    return presets.compactMap { name, text in text.map { (name, $0) } }
  }

  private func preset(_ name: String, _ fit: TimingFit, part: Double?) -> String? {
    let end = CivilDate(result.summary.windowEnd).text
    let customers = Int(result.summary.table.customerCount)
    let source = "\(input.fileName), \(customers) customers to \(end)"
    guard let population = FittedPopulation(fit, result, source: source) else { return nil }
    var comments = [
      "Made by `incentive calibrate` from \(source).",
      "Who buys, when and how much; how they react to incentives is that of the preset it uses.",
      "rate-scale is of purchases: with k stages it is k times the α of the literature.",
    ]
    if result.summary.refundCount > 0, let share = input.rhythm.refundShare {
      let percent = (share * 1000).rounded() / 10
      comments.append(
        "\(percent)% of orders came back: economics: { returns: { rate: \(percent)% } }")
    }
    if let part {
      comments.append("Segment with \(Int((part * 100).rounded()))% of the customers.")
    }
    var profile = population.profile
    if keepsRhythm { profile.rhythm = input.rhythm.demand }
    return PresetFile.text(
      name: name, about: "fitted to \(source)", base: input.base, population: profile,
      comments: comments)
  }

  func presetPath(_ name: String) -> String { "\(folder)/\(name).yaml" }

  /// Writes the presets and the report, the numbers last.
  func write() throws {
    let report = CalibrationReport(input, language: language)
    let presets = presets
    guard !presets.isEmpty else {
      Terminal.note("\(input.path) cannot be calibrated: \(spendRefusal)")
      throw ExitCode.wrongInput
    }
    do throws(FileProblem) {
      for (name, text) in presets { try DurableFile.write(text, to: presetPath(name)) }
      try DurableFile.write(report.html(), to: "\(folder)/report.html")
      try DurableFile.write(report.markdown(), to: "\(folder)/report.md")
      try DurableFile.write(CalibrationJSON(self).text, to: "\(folder)/fit.json")
    } catch {
      throw Terminal.exitCode(after: error)
    }
  }

  private var spendRefusal: String {
    guard case .failure(let refusal) = result.lognormal else { return "no spend was fitted" }
    return "\(refusal)"
  }

  var json: CalibrationJSON { CalibrationJSON(self) }
}
