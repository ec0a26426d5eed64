import Experiments
import Quantities
import Scenarios
public import Spreadsheets

/// A report of one run, in every form; pure functions of the input.
public struct Report: Sendable {
  let input: ReportInput
  let facts: ReportFacts
  let words: Words

  /// Prepares the report of a run; the tables and texts for machines are English in any language.
  public init(_ input: ReportInput, language: ReportLanguage = .english) {
    self.input = input
    words = Words(language: language)
    facts = ReportFacts(input, words)
  }

  /// What became of each budget of each arm, a sentence each.
  public var budgetLines: [String] { input.budgets.map { words.lines($0) } ?? [] }

  /// The report as Markdown.
  public func markdown() -> String { MarkdownPage.text(of: page()) }

  /// The report as one self-contained page: no network, readable with scripts off, well-formed as
  /// XML, too.
  public func html() -> String {
    let labels = PageLabels(
      language: words.language, arms: input.comparison.treatments.map(\.name)
    ) { [words] in words(.dataOf, $0) }
    return HTMLPage.text(of: page(), title: input.scenario.title, labels: labels)
  }

  /// The numbers as JSON: keys in a stable order, whole numbers as strings because they are exact.
  public func summaryJSON() -> String {
    SummaryJSON(words.language == .english ? self : Report(input)).text
  }

  /// One row a day and arm, sums over all replications.
  public func dailyCSV() -> String { DailyCSV.text(input) }

  /// What the columns of the daily table are.
  public func dailyColumnsCSV() -> String { DailyCSV.dictionary(currency: input.scenario.currency) }

  /// Every metric of every arm, one row each.
  public func metricsCSV() -> String { MetricsCSV.text(self) }

  /// What the columns of the table of metrics are.
  public func metricColumnsCSV() -> String {
    MetricsCSV.dictionary(currency: input.scenario.currency.code)
  }

  /// The same numbers as a workbook for spreadsheets.
  public func workbook() -> Workbook { ReportWorkbook(self).workbook }

  /// The arms side by side, for a terminal.
  public func terminalTable() -> String { TerminalTable.text(self) }

  /// Blocks about one arm, which a reader may hide.
  func ofArm(_ name: String, _ blocks: Block...) -> Block { ofArm(name, blocks) }

  /// Blocks about one arm, which a reader may hide.
  func ofArm(_ name: String, _ blocks: [Block]) -> Block {
    .ofArm(input.comparison.arms.firstIndex { $0.name == name } ?? 0, blocks)
  }

  /// The page, in the order in which it is read.
  func page() -> [Block] {
    verdictSection() + provenanceSection() + equalizedSection() + healthSection()
      + expectationsSection() + metricsSection() + ordersSection() + worldsSection()
      + moneySection() + chartsSection()
      + weeksSection() + slicesSection() + funnelSection() + wearSection() + liabilitySection()
      + checkoutSection() + budgetSection() + abuseSection() + partnerSection() + tagSection()
      + uncertaintySection() + precisionSection() + assumptionsSection() + methodSection()
      + definitionsSection()
  }
}
