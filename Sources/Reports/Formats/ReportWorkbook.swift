import Experiments
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Spreadsheets
import Statistics
import Timeline

typealias SheetCell = Spreadsheets.Cell

/// The report's numbers as a workbook: Summary, Metrics, Segments, Daily, Assumptions.
///
/// Differences, shares and sums are formulas, so whoever changes a number sees what follows.
struct ReportWorkbook {
  let report: Report
  var input: ReportInput { report.input }
  var words: Words { report.words }

  init(_ report: Report) { self.report = report }

  /// - Parameter createdSecondsSince1970: A fixed instant, so that equal runs give equal files: the
  ///   horizon's first day.
  var workbook: Workbook {
    let first = input.scenario.horizon.firstDay
    let days = Int(first.index)
    return Workbook(
      sheets: [summary, metrics, segments, daily(firstDay: days), assumptions],
      title: input.scenario.title, subject: input.runID,
      createdSecondsSince1970: max(1, days * 86_400))
  }

  var money: NumberFormat {
    .money(sign: input.scenario.currency.sign, digits: input.scenario.currency.minorDigits)
  }

  func major(_ minor: Int64) -> Double {
    Double(minor) / Double(input.scenario.currency.minorPerMajor)
  }

  /// Verdicts, where the run comes from, and the way from margin to net value with its sum.
  var summary: Sheet {
    var rows: [Sheet.Row] = [Sheet.Row([.text(input.scenario.title)], style: .heading), []]
    let headers = [words(.arm), words(.reading), words.workbook(.rule)]
    rows.append(Sheet.Row(headers.map { SheetCell.text($0) }, style: .header))
    for verdict in report.verdicts {
      rows.append([.text(verdict.arm), .text(verdict.text), .text(verdict.rule)])
    }
    rows.append([])
    let facts: [(Word, SheetCell)] = [
      (.runID, .text(input.runID)), (.digest, .text(input.digest)),
      (.seed, .text(String(input.scenario.seed))),
      (.engine, .text(input.engineVersion.text(in: words.language))),
      (.members, .number(Double(input.comparison.membersAtStart), .integer)),
      (.replications, .number(Double(input.comparison.replications), .integer)),
      (.currency, .text(input.scenario.currency.code)),
    ]
    rows += facts.map { Sheet.Row([.text(words($0.0)), $0.1]) }
    rows.append([])
    rows += moneyRows(from: rows.count)
    return Sheet(
      name: words.workbook(.summary),
      columns: [Sheet.Column(width: 44)]
        + input.comparison.arms.dropFirst().map { _ in Sheet.Column(width: 22) }
        + [Sheet.Column(width: 60)], rows: rows)
  }

  /// Each step a number, net value the sum of the steps.
  private func moneyRows(from top: Int) -> [Sheet.Row] {
    let arms = report.facts.money.dropFirst()
    let count = Double(input.comparison.replications)
    let steps = Report.moneyRows.filter { row in
      row.word != .netValue && arms.contains { row.amount($0) != 0 }
    }
    let names = input.comparison.treatments.map { SheetCell.text($0.name) }
    let header = Sheet.Row([.text(words(MoneyWord.money))] + names, style: .header)
    let lines = steps.map { row in
      Sheet.Row(
        [.text(words(row.word))] + arms.map { .number(major(row.amount($0)) / count, money.signed) }
      )
    }
    let sums = arms.enumerated().map { place, lines -> SheetCell in
      let value = major(lines.net) / count
      guard !steps.isEmpty else { return .number(value, money.signed) }
      let first = CellReference(row: top + 1, column: place + 1)
      let last = CellReference(row: top + steps.count, column: place + 1)
      return .formula("SUM(\(first.range(to: last)))", value: .number(value), money.signed)
    }
    return [header] + lines + [Sheet.Row([.text(words(MoneyWord.netValue))] + sums, style: .total)]
  }

  private func format(of metric: Metric) -> NumberFormat {
    switch metric.unit {
    case .money: money
    case .share: .percent(2)
    case .count: .decimal(4)
    }
  }

  /// One row an arm and metric; difference and relative difference are formulas.
  var metrics: Sheet {
    let headers =
      [
        words(.arm), words(.metric), words(.value), words(.control), words(.difference),
        words.workbook(.lower), words.workbook(.upper), words(.relative), words(.noise),
        words(.spread), words(.parameters),
      ]
    let rows = report.metricLines.enumerated().map { index, line -> Sheet.Row in
      let format = format(of: line.metric)
      let row = index + 1
      let (value, control) = (
        CellReference(row: row, column: 2).name, CellReference(row: row, column: 3).name
      )
      func number(_ value: Double?, _ format: NumberFormat) -> SheetCell {
        value.map { SheetCell.number($0, format) } ?? .blank
      }
      let isDefined = line.value != nil && line.control != nil && line.difference != nil
      let difference: SheetCell =
        isDefined
        ? .formula(
          "\(value)-\(control)", value: .number((line.value ?? 0) - (line.control ?? 0)),
          format.signed)
        : number(line.difference, format.signed)
      let relative: SheetCell =
        isDefined && (line.control ?? 0) != 0
        ? .formula(
          "(\(value)-\(control))/\(control)",
          value: .number(((line.value ?? 0) - (line.control ?? 0)) / (line.control ?? 1)),
          NumberFormat.percent(1).signed)
        : number(line.relative, NumberFormat.percent(1).signed)
      return [
        .text(line.arm), .text(words.metricText(line.metric)), number(line.value, format),
        number(line.control, format), difference, number(line.lower, format.signed),
        number(line.upper, format.signed), relative, number(line.simulationNoise, format),
        number(line.outcomeSpread, format), number(line.parameterSpread, format),
      ]
    }
    return Sheet(
      name: words.workbook(.metrics),
      columns: [Sheet.Column(width: 16), Sheet.Column(width: 34)]
        + (0..<9).map { _ in Sheet.Column(width: 14) },
      rows: [Sheet.Row(headers.map { SheetCell.text($0) }, style: .header)] + rows, headerRow: 0,
      frozenColumns: 2, isFiltered: true)
  }
}
