import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Ten million events, held against a list of all that was sent.
///
/// No closed channel is used, no cap is exceeded, nothing goes out at night, and nothing is held back
/// that had room.
@Suite struct ContactPropertyTests {
  private static let quiet = QuietHours(from: 21 * 60 + 30, to: 7 * 60, channels: [.sms, .push])
  private static let caps = [
    FrequencyCap(
      name: "month", channel: .wecom, limit: .daysOfMonth, window: .calendar(.month),
      action: .change(.push)),
    FrequencyCap(
      name: "week", channel: .sms, kind: .promotional, limit: .count(3), window: .calendar(.week),
      action: .postpone),
    FrequencyCap(
      name: "slide", channel: .push, limit: .count(5), window: .sliding(minutes: 7 * 1440 + 77)),
    FrequencyCap(
      name: "all", limit: .count(9), window: .sliding(minutes: 5 * 1440)),
    FrequencyCap(
      name: "quarter", channel: .call, limit: .count(2), window: .calendar(.quarter),
      action: .change(.sms)),
  ]
  private static let clockOffset = 95

  private static var scheme: Scheme {
    let channels: [Channel] = [.wecom, .sms, .push, .call, .store]
    let kinds: [MessageKind] = [.promotional, .service, .promotional, .transactional]
    return Scheme(
      name: "busy",
      contact: ContactPolicy(
        quiet: quiet, caps: caps, clockOffset: clockOffset, longestDelayDays: 10),
      broadcasts: (0..<20).map { index in
        Broadcast(
          name: "b\(index)", rhythm: .weekday(1), kind: kinds[index % 4],
          channel: channels[index % 5])
      })
  }

  /// A message that went out.
  private struct Sent {
    var minute: Int32
    var channel: Channel
    var kind: MessageKind
  }

  /// One member's messages and closed channels, as a plain list.
  private struct Member {
    var sent: [Sent] = []
    var closed: Set<Channel> = []

    /// The first day of a cap's window.
    private func window(of cap: FrequencyCap, _ minute: Int32) -> Day {
      let day = Minute(index: minute + Int32(ContactPropertyTests.clockOffset)).day
      return switch cap.window {
      case .calendar(let window): window.firstDay(of: day)
      case .sliding: day
      }
    }

    private func counts(_ message: Sent, _ cap: FrequencyCap) -> Bool {
      guard cap.channel == nil || cap.channel == message.channel else { return false }
      return cap.kind.map { $0 == message.kind } ?? (message.kind != .transactional)
    }

    /// Whether any window ever held more than the cap allows.
    func exceeds(_ cap: FrequencyCap) -> Bool {
      let minutes = sent.filter { counts($0, cap) }.map(\.minute)
      return minutes.indices.contains { first in
        // If the window that ends with the last of one too many holds the first of them, too.
        let last = first + ContactPropertyTests.limit(cap, at: minutes[first])
        guard last < minutes.count else { return false }
        switch cap.window {
        case .calendar: return window(of: cap, minutes[first]) == window(of: cap, minutes[last])
        case .sliding(let length): return minutes[last] - minutes[first] < Int32(length)
        }
      }
    }

    /// How many a cap counts in its window up to a minute: by looking at every one of the latest.
    func count(_ cap: FrequencyCap, at minute: Int32) -> Int {
      var count = 0
      for message in sent.reversed() {
        if minute - message.minute > 93 * 1440 { break }
        guard counts(message, cap) else { continue }
        switch cap.window {
        case .calendar:
          if window(of: cap, message.minute) == window(of: cap, minute) { count += 1 }
        case .sliding(let minutes): if minute - message.minute < Int32(minutes) { count += 1 }
        }
      }
      return count
    }
  }

  private static func limit(_ cap: FrequencyCap, at minute: Int32) -> Int {
    switch cap.limit {
    case .count(let count): return count
    case .daysOfMonth:
      let month = Month(Minute(index: minute + Int32(ContactPropertyTests.clockOffset)).day)
      return month.firstDay.distance(to: month.lastDay) + 1
    }
  }

  @Test(arguments: [UInt64(2026), 52])
  func `M52: over ten million events nobody is reached against the rules`(seed: UInt64) throws {
    let (memberCount, steps) = (500, 10_000)
    let engine = LoyaltyEngine(
      schemes: [try Self.scheme.compile()], days: day(2026, 1, 1)...day(2029, 12, 31))
    var accounts = engine.makeAccounts(count: memberCount, scheme: 0)
    var members = Array(repeating: Member(), count: memberCount)
    var random = TestRandom(seed: seed)
    var journal = NoJournal()
    let nothing: [BasketLine] = []
    var (sent, held, closed, faults, events) = (0, 0, 0, 0, 0)
    func handle(_ event: Event, _ account: Int, at minute: Int32) {
      events += 1
      let decision = engine.handle(
        event, basket: nothing.span, for: account, in: &accounts, at: Minute(index: minute),
        into: &journal)
      switch decision.contact {
      case .none, .planned: return
      case .send(let message):
        sent += 1
        if members[account].closed.contains(message.channel) { faults += 1 }
        members[account].sent.append(
          Sent(minute: minute, channel: message.channel, kind: message.kind))
        guard message.kind != .transactional else { return }
        let clock = Minute(index: minute + Int32(Self.clockOffset)).minuteOfDay
        let isNight = clock >= Self.quiet.from || clock < Self.quiet.to
        if isNight, Self.quiet.channels.contains(message.channel) { faults += 1 }
      case .suppressed(let message, .frequencyCapped, let rule),
        .deferred(let message, _, let rule):
        held += 1
        if message.kind == .transactional { faults += 1 }
        // The list is long: it is gone through for one member in fifty.
        guard account.isMultiple(of: 50),
          let cap = Self.caps.first(where: {
            engine.schemes[0].ruleName(rule) == "contact.caps.\($0.name)"
          })
        else { return }
        if members[account].count(cap, at: minute) < Self.limit(cap, at: minute) { faults += 1 }
      case .suppressed(let message, .optedOut, _):
        closed += 1
        if !members[account].closed.contains(message.channel) { faults += 1 }
      case .suppressed: held += 1
      }
    }
    for account in 0..<memberCount {
      handle(.join(Birthday(month: 1, day: 1)), account, at: day(2026, 1, 1).start.index)
    }
    var minutes = Array(repeating: day(2026, 1, 1).start.index, count: memberCount)
    for _ in 0..<steps {
      for account in 0..<memberCount {
        minutes[account] += Int32(random.below(360))
        let minute = minutes[account]
        while engine.nextTimer(of: account, in: accounts) <= minute {
          handle(.timer, account, at: engine.nextTimer(of: account, in: accounts))
        }
        if random.below(4000) == 0 {
          let channel = Channel.allCases[random.below(Channel.allCases.count)]
          members[account].closed.insert(channel)
          handle(.optOut(channel), account, at: minute)
        } else {
          handle(.scheduled(.broadcast(random.below(20))), account, at: minute)
        }
      }
    }
    #expect(faults == 0, "seed \(seed)")
    for cap in Self.caps {
      let exceeded = members.count { $0.exceeds(cap) }
      #expect(exceeded == 0, "seed \(seed): \(cap.name)")
    }
    #expect(events >= 5_000_000 && sent > 1_000_000 && held > 100_000 && closed > 100_000)
  }

  /// The list finds what the rules forbid: a check that cannot fail would be worth nothing.
  @Test func `the plain list counts by hand`() {
    let minute = day(2026, 3, 31).at(hour: 22, minute: 25).index
    var member = Member()
    member.sent = [
      Sent(minute: minute - 8 * 1440, channel: .push, kind: .service),
      Sent(minute: minute - 7 * 1440, channel: .push, kind: .service),
      Sent(minute: minute - 10, channel: .call, kind: .promotional),
      Sent(minute: minute, channel: .call, kind: .transactional),
    ]
    // 95 minutes ahead it is April already, ten minutes before it was March still.
    #expect(Self.caps.map { member.count($0, at: minute) } == [0, 0, 1, 1, 0])
    #expect(Self.limit(Self.caps[0], at: minute) == 30)
    #expect(Self.caps.map { member.count($0, at: minute - 1) }[4] == 1)
    // Six within a week, and the fifth a minute too late.
    for gap in [Int32(2015), 2032] {
      member.sent = (0..<6).map {
        Sent(minute: minute + $0 * gap, channel: .push, kind: .promotional)
      }
      #expect(member.exceeds(Self.caps[2]) == (5 * gap < 7 * 1440 + 77))
    }
    #expect(member.count(Self.caps[2], at: minute + 2032 * 5) == 5)
  }
}
