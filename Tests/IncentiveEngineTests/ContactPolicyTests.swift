import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// What becomes of a message: tables by hand.
@Suite struct ContactPolicyTests {
  private static let night = QuietHours(from: 22 * 60, to: 6 * 60)

  @Test(arguments: [
    // Across midnight, the end not included: the hour and minute, and when it goes out.
    (21, 59, Int?.none), (22, 0, 480), (23, 59, 361), (0, 0, 360), (5, 30, 30), (5, 59, 1),
    (6, 0, nil), (12, 0, nil),
  ])
  func `M52: from 22:00 to 6:00 a message waits until 6:00`(hour: Int, minute: Int, wait: Int?)
    throws
  {
    let desk = try ContactDesk(ContactPolicy(quiet: Self.night))
    let now = day(2026, 3, 2).at(hour: hour, minute: minute)
    let outcome = desk.decide(message(), at: now)
    if let wait {
      #expect(
        outcome
          == .deferred(
            message(), until: now.advanced(by: wait), by: desk.rules.programs[0].quietRule)
      )
      #expect(desk.decide(message(), at: now.advanced(by: wait)) == .send(message()))
      #expect(now.advanced(by: wait).minuteOfDay == 360)
    } else {
      #expect(outcome == .send(message()))
    }
  }

  @Test(arguments: [
    // Minutes that members are ahead; program's hour; quiet there?
    (0, 21, false), (60, 21, true), (-120, 23, false), (-120, 0, true), (-120, 7, true),
    (-120, 8, false), (330, 16, false), (330, 17, true), (1439, 22, false),
    (1439, 23, true),
  ])
  func `quiet hours are read off the members' clocks`(
    ahead: Int, hour: Int, isQuiet: Bool
  ) throws {
    let desk = try ContactDesk(ContactPolicy(quiet: Self.night, clockOffset: ahead))
    // 330 minutes ahead, 17:00 is 22:30; a minute less than a day ahead, 22:00 is 21:59: not quiet.
    let outcome = desk.decide(message(), at: day(2026, 3, 2).at(hour: hour))
    #expect((outcome != .send(message())) == isQuiet)
  }

  @Test func `quiet hours within a day, dropped or by another channel`() throws {
    let noon = day(2026, 3, 2).at(hour: 12)
    var siesta = QuietHours(from: 12 * 60, to: 14 * 60, action: .suppress)
    var desk = try ContactDesk(ContactPolicy(quiet: siesta))
    let rule = desk.rules.programs[0].quietRule
    #expect(desk.decide(message(), at: noon) == .suppressed(message(), .quietHours, by: rule))
    #expect(desk.decide(message(), at: noon.advanced(by: 120)) == .send(message()))
    siesta = QuietHours(from: 12 * 60, to: 14 * 60, channels: [.sms], action: .change(.wecom))
    desk = try ContactDesk(ContactPolicy(quiet: siesta))
    #expect(desk.decide(message(), at: noon) == .send(message(by: .wecom)))
    #expect(desk.decide(message(by: .push), at: noon) == .send(message(by: .push)))
    // A channel that is closed stays closed, whichever rule points to it.
    #expect(
      desk.decide(message(), at: noon, closed: [.wecom])
        == .suppressed(message(by: .wecom), .optedOut, by: .none))
  }

  @Test func `transactional messages go out at night, and count nowhere`() throws {
    var desk = try ContactDesk(
      ContactPolicy(
        quiet: Self.night,
        caps: [FrequencyCap(name: "day", limit: .count(1), window: .calendar(.day))]))
    let receipt = message(.transactional)
    let night = day(2026, 3, 2).at(hour: 23)
    for _ in 0..<3 { #expect(desk.send(receipt, at: night) == .send(receipt)) }
    let morning = day(2026, 3, 3).at(hour: 9)
    #expect(desk.send(receipt, at: morning) == .send(receipt))
    #expect(desk.send(message(), at: morning) == .send(message()))
    #expect(desk.send(message(), at: morning) != .send(message()))
    // But a closed channel is closed.
    #expect(
      desk.decide(receipt, at: night, closed: [.sms]) == .suppressed(receipt, .optedOut, by: .none))
  }

  /// The minutes at which one message an hour goes out, all else put off or dropped.
  private func sent(
    _ cap: FrequencyCap, from first: Minute, hours: Int, every step: Int = 1
  ) throws -> [Minute] {
    var desk = try ContactDesk(ContactPolicy(caps: [cap]))
    return stride(from: 0, to: hours, by: step).compactMap { hour in
      let minute = first.advanced(by: hour * 60)
      return desk.send(message(), at: minute) == .send(message()) ? minute : nil
    }
  }

  @Test func `M52: a calendar week begins on Monday, a sliding one with the message`() throws {
    // From Saturday 7 March 2026, noon, one try an hour for 10 days: two a week.
    let saturday = day(2026, 3, 7).at(hour: 12)
    let calendar = try sent(
      FrequencyCap(name: "week", limit: .count(2), window: .calendar(.week)), from: saturday,
      hours: 240)
    #expect(
      calendar == [
        saturday, saturday.advanced(by: 60), day(2026, 3, 9).start, day(2026, 3, 9).at(hour: 1),
        day(2026, 3, 16).start, day(2026, 3, 16).at(hour: 1),
      ])
    let sliding = try sent(
      FrequencyCap(name: "week", limit: .count(2), window: .sliding(minutes: 7 * 1440)),
      from: saturday, hours: 240)
    // Seven days after the first the first counts no more: to the minute.
    #expect(
      sliding == [
        saturday, saturday.advanced(by: 60), day(2026, 3, 14).at(hour: 12),
        day(2026, 3, 14).at(hour: 13),
      ])
  }

  @Test(arguments: [
    // The platform's limit; a try an hour; sent in February 2026, April, and December.
    (PlatformLimit.wecomMonth, [28, 30, 31]), (.wecomDay, [28, 30, 31]),
    (.serviceAccount, [4, 4, 4]),
  ])
  func `M52: platform limits at month ends`(limit: PlatformLimit, counts: [Int]) throws {
    for (month, count) in zip([2, 4, 12], counts) {
      let first = day(2026, month, 1)
      var desk = try ContactDesk(ContactPolicy(caps: [limit.cap()]))
      let month = Month(first)
      let hours = (first.distance(to: month.lastDay) + 1) * 24
      let message = message(by: limit.channel)
      func tries(from start: Minute, hours: Int) -> Int {
        (0..<hours).count {
          desk.send(message, at: start.advanced(by: $0 * 60)) == .send(message)
        }
      }
      #expect(tries(from: first.start, hours: hours) == count)
      // In the first hour of the next month there is room again.
      #expect(tries(from: month.advanced(by: 1).firstDay.start, hours: 1) == 1)
    }
  }

  @Test func `seven a week is counted over month ends`() throws {
    // Monday 27 April to Sunday 3 May 2026: April ends on Thursday.
    var desk = try ContactDesk(ContactPolicy(caps: [PlatformLimit.wecomWeek.cap()]))
    let monday = day(2026, 4, 27).at(hour: 10)
    let fates = (0..<10).map { index in
      desk.send(message(by: .wecom), at: monday.advanced(by: index * 16 * 60))
    }
    #expect(fates.prefix(7).allSatisfy { $0 == .send(message(by: .wecom)) })
    #expect(fates.dropFirst(7).allSatisfy { $0 != .send(message(by: .wecom)) })
    let next = day(2026, 5, 4).start
    #expect(desk.send(message(by: .wecom), at: next) == .send(message(by: .wecom)))
  }

  @Test func `windows of the calendar end on the members' clocks`() throws {
    // Two hours ahead, their April begins when the program's clock shows 22:00 of 31 March.
    let cap = FrequencyCap(
      name: "month", limit: .count(1), window: .calendar(.month), action: .postpone)
    var desk = try ContactDesk(ContactPolicy(caps: [cap], clockOffset: 120))
    let noon = day(2026, 3, 31).at(hour: 12)
    #expect(desk.send(message(), at: noon) == .send(message()))
    #expect(
      desk.send(message(), at: noon.advanced(by: 60))
        == .deferred(message(), until: day(2026, 3, 31).at(hour: 22), by: desk.rules.caps[0].rule))
    #expect(desk.send(message(), at: day(2026, 3, 31).at(hour: 21, minute: 59)) != .send(message()))
    #expect(desk.send(message(), at: day(2026, 3, 31).at(hour: 22)) == .send(message()))
  }

  @Test func `what is put off to midnight is put off to the morning`() throws {
    let daily = FrequencyCap(
      name: "day", limit: .count(1), window: .calendar(.day), action: .postpone)
    var desk = try ContactDesk(ContactPolicy(quiet: Self.night, caps: [daily]))
    let evening = day(2026, 3, 2).at(hour: 20)
    #expect(desk.send(message(), at: evening) == .send(message()))
    guard case .deferred(_, let midnight, let by) = desk.send(message(), at: evening) else {
      return #expect(Bool(false), "it should wait")
    }
    #expect(midnight == day(2026, 3, 3).start && by == desk.rules.caps[0].rule)
    guard case .deferred(_, let morning, let quiet) = desk.send(message(), at: midnight) else {
      return #expect(Bool(false), "it should wait on")
    }
    #expect(morning == day(2026, 3, 3).at(hour: 6) && quiet == desk.rules.programs[0].quietRule)
    #expect(desk.send(message(), at: morning) == .send(message()))
  }
}
