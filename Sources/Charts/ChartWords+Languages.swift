extension ChartWords {
  /// English.
  public static let english = ChartWords(
    better: "better", worse: "worse", unclear: "unclear", same: "no change",
    undefined: "not defined", unbounded: "not bounded", to: "to", upTo: "up to", from: "from",
    lower: "lower", higher: "higher", higherIsBetter: "higher is better",
    lowerIsBetter: "lower is better", measure: "Measure", estimate: "Estimate",
    verdict: "Verdict", date: "Date",
    months: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ], beforeDay: " ", afterDay: "", step: "Step", amount: "Amount", runningTotal: "So far",
    separator: ", ", costsMore: "costs more", costsLess: "costs less", earnsMore: "earns more",
    earnsLess: "earns less", onAnAxis: "no change of cost or of margin",
    netZero: "margin = cost (net 0)", aboveNetZero: "net gain (above the line)", share: "Share",
    mean: "mean", median: "median", dotsDrawn: "{drawn} of {total} dots drawn",
    orLess: " or less", orMore: " or more", cutColumn: "column cut", total: "Total", arm: "Arm",
    count: "Count", ofFirst: "of first", ofPrevious: "of step before", observed: "observed",
    target: "target", upperLimit: "upper limit", lowerLimit: "lower limit",
    outside: "outside the limits")

  /// Simplified Chinese.
  public static let chinese = ChartWords(
    better: "更好", worse: "更差", unclear: "不确定", same: "无变化", undefined: "无定义",
    unbounded: "无界", to: "至", upTo: "至多", from: "至少", lower: "更低", higher: "更高",
    higherIsBetter: "越高越好", lowerIsBetter: "越低越好", measure: "指标", estimate: "估计值",
    verdict: "结论", date: "日期", months: (1...12).map { "\($0)月" },
    beforeDay: "", afterDay: "日", step: "步骤", amount: "金额", runningTotal: "累计",
    separator: "，", costsMore: "成本更高", costsLess: "成本更低", earnsMore: "毛利更高",
    earnsLess: "毛利更低", onAnAxis: "成本或毛利无变化", netZero: "毛利 = 成本（净值 0）",
    aboveNetZero: "净值为正（线上方）", share: "占比", mean: "均值", median: "中位数",
    dotsDrawn: "共 {total} 点，绘出 {drawn} 点", orLess: " 及以下", orMore: " 及以上",
    cutColumn: "柱形已截断", total: "合计", arm: "方案", count: "数量", ofFirst: "占首步",
    ofPrevious: "占上一步", observed: "观测值", target: "目标", upperLimit: "上限",
    lowerLimit: "下限", outside: "超出界限")
}
