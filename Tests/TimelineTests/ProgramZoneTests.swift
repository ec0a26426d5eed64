import Testing
import Timeline

struct ProgramZoneTests {
  // Expected civil times from Python's zoneinfo (IANA database).
  @Test(arguments: [
    // zone | instant in UTC | seconds since 1970 | program time
    ("Asia/Shanghai", "2025-12-31T16:00", Int64(1_767_196_800), "2026-01-01 00:00"),
    ("Asia/Shanghai", "1988-07-01T00:00", 583_718_400, "1988-07-01 09:00"),
    ("America/New_York", "2026-03-08T06:59", 1_772_953_140, "2026-03-08 01:59"),
    ("America/New_York", "2026-03-08T07:00", 1_772_953_200, "2026-03-08 03:00"),
    ("America/New_York", "2026-11-01T05:59", 1_793_512_740, "2026-11-01 01:59"),
    ("America/New_York", "2026-11-01T06:00", 1_793_512_800, "2026-11-01 01:00"),
    ("Europe/Berlin", "2026-03-29T00:59", 1_774_745_940, "2026-03-29 01:59"),
    ("Europe/Berlin", "2026-03-29T01:00", 1_774_746_000, "2026-03-29 03:00"),
    ("Europe/Berlin", "2026-10-25T01:00", 1_792_890_000, "2026-10-25 02:00"),
    ("Australia/Lord_Howe", "2026-04-04T14:59", 1_775_314_740, "2026-04-05 01:59"),
    ("Australia/Lord_Howe", "2026-04-04T15:00", 1_775_314_800, "2026-04-05 01:30"),
    ("Asia/Kathmandu", "2026-01-01T00:00", 1_767_225_600, "2026-01-01 05:45"),
    ("America/St_Johns", "2026-07-01T00:00", 1_782_864_000, "2026-06-30 21:30"),
    ("Pacific/Kiritimati", "2026-01-01T10:00", 1_767_261_600, "2026-01-02 00:00"),
    ("UTC", "1969-12-31T23:59", -60, "1969-12-31 23:59"),
    ("UTC", "1969-12-31T23:59:59", -1, "1969-12-31 23:59"),
  ])
  func `an instant becomes the time on the program's clock, clock changes included`(
    zone: String, instant: String, seconds: Int64, expected: String
  ) throws {
    let minute = try #require(ProgramZone(identifier: zone)).minute(secondsSince1970: seconds)
    let (hour, rest) = minute.minuteOfDay.quotientAndRemainder(dividingBy: 60)
    let time = [hour, rest].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    #expect("\(CivilDate(minute.day).text) \(time)" == expected, "\(instant) in \(zone)")
  }

  @Test(arguments: ["Mars/Olympus", "CST", "GMT+8", "", "asia", "/"])
  func `a zone without a place in the database is refused`(identifier: String) {
    #expect(ProgramZone(identifier: identifier) == nil)
  }
}
