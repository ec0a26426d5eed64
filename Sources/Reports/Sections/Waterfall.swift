import Charts
import Experiments
import Measurement
import Quantities
import Scenarios
import Statistics

/// From margin to net value, drawn: one waterfall an arm.
extension Report {
  /// - Parameter rows: The rows of the money table, net value last.
  func waterfalls(
    _ rows: [(word: MoneyWord, amount: (ReportFacts.MoneyLines) -> Int64)]
  ) -> [Block] {
    let currency = input.scenario.currency
    let perMajor = Double(currency.minorPerMajor)
    // Three drawings can be compared at a glance; the table has all arms.
    return input.comparison.treatments.prefix(3).map { arm in
      let position = input.comparison.arms.firstIndex { $0.name == arm.name } ?? 0
      let lines = facts.money[position]
      let members = Double(max(1, input.tally.arms[0][.membersAtStart]))
      let net = arm[.netValuePerMember].difference
      let steps = rows.compactMap { row -> WaterfallChart.Row? in
        guard row.word != .netValue else { return nil }
        let amount = Double(row.amount(lines)) / members / perMajor
        return amount == 0 ? nil : WaterfallChart.Row(stepName(row.word), .step(amount))
      }
      let interval = net.interval.map { ($0.lower / perMajor)...($0.upper / perMajor) }
      let chart = WaterfallChart(
        id: "money-\(position)", title: words(MoneyWord.waterfallTitle, arm.name),
        summary: words(MoneyWord.waterfallSummary, arm.name),
        axisLabel: words(WorldsWord.unitMoney, currency.sign), intervalLabel: words(.interval),
        unit: figures.chartUnit, decimals: currency.minorDigits,
        rows: steps + [WaterfallChart.Row(words(.netValue), .total, interval: interval)],
        words: words.charts)
      return .ofArm(
        position, [.chart(svg: chart.svg(.page), table: Table(chart.table()))])
    }
  }

  /// A row without its sign: the drawing has one of its own.
  private func stepName(_ word: MoneyWord) -> String {
    let text = words(word)
    return String(text.drop { "+− ".contains($0) })
  }
}
