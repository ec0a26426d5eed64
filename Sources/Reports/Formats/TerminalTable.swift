import Experiments
import Measurement
import Scenarios

/// The arms side by side in columns of one width of letters.
enum TerminalTable {
  /// The metrics of the table.
  static let metrics: [Metric] = [
    .ordersPerMember, .repurchaseShare, .repurchase90, .incentiveCostPerMember,
    .netValuePerMember, .outstandingPointsPerMember, .wearAtExposure,
  ]

  /// The metrics of a run: that of the days after the horizon, where they are simulated, beside net value.
  private static func metrics(of report: Report) -> [Metric] {
    guard report.input.scenario.runOffDays != nil else { return metrics }
    return metrics.flatMap { metric in
      metric == .netValuePerMember ? [metric, .netValueWithRunOffPerMember] : [metric]
    }
  }

  static func text(_ report: Report) -> String {
    let arms = report.input.comparison.arms
    let header = [""] + arms.map { printable($0.name) }
    let replications = report.input.comparison.replications
    let label =
      replications == 1
      ? report.words(.ordersWord) : report.words(.terminalOrders, "\(replications)")
    let orders = [label] + arms.map { Figures.whole($0.orders.arm) }
    let rows = metrics(of: report).map { metric in
      [report.words.metric(metric)]
        + arms.enumerated().map { index, arm in
          if metric == .netValuePerMember || metric == .netValueWithRunOffPerMember {
            return index == 0 ? "–" : report.figures.difference(arm[metric].difference, of: metric)
          }
          return report.figures.value(arm[metric].arm, of: metric)
        }
    }
    return aligned([header, orders] + rows)
  }

  /// Rows in columns of one width; the first stands left, all others right.
  static func aligned(_ rows: [[String]]) -> String {
    let columns = rows[0].indices
    let widths = columns.map { column in rows.map { width($0[column]) }.max() ?? 0 }
    let lines = rows.map { row in
      columns.map { column in
        let gap = String(repeating: " ", count: widths[column] - width(row[column]))
        return column == 0 ? row[column] + gap : gap + row[column]
      }.joined(separator: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A name without what a terminal would obey.
  static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }))
  }

  /// Columns that a text takes: two for East Asian wide letters (Unicode Annex 11, W and F).
  static func width(_ text: String) -> Int {
    text.reduce(0) { columns, character in
      let value = character.unicodeScalars.first?.value ?? 0
      let isWide =
        (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
        || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
        || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
        || (0xFFE0...0xFFE6).contains(value) || (0x1F300...0x1FAFF).contains(value)
        || (0x20000...0x3FFFD).contains(value)
      return columns + (isWide ? 2 : 1)
    }
  }
}
