/// A day of the program's own calendar: days since 1970-01-01 in the program's time zone.
///
/// All of the sandbox lives in local civil time, so a day has 1,440 minutes; a zone's clock changes
/// matter only where absolute instants are read from files (``ProgramZone``).
public struct Day: Sendable, Hashable, Comparable, Strideable {
  /// Days since 1970-01-01.
  public var index: Int32

  /// Creates a day from its index.
  public init(index: Int32) { self.index = index }

  /// Later than every day a program can reach: the expiry of points that never expire.
  public static var never: Day { Day(index: .max) }

  /// Whether the left day is the earlier one.
  public static func < (left: Day, right: Day) -> Bool { left.index < right.index }

  /// The number of days from this one to the other.
  public func distance(to other: Day) -> Int { Int(other.index) - Int(index) }

  /// The day that many days later.
  public func advanced(by days: Int) -> Day { Day(index: index + Int32(days)) }

  /// The first minute of the day.
  public var start: Minute { Minute(index: index * 1440) }

  /// The minute of the day at a time of day.
  public func at(hour: Int, minute: Int = 0) -> Minute {
    Minute(index: index * 1440 + Int32(hour * 60 + minute))
  }

  /// The weekday, Monday 1 to Sunday 7 (ISO 8601); 1970-01-01 was a Thursday.
  public var isoWeekday: Int {
    let fromMonday = (Int(index) + 3) % 7
    return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
  }
}

/// A minute of the program's own calendar: minutes since 1970-01-01 00:00 in its time zone.
public struct Minute: Sendable, Hashable, Comparable, Strideable {
  /// Minutes since 1970-01-01 00:00.
  public var index: Int32

  /// Creates a minute from its index.
  public init(index: Int32) { self.index = index }

  /// Whether the left minute is the earlier one.
  public static func < (left: Minute, right: Minute) -> Bool { left.index < right.index }

  /// The number of minutes from this one to the other.
  public func distance(to other: Minute) -> Int { Int(other.index) - Int(index) }

  /// The minute that many minutes later.
  public func advanced(by minutes: Int) -> Minute { Minute(index: index + Int32(minutes)) }

  /// The day that holds this minute.
  public var day: Day {
    let quotient = index / 1440
    return Day(index: index % 1440 < 0 ? quotient - 1 : quotient)
  }

  /// Minutes since the day began, 0 to 1,439.
  public var minuteOfDay: Int { Int(index) - Int(day.start.index) }
}
