/// The days a scenario looks at: from a first day, for a number of days.
public struct Horizon: Sendable, Hashable {
  /// The first day.
  public let firstDay: Day
  /// The number of days, at least one.
  public let dayCount: Int

  /// Creates a horizon.
  ///
  /// - Precondition: at least one day.
  public init(firstDay: Day, dayCount: Int) {
    precondition(dayCount >= 1, "a horizon has at least one day")
    self.firstDay = firstDay
    self.dayCount = dayCount
  }

  /// The last day.
  public var lastDay: Day { firstDay.advanced(by: dayCount - 1) }
  /// The first minute.
  public var start: Minute { firstDay.start }
  /// The first minute after the horizon.
  public var end: Minute { firstDay.advanced(by: dayCount).start }
  /// The months that the horizon touches.
  public var months: ClosedRange<Month> { Month(firstDay)...Month(lastDay) }
}
