import Charts

/// The golden drawings of cells, parts, steps and limits.
extension ExampleCharts {
  static let heatMap = HeatMap(
    id: "segments", title: "Change of net value by tier and recency, ¥ per member",
    summary: "Gold members who bought lately lose; lapsed members gain.",
    rowLabel: "Tier", columnLabel: "Days since the last order",
    rows: ["No tier", "Silver", "Gold, with free shipping and a birthday box", "Platinum"],
    columns: ["up to 30", "31 to 90", "91 to 180", "more than 180"],
    values: [
      [0.4, 1.2, 2.6, 3.9], [-0.3, 0.8, 1.9, 3.1], [-2.2, -1.1, 0, 1.4], [-3.7, -2.4, nil, 0.2],
    ], scale: .diverging(higherIsBetter: true))

  static let heatMapByHour = HeatMap(
    id: "hours", title: "各时段打开率", summary: "晚上八点打开率最高。", rowLabel: "渠道",
    columnLabel: "发送时间", rows: ["短信", "应用推送", "企业微信"],
    columns: [8, 10, 12, 14, 16, 18, 20, 22].map { "\($0) 点" }, values: openRates,
    scale: .sequential, unit: .percent)

  static let stack = StackedAreaChart(
    id: "cost-parts", title: "Incentive cost by part and week",
    summary: "Coupons are the largest part; points grow.", valueLabel: "¥ per member and week",
    unit: ChartUnit(prefix: "¥"), start: ChartDate(year: 2026, month: 1, day: 5), stepDays: 7,
    parts: [
      .init(name: "coupons", values: (0..<52).map { 1 + 0.3 * Double($0 % 8 == 0 ? 2 : 1) }),
      .init(name: "points redeemed", values: (0..<52).map { Double($0) / 51 }),
      .init(name: "tier prices", values: (0..<52).map { 0.5 + 0.2 * Double($0 % 4) / 4 }),
      .init(name: "messages", values: (0..<52).map { _ in 0.04 }),
      .init(name: "receipts from partners", values: (0..<52).map { -0.3 - 0.005 * Double($0) }),
    ])

  static let funnel = FunnelChart(
    id: "funnel", title: "From message to paid order",
    summary: "Most is lost between message and visit.",
    steps: ["Delivered", "Opened", "Visited", "Ordered", "Paid"],
    arms: [
      .init(name: "send at 20:00", counts: [120_400, 31_200, 12_100, 3_020, 2_870]),
      .init(name: "send at 8:00", counts: [121_050, 22_800, 8_900, 2_400, 2_300]),
      .init(name: "own hour, else 20:00", counts: [119_900, 36_300, 14_050, 3_410, 3_260]),
    ])

  static let chineseFunnel = FunnelChart(
    id: "funnel-zh", title: "从消息到付款", summary: "多数人未打开消息。",
    steps: ["送达", "打开", "访问", "下单", "付款"],
    arms: [.init(name: "新方案", counts: [5_000, 1_250, 400, 90, 0])], words: .chinese)

  static let tracking = TrackingChart(
    id: "tracking", title: "Liability against plan", summary: "Five weeks lie outside the limits.",
    valueLabel: "Liability, ¥ per member", unit: ChartUnit(prefix: "¥"),
    start: ChartDate(year: 2026, month: 3, day: 2), stepDays: 7, name: "growth value",
    values: liability, target: plan(20), lower: plan(18), upper: plan(22))

  static let chineseTracking = TrackingChart(
    id: "tracking-zh", title: "退订率", summary: "四天超出上限。", valueLabel: "退订率", unit: .percent,
    start: ChartDate(year: 2026, month: 11, day: 1), name: "新方案",
    values: (0..<30).map { 0.2 + 0.06 * Double(($0 * 11) % 7) }, upper: .constant(0.5),
    includesZero: true, words: .chinese)

  private static let openRates: [[Double?]] = [2.1, 9.4, 14.2].map { base in
    (4..<12).map { hour in base + 0.9 * Double(hour * 5 % 7) }
  }

  private static let liability: [Double?] = (0..<26).map { week in
    let swing = 0.07 * Double(week * 7 % 5 - 2) * Double(week)
    return week == 12 ? nil : 20 + 0.4 * Double(week) + swing
  }

  private static func plan(_ first: Double) -> TrackingChart.Level {
    .steps((0..<40).map { first + 0.4 * Double($0) })
  }
}
