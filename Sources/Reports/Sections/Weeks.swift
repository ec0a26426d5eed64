import Charts
import Experiments
import Measurement
import Quantities
import Scenarios
import Timeline

/// Cost, repurchase, orders, wear and liability week by week, with where populations would land.
extension Report {
  func weeksSection() -> [Block] {
    guard let worlds = input.worlds, input.tally.layout.weekCount > 1 else { return [] }
    let charts = WeekSeries.Quantity.allCases.compactMap { fan($0, worlds) }
    guard !charts.isEmpty else { return [] }
    return [.heading(words(WorldsWord.weeks)), .paragraph(weeksNote(worlds))]
      + charts.map { chart, decimals in
        .chart(svg: chart.svg(.page), table: Table(chart.table(everySteps: 4, decimals: decimals)))
      } + trackingCharts(worlds)
  }

  /// What the bands hold; never (b) and (c) as one.
  private func weeksNote(_ worlds: PairedWorlds) -> String {
    let held = words(hasManyArms ? WorldsWord.weeksNoteOuter : .weeksNote)
    return showsParameters(worlds)
      ? held + words.language(" ", "") + words(WorldsWord.weeksNoteWider) : held
  }

  private func showsParameters(_ worlds: PairedWorlds) -> Bool {
    worlds.weeks.indices.contains { arm in
      WeekSeries.Quantity.allCases.contains { !widerBands($0, worlds, arm: arm, 1).isEmpty }
    }
  }

  /// Of a normal distribution, 1.960 standard deviations on both sides hold 95%.
  static let outerDeviations = 1.959964

  /// Whether wear is drawn week by week.
  var hasWearFan: Bool { input.worlds.map { fan(.wear, $0) != nil } ?? false }

  /// More lines than three have one band each: the page stays light.
  var hasManyArms: Bool { input.comparison.arms.count > 3 }

  /// Arms with a drawing of their own: two can be compared at a glance, and among many the page
  /// stays light.
  var mostDrawn: Int { hasManyArms ? 1 : 2 }

  /// How a quantity is drawn: its title, its unit, and what its values are multiplied by.
  private func look(
    _ quantity: WeekSeries.Quantity
  ) -> (id: String, title: WorldsWord, unit: String, scale: Double) {
    let currency = input.scenario.currency
    return switch quantity {
    case .cost:
      (
        "week-cost", .weekCost, words(WorldsWord.unitMoney, currency.sign),
        1 / Double(currency.minorPerMajor)
      )
    case .orders: ("week-orders", .weekOrders, words(WorldsWord.unitThousand), 1000)
    case .repurchaseShare: ("week-repurchase", .weekRepurchase, words(WorldsWord.unitShare), 100)
    case .outstanding: ("week-points", .weekLiability, words(WorldsWord.unitPoints), 1)
    case .wear: ("week-wear", .weekWear, words(WorldsWord.unitWear), 1000)
    }
  }

  private func fan(
    _ quantity: WeekSeries.Quantity, _ worlds: PairedWorlds
  ) -> (chart: LineChart, decimals: Int)? {
    let look = look(quantity)
    var series: [LineChart.Series] = []
    var largest = 0.0
    // Six lines can be told apart.
    for (arm, found) in worlds.weeks.prefix(6).enumerated() {
      guard let weeks = found.first(where: { $0.quantity == quantity })?.weeks,
        weeks.contains(where: { $0.map { $0.value != 0 } ?? false }),
        // Single weeks with messages are no line.
        weeks.count(where: { $0 != nil }) * 2 > weeks.count
      else { continue }
      largest = max(largest, weeks.compactMap { $0?.value }.map { $0 * look.scale }.max() ?? 0)
      series.append(
        LineChart.Series(
          name: input.comparison.arms[arm].name, look: arm,
          values: weeks.map { $0.map { $0.value * look.scale } },
          bands: weeks.map { Self.band($0, Self.outerDeviations, look.scale) },
          innerBands: hasManyArms ? [] : weeks.map { Self.band($0, 0.674490, look.scale) },
          widerBands: widerBands(quantity, worlds, arm: arm, look.scale)))
    }
    guard !series.isEmpty else { return nil }
    let first = CivilDate(input.scenario.horizon.firstDay)
    let chart = LineChart(
      id: look.id, title: words(look.title),
      summary: words(WorldsWord.weekSummary, words(look.title)), valueLabel: look.unit,
      start: ChartDate(year: first.year, month: first.month, day: first.day), stepDays: 7,
      series: series, bandLabel: words(WorldsWord.bandOuter),
      innerBandLabel: hasManyArms ? "" : words(WorldsWord.bandInner),
      widerBandLabel: series.contains { !$0.widerBands.isEmpty } ? words(WorldsWord.bandWider) : "",
      words: words.charts)
    return (chart, largest < 10 ? 2 : largest < 100 ? 1 : 0)
  }

  /// The bands of (b) and (c) together, √(b² + c²); none where draws of the parameters tell no (c).
  private func widerBands(
    _ quantity: WeekSeries.Quantity, _ worlds: PairedWorlds, arm: Int, _ scale: Double
  ) -> [LineChart.Band?] {
    guard let parameters = input.parameters,
      let weeks = worlds.weeks[arm].first(where: { $0.quantity == quantity })?.weeks
    else { return [] }
    let bands = weeks.indices.map { week -> LineChart.Band? in
      guard let found = weeks[week], let spread = found.outcomeSpread,
        let drawn = parameters.ofWeek(quantity, arm: arm, week: week)?.standardDeviation
      else { return nil }
      let both = (spread * spread + drawn * drawn).squareRoot()
      return Self.band(
        around: found.value, Self.outerDeviations * both, scale)
    }
    return bands.contains { $0 != nil } ? bands : []
  }

  /// The band of so many standard deviations: of a normal distribution, 0.674 hold half, 1.960 hold 95%.
  private static func band(
    _ week: WeekSeries.Week?, _ deviations: Double, _ scale: Double
  ) -> LineChart.Band? {
    guard let week, let spread = week.outcomeSpread else { return nil }
    return band(around: week.value, deviations * spread, scale)
  }

  /// Nothing that is drawn by the week can be below zero.
  private static func band(
    around value: Double, _ width: Double, _ scale: Double
  ) -> LineChart.Band {
    LineChart.Band(lower: max(0, value - width) * scale, upper: (value + width) * scale)
  }
}
