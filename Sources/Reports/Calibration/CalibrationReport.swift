public import Calibration
public import Quantities

/// What a calibration's report is made of.
public struct CalibrationReportInput: Sendable {
  /// The fits.
  public var result: CalibrationResult
  /// The fits against the orders.
  public var evidence: Evidence
  /// When customers buy and send back.
  public var rhythm: Rhythm
  /// Customers by the worth of their orders; nothing where no spend could be fitted.
  public var spendBins: SpendBins?
  /// The order file, as it was named.
  public var path: String
  /// The order file's name without its folders.
  public var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
  /// The preset's name.
  public var presetName: String
  /// The preset that says how members react.
  public var base: String
  /// The currency of the amounts, if it was said.
  public var currency: Currency?

  /// Holds fits against the orders that they were fitted to.
  public init(
    _ result: CalibrationResult, path: String, presetName: String, base: String,
    currency: Currency?
  ) {
    let evidence = Evidence(result)
    self.result = result
    self.evidence = evidence
    self.path = path
    self.presetName = presetName
    self.base = base
    self.currency = currency
    rhythm = Rhythm(result.summary, evidence.tracking)
    spendBins = SpendBins(result)
  }
}

/// The report of a calibration, in English or Chinese; a pure function of its input.
public struct CalibrationReport: Sendable {
  let input: CalibrationReportInput
  let say: ReportLanguage

  /// Prepares the report.
  public init(_ input: CalibrationReportInput, language: ReportLanguage) {
    self.input = input
    say = language
  }

  /// The report as Markdown.
  public func markdown() -> String { MarkdownPage.text(of: page()) }

  /// The report as one self-contained page.
  public func html() -> String {
    let labels = PageLabels(language: say) { [say] caption in
      say("The numbers of “\(caption)”", "“\(caption)”的数据")
    }
    return HTMLPage.text(of: page(), title: title, labels: labels)
  }

  var title: String {
    say("Who made these orders: \(input.presetName)", "这些订单来自怎样的顾客：\(input.presetName)")
  }

  /// The page, in the order in which it is read.
  func page() -> [Block] {
    [.title(title)] + findingSection() + timingSection() + trackingSection() + countSection()
      + futureSection() + aliveSection() + spendSection() + rhythmSection() + segmentSection()
      + useSection() + methodSection()
  }

  // MARK: Numbers

  /// A number of customers or purchases.
  func whole(_ value: Double) -> String { Figures.fixed(value, 0) }

  /// An amount in major units.
  func amount(_ value: Double) -> String {
    let text = Figures.fixed(value, 2)
    return input.currency.map { $0.sign + text } ?? text
  }

  /// A parameter of a model.
  func number(_ value: Double) -> String { Figures.parameter(value) }

  /// The name of a model in the report, the same in both languages.
  var modelNames: [String] { input.evidence.models.map(\.name) }

  var summary: OrderSummary { input.result.summary }

  var hasHoldout: Bool { summary.holdoutWeeks > 0 }
}
