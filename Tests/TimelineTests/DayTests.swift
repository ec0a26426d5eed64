import Testing
import Timeline

struct DayTests {
  @Test(arguments: [
    (0, 0, 0), (1_439, 0, 1_439), (1_440, 1, 0), (-1, -1, 1_439), (-1_440, -1, 0),
    (-1_441, -2, 1_439), (29_453_760, 20_454, 0),
  ])
  func `a minute belongs to one day, before 1970 too`(minute: Int32, day: Int32, ofDay: Int) {
    #expect(Minute(index: minute).day == Day(index: day))
    #expect(Minute(index: minute).minuteOfDay == ofDay)
  }

  @Test func `a time of day is a minute of its day`() throws {
    let day = try "2026-01-31".asDay
    #expect(day.at(hour: 20, minute: 30).minuteOfDay == 1_230)
    #expect(day.at(hour: 23, minute: 59).day == day)
    #expect(day.at(hour: 24) == day.advanced(by: 1).start)
  }

  @Test func `days can be counted through, and never is later than all of them`() throws {
    let days = try "2026-02-27".asDay...("2026-03-01".asDay)
    #expect(days.map { CivilDate($0).text } == ["2026-02-27", "2026-02-28", "2026-03-01"])
    #expect(days.upperBound < .never)
    #expect(days.lowerBound.distance(to: days.upperBound) == 2)
  }

  @Test func `a horizon ends with the last minute of its last day`() throws {
    let horizon = Horizon(firstDay: try "2026-01-01".asDay, dayCount: 365)
    #expect(CivilDate(horizon.lastDay).text == "2026-12-31")
    #expect(horizon.start.minuteOfDay == 0)
    #expect(horizon.end == (try "2027-01-01".asDay.start))
    #expect(horizon.months.count == 12)
    #expect(Horizon(firstDay: horizon.firstDay, dayCount: 1).lastDay == horizon.firstDay)
  }
}
