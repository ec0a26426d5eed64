internal import ArgumentParser
internal import Calibration
internal import Experiments
internal import Foundation
internal import OrderLogs
internal import Quantities
internal import Reports
internal import ScenarioFiles
internal import Scenarios
internal import Timeline

/// What population made the orders of the past.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit a population to orders of the past: who made them, and how sure is that?",
    discussion: """
      EXAMPLE
        incentive calibrate data/cdnow/CDNOW_sample.txt --until 1997-09-30 --name cdnow-39-weeks

      Customers join with their first order in the file, and what they buy after it is \
      fitted: BG/NBD, MBG/CNBD-k and Pareto/NBD for when, Gamma-Gamma and lognormal for how \
      much, by maximum likelihood. Orders of one customer on one day are one purchase. \
      Refunds are counted apart (docs/order-files.md).

      With --until, the fit looks at the orders up to that day, and those after it test it.

      Written are a preset, which a scenario can `use:` by its path or by its name from a \
      folder `presets` beside it, a report (report.html, report.md) and fit.json. \
      The preset says who buys, when and how much; how people react to incentives comes \
      from --use, since orders without incentives cannot tell it.

      Rows that cannot be used are listed with their lines, and the command then exits with \
      65 unless --skip-bad-rows is given; so it does where the orders cannot tell a population.
      """)

  @Argument(help: "The order file: CSV or columns, one order a row.") var orders: String
  @Option(help: "The last day to fit; orders after it test the fit (yyyy-mm-dd).")
  var until: FitDay?
  @Option(help: "The preset's name; without it, the file's.") var name: String?
  @Option(help: "The preset that says how members react.") var use = "cdnow"
  @Option(help: "The currency of the amounts.") var currency: String?
  @Option(help: "The model of when customers buy: auto takes the likeliest.")
  var timing = OneOf(CalibrationOptions.Timing.auto)
  @Option(help: "The model of what orders are worth: auto takes the likelier.")
  var spend = OneOf(CalibrationOptions.Spend.auto)
  @Option(help: "Split customers into segments: a number, or auto for as many as BIC prefers.")
  var segments: SegmentCount?
  @Flag(
    help: "Write the days of the week, and months if the file has all twelve, into the preset.")
  var rhythm = false
  @Option(help: "The folder of the results; without it, results/calibrations/NAME.")
  var out: String?
  @Option(
    help: "Also write P(alive) and the expected purchases of every customer to this CSV file.")
  var customers: String?
  @Option(help: "The report's language.") var language = OneOf(ReportLanguage.english)
  @OptionGroup var file: CalibrateFileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try OutputPaths.require([customers], apartFrom: [orders]) }

  func run() throws {
    let money = try knownCurrency()
    let presetName = try validName()
    guard Preset.named(use) != nil else {
      let known = Preset.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--use \(use): no preset of that name; there are \(known)")
    }
    let summary = try read(money?.minorDigits ?? 2)
    let fitted = try fitted(summary)
    let calibration = FinishedCalibration(
      fitted, path: orders, presetName: presetName, base: use, currency: money,
      folder: out ?? "results/calibrations/\(presetName)", language: language.value,
      keepsRhythm: rhythm)
    try calibration.write()
    if let customers { try CustomerTable(fitted).write(to: customers) }
    guard !output.json else { return try Terminal.say(json: calibration.json) }
    for line in calibration.lines { Terminal.say(line) }
  }

  private func knownCurrency() throws -> Currency? {
    guard let currency else { return nil }
    guard let known = Currency.known.first(where: { $0.code == currency }) else {
      throw ValidationError("--currency \(currency): no currency that is known")
    }
    return known
  }

  /// A name as presets have: letters, digits and hyphens, beginning with a letter.
  private func validName() throws -> String {
    if let name {
      guard PresetFile.isName(name) else {
        throw ValidationError(
          "--name \(name): names have letters, digits and hyphens, begin with a letter, up to 40 "
            + "characters")
      }
      guard Preset.named(name) == nil else {
        throw ValidationError("--name \(name): a preset of that name comes with the sandbox")
      }
      return name
    }
    let stem = ((orders as NSString).lastPathComponent as NSString).deletingPathExtension
    let letters = stem.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let candidate = String(String(letters).drop { !$0.isLetter }.prefix(40))
    return PresetFile.isName(candidate) && Preset.named(candidate) == nil ? candidate : "calibrated"
  }

  /// Reads the file; bad rows are listed, and end the command unless they may be skipped.
  private func read(_ minorDigits: Int) throws -> OrderSummary {
    let intake = OrderIntake(
      path: orders, options: file.reading(minorDigits: minorDigits), until: until?.day)
    let result: Result<OrderSummary, FitRefusal>
    var badRows = 0
    do throws(OrderLogError) {
      result = try intake.read { problem in
        badRows += 1
        Terminal.note("\(orders):\(problem.line): \(problem.reason)")
      }
    } catch {
      Terminal.note("\(error)")
      throw ExitCode.wrongInput
    }
    guard badRows == 0 || file.skipBadRows else {
      Terminal.note(
        "\(ScenarioCheck.counted(badRows, "row")) cannot be used; --skip-bad-rows goes on without "
          + "them")
      throw ExitCode.wrongInput
    }
    return try accepted(result)
  }

  private func fitted(_ summary: OrderSummary) throws -> CalibrationResult {
    let options = CalibrationOptions(
      timing: timing.value, spend: spend.value, segments: segments?.wanted ?? .one)
    do throws(FitRefusal) {
      return try Calibrator.run(summary, options)
    } catch {
      return try accepted(.failure(error))
    }
  }

  /// Tells a refusal with the file and the window that it is about.
  private func accepted<Value>(_ result: Result<Value, FitRefusal>) throws -> Value {
    switch result {
    case .success(let value): return value
    case .failure(let refusal):
      let window = until.map { " up to \($0.text)" } ?? ""
      Terminal.note("\(orders)\(window) cannot be calibrated: \(refusal)")
      throw ExitCode.wrongInput
    }
  }
}
