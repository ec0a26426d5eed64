import Charts
import Experiments
import LiabilityValuation
import Measurement
import Scenarios
import Timeline

/// What the points outstanding are made of, month by month.
extension Report {
  /// Groups of months of issue that a drawing tells apart, beside those before the horizon.
  private static let mostGroups = 5

  /// The points outstanding under an arm by when they were issued; nothing in a single month.
  func pointsByAge(_ arm: Int) -> [Block] {
    let held = OutstandingByVintage(input.tally.arms[arm])
    let horizon = input.scenario.horizon
    let months = Array(horizon.months)
    guard months.count > 1, !held.rows.isEmpty else { return [] }
    let size = (months.count + Self.mostGroups - 1) / Self.mostGroups
    let groups = stride(from: 0, to: months.count, by: size).map {
      Array(months[$0..<min($0 + size, months.count)])
    }
    func part(_ name: String, _ belongs: (Month) -> Bool) -> StackedAreaChart.Part? {
      let rows = held.rows.filter { belongs($0.vintage) }
      guard !rows.isEmpty else { return nil }
      return StackedAreaChart.Part(
        name: name,
        values: months.indices.map { month in
          Double(rows.reduce(0) { $0 + $1.held[month] })
        })
    }
    let history = part(words(WorldsWord.issuedBefore, months[0].text)) { $0 < months[0] }
    let parts = groups.compactMap { group in
      let (first, last) = (group[0], group[group.count - 1])
      let name = first == last ? first.text : words(.rangeText, first.text, last.text)
      return part(name) { first <= $0 && $0 <= last }
    }
    let dates = months.map { month in
      let end = CivilDate(min(month.lastDay, horizon.lastDay))
      return ChartDate(year: end.year, month: end.month, day: end.day)
    }
    let name = input.comparison.arms[arm].name
    let chart = StackedAreaChart(
      id: "age-\(arm)", title: words(WorldsWord.ageTitle, name),
      summary: words(WorldsWord.ageSummary, name), valueLabel: words(.points), start: dates[0],
      dates: dates, parts: [history].compactMap(\.self) + parts, words: words.charts)
    return [.chart(svg: chart.svg(.page), table: Table(chart.table()))]
  }
}
