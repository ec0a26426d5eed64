import Testing
import Timeline

struct CivilDateTests {
  @Test func `every day from 1900 to 2200 has the date, the weekday and the month of a walk`() {
    var days = 0
    var wrong: [String] = []
    for step in CalendarWalk() {
      days += 1
      let day = Day(index: step.index)
      let date = CivilDate(day)
      let isRight =
        (date.year, date.month, date.day) == (step.year, step.month, step.day)
        && CivilDate(year: step.year, month: step.month, day: step.day)?.dayIndex == day
        && day.isoWeekday == step.weekday && Month(day).year == step.year
        && Month(day).monthOfYear == step.month && Month(day).day(step.day) == day
      if !isRight { wrong.append("\(step.year)-\(step.month)-\(step.day)") }
    }
    // Leap years: 1904, 1908, … 2196 are 74, less 2100.
    #expect(days == 301 * 365 + 73)
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
  }

  @Test(arguments: [
    (2026, 2, 29), (2100, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (2026, 1, 0),
    (0, 1, 1), (4001, 1, 1),
  ])
  func `dates that do not exist are refused`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  // Known days: the epoch; the day before; the first of the Gregorian calendar (a Friday); the
  // leap day of 2000 (a Tuesday).
  @Test(arguments: [
    (0, "1970-01-01", 4), (-1, "1969-12-31", 3), (-141_427, "1582-10-15", 5),
    (11_016, "2000-02-29", 2), (20_454, "2026-01-01", 4), (-719_162, "0001-01-01", 1),
  ])
  func `well-known days are where they belong`(index: Int32, text: String, weekday: Int) {
    #expect(CivilDate(Day(index: index)).text == text)
    #expect(Day(index: index).isoWeekday == weekday)
  }

  @Test func `dates compare as days do`() throws {
    let dates = try [(2025, 12, 31), (2026, 1, 1), (2026, 1, 2), (2026, 2, 1)].map {
      try #require(CivilDate(year: $0.0, month: $0.1, day: $0.2))
    }
    #expect(dates.reversed().sorted() == dates)
    #expect(dates.map(\.dayIndex).sorted() == dates.map(\.dayIndex))
  }
}
