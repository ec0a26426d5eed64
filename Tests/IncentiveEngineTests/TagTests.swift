import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Exact tables of what tags say (M51).
@Suite struct TagTests {
  private func tags(_ conditions: TagCondition..., rules: TagRules = TagRules(tags: [])) -> Scheme {
    var rules = rules
    rules.tags = conditions.enumerated().map { MemberTag(name: "tag-\($0)", condition: $1) }
    return Scheme(name: "tags", mergesAccounts: true, refunds: RefundPolicy(), tags: rules)
  }

  private func condition(_ fill: (inout TagCondition) -> Void) -> TagCondition {
    var condition = TagCondition()
    fill(&condition)
    return condition
  }

  private func held(_ world: World, on day: Day, by account: Int = 0) -> TagSet {
    world.engine.tags(of: account, in: world.accounts, on: day)
  }

  @Test(arguments: [
    // days after the order, tagged: "S level = active within 7 days"
    (0, true), (7, true), (8, false),
  ])
  func `M51: level S is active within 7 days`(days: Int, isTagged: Bool) throws {
    var world = try World.withMember(tags(condition { $0.withinDays = 7 }))
    #expect(held(world, on: day(2026, 1, 1)) == [], "joining is no order")
    world.buy("100", on: day(2026, 3, 10))
    let today = day(2026, 3, 10).advanced(by: days)
    #expect(held(world, on: today) == (isTagged ? TagSet(tag: 0) : []))
  }

  /// VIP: 3 orders in one month, ¥200 on average over the month before and this one.
  @Test(arguments: [
    // what was paid in January, in February; on 20 February, on 20 March
    (["300", "200", "100"], [String](), true, false),
    (["300", "200", "99.99"], [], false, false),
    (["300", "300"], ["300"], false, false),
    ([], ["200", "200", "200"], true, true),
    (["10"], ["200", "200", "200"], false, true),
  ])
  func `M51: VIP is 3 orders in a month and a mean basket of ¥200`(
    january: [String], february: [String], isVIP: Bool, isVIPInMarch: Bool
  ) throws {
    var world = try World.withMember(
      tags(
        condition {
          $0.monthOrders = 3
          $0.basket = yuan("200")
        }, rules: TagRules(months: 1, tags: [])))
    for (index, price) in january.enumerated() { world.buy(price, on: day(2026, 1, 5 + index)) }
    for (index, price) in february.enumerated() { world.buy(price, on: day(2026, 2, 5 + index)) }
    #expect((held(world, on: day(2026, 2, 20)) != []) == isVIP)
    #expect((held(world, on: day(2026, 3, 20)) != []) == isVIPInMarch)
    #expect(held(world, on: day(2026, 4, 1)) == [])
  }

  /// Recency 7, 30, 90 days; frequency 2, 4 orders; money ¥500, ¥1,000; over this month and the two
  /// before it.
  @Test(arguments: [
    // day of the year 2026, classes of recency, frequency and money
    ((1, 20), [4, 1, 1]), ((1, 27), [4, 1, 1]), ((1, 28), [3, 1, 1]), ((2, 10), [4, 2, 2]),
    ((3, 12), [3, 2, 2]), ((3, 13), [2, 2, 2]), ((3, 31), [2, 2, 2]), ((4, 1), [2, 1, 1]),
    ((5, 11), [2, 1, 1]), ((5, 12), [1, 1, 1]),
  ])
  func `classes of recency, frequency and money`(date: (Int, Int), classes: [UInt8]) throws {
    var rules = TagRules(months: 2, tags: [])
    rules.scales = RFMScales(
      recencyDays: [7, 30, 90], orders: [2, 4], spent: [yuan("500"), yuan("1000")])
    var world = try World.withMember(tags(TagCondition(), rules: rules))
    let today = day(2026, date.0, date.1)
    for (price, when) in [("300", day(2026, 1, 20)), ("200", day(2026, 2, 10))] where when <= today
    {
      world.buy(price, on: when)
    }
    let standing = try #require(
      world.engine.tagStanding(of: 0, in: world.accounts, on: today))
    #expect([standing.recency, standing.frequency, standing.money] == classes)
  }

  /// New 10 days, sleeping after 30, lapsed after 60, back for 20; joined on 1 January, ordered on 5
  /// January and on 1 April.
  @Test(arguments: [
    ((1, 1), LifeStage.new), ((1, 10), .new), ((1, 11), .active), ((2, 3), .active),
    ((2, 4), .sleeping), ((3, 5), .sleeping), ((3, 6), .lapsed), ((3, 31), .lapsed),
    ((4, 1), .returned), ((4, 20), .returned), ((4, 21), .active), ((5, 1), .sleeping),
    ((5, 31), .lapsed),
  ])
  func `stages of the life cycle`(date: (Int, Int), stage: LifeStage) throws {
    let cycle = LifeCycle(newDays: 10, sleepingDays: 30, lapsedDays: 60, returnedDays: 20)
    let scheme = tags(TagCondition(), rules: TagRules(lifeCycle: cycle, tags: []))
    var world = try World.withMember(scheme)
    let today = day(2026, date.0, date.1)
    for when in [day(2026, 1, 5), day(2026, 4, 1)] where when <= today {
      world.buy("10", on: when)
    }
    let standing = world.engine.tagStanding(of: 0, in: world.accounts, on: today)
    #expect(standing?.stage == stage)
  }

  @Test func `a returned order counts no longer, in the month in which it was paid`() throws {
    var world = try World.withMember(
      tags(
        condition { $0.orders = 2 }, condition { $0.spent = yuan("300") },
        condition { $0.withinDays = 40 }, rules: TagRules(months: 1, tags: [])))
    world.buy("150", on: day(2026, 1, 30))
    let second = world.buy("150", on: day(2026, 2, 2))
    #expect(held(world, on: day(2026, 2, 5)) == TagSet(rawValue: 0b111))
    #expect(world.refund(.amount(yuan("1")), of: second, on: day(2026, 2, 6)).refusal == .none)
    #expect(held(world, on: day(2026, 2, 6)) == TagSet(rawValue: 0b101))
    #expect(world.refund(.whole, of: second, on: day(2026, 2, 7)).refusal == .none)
    #expect(held(world, on: day(2026, 2, 7)) == TagSet(rawValue: 0b100))
  }

  @Test func `orders of accounts that are merged count together`() throws {
    var world = try World(
      [tags(condition { $0.orders = 3 }, rules: TagRules(months: 0, tags: []))], accountCount: 2)
    for account in [0, 1] { world.join(account, on: day(2026, 1, 1)) }
    for account in [0, 1, 1] { world.buy("10", on: day(2026, 1, 5), by: account) }
    #expect(held(world, on: day(2026, 1, 9)) == [] && held(world, on: day(2026, 1, 9), by: 1) == [])
    world.handle(.merge(from: 1), at: day(2026, 1, 9).start)
    #expect(held(world, on: day(2026, 1, 9)) == TagSet(tag: 0))
    #expect(held(world, on: day(2026, 1, 9), by: 1) == [])
  }

  @Test func `what was ordered under a scheme without tags counts under one with them`() throws {
    var world = try World.withMember(.none, tags(condition { $0.orders = 1 }))
    world.buy("10", on: day(2026, 1, 5))
    #expect(held(world, on: day(2026, 1, 5)) == [])
    world.handle(.adopt(scheme: 1), at: day(2026, 1, 6).start)
    #expect(held(world, on: day(2026, 1, 6)) == TagSet(tag: 0))
  }

  @Test func `a coupon goes to who has a tag`() throws {
    var scheme = tags(condition { $0.withinDays = 7 })
    scheme.offers = [
      Offer(
        name: "thanks",
        access: .coupon(
          .monthly(dayOfMonth: 8, hour: 10, audience: .tagged(0)), validDays: 10),
        benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("5"))]))
    ]
    var world = try World.withMember(scheme)
    let grant = ScheduledKind.couponGrant(offer: 0)
    #expect(world.run(grant, on: day(2026, 1, 8)).refusal == .notInAudience)
    world.buy("10", on: day(2026, 2, 1))
    #expect(world.run(grant, on: day(2026, 2, 8)).granted == OfferSet(offer: 0))
    #expect(world.run(grant, on: day(2026, 3, 8)).refusal == .notInAudience)
  }

  @Test func `accounts hold nothing for tags where no scheme has any`() throws {
    let plain = try World([.none], accountCount: 10)
    let tagged = try World(
      [.none, tags(TagCondition(), rules: TagRules(months: 2, tags: []))], accountCount: 10)
    // 16 bytes an account, and 16 for each of three months.
    #expect(tagged.accounts.byteCount - plain.accounts.byteCount == 10 * (16 + 3 * 16))
  }

  private static let faults: [(path: String, spoil: @Sendable (inout TagRules) -> Void)] = [
    ("tags.months", { $0.months = 25 }),
    ("tags.recency", { $0.scales.recencyDays = [30, 7] }),
    ("tags.money", { $0.scales.spent = [.zero] }),
    (
      "tags.life-cycle.lapsed",
      {
        $0.lifeCycle = LifeCycle(newDays: 1, sleepingDays: 9, lapsedDays: 9, returnedDays: 1)
      }
    ),
    ("tags.tag-0.stage", { $0.tags[0].condition?.stages = [.lapsed] }),
    ("tags.tag-0.recency", { $0.tags[0].condition?.recency = 1...2 }),
    ("tags.tag-0.orders", { $0.tags[0].condition?.orders = 0 }),
    ("tags.tag-0", { $0.tags.append($0.tags[0]) }),
  ]

  @Test(arguments: faults.indices)
  func `problems of tags`(index: Int) {
    var scheme = tags(TagCondition())
    #expect(scheme.problems == [])
    if var rules = scheme.tags {
      Self.faults[index].spoil(&rules)
      scheme.tags = rules
    }
    #expect(scheme.problems.map(\.path) == [Self.faults[index].path])
  }
}
