import Charts

/// The golden drawings of waterfalls and planes.
extension ExampleCharts {
  static let waterfall = WaterfallChart(
    id: "money", title: "From margin to net value, per member",
    summary: "Gained orders bring ¥21.40 of margin; after incentives ¥6.15 are left.",
    axisLabel: "¥ per member in the year", unit: ChartUnit(prefix: "¥"), decimals: 2,
    rows: [
      .init("Margin of gained orders", .step(21.4), interval: 18.2...24.6),
      .init("Margin of lost orders", .step(-1.35), interval: -1.9...(-0.8)),
      .init("Larger baskets to reach a threshold", .step(3.1), interval: -3...30),
      .init("Margin gained", .total, interval: 19.1...27.2),
      .init("Tier prices", .step(-4.2)), .init("Coupons", .step(-9.8)),
      .init("Points redeemed", .step(-3)), .init("Gifts <& privileges>", .step(0)),
      .init("Cost of control that falls away", .step(0.00)),
      .init("Net value", .total, interval: 2.4...9.9),
    ])

  static let chineseWaterfall = WaterfallChart(
    id: "money-zh", title: "从毛利到净值", summary: "净值为负。", axisLabel: "元/会员·年",
    unit: ChartUnit(prefix: "¥"), decimals: 1,
    rows: [
      .init("新增订单毛利", .step(12.5)), .init("等级价", .step(-14.2)),
      .init("会员日双倍积分与优惠券叠加后的激励成本（含赠品、运费与短信）", .step(-3.3)),
      .init("净值", .total),
    ], words: .chinese)

  static let plane = CostEffectivenessPlane(
    id: "plane", title: "Cost against margin, 1,200 paired replications",
    summary: "Most replications cost more and earn more; 71% gain on the whole.",
    costLabel: "Change of incentive cost, ¥ per member",
    marginLabel: "Change of margin, ¥ per member", unit: ChartUnit(prefix: "¥"),
    dots: (0..<1_200).map { index in
      let cost = 4 + 3.2 * spread(index, 0.754_877_666)
      return .init(cost: cost, margin: 0.8 * cost + 2 + 3 * spread(index, 0.569_840_291))
    })

  /// A point of the additive sequence of a step, about bell-shaped around 0.
  private static func spread(_ index: Int, _ step: Double) -> Double {
    let place = (Double(index) + 1) * step
    let share = place - place.rounded(.down)
    let other = (place * 7.317) - (place * 7.317).rounded(.down)
    return 1.7 * (share + other - 1)
  }
}
