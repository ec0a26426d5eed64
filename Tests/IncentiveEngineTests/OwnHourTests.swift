import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Broadcasts at each member's own hour of the day (M50).
@Suite struct OwnHourTests {
  private func scheme(_ contact: ContactPolicy? = nil) -> Scheme {
    Scheme(
      name: "s", contact: contact,
      broadcasts: [
        Broadcast(
          name: "news", rhythm: .weekday(1), hour: 20, channel: .sms, usesOwnHour: true)
      ])
  }

  @Test(arguments: [
    // The hour that the host has told, and when the message of Monday, 5 January goes out.
    (UInt8?.none, "01-05 20:00"), (8, "01-05 08:00"), (23, "01-05 23:00"), (20, "01-05 20:00"),
  ])
  func `a broadcast waits for the member's hour, or for the usual one`(
    told: UInt8?, goesOut: String
  ) throws {
    var world = try World.withMember(scheme())
    let monday = day(2026, 1, 5)
    if let told { _ = world.handle(.activeHour(told), at: monday.start) }
    #expect(
      world.engine.schedule(ofScheme: 0, from: monday, through: monday)
        == [ScheduledEvent(minute: monday.start, kind: .broadcast(0))])
    let planned = world.handle(.scheduled(.broadcast(0)), at: monday.start)
    guard case .planned(let message, _) = planned.contact else {
      return #expect(Bool(false), "\(planned.contact)")
    }
    // The message keeps the day that it was meant for, so its luck is that of any other hour.
    #expect(message.day == monday && planned.notice == .broadcast(0))
    #expect(world.pass(until: day(2026, 1, 7)) == ["\(goesOut) send sms content"])
  }

  @Test func `who is active at midnight is sent it as the day begins`() throws {
    var world = try World.withMember(scheme())
    let monday = day(2026, 1, 5)
    _ = world.handle(.activeHour(0), at: monday.start)
    let sent = world.handle(.scheduled(.broadcast(0)), at: monday.start)
    guard case .send = sent.contact else { return #expect(Bool(false), "\(sent.contact)") }
    #expect(world.pass(until: day(2026, 1, 7)) == [])
  }

  @Test func `quiet hours hold the own hour back, too`() throws {
    let night = ContactPolicy(quiet: QuietHours(from: 22 * 60, to: 6 * 60))
    var world = try World.withMember(scheme(night))
    let monday = day(2026, 1, 5)
    _ = world.handle(.activeHour(23), at: monday.start)
    _ = world.handle(.scheduled(.broadcast(0)), at: monday.start)
    #expect(
      world.pass(until: day(2026, 1, 7)) == [
        "01-05 23:00 defer sms", "01-06 06:00 send sms content",
      ])
  }

  @Test func `a member who closes the channel meanwhile is not reached`() throws {
    var world = try World.withMember(scheme())
    let monday = day(2026, 1, 5)
    _ = world.handle(.scheduled(.broadcast(0)), at: monday.start)
    _ = world.handle(.optOut(.sms), at: monday.at(hour: 12))
    #expect(world.pass(until: day(2026, 1, 7)) == ["01-05 20:00 drop sms"])
  }

  @Test func `joined accounts keep the hour that is known of either`() throws {
    var scheme = scheme()
    scheme.mergesAccounts = true
    var world = try World([scheme], accountCount: 2)
    world.join(0, on: day(2026, 1, 1))
    world.join(1, on: day(2026, 1, 2))
    let monday = day(2026, 1, 5)
    _ = world.handle(.activeHour(7), 1, at: monday.start)
    #expect(world.handle(.merge(from: 1), at: monday.start).refusal == .none)
    _ = world.handle(.scheduled(.broadcast(0)), at: monday.start)
    #expect(world.pass(until: day(2026, 1, 7)) == ["01-05 07:00 send sms content"])
  }
}
