import Testing
import Timeline

struct MonthTests {
  @Test func `months take the places of a ring in turn, across 1970, too`() {
    let places = (-4..<4).map { Month(index: $0).place(inRingOf: 3) }
    #expect(places == [2, 0, 1, 2, 0, 1, 2, 0])
  }

  @Test(arguments: [
    // day | months later | becomes
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"),
    ("2026-01-30", 1, "2026-02-28"), ("2026-01-28", 1, "2026-02-28"),
    ("2026-01-31", 2, "2026-03-31"), ("2026-01-31", 3, "2026-04-30"),
    ("2026-08-31", 6, "2027-02-28"), ("2026-12-15", 1, "2027-01-15"),
    ("2026-01-15", 12, "2027-01-15"), ("2028-02-29", 12, "2029-02-28"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
    ("2026-05-31", 0, "2026-05-31"), ("1970-01-31", -11, "1969-02-28"),
  ])
  func `a day that a later month lacks becomes its last day`(
    day: String, months: Int, expected: String
  ) throws {
    #expect(CivilDate(try day.asDay.adding(months: months)).text == expected)
  }

  @Test func `never stays never, however many months are added`() {
    #expect(Day.never.adding(months: 12) == .never)
    #expect(Day.never.adding(months: -1) == .never)
  }

  @Test(arguments: [
    (0, 1970, 1, "1970-01"), (-1, 1969, 12, "1969-12"), (-12, 1969, 1, "1969-01"),
    (-13, 1968, 12, "1968-12"), (672, 2026, 1, "2026-01"), (683, 2026, 12, "2026-12"),
  ])
  func `months count from January 1970, both ways`(
    index: Int32, year: Int, monthOfYear: Int, text: String
  ) {
    let month = Month(index: index)
    #expect(month.year == year)
    #expect(month.monthOfYear == monthOfYear)
    #expect(month.text == text)
    #expect(Month(month.firstDay) == month)
    #expect(Month(month.lastDay) == month)
    #expect(month.lastDay.advanced(by: 1) == month.advanced(by: 1).firstDay)
  }

  @Test func `months can be counted through`() throws {
    let months = Month(try "2025-11-30".asDay)...Month(try "2026-02-01".asDay)
    #expect(months.map(\.text) == ["2025-11", "2025-12", "2026-01", "2026-02"])
  }
}
