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

  /// The header of the column that names the steps of a waterfall or funnel.
  public var step: String
  /// The header of the column of signed amounts.
  public var amount: String
  /// The header of the column of running totals.
  public var runningTotal: String
  /// What joins two statements.
  public var separator: String
  /// Cost above that of control.
  public var costsMore: String
  /// Cost below that of control.
  public var costsLess: String
  /// Margin above that of control.
  public var earnsMore: String
  /// Margin below that of control.
  public var earnsLess: String
  /// Dots with no change of cost or none of margin.
  public var onAnAxis: String
  /// The line on which margin gained and cost gained are equal.
  public var netZero: String
  /// Dots above that line.
  public var aboveNetZero: String
  /// The header of the column of shares.
  public var share: String
  /// The mean of the dots.
  public var mean: String
  /// The median of the dots.
  public var median: String
  /// How many dots a drawing shows; `{drawn}` and `{total}` stand for the numbers.
  public var dotsDrawn: String
  /// What follows the upper end of a bin that is open below.
  public var orLess: String
  /// What follows the lower end of a bin that is open above.
  public var orMore: String
  /// The note on a column that is too high for the axis.
  public var cutColumn: String
  /// The sum of all parts.
  public var total: String
  /// The header of the column that names the arms.
  public var arm: String
  /// The header of the column of counts.
  public var count: String
  /// The header of the column of shares of the first step.
  public var ofFirst: String
  /// The header of the column of shares of the step before.
  public var ofPrevious: String
  /// What was observed.
  public var observed: String
  /// What was expected.
  public var target: String
  /// The limit above.
  public var upperLimit: String
  /// The limit below.
  public var lowerLimit: String
  /// Observed beyond a limit.
  public var outside: String
}
