import Charts

/// The golden drawings of bands and of distributions.
extension ExampleCharts {
  static let fan = LineChart(
    id: "fan", title: "Liability by week, four arms",
    summary: "Liability grows in all arms; the growth arm's band stays above control's.",
    valueLabel: "Liability, ¥ per member", unit: ChartUnit(prefix: "¥"),
    start: ChartDate(year: 2026, month: 1, day: 5), stepDays: 7,
    series: zip(["growth value", "points only", "coupons", "control"], [9.5, 6.8, 3, -1]).map {
      fanSeries($0, reach: $1)
    }, bandLabel: "95% of replications", innerBandLabel: "50%")

  private static func fanSeries(_ name: String, reach: Double) -> LineChart.Series {
    let values = (0..<52).map { week -> Double in
      reach * Double(week) / 51 + 0.4 * Double(week % 5) - 0.8
    }
    let band = { (half: Double) in
      values.enumerated().map { week, value in
        let width = half * (0.2 + Double(week) / 60)
        return LineChart.Band(lower: value - width, upper: value + width)
      }
    }
    return .init(name: name, values: values, bands: band(1.6), innerBands: band(0.55))
  }

  static let histogram = Histogram(
    id: "differences", title: "Orders of a person under the scheme less under control",
    summary: "Most persons order as often; 6.4% more often, 2.1% less often.",
    valueLabel: "Share of persons", binLabel: "Difference in orders",
    bins: bins(ofOrders: 5), unit: .percent, decimals: 1,
    series: [
      .init(
        name: "all", values: [0, 0.1, 0.2, 0.6, 1.2, 91.5, 4.1, 1.3, 0.6, 0.2, 0.2])
    ])

  static let histogramOfTwo = Histogram(
    id: "wear", title: "每次触达时的疲劳度", summary: "新方案的疲劳度更低。", valueLabel: "送达消息",
    binLabel: "疲劳度",
    bins: bins(ofWear: 8), binDecimals: 1,
    series: [
      .init(name: "成长值方案", values: [120, 900, 2_400, 3_100, 1_800, 700, 200, 40, 11]),
      .init(name: "对照组", values: [40, 300, 1_100, 2_000, 2_600, 2_100, 1_400, 600, 280]),
    ], words: .chinese)

  /// One bin a difference, open at both ends.
  private static func bins(ofOrders most: Int) -> [Histogram.Bin] {
    let inner = (1 - most..<most).map { Histogram.Bin(lower: Double($0), upper: Double($0)) }
    let (low, high) = (Histogram.Bin(lower: nil, upper: -Double(most)), Double(most))
    return [low] + inner + [Histogram.Bin(lower: high, upper: nil)]
  }

  /// Bins of a half from −1, open above.
  private static func bins(ofWear count: Int) -> [Histogram.Bin] {
    let inner = (0..<count).map { place in
      let lower = Double(place) / 2 - 1
      return Histogram.Bin(lower: lower, upper: lower + 0.5)
    }
    return inner + [Histogram.Bin(lower: Double(count) / 2 - 1, upper: nil)]
  }
}
