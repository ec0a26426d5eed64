/// The words a chart adds by itself, in the language of the report.
public struct ChartWords: Equatable, Sendable {
  /// The verdict of an interval on the favorable side of zero.
  public var better: String
  /// The verdict of an interval on the unfavorable side of zero.
  public var worse: String
  /// The verdict of an interval that holds zero.
  public var unclear: String
  /// The verdict of a difference that is exactly zero.
  public var same: String
  /// The text in place of a value that is not defined.
  public var undefined: String
  /// The text in place of an interval that excludes nothing.
  public var unbounded: String
  /// The word between two interval ends.
  public var to: String
  /// The word before an end of a set that reaches to infinity, downward.
  public var upTo: String
  /// The word before an end of a set that reaches to infinity, upward.
  public var from: String
  /// The side below zero.
  public var lower: String
  /// The side above zero.
  public var higher: String
  /// The note that a higher value is favorable.
  public var higherIsBetter: String
  /// The note that a lower value is favorable.
  public var lowerIsBetter: String
  /// The header of the column that names the rows.
  public var measure: String
  /// The header of the column of estimates.
  public var estimate: String
  /// The header of the column of verdicts.
  public var verdict: String
  /// The header of the column of dates.
  public var date: String
  /// The names of the twelve months, short.
  public var months: [String]

  /// What stands between a month's name and a day.
  public var beforeDay: String
  /// What stands after a day.
  public var afterDay: String

  /// English.
  public static let english = ChartWords(
    better: "better", worse: "worse", unclear: "unclear", same: "no change",
    undefined: "not defined", unbounded: "not bounded", to: "to", upTo: "up to", from: "from",
    lower: "lower", higher: "higher", higherIsBetter: "higher is better",
    lowerIsBetter: "lower is better", measure: "Measure", estimate: "Estimate",
    verdict: "Verdict", date: "Date",
    months: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ], beforeDay: " ", afterDay: "")

  /// Simplified Chinese.
  public static let chinese = ChartWords(
    better: "更好", worse: "更差", unclear: "不确定", same: "无变化", undefined: "无定义",
    unbounded: "无界", to: "至", upTo: "至多", from: "至少", lower: "更低", higher: "更高",
    higherIsBetter: "越高越好", lowerIsBetter: "越低越好", measure: "指标", estimate: "估计值",
    verdict: "结论", date: "日期", months: (1...12).map { "\($0)月" },
    beforeDay: "", afterDay: "日")
}
