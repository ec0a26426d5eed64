import Charts

/// The charts that the golden drawings show; every feature stands in one of them.
enum ExampleCharts {
  static let forest = ForestPlot(
    id: "growth-effects", title: "Growth scheme against control",
    summary: "Repurchase rises by 3.2% (1.1% to 5.3%); cost per member rises by 18.4%.",
    axisLabel: "Relative difference from control",
    rows: [
      row("Repurchase within 90 days", 3.2, .bounded(lower: 1.1, upper: 5.3), .higher),
      row("Net value per member", -1.4, .bounded(lower: -4.9, upper: 2.1), .higher),
      row("Incentive cost per member", 18.4, .bounded(lower: 16.9, upper: 19.9), .lower),
      row(
        "Opt-out rate among members reached by messages", -6.1, .bounded(lower: -9, upper: -3.2),
        .lower),
      row("Orders won back after a lapse", 9.5, .bounded(lower: -41, upper: 60), .higher),
      row("Basket value", 0, .bounded(lower: 0, upper: 0), .higher),
      row("Points issued", 12.25, .bounded(lower: 11.8, upper: 12.7), .neither),
      row("Gifts per recruit", 4, .exterior(lower: -8, upper: 2), .higher),
      row("Rebates <& fees>", nil, .unknown, .lower),
    ])

  static let chineseForest = ForestPlot(
    id: "effects-zh", title: "成长值方案与对照组", summary: "复购率上升。", axisLabel: "相对对照组的差异",
    intervalLabel: "95% 区间",
    rows: [
      row("九十天内复购率", 3.2, .bounded(lower: 1.1, upper: 5.3), .higher),
      row("每位会员的激励成本（含优惠券、积分与赠品）", 8.4, .bounded(lower: 6.9, upper: 9.9), .lower),
    ], words: .chinese)

  static let lines = LineChart(
    id: "outstanding", title: "Outstanding points by day",
    summary: "Outstanding points rise to 2.4 million and fall at the month-ends.",
    valueLabel: "Points outstanding", start: ChartDate(year: 2026, month: 1, day: 1),
    series: [
      LineChart.Series(
        name: "growth", values: (0..<365).map { saw($0, slope: 6_500) },
        bands: (0..<365).map { day in
          let value = saw(day, slope: 6_500)
          return LineChart.Band(lower: value * 0.93, upper: value * 1.07)
        }),
      LineChart.Series(name: "generous", values: (0..<365).map { saw($0, slope: 6_900) }),
      LineChart.Series(
        name: "points only",
        values: (0..<365).map { (150..<180).contains($0) ? nil : saw($0, slope: 2_100) }),
      LineChart.Series(name: "control", values: (0..<365).map { _ in 0 }),
    ])

  static let money = LineChart(
    id: "cost", title: "成本", summary: "每日成本。", valueLabel: "每日激励成本",
    unit: ChartUnit(prefix: "¥"), start: ChartDate(year: 2025, month: 11, day: 20),
    series: [
      LineChart.Series(name: "成长值", values: (0..<30).map { 0.4 + 0.01 * Double($0 % 7) }),
      LineChart.Series(name: "对照组", values: (0..<30).map { -0.2 + 0.005 * Double($0) }),
    ], words: .chinese)

  private static func saw(_ day: Int, slope: Double) -> Double {
    slope * Double(day) - 60_000 * Double(day / 30) - 900 * Double(day % 30)
  }

  private static func row(
    _ label: String, _ estimate: Double?, _ extent: ForestPlot.Extent,
    _ favorable: ForestPlot.Direction
  ) -> ForestPlot.Row {
    ForestPlot.Row(
      label: label, estimate: estimate, extent: extent, unit: .percent, favorable: favorable)
  }

  /// Every golden drawing by name.
  static let all: [(name: String, svg: String)] = [
    ("forest", forest.svg()), ("forest-zh", chineseForest.svg()), ("lines", lines.svg()),
    ("money", money.svg()), ("waterfall", waterfall.svg()),
    ("waterfall-zh", chineseWaterfall.svg()), ("fan", fan.svg()), ("plane", plane.svg()),
    ("histogram", histogram.svg()), ("histogram-zh", histogramOfTwo.svg()),
    ("heat-map", heatMap.svg()), ("heat-map-zh", heatMapByHour.svg()), ("stack", stack.svg()),
    ("funnel", funnel.svg()), ("funnel-zh", chineseFunnel.svg()), ("tracking", tracking.svg()),
    ("tracking-zh", chineseTracking.svg()),
  ]
}
