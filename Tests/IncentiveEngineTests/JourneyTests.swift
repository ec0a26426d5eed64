import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Journeys (M47, M48) to the minute: triggers, delays, what ends them.
@Suite struct JourneyTests {
  static let hour = 60
  static let daily = 1440

  static func message(
    _ channel: Channel = .wecom, _ topic: MessageTopic = .care, coupon: Int? = nil,
    fallback: JourneyMessage.Fallback? = nil
  ) -> JourneyStep {
    .send(
      JourneyMessage(
        channel: channel, kind: .promotional, topic: topic, coupon: coupon, fallback: fallback))
  }

  /// A scheme with one coupon for journeys, and one that the first day of each month brings.
  static func scheme(_ journeys: Journey..., tags: [MemberTag] = []) -> Scheme {
    let off = Benefit.amountOff([LadderStep(minimumSpend: .zero, off: yuan("5"))])
    return Scheme(
      name: "journeys",
      offers: [
        Offer(name: "back", access: .coupon(.asReward, validDays: 10), benefit: off),
        Offer(
          name: "monthly",
          access: .coupon(.monthly(dayOfMonth: 1, hour: 9, audience: .everyone), validDays: 10),
          benefit: off),
      ], mergesAccounts: true, refunds: RefundPolicy(),
      tags: tags.isEmpty ? nil : TagRules(months: 1, tags: tags), journeys: journeys)
  }

  @Test func `M47: a coupon after the first order, the guide a day later, cross-sell after three`()
    throws
  {
    let journey = Journey(
      name: "first", trigger: .firstOrder,
      steps: [
        Self.message(.wecom, .coupon, coupon: 0), .wait(minutes: Self.daily), .task(minutes: 5),
        .wait(minutes: 2 * Self.daily), Self.message(.wecom, .content),
      ])
    var world = try World.withMember(Self.scheme(journey))
    world.buy("100", on: day(2026, 1, 5))
    #expect(
      world.pass(until: day(2026, 3, 1)) == [
        "01-05 12:00 send wecom coupon +coupon", "01-06 12:00 task 5",
        "01-08 12:00 send wecom content",
      ])
    world.buy("100", on: day(2026, 3, 2))
    #expect(world.pass(until: day(2026, 5, 1)) == [], "a first order comes once")
  }

  @Test func `an order ends a journey whose goal it is, and only then`() throws {
    for endsOnOrder in [true, false] {
      let journey = Journey(
        name: "first", trigger: .firstOrder, endsOnOrder: endsOnOrder,
        steps: [.wait(minutes: 3 * Self.daily), Self.message()])
      var world = try World.withMember(Self.scheme(journey))
      world.buy("100", on: day(2026, 1, 5))
      #expect(world.pass(until: day(2026, 1, 7)) == [])
      world.buy("100", on: day(2026, 1, 7))
      let expected = endsOnOrder ? [] : ["01-08 12:00 send wecom care"]
      #expect(world.pass(until: day(2026, 3, 1)) == expected)
    }
  }

  @Test(arguments: [
    // reserved for so many hours; what happens in between, after so many hours; what comes of it
    (120, "nothing", 0, ["01-04 09:30 send wecom care +coupon"]),
    (120, "paid", 47, []), (120, "paid", 49, ["01-04 09:30 send wecom care +coupon"]),
    (120, "released", 47, []), (48, "nothing", 0, []),
    (49, "nothing", 0, ["01-04 09:30 send wecom care +coupon"]),
  ])
  func `M47: an order unpaid for 48 hours brings care and a coupon, once`(
    hours: Int, event: String, after: Int, expected: [String]
  ) throws {
    let journey = Journey(
      name: "unpaid", trigger: .unpaid(minutes: 48 * Self.hour), steps: [Self.message(coupon: 0)])
    var world = try World.withMember(Self.scheme(journey))
    let placed = day(2026, 1, 2).start.advanced(by: 9 * 60 + 30)
    let order = world.handle(
      .reserve(offers: [], points: .zero, minutes: Int32(hours * 60)), at: placed,
      basket: [BasketLine(listMinor: 10_000)])
    var lines: [String] = []
    let then = placed.advanced(by: after * 60)
    switch event {
    case "paid":
      lines = world.pass(until: then)
      #expect(world.handle(.commit(order.reservation), at: then).refusal == .none)
    case "released":
      lines = world.pass(until: then)
      #expect(world.handle(.release(order.reservation), at: then).refusal == .none)
    default: break
    }
    lines += world.pass(until: day(2026, 3, 1))
    #expect(lines == expected)
  }

  @Test func `M48: the churn ladder, 30 days silent and 60, once a silence`() throws {
    let ladder = Journey(
      name: "ladder", trigger: .silence(days: 30), hour: 10,
      steps: [
        Self.message(.wecom, .survey), .wait(minutes: 30 * Self.daily),
        Self.message(.call, .care, coupon: 0), .task(minutes: 10),
      ])
    var world = try World.withMember(Self.scheme(ladder))
    world.buy("100", on: day(2026, 1, 10))
    #expect(
      world.pass(until: day(2026, 6, 1)) == [
        "02-09 10:00 send wecom survey", "03-11 10:00 send call care +coupon",
        "03-11 10:00 task 10",
      ])
    // The next silence: answered after its first step.
    world.buy("100", on: day(2026, 6, 1))
    #expect(world.pass(until: day(2026, 7, 15)) == ["07-01 10:00 send wecom survey"])
    world.buy("100", on: day(2026, 7, 15))
    #expect(world.pass(until: day(2026, 8, 14)) == [])
    #expect(world.pass(until: day(2026, 8, 15)) == ["08-14 10:00 send wecom survey"])
  }

  @Test func `M47: a reminder three days before the member's own cycle ends`() throws {
    let journey = Journey(
      name: "refill", trigger: .ownCycle(daysBefore: 3),
      steps: [Self.message(.wecom, .replenishment)])
    var world = try World.withMember(Self.scheme(journey))
    // Gaps of 10 and 11 days: one gap is no cycle; the mean of two is 10, rounded down.
    world.buy("50", on: day(2026, 1, 1))
    world.buy("50", on: day(2026, 1, 11))
    #expect(world.pass(until: day(2026, 1, 22)) == [])
    world.buy("50", on: day(2026, 1, 22))
    #expect(world.pass(until: day(2026, 3, 1)) == ["01-29 10:00 send wecom replenishment"])
    // Gaps of 10, 11 and 38 days: the mean is 19.
    world.buy("50", on: day(2026, 3, 1))
    #expect(world.pass(until: day(2026, 6, 1)) == ["03-17 10:00 send wecom replenishment"])
  }

  @Test(arguments: [
    // birthday; reminders of 2026, 2027 and 2028, a week before
    (Birthday(month: 6, day: 15), ["06-08 10:00", "06-08 10:00", "06-08 10:00"]),
    (Birthday(month: 1, day: 5), ["12-29 10:00", "12-29 10:00", "12-29 10:00"]),
    (Birthday(month: 2, day: 29), ["02-21 10:00", "02-21 10:00", "02-22 10:00"]),
  ])
  func `a week before every birthday`(birthday: Birthday, times: [String]) throws {
    let journey = Journey(
      name: "birthday", trigger: .birthday(daysBefore: 7), steps: [Self.message()])
    var world = try World.withMember(Self.scheme(journey), birthday: birthday)
    #expect(world.pass(until: day(2029, 1, 1)) == times.map { "\($0) send wecom care" })
  }

  @Test func `on a day, at an hour, for who is a member by then`() throws {
    let journey = Journey(
      name: "day", trigger: .date(day(2026, 3, 8)), hour: 8, steps: [Self.message(.push, .presale)])
    var world = try World([Self.scheme(journey)], accountCount: 2)
    world.join(on: day(2026, 1, 1))
    #expect(world.pass(until: day(2026, 12, 1)) == ["03-08 08:00 send push presale"])
    world.join(1, on: day(2026, 3, 9))
    #expect(world.pass(until: day(2026, 12, 1), account: 1) == [])
  }

  @Test func `on joining, at that minute, for the audience`() throws {
    let journey = Journey(
      name: "hello", trigger: .joining, audience: .dormant(forDays: 1), steps: [Self.message()])
    var world = try World.withMember(Self.scheme(journey))
    #expect(world.pass(until: day(2026, 12, 1)) == [], "who joins today is not dormant")
    var other = journey
    other.audience = .everyone
    world = try World.withMember(Self.scheme(other))
    #expect(world.pass(until: day(2026, 12, 1)) == ["01-01 09:00 send wecom care"])
  }

  @Test func `days before a coupon ends, unless it is used`() throws {
    let journey = Journey(
      name: "ending", trigger: .couponEnding(offer: 1, daysBefore: 2), endsOnOrder: false,
      steps: [Self.message(.sms, .coupon)])
    var world = try World.withMember(Self.scheme(journey))
    world.run(.couponGrant(offer: 1), on: day(2026, 2, 1))
    #expect(world.pass(until: day(2026, 3, 1)) == ["02-08 10:00 send sms coupon"])
    world.run(.couponGrant(offer: 1), on: day(2026, 3, 1))
    world.buy("50", offers: [1], on: day(2026, 3, 3))
    #expect(world.pass(until: day(2026, 5, 1)) == [])
    world.run(.couponGrant(offer: 1), on: day(2026, 5, 1))
    #expect(world.pass(until: day(2026, 6, 1)) == ["05-08 10:00 send sms coupon"])
  }

  @Test func `coming into a tag, by an order or by the calendar, as often as one comes`() throws {
    var (vip, quiet) = (TagCondition(), TagCondition())
    vip.orders = 2
    quiet.quietDays = 20
    let tags = [MemberTag(name: "vip", condition: vip), MemberTag(name: "quiet", condition: quiet)]
    var world = try World.withMember(
      Self.scheme(
        Journey(name: "vip", trigger: .tagged(0), steps: [Self.message(.call)]),
        Journey(name: "quiet", trigger: .tagged(1), steps: [Self.message(.sms)]), tags: tags))
    world.buy("10", on: day(2026, 1, 5))
    world.buy("10", on: day(2026, 1, 6))
    #expect(
      world.pass(until: day(2026, 5, 1)) == [
        "01-06 12:00 send call care", "01-26 10:00 send sms care",
      ])
    // No orders in March and April: out of the tag, and in it again with the second order.
    world.buy("10", on: day(2026, 5, 1))
    world.buy("10", on: day(2026, 5, 2))
    #expect(
      world.pass(until: day(2026, 5, 30)) == [
        "05-02 12:00 send call care", "05-22 10:00 send sms care",
      ])
  }

  @Test func `a journey begins once a day, and one at a time`() throws {
    let journey = Journey(
      name: "thanks", trigger: .order, endsOnOrder: false,
      steps: [.wait(minutes: 3 * Self.daily), Self.message()])
    var world = try World.withMember(Self.scheme(journey))
    for date in [5, 5, 6, 9] {
      #expect(world.pass(until: day(2026, 1, date)).count == (date == 9 ? 1 : 0))
      world.buy("10", on: day(2026, 1, date))
    }
    #expect(world.pass(until: day(2026, 3, 1)) == ["01-12 12:00 send wecom care"])
  }

  @Test func `a new scheme begins nothing for what was before it`() throws {
    var quiet = TagCondition()
    quiet.quietDays = 20
    let scheme = Self.scheme(
      Journey(name: "silent", trigger: .silence(days: 30), steps: [Self.message(.sms)]),
      Journey(name: "quiet", trigger: .tagged(0), steps: [Self.message(.push)]),
      Journey(name: "refill", trigger: .ownCycle(daysBefore: 0), steps: [Self.message(.call)]),
      tags: [MemberTag(name: "quiet", condition: quiet)])
    var world = try World.withMember(.none, scheme)
    for date in [10, 20, 30] { world.buy("10", on: day(2026, 1, date)) }
    world.handle(.adopt(scheme: 1), at: day(2026, 4, 1).start)
    // Who has been silent for longer is due at the first hour; the cycle of the history is known.
    #expect(
      world.pass(until: day(2026, 6, 1)) == [
        "04-01 10:00 send sms care", "04-01 10:00 send call care",
      ])
  }
}
