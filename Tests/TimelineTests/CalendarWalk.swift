import Timeline

/// The calendar by counting, the way people do it: from Monday, 1 January 1900, one day at a time.
///
/// The independent rule that the arithmetic is held against. 1900-01-01 lies 70 × 365 + 17 = 25,567
/// days before 1970-01-01 (17 leap years from 1904 to 1968).
struct CalendarWalk: Sequence, IteratorProtocol {
  struct Step {
    var index: Int32 = -25_567
    var year = 1900
    var month = 1
    var day = 1
    var weekday = 1
  }

  private var today = Step()

  mutating func next() -> Step? {
    guard today.year <= 2200 else { return nil }
    defer { advance() }
    return today
  }

  private mutating func advance() {
    // Of the years divisible by four these are no leap years between 1900 and 2200.
    let isLeap = today.year % 4 == 0 && ![1900, 2100, 2200].contains(today.year)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    today.index += 1
    today.weekday = today.weekday == 7 ? 1 : today.weekday + 1
    today.day += 1
    guard today.day > lengths[today.month - 1] else { return }
    today.day = 1
    today.month += 1
    guard today.month > 12 else { return }
    today.month = 1
    today.year += 1
  }
}
