import Charts
import Experiments
import Measurement
import Scenarios
import Timeline

/// An arm's weekly orders against where control's populations land.
extension Report {
  /// - Parameter worlds: What the weeks were read from.
  /// - Returns: A drawing for each of the first arms; nothing where one population's spread is not
  ///   known.
  func trackingCharts(_ worlds: PairedWorlds) -> [Block] {
    guard let control = orderWeeks(worlds, arm: 0) else { return [] }
    let charts = worlds.arms.prefix(mostDrawn).compactMap { arm -> Block? in
      guard let weeks = orderWeeks(worlds, arm: arm.position) else { return nil }
      let chart = tracking(weeks, against: control, arm: arm.position)
      return .ofArm(
        arm.position,
        [.chart(svg: chart.svg(.page), table: Table(chart.table(everySteps: 4)))])
    }
    return charts.isEmpty ? [] : charts + [.note(words(WorldsWord.trackNote))]
  }

  private func orderWeeks(_ worlds: PairedWorlds, arm: Int) -> [WeekSeries.Week?]? {
    let weeks = worlds.weeks[arm].first { $0.quantity == .orders }?.weeks ?? []
    return weeks.contains { $0?.outcomeSpread ?? 0 > 0 } ? weeks : nil
  }

  private func tracking(
    _ weeks: [WeekSeries.Week?], against control: [WeekSeries.Week?], arm: Int
  ) -> TrackingChart {
    let name = input.comparison.arms[arm].name
    let first = CivilDate(input.scenario.horizon.firstDay)
    func limit(_ sign: Double) -> TrackingChart.Level {
      .steps(
        control.map { week in
          guard let week, let spread = week.outcomeSpread else { return nil }
          return 1000 * max(0, week.value + sign * Self.outerDeviations * spread)
        })
    }
    var chartWords = words.charts
    chartWords.target = words(.control)
    chartWords.upperLimit = words(WorldsWord.trackUpper)
    chartWords.lowerLimit = words(WorldsWord.trackLower)
    return TrackingChart(
      id: "track-\(arm)", title: words(WorldsWord.trackTitle, name),
      summary: words(WorldsWord.trackSummary, name), valueLabel: words(WorldsWord.unitThousand),
      start: ChartDate(year: first.year, month: first.month, day: first.day), stepDays: 7,
      name: name, values: weeks.map { $0.map { 1000 * $0.value } },
      target: .steps(control.map { $0.map { 1000 * $0.value } }), lower: limit(-1),
      upper: limit(1), words: chartWords)
  }
}
