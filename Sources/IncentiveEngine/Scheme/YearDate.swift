public import Timeline

/// A date of every year, such as 30 June; 29 February is 28 February in other years.
public struct YearDate: Sendable, Hashable {
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, 1 to 31; a shorter month's last day.
  public var day: Int

  /// Creates a date.
  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// The first such date on a day or after it.
  func next(onOrAfter day: Day) -> Day {
    let thisYear = Month(day).advanced(by: month - Month(day).monthOfYear).day(self.day)
    guard thisYear < day else { return thisYear }
    return Month(thisYear).advanced(by: 12).day(self.day)
  }
}
