import IncentiveEngine
import Quantities
import Testing
import Timeline

/// What journeys do on their way: fallbacks, branches, tags; and what is wrong with them.
@Suite struct JourneyStepTests {
  /// The campaign of the one message that the world's member is sent next.
  private func campaign(_ world: inout World) throws -> UInt16 {
    let due = world.engine.nextTimer(of: 0, in: world.accounts)
    let message = world.handle(.timer, at: Minute(index: due)).contact.message
    return try #require(message).campaign
  }

  @Test(arguments: [
    // opened after so many hours; by a message of its own campaign; what comes after the first
    (nil, true, ["01-03 09:00 send sms coupon", "01-03 09:00 task 1"]),
    (47, true, ["01-03 09:00 task 1"]), (0, true, ["01-03 09:00 task 1"]),
    (47, false, ["01-03 09:00 send sms coupon", "01-03 09:00 task 1"]),
  ])
  func `M49: a text message to who has not opened the first one in 48 hours`(
    hours: Int?, isOwn: Bool, expected: [String]
  ) throws {
    let journey = Journey(
      name: "hello", trigger: .joining,
      steps: [
        JourneyTests.message(
          .wecom, .coupon, coupon: 0,
          fallback: JourneyMessage.Fallback(channel: .sms, minutes: 48 * 60)), .task(minutes: 1),
      ])
    var world = try World.withMember(JourneyTests.scheme(journey))
    let sent = try campaign(&world)
    if let hours {
      let opened = day(2026, 1, 1).at(hour: 9).advanced(by: hours * 60)
      #expect(world.pass(until: opened) == [])
      world.handle(.opened(campaign: isOwn ? sent : sent + 1), at: opened)
    }
    #expect(world.pass(until: day(2026, 2, 1)) == expected)
  }

  @Test func `each message is a campaign of its own, the same under other schemes`() throws {
    let steps = [JourneyTests.message(), JourneyTests.message()]
    let (a, b) = (
      Journey(name: "a", trigger: .joining, steps: steps),
      Journey(name: "b", trigger: .joining, steps: steps)
    )
    func campaigns(_ scheme: Scheme, beside other: Scheme) throws -> [UInt16] {
      var world = try World.withMember(scheme, other)
      return try (0..<scheme.journeys.count * 2).map { _ in try campaign(&world) }
    }
    let both = try campaigns(JourneyTests.scheme(a, b), beside: JourneyTests.scheme(b))
    let alone = try campaigns(JourneyTests.scheme(b), beside: JourneyTests.scheme(a, b))
    #expect(Set(both).count == 4 && both.allSatisfy { $0 >= 16 })
    #expect(Array(both[2...]) == alone)
  }

  @Test(arguments: [
    // what holds, and which way the journey goes
    (JourneyCondition.tier(1), true, "call"), (.tier(1), false, "sms"), (.tagged(0), true, "call"),
    (.tagged(0), false, "sms"), (.holds(offer: 0), true, "call"), (.holds(offer: 0), false, "sms"),
    (.ordered, true, "call"), (.ordered, false, "sms"),
  ])
  func `branches look at the member at that minute`(
    condition: JourneyCondition, holds: Bool, way: String
  ) throws {
    var scheme = JourneyTests.scheme(
      Journey(
        name: "fork", trigger: .joining, endsOnOrder: false,
        steps: [
          condition == .holds(offer: 0) && holds ? .grant(offer: 0) : .wait(minutes: 1),
          .wait(minutes: 5 * 1440),
          .branch(
            condition, then: [JourneyTests.message(.call), .end],
            otherwise: [JourneyTests.message(.sms)]), .task(minutes: 7),
        ]))
    var spent = TagCondition()
    spent.spent = yuan("500")
    scheme.tags = TagRules(months: 0, tags: [MemberTag(name: "spent", condition: spent)])
    scheme.tiers = TierLadder(
      tiers: [Tier(name: "base", threshold: 0), Tier(name: "gold", threshold: 50_000)],
      basis: .spend)
    var world = try World.withMember(scheme)
    if holds { world.buy("500", on: day(2026, 1, 3)) }
    let lines = world.pass(until: day(2026, 2, 1))
    let ends = lines.filter { !$0.contains("+coupon") }.map { String($0.dropFirst(12)) }
    #expect(ends == (way == "call" ? ["send call care"] : ["send sms care", "task 7"]))
  }

  @Test func `a journey gives a tag, which others look at, for ever`() throws {
    let scheme = JourneyTests.scheme(
      Journey(name: "mark", trigger: .joining, steps: [.tag(0)]),
      Journey(
        name: "spring", trigger: .date(day(2026, 4, 1)), audience: .tagged(0),
        steps: [JourneyTests.message()]), tags: [MemberTag(name: "marked", condition: nil)])
    var world = try World.withMember(scheme)
    #expect(world.engine.tags(of: 0, in: world.accounts, on: day(2026, 1, 1)) == [])
    #expect(
      world.pass(until: day(2026, 5, 1)) == ["01-01 09:00 tag", "04-01 10:00 send wecom care"])
    #expect(world.engine.tags(of: 0, in: world.accounts, on: day(2030, 1, 1)) == TagSet(tag: 0))
  }

  @Test func `a coupon that is held is not granted again`() throws {
    let journey = Journey(
      name: "twice", trigger: .joining,
      steps: [.grant(offer: 0), .wait(minutes: 1440), JourneyTests.message(coupon: 0)])
    var world = try World.withMember(JourneyTests.scheme(journey))
    #expect(
      world.pass(until: day(2026, 2, 1)) == ["01-01 09:00 +coupon", "01-02 09:00 send wecom care"])
  }

  @Test func `who has closed a channel is not reached by it, and the journey goes on`() throws {
    let journey = Journey(
      name: "on", trigger: .joining,
      steps: [JourneyTests.message(.sms), .wait(minutes: 60), JourneyTests.message(.wecom)])
    var world = try World.withMember(JourneyTests.scheme(journey))
    world.handle(.optOut(.sms), at: day(2026, 1, 1).at(hour: 9))
    #expect(
      world.pass(until: day(2026, 2, 1)) == ["01-01 09:00 drop sms", "01-01 10:00 send wecom care"])
  }

  @Test func `merged accounts go on with the journeys of the one that stays`() throws {
    let journey = Journey(
      name: "slow", trigger: .joining, steps: [.wait(minutes: 10 * 1440), JourneyTests.message()])
    var world = try World([JourneyTests.scheme(journey)], accountCount: 2)
    world.join(on: day(2026, 1, 1))
    #expect(world.pass(until: day(2026, 1, 3)) == [])
    world.join(1, on: day(2026, 1, 3))
    world.handle(.merge(from: 1), at: day(2026, 1, 5).start)
    #expect(world.pass(until: day(2026, 2, 1), account: 1) == [])
    #expect(world.pass(until: day(2026, 2, 1)) == ["01-11 09:00 send wecom care"])
  }

  private static let faults: [(path: String, spoil: @Sendable (inout Scheme) -> Void)] = [
    ("automation.a.hour", { $0.journeys[0].hour = 24 }),
    ("automation.a.steps", { $0.journeys[0].steps = [] }),
    ("automation.a.steps.1", { $0.journeys[0].steps = [.wait(minutes: 0)] }),
    ("automation.a.steps.1", { $0.journeys[0].steps = [.grant(offer: 7)] }),
    ("automation.a.steps.1", { $0.journeys[0].steps = [.tag(0)] }),
    ("automation.a.steps.1", { $0.journeys[0].steps = [.task(minutes: 2000)] }),
    ("automation.a.when", { $0.journeys[0].trigger = .tagged(0) }),
    ("automation.a.when", { $0.journeys[0].trigger = .silence(days: 0) }),
    ("automation.a.to", { $0.journeys[0].audience = .tagged(0) }),
    ("automation.a", { $0.journeys.append($0.journeys[0]) }),
    (
      "automation.a.steps.1.then.1",
      { $0.journeys[0].steps = [.branch(.opened, then: [.grant(offer: 9)], otherwise: [])] }
    ),
  ]

  @Test(arguments: faults.indices)
  func `problems of journeys`(index: Int) {
    var scheme = JourneyTests.scheme(
      Journey(name: "a", trigger: .joining, steps: [JourneyTests.message()]))
    #expect(scheme.problems == [])
    Self.faults[index].spoil(&scheme)
    #expect(scheme.problems.map(\.path) == [Self.faults[index].path])
  }
}
