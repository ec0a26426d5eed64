import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Caps of several channels and kinds, and what is dropped in the end: tables by hand.
@Suite struct ContactChainTests {
  @Test func `a chain of channels ends where there is room, or where it began`() throws {
    func one(_ channel: Channel, then other: Channel) -> FrequencyCap {
      FrequencyCap(
        name: channel.name, channel: channel, limit: .count(1), window: .calendar(.day),
        action: .change(other))
    }
    var desk = try ContactDesk(
      ContactPolicy(caps: [
        one(.wecom, then: .miniProgram), one(.miniProgram, then: .push), one(.push, then: .wecom),
      ]))
    let noon = day(2026, 3, 2).at(hour: 12)
    let fates = (0..<4).map { _ in desk.send(message(by: .wecom), at: noon) }
    #expect(
      fates == [
        .send(message(by: .wecom)), .send(message(by: .miniProgram)), .send(message(by: .push)),
        .suppressed(message(by: .push), .frequencyCapped, by: desk.rules.caps[2].rule),
      ])
  }

  @Test func `caps look at their own channel and kind`() throws {
    var desk = try ContactDesk(
      ContactPolicy(caps: [
        FrequencyCap(
          name: "sms", channel: .sms, kind: .promotional, limit: .count(1),
          window: .calendar(.quarter)),
        FrequencyCap(name: "all", limit: .count(4), window: .sliding(minutes: 60)),
      ]))
    let noon = day(2026, 3, 31).at(hour: 12)
    let fates = [
      message(), message(), message(.service), message(by: .push), message(by: .call),
      message(by: .store),
    ].map { desk.send($0, at: noon) }
    let (sms, all) = (desk.rules.caps[0].rule, desk.rules.caps[1].rule)
    #expect(
      fates == [
        .send(message()), .suppressed(message(), .frequencyCapped, by: sms),
        .send(message(.service)), .send(message(by: .push)), .send(message(by: .call)),
        .suppressed(message(by: .store), .frequencyCapped, by: all),
      ])
    // The quarter ends with March.
    #expect(desk.send(message(), at: day(2026, 4, 1).start) == .send(message()))
  }

  @Test func `none at all is none ever, and what comes too late is dropped`() throws {
    let none = FrequencyCap(
      name: "never", channel: .call, limit: .count(0), window: .calendar(.day), action: .postpone)
    let desk = try ContactDesk(ContactPolicy(caps: [none]))
    let noon = day(2026, 3, 2).at(hour: 12)
    #expect(
      desk.decide(message(by: .call), at: noon)
        == .suppressed(message(by: .call), .frequencyCapped, by: desk.rules.caps[0].rule))
    // One a quarter, put off from 2 March to 1 April: 30 days.
    for (days, waits) in [(29, false), (30, true)] {
      let cap = FrequencyCap(
        name: "quarter", limit: .count(1), window: .calendar(.quarter), action: .postpone)
      var desk = try ContactDesk(ContactPolicy(caps: [cap], longestDelayDays: days))
      #expect(desk.send(message(), at: noon) == .send(message()))
      let rule = desk.rules.caps[0].rule
      #expect(
        desk.send(message(), at: noon)
          == (waits
            ? .deferred(message(), until: day(2026, 4, 1).start, by: rule)
            : .suppressed(message(), .frequencyCapped, by: rule)))
    }
  }
}
