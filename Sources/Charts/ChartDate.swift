/// A day of the proleptic Gregorian calendar, as a chart's axis needs it.
public struct ChartDate: Equatable, Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date; the day must exist in its month.
  public init(year: Int, month: Int, day: Int) {
    precondition((1...12).contains(month), "the month is 1 to 12")
    precondition(
      day >= 1 && day <= ChartDate.days(inMonth: month, of: year), "the day exists in its month")
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date written as in ISO 8601: 2026-01-31.
  public var text: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The date a number of days later (or earlier, when negative).
  func adding(days: Int) -> ChartDate {
    var (year, month, day) = (year, month, day + days)
    while day < 1 {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      day += ChartDate.days(inMonth: month, of: year)
    }
    while day > ChartDate.days(inMonth: month, of: year) {
      day -= ChartDate.days(inMonth: month, of: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return ChartDate(year: year, month: month, day: day)
  }

  /// Days to a later date.
  func days(to end: ChartDate) -> Int {
    precondition(end.daysSinceYearOne >= daysSinceYearOne, "the end is not before the start")
    return end.daysSinceYearOne - daysSinceYearOne
  }

  /// Days since 1 January of the year 1.
  private var daysSinceYearOne: Int {
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    let months = (1..<month).reduce(0) { $0 + ChartDate.days(inMonth: $1, of: year) }
    return 365 * before + leapDays + months + day - 1
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}
