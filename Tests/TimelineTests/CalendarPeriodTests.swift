import Testing
import Timeline

struct CalendarPeriodTests {
  @Test(arguments: CalendarPeriod.allCases)
  func `every day from 1900 to 2200 lies in the period that a walk puts it in`(
    period: CalendarPeriod
  ) {
    // The first days of all periods, as the walk meets them; 1900-01-01 begins one of each kind.
    var firstDays: [Day] = []
    var days: [(day: Day, period: Int)] = []
    for step in CalendarWalk() {
      if begins(period, step) { firstDays.append(Day(index: step.index)) }
      days.append((Day(index: step.index), firstDays.count - 1))
    }
    var wrong: [Day] = []
    for (day, index) in days where index + 1 < firstDays.count {
      let last = Day(index: firstDays[index + 1].index - 1)
      if period.firstDay(of: day) != firstDays[index] || period.lastDay(of: day) != last {
        wrong.append(day)
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(3).map { CivilDate($0).text })")
  }

  private func begins(_ period: CalendarPeriod, _ step: CalendarWalk.Step) -> Bool {
    switch period {
    case .day: true
    case .week: step.weekday == 1
    case .month: step.day == 1
    case .quarter: step.day == 1 && [1, 4, 7, 10].contains(step.month)
    case .halfYear: step.day == 1 && [1, 7].contains(step.month)
    case .year: step.day == 1 && step.month == 1
    }
  }

  @Test(arguments: [
    // day | period | first day | last day
    ("2026-01-01", CalendarPeriod.week, "2025-12-29", "2026-01-04"),
    ("2026-01-04", .week, "2025-12-29", "2026-01-04"),
    ("2026-01-05", .week, "2026-01-05", "2026-01-11"),
    ("2026-02-10", .quarter, "2026-01-01", "2026-03-31"),
    ("2026-06-30", .quarter, "2026-04-01", "2026-06-30"),
    ("2026-09-30", .quarter, "2026-07-01", "2026-09-30"),
    ("2026-12-31", .quarter, "2026-10-01", "2026-12-31"),
    ("2028-02-29", .month, "2028-02-01", "2028-02-29"),
    ("2026-07-01", .halfYear, "2026-07-01", "2026-12-31"),
    ("2026-07-01", .year, "2026-01-01", "2026-12-31"),
    ("1969-12-31", .week, "1969-12-29", "1970-01-04"),
    ("1969-12-31", .quarter, "1969-10-01", "1969-12-31"),
  ])
  func `weeks are ISO weeks, and quarters end where accountants end them`(
    day: String, period: CalendarPeriod, first: String, last: String
  ) throws {
    let day = try day.asDay
    #expect(CivilDate(period.firstDay(of: day)).text == first)
    #expect(CivilDate(period.lastDay(of: day)).text == last)
  }
}

extension String {
  /// The day that this ISO date names.
  var asDay: Day {
    get throws {
      let parts = split(separator: "-").compactMap { Int($0) }
      try #require(parts.count == 3)
      return try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2])).dayIndex
    }
  }
}
