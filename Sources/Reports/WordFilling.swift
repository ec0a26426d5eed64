import Charts
import Experiments
import Measurement
import Scenarios
import Statistics

/// The fixed words in the language of the report.
struct Words: Sendable {
  let language: ReportLanguage

  /// The text of a name, with what is filled in, in order.
  func callAsFunction(_ word: Word, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The text of a name of the money section, with what is filled in, in order.
  func callAsFunction(_ word: MoneyWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The text of a name of the section on wear, with what is filled in, in order.
  func callAsFunction(_ word: FatigueWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The text of a name of the section on messages, with what is filled in, in order.
  func callAsFunction(_ word: FunnelWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The text of a name on control variates, with what is filled in, in order.
  func callAsFunction(_ word: ControlWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The text of a name of the section on abuse, with what is filled in, in order.
  func callAsFunction(_ word: AbuseWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The text of a name of what only a second life shows, with what is filled in, in order.
  func callAsFunction(_ word: WorldsWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The text of a name of workbooks.
  func workbook(_ word: WorkbookWord) -> String { fill(word, []) }

  /// The text of a name on uncertainty where communities depend on each other, filled in.
  func callAsFunction(_ word: CoupledWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The text of a name on draws of parameters, filled in.
  func callAsFunction(_ word: DrawWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }

  /// The name of what is not a word of the page, such as a metric or an outcome.
  func name(_ word: some ReportWord) -> String { word.text(in: language) }

  func fill(_ word: some ReportWord, _ fillings: [String]) -> String {
    WordTemplate(word.text(in: language)).filled(fillings)
  }

  /// What charts say by themselves.
  var charts: ChartWords { language == .chinese ? .chinese : .english }

  /// Names or short texts in a list.
  func list(_ parts: [String]) -> String { parts.joined(separator: language(", ", "、")) }

  /// Clauses one after the other.
  func clauses(_ parts: [String]) -> String { parts.joined(separator: language("; ", "；")) }
}

extension Words {
  /// A difference to control, with its interval where there is one.
  func estimate(_ measured: Measured, of metric: Metric, _ figures: Figures) -> String {
    let value = figures.difference(measured, of: metric)
    guard measured.interval != nil else { return value }
    return self(.withInterval, value, figures.interval(measured, of: metric, self))
  }

  /// What a judgement is based on, by point and interval; why it could not be judged.
  ///
  /// Another arm than control is named beside its value.
  func finding(_ judgement: Judgement, _ figures: Figures, control: String) -> String {
    if case .notModeled(let gap) = judgement.verdict { return reason(gap) }
    guard let evidence = judgement.evidence else {
      return sentence(judgement, figures.currency)
    }
    let metric = judgement.expectation.metric
    let isDifference = evidence.reference != nil
    let size = evidence.halfWidth.flatMap { $0 > 0 ? $0 : nil } ?? abs(evidence.judged)
    func text(_ value: Double) -> String {
      isDifference
        ? figures.signed(value, of: metric, finest: size) : figures.value(value, of: metric)
    }
    var judged = text(evidence.judged)
    if isDifference, metric.unit == .share { judged += " pp" }
    if let lower = evidence.lower, let upper = evidence.upper {
      judged = self(.withInterval, judged, "\(text(lower)) \(self(.to)) \(text(upper))")
    }
    guard let reference = evidence.reference else { return judged }
    var against = figures.value(reference, of: metric)
    if case .arm(let name) = judgement.expectation.reference, name != control {
      against = self(.equalizedOf, against, name)
    }
    return self(
      .againstValue, figures.value(evidence.value, of: metric), against, judged)
  }
}
