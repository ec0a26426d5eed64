/// A repeating period of the calendar, in program time.
public enum CalendarPeriod: UInt8, Sendable, Hashable, CaseIterable {
  /// One day.
  case day
  /// Monday to Sunday (ISO 8601).
  case week
  /// A calendar month.
  case month
  /// January, April, July, October and the two months after each.
  case quarter
  /// January to June, July to December.
  case halfYear
  /// A calendar year.
  case year

  /// The first day of the period that holds a day.
  public func firstDay(of day: Day) -> Day {
    switch self {
    case .day: day
    case .week: day.advanced(by: 1 - day.isoWeekday)
    case .month, .quarter, .halfYear, .year: firstMonth(of: Month(day)).firstDay
    }
  }

  /// The last day of the period that holds a day.
  public func lastDay(of day: Day) -> Day {
    switch self {
    case .day: day
    case .week: day.advanced(by: 7 - day.isoWeekday)
    case .month, .quarter, .halfYear, .year:
      firstMonth(of: Month(day)).advanced(by: monthCount - 1).lastDay
    }
  }

  private func firstMonth(of month: Month) -> Month {
    month.advanced(by: -((month.monthOfYear - 1) % monthCount))
  }

  private var monthCount: Int {
    switch self {
    case .day, .week, .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }
}
