/// A calendar month: months since January 1970.
///
/// The vintage of a lot of points is its issue month.
public struct Month: Sendable, Hashable, Comparable, Strideable {
  /// Months since January 1970.
  public var index: Int32

  /// Creates a month from its index.
  public init(index: Int32) { self.index = index }

  /// The month that holds a day.
  public init(_ day: Day) {
    let date = CivilDate(day)
    self.index = Int32((date.year - 1970) * 12 + date.month - 1)
  }

  /// Whether the left month is the earlier one.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

  /// The number of months from this one to the other.
  public func distance(to other: Month) -> Int { Int(other.index) - Int(index) }

  /// The month that many months later.
  public func advanced(by months: Int) -> Month { Month(index: index + Int32(months)) }

  /// The year, such as 2026.
  public var year: Int { 1970 + (Int(index) - monthOfYear + 1) / 12 }

  /// The month of the year, 1 to 12.
  public var monthOfYear: Int { place(inRingOf: 12) + 1 }

  /// The month's place among so many that are used in turn, from 0; months before 1970 included.
  @inlinable public func place(inRingOf count: Int) -> Int {
    let remainder = Int(index) % count
    return remainder < 0 ? remainder + count : remainder
  }

  /// The first day of the month.
  public var firstDay: Day { day(1) }

  /// The last day of the month.
  public var lastDay: Day { day(31) }

  /// The day of the month with that number, or the month's last day if it is shorter.
  public func day(_ number: Int) -> Day {
    let length = CivilDate.days(inMonth: monthOfYear, ofYear: year)
    guard let date = CivilDate(year: year, month: monthOfYear, day: min(number, length)) else {
      preconditionFailure("a month lies in the years 1 to 4000 and its days start at 1")
    }
    return date.dayIndex
  }

  /// The month as ISO 8601 writes it, such as 2026-01.
  public var text: String { String(CivilDate(firstDay).text.prefix(7)) }
}

extension Day {
  /// The day that many months later.
  ///
  /// A day that the later month lacks becomes its last day: 31 January + 1 month = 28 (or 29)
  /// February. Never stays never.
  public func adding(months: Int) -> Day {
    if self == .never { return .never }
    return Month(self).advanced(by: months).day(CivilDate(self).day)
  }
}
