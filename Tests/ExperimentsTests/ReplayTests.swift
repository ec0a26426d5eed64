import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@testable import Experiments

/// One point per yuan, 100 points pay ¥2, points last 12 months; worked by hand.
@Suite struct ReplayTests {
  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    try #require(CivilDate(year: year, month: month, day: day)).dayIndex
  }

  static func scheme() throws -> CompiledScheme {
    try Scheme(
      name: "points",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(1, over: 100)),
        redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)),
        expiry: .afterMonths(12, roundedTo: nil))
    ).compile()
  }

  static func order(
    _ year: Int, _ month: Int, _ day: Int, yuan: Int64, by customer: Int = 0,
    points: Int64? = nil
  ) throws -> ReplayOrder {
    ReplayOrder(
      customer: customer, minute: try Self.day(year, month, day).at(hour: 12),
      list: Money(minor: yuan * 100), pointsRedeemed: points.map { Points($0) })
  }

  /// Twelve orders of one customer.
  ///
  /// | order | list | balance | spent | paid | earned | after |
  /// |---|---:|---:|---:|---:|---:|---:|
  /// | 2024-01-10 | 80 | 0 | 0 | 80 | 80 | 80 |
  /// | 2024-02-10 | 50 | 80 | 0 | 50 | 50 | 130 |
  /// | 2024-03-10 | 40 | 130 | 100 | 38 | 38 | 68 (30 of February, 38) |
  /// | 2024-06-10 | 30 | 68 | 0 | 30 | 30 | 98 |
  /// | 2024-09-10 | 1 | 98 | 0 | 1 | 1 | 99 |
  /// | 2024-12-10 | 10 | 99 | 0 | 10 | 10 | 109 |
  /// | 2025-03-11 | 20 | 41 (30 and 38 expired) | 0 | 20 | 20 | 61 |
  /// | 2025-03-12 | 60 | 61 | 0 | 60 | 60 | 121 |
  /// | 2025-03-13 | 9 | 121 | 100 | 7 | 7 | 28 |
  /// | 2025-03-14 | 200 | 28 | 0 | 200 | 200 | 228 |
  /// | 2025-03-15 | 3 | 228 | 100 (¥4 is more than ¥3) | 1 | 1 | 129 |
  /// | 2025-03-16 | 100 | 129 | 100 | 98 | 98 | 127 |
  ///
  /// A lot's last day is the day of the same number 12 months on; soonest-expiring points go first:
  /// the 100 of March 2024 are 80 of January and 20 of February.
  static func story() throws -> [ReplayOrder] {
    [
      try order(2024, 1, 10, yuan: 80, points: 0), try order(2024, 2, 10, yuan: 50),
      try order(2024, 3, 10, yuan: 40, points: 150), try order(2024, 6, 10, yuan: 30),
      try order(2024, 9, 10, yuan: 1), try order(2024, 12, 10, yuan: 10),
      try order(2025, 3, 11, yuan: 20), try order(2025, 3, 12, yuan: 60),
      try order(2025, 3, 13, yuan: 9, points: 100), try order(2025, 3, 14, yuan: 200),
      try order(2025, 3, 15, yuan: 3), try order(2025, 3, 16, yuan: 100),
    ]
  }

  static func replay(
    _ orders: [ReplayOrder], _ redeem: ReplayRedemption, storyOf: Int? = nil
  ) throws -> ReplayResult {
    Replay.run(
      orders: orders, scheme: try scheme(), redeem: redeem,
      days: try day(2024, 1, 1)...day(2025, 3, 31), storyOf: storyOf)
  }

  @Test func `one member's twelve orders are those worked by hand`() throws {
    let result = try Self.replay(try Self.story(), .whenPossible, storyOf: 0)
    let orders = result.story.filter { $0.decision.terms.list > .zero }
    let rows = orders.map {
      [
        $0.decision.spentPoints.count, $0.decision.paid.minor / 100,
        $0.decision.earnedPoints.count, $0.balance.count,
      ]
    }
    #expect(
      rows == [
        [0, 80, 80, 80], [0, 50, 50, 130], [100, 38, 38, 68], [0, 30, 30, 98], [0, 1, 1, 99],
        [0, 10, 10, 109], [0, 20, 20, 61], [0, 60, 60, 121], [100, 7, 7, 28],
        [0, 200, 200, 228], [100, 1, 1, 129], [100, 98, 98, 127],
      ])
    let expired = orders[6].transfers.filter { $0.reason == .expiry }
    #expect(expired.map(\.points.count) == [30, 38])
    let noticed = expired.map { CivilDate($0.minute.day).text == "2025-02-11" }
    #expect(noticed == [true, false])
    #expect(result.story.first?.kind == .joined && result.story.last?.kind == .closed)
    #expect(orders[2].findings.contains { $0.name == "points.redeem" && $0.outcome == .applied })
  }

  @Test func `totals, liability and months tie to the ledger`() throws {
    let result = try Self.replay(try Self.story(), .whenPossible)
    let totals = result.totals
    #expect(totals.orders == 12 && totals.members == 1)
    // 80+50+40+30+1+10+20+60+9+200+3+100 = 603 list; four steps of ¥2 = 8; 595 paid = issued.
    #expect(totals.list == Money(minor: 60_300) && totals.redeemedValue == Money(minor: 800))
    #expect(totals.paid == Money(minor: 59_500) && totals.discounts == .zero)
    #expect(totals.issued.count == 595 && totals.redeemed.count == 400)
    #expect(totals.expired.count == 68 && totals.outstanding.count == 127)
    // 127 points at ¥2 a hundred are ¥2.54.
    #expect(totals.liability == Money(minor: 254))
    #expect(result.trialBalance == 0 && result.residual == 0 && result.faults.isEmpty)
    let months = result.months
    #expect(months.count == 15 && months[0].opening == 0)
    #expect(months[2].issued == 38 && months[2].redeemed == 100 && months[2].closing == 68)
    #expect(months[13].expired == 30 && months[13].closing == 79)
    let march = months[14]
    #expect(march.opening == 79 && march.issued == 386 && march.redeemed == 300)
    #expect(march.expired == 38 && march.closing == 127)
    #expect(result.story.isEmpty)
  }

  @Test func `the journal's table sums to zero and names customers`() throws {
    let result = try Self.replay(try Self.story(), .whenPossible)
    let csv = ReplayJournal.csv(result, names: ["Li, \"A\""], scheme: try Self.scheme())
    let rows = csv.split(separator: "\n")
    #expect(rows[0] == "time,customer,account,points,vintage,last_day,rule,reason")
    #expect(
      rows[1]
        == "2024-01-10 12:00,\"Li, \"\"A\"\"\",issuancePurchase,-80,2024-01,2025-01-10,points.earn,"
        + "purchase")
    #expect(rows.count == 1 + 2 * result.journal.count)
    let points = rows.dropFirst().map { Int($0.split(separator: ",")[4]) ?? .min }
    #expect(points.reduce(0, +) == 0)
  }

  @Test func `points of the file's column are spent, and refused ones counted`() throws {
    let result = try Self.replay(try Self.story(), .fromColumn)
    // 150 in March 2024 are no whole step; 100 in March 2025 are.
    #expect(result.totals.refusedRedemptions == 1 && result.totals.refusedPoints.count == 150)
    #expect(result.totals.redeemed.count == 100 && result.residual == 0)
    #expect(result.totals.redeemedValue == Money(minor: 200))
  }

  @Test(arguments: [ReplayRedemption.never, .share(.zero, seed: 1)])
  func `whoever never redeems loses all that expires`(redeem: ReplayRedemption) throws {
    let result = try Self.replay(try Self.story(), redeem)
    // 80, 50 and 40 of January to March 2024 expire; 30+1+10+20+60+9+200+3+100 are left.
    #expect(result.totals.redeemed == .zero && result.totals.issued.count == 603)
    #expect(result.totals.expired.count == 170 && result.totals.outstanding.count == 433)
  }

  @Test func `a full share redeems whenever possible, and shares are the customer's own`() throws {
    let story = try Self.story()
    let all = try Self.replay(story, .share(.one, seed: 7))
    #expect(all.totals == (try Self.replay(story, .whenPossible)).totals)
    let half = ReplayRedemption.share(Rate(1, over: 2), seed: 7)
    let alone = try Self.replay(story, half, storyOf: 0)
    let others = try (1...50).map {
      try Self.order(2024, 2, 1 + $0 % 28, yuan: 300, by: $0)
    }
    let together = try Self.replay((others + story), half, storyOf: 0)
    #expect(alone.story.map(\.decision) == together.story.map(\.decision))
    #expect(together.trialBalance == 0 && together.residual == 0)
  }

  @Test func `the order of rows changes nothing but ties within a minute`() throws {
    let story = try Self.story()
    let forward = try Self.replay(story, .whenPossible)
    let backward = try Self.replay(story.reversed(), .whenPossible)
    #expect(forward.journal == backward.journal && forward.totals == backward.totals)
  }

  @Test func `growth value is reset and tiers are reviewed on the program's days`() throws {
    // Silver from 100 growth at 90%; growth is zero again each quarter, reviews come with it.
    let scheme = try Scheme(
      name: "tiers", growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .quarter),
      tiers: TierLadder(
        tiers: [
          Tier(name: "bronze", threshold: 0, price: .one),
          Tier(name: "silver", threshold: 100, price: .percent(90)),
        ], basis: .growth, review: TierReview(cycle: .calendar(.quarter)))
    ).compile()
    let result = Replay.run(
      orders: [
        try Self.order(2024, 1, 10, yuan: 100), try Self.order(2024, 2, 10, yuan: 100),
        try Self.order(2024, 7, 10, yuan: 100),
      ], scheme: scheme, redeem: .never, days: try Self.day(2024, 1, 1)...Self.day(2024, 12, 31),
      storyOf: 0)
    // February is silver's; the second quarter counts nothing, so July pays the list price again.
    #expect(result.totals.tierDiscount == Money(minor: 1000))
    #expect(result.totals.paid == Money(minor: 29_000))
    let scheduled = result.story.compactMap { entry -> ScheduledKind? in
      guard case .scheduled(let kind) = entry.kind else { return nil }
      return kind
    }
    // April, July, October: review first, then reset.
    #expect(
      scheduled == [
        .tierReview, .growthReset, .tierReview, .growthReset, .tierReview, .growthReset,
      ])
  }
}
