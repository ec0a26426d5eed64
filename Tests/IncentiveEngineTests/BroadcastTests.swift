import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Messages on the calendar, what holds them up, and when the engine calls for them again.
@Suite struct BroadcastTests {
  private let coupon = Offer(
    name: "treat", access: .coupon(.asReward, validDays: 7),
    benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("5"))]))

  private func news(_ rhythm: Broadcast.Rhythm, _ name: String = "news", coupon: Int? = nil)
    -> Broadcast
  {
    Broadcast(name: name, rhythm: rhythm, hour: 20, channel: .sms, coupon: coupon)
  }

  @Test(arguments: [
    (Broadcast.Rhythm.everyDays(4, from: day(2026, 1, 30)), [(1, 30), (2, 3), (2, 7), (2, 11)]),
    (.daysOfMonth([1, 30, 31]), [(1, 30), (1, 31), (2, 1), (2, 28), (3, 1), (3, 30)]),
    (.weekday(5), [(1, 30), (2, 6), (2, 13)]),
    (.once(day(2026, 2, 14)), [(2, 14)]),
  ])
  func `a rhythm says on which days a message goes out`(
    rhythm: Broadcast.Rhythm, expected: [(Int, Int)]
  ) throws {
    let world = try World([Scheme(name: "s", broadcasts: [news(rhythm)])])
    let last = expected.last.map { day(2026, $0.0, $0.1) } ?? day(2026, 1, 30)
    let moments = world.engine.schedule(ofScheme: 0, from: day(2026, 1, 30), through: last)
    #expect(
      moments
        == expected.map {
          ScheduledEvent(minute: day(2026, $0.0, $0.1).at(hour: 20), kind: .broadcast(0))
        })
  }

  @Test func `M49: a broadcast goes to its audience, by its channel, with its coupon`() throws {
    var scheme = Scheme(
      name: "s", offers: [coupon],
      broadcasts: [news(.weekday(1), coupon: 0), news(.weekday(1), "to-buyers")])
    scheme.broadcasts[1].audience = .active(withinDays: 7)
    var world = try World.withMember(scheme)
    let monday = day(2026, 1, 5)
    let sent = world.run(.broadcast(0), on: monday)
    #expect(sent.contact.message?.channel == .sms && sent.contact.message?.kind == .promotional)
    #expect(sent.notice == .broadcast(0) && sent.granted == OfferSet(offer: 0))
    #expect(world.engine.couponCount(of: 0, in: world.accounts, on: monday) == 1)
    // Who holds the coupon is not sent it again; who did not buy is not in the other's audience.
    let again = world.run(.broadcast(0), on: day(2026, 1, 6))
    #expect(again.refusal == .alreadyHeld && again.contact == .none)
    let other = world.run(.broadcast(1), on: monday)
    #expect(other.refusal == .notInAudience && other.contact == .none)
    #expect(world.engine.schemes[0].ruleName(other.refusedBy) == "broadcasts.to-buyers")
    #expect(world.run(.broadcast(2), on: monday).refusal == .notFound)
    // The two have luck of their own, whatever else the scheme has.
    let numbers = (0..<2).map { world.engine.campaign(of: .broadcast($0), inScheme: 0) }
    #expect(Set(numbers).count == 2 && numbers.allSatisfy { (16..<65_536).contains($0) })
  }

  @Test func `a message that waits goes out when its timer is due, with its coupon`() throws {
    let policy = ContactPolicy(quiet: QuietHours(from: 22 * 60, to: 6 * 60))
    var world = try World.withMember(
      Scheme(
        name: "s", offers: [coupon], contact: policy,
        broadcasts: [news(.weekday(1), coupon: 0), news(.weekday(1), "more")]))
    let night = day(2026, 1, 5).at(hour: 23)
    let morning = day(2026, 1, 6).at(hour: 6)
    #expect(world.engine.hasTimers(ofScheme: 0))
    #expect(world.engine.nextTimer(of: 0, in: world.accounts) == .max)
    for broadcast in 0..<2 {
      let put = world.handle(.scheduled(.broadcast(broadcast)), at: night)
      guard case .deferred(_, let until, let rule) = put.contact else {
        return #expect(Bool(false), "\(put.contact)")
      }
      #expect(until == morning && put.granted == [])
      #expect(world.engine.schemes[0].ruleName(rule) == "contact.quiet")
    }
    #expect(world.engine.nextTimer(of: 0, in: world.accounts) == morning.index)
    // Too early there is nothing to do.
    #expect(world.handle(.timer, at: night.advanced(by: 1)).refusal == .notFound)
    let first = world.handle(.timer, at: morning)
    #expect(first.notice == .broadcast(0) && first.granted == OfferSet(offer: 0))
    #expect(first.contact.message?.day == day(2026, 1, 5), "its address does not move")
    #expect(world.engine.nextTimer(of: 0, in: world.accounts) == morning.index)
    #expect(world.handle(.timer, at: morning).notice == .broadcast(1))
    #expect(world.engine.nextTimer(of: 0, in: world.accounts) == .max)
    #expect(world.handle(.timer, at: morning).refusal == .notFound)
  }

  @Test func `who opts out while a message waits is not sent it`() throws {
    let policy = ContactPolicy(quiet: QuietHours(from: 22 * 60, to: 6 * 60))
    var world = try World.withMember(
      Scheme(name: "s", contact: policy, broadcasts: [news(.weekday(1))]))
    let night = day(2026, 1, 5).at(hour: 23)
    world.handle(.scheduled(.broadcast(0)), at: night)
    #expect(world.handle(.optOut(.sms), at: night).refusal == .none)
    #expect(world.handle(.optOut(.sms), at: night).refusal == .optedOut)
    let due = world.handle(.timer, at: day(2026, 1, 6).at(hour: 6))
    guard case .suppressed(_, .optedOut, _) = due.contact else {
      return #expect(Bool(false), "\(due.contact)")
    }
  }

  @Test func `an opt-out is for ever: through another scheme, a merger and a new membership`()
    throws
  {
    let scheme = Scheme(name: "s", mergesAccounts: true, broadcasts: [news(.weekday(1))])
    var other = scheme
    other.name = "t"
    other.contact = ContactPolicy(caps: [PlatformLimit.wecomDay.cap()])
    var world = try World([scheme, other], accountCount: 2)
    world.join(0, on: day(2026, 1, 1))
    world.join(1, on: day(2026, 1, 1))
    let monday = day(2026, 1, 5)
    world.handle(.optOut(.sms), 1, at: monday.start)
    world.handle(.merge(from: 1), 0, at: monday.start)
    for account in 0..<2 {
      if account == 1 { world.join(1, on: monday) }
      for next in [1, 0] {
        world.handle(.adopt(scheme: next), account, at: monday.at(hour: 10))
        let fate = world.handle(.scheduled(.broadcast(0)), account, at: monday.at(hour: 20)).contact
        guard case .suppressed(_, .optedOut, _) = fate else {
          return #expect(Bool(false), "account \(account), scheme \(next): \(fate)")
        }
      }
    }
  }

  @Test func `what two accounts were sent counts for the one they become`() throws {
    var scheme = Scheme(name: "s", mergesAccounts: true, broadcasts: [news(.weekday(1))])
    scheme.contact = ContactPolicy(caps: [
      FrequencyCap(name: "day", limit: .count(3), window: .calendar(.day)),
      FrequencyCap(name: "slide", limit: .count(4), window: .sliding(minutes: 2880)),
    ])
    var world = try World([scheme], accountCount: 2)
    for account in 0..<2 { world.join(account, on: day(2026, 1, 1)) }
    let monday = day(2026, 1, 5)
    func send(_ account: Int, _ minute: Minute) -> Bool {
      let contact = world.handle(.scheduled(.broadcast(0)), account, at: minute).contact
      if case .send = contact { return true }
      return false
    }
    #expect(send(0, monday.at(hour: 9)) && send(1, monday.at(hour: 10)))
    world.handle(.merge(from: 1), 0, at: monday.at(hour: 11))
    // Three a day: one is left. Four in 48 hours: one more is left on Tuesday.
    #expect(send(0, monday.at(hour: 12)) && !send(0, monday.at(hour: 13)))
    let tuesday = day(2026, 1, 6)
    #expect(send(0, tuesday.at(hour: 9)) && !send(0, tuesday.at(hour: 10)))
    // On Wednesday at 9 the first is two days old, at 10 the other account's.
    let wednesday = day(2026, 1, 7)
    #expect(!send(0, wednesday.at(hour: 8)) && send(0, wednesday.at(hour: 9)))
    #expect(!send(0, wednesday.at(hour: 9)) && send(0, wednesday.at(hour: 10)))
  }

  @Test func `what cannot hold is a problem at its key`() {
    var scheme = Scheme(
      name: "s", offers: [coupon],
      contact: ContactPolicy(
        quiet: QuietHours(from: 60, to: 60, channels: [.sms], action: .change(.sms)),
        caps: [
          FrequencyCap(name: "a", limit: .count(65), window: .sliding(minutes: 60)),
          FrequencyCap(name: "a", limit: .daysOfMonth, window: .calendar(.week)),
          FrequencyCap(
            name: "b", kind: .transactional, limit: .count(1), window: .calendar(.day),
            action: .change(.sms)),
        ], clockOffset: 1440, longestDelayDays: -1),
      broadcasts: [news(.everyDays(0, from: day(2026, 1, 1)), coupon: 3), news(.daysOfMonth([]))])
    scheme.broadcasts[1].hour = 24
    #expect(
      Set(scheme.contactProblems.map(\.path)) == [
        "contact.clock-offset", "contact.drop-after", "contact.quiet.to", "contact.quiet.then",
        "contact.caps.a", "contact.caps.a.at-most", "contact.caps.b.kind", "contact.caps.b.then",
        "broadcasts.news", "broadcasts.news.when", "broadcasts.news.coupon", "broadcasts.news.hour",
      ])
    #expect(
      Scheme(name: "s", offers: [coupon], broadcasts: [news(.weekday(7), coupon: 0)])
        .contactProblems.isEmpty)
  }
}
