import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Reviews on each member's own days: counted from joining, or from the present tier.
@Suite struct OwnReviewTests {
  /// Base and gold, by spend of ¥2,000.
  private func scheme(
    _ cycle: TierReview.Cycle, graceDays: Int = 0, warning: TierWarning? = nil
  ) -> Scheme {
    Scheme(
      name: "own days",
      tiers: TierLadder(
        tiers: [Tier(name: "base", threshold: 0), Tier(name: "gold", threshold: fen("2000"))],
        basis: .spend,
        review: TierReview(cycle: cycle, graceDays: graceDays, warning: warning)))
  }

  /// Runs the calendar day by day; the days on which the tier was reviewed.
  private func review(
    _ world: inout World, after first: Day, through last: Day, of account: Int = 0
  ) -> [Day] {
    var reviews: [Day] = []
    var next = first.advanced(by: 1)
    while next <= last {
      if world.run(.tierReview, on: next, for: account).refusal == .none { reviews.append(next) }
      next = next.advanced(by: 1)
    }
    return reviews
  }

  @Test(arguments: [
    // Joined, months, and the days of the reviews by hand: no drift after a short month.
    (day(2026, 1, 31), 1, [day(2026, 2, 28), day(2026, 3, 31), day(2026, 4, 30)]),
    (day(2026, 8, 31), 6, [day(2027, 2, 28), day(2027, 8, 31)]),
    (
      day(2024, 2, 29), 12,
      [day(2025, 2, 28), day(2026, 2, 28), day(2027, 2, 28), day(2028, 2, 29)]
    ),
    (day(2026, 3, 15), 12, [day(2027, 3, 15)]),
  ])
  func `anniversaries of joining, at the ends of months and on leap days`(
    joined: Day, months: Int, expected: [Day]
  ) throws {
    var world = try World.withMember(scheme(.sinceJoining(months: months)), joined: joined)
    let last = try #require(expected.last)
    #expect(review(&world, after: joined, through: last) == expected)
  }

  @Test func `members who joined on different days have different reviews`() throws {
    var world = try World([scheme(.sinceJoining(months: 3))], accountCount: 2)
    world.join(0, on: day(2026, 1, 10))
    world.join(1, on: day(2026, 2, 20))
    let last = day(2026, 6, 1)
    #expect(review(&world, after: day(2026, 1, 10), through: last) == [day(2026, 4, 10)])
    #expect(review(&world, after: day(2026, 2, 20), through: last, of: 1) == [day(2026, 5, 20)])
  }

  @Test func `what was paid before an anniversary counts for it alone`() throws {
    var world = try World.withMember(
      scheme(.sinceJoining(months: 6)), joined: day(2026, 1, 31))
    world.buy("2000", on: day(2026, 7, 30))
    #expect(world.tier(on: day(2026, 7, 30)) == 1)
    // Reviewed on 31 July with 2,000 paid, on 31 January with nothing.
    #expect(
      review(&world, after: day(2026, 1, 31), through: day(2027, 1, 30)) == [day(2026, 7, 31)])
    #expect(world.tier(on: day(2027, 1, 30)) == 1)
    _ = review(&world, after: day(2027, 1, 30), through: day(2027, 1, 31))
    #expect(world.tier(on: day(2027, 1, 31)) == 0)
  }

  @Test func `a window from the tier's start begins anew with every other tier`() throws {
    var world = try World.withMember(scheme(.sinceTier(months: 3)))
    // Base since 1 January would be reviewed on 1 April; gold since 10 February is on 10 May.
    var reviews = review(&world, after: day(2026, 1, 1), through: day(2026, 2, 10))
    world.buy("2500", on: day(2026, 2, 10))
    reviews += review(&world, after: day(2026, 2, 10), through: day(2026, 8, 9))
    #expect(reviews == [day(2026, 5, 10)])
    #expect(world.tier(on: day(2026, 8, 9)) == 1)
    // Nothing more was paid: base since 10 August.
    reviews = review(&world, after: day(2026, 8, 9), through: day(2026, 11, 10))
    #expect(reviews == [day(2026, 8, 10), day(2026, 11, 10)])
    #expect(world.tier(on: day(2026, 8, 10)) == 0)
  }

  @Test func `a tier that a grace ends begins its months on the first day without it`() throws {
    var world = try World.withMember(scheme(.sinceTier(months: 3), graceDays: 30))
    world.buy("2500", on: day(2026, 1, 1))
    // Gold since 1 January: kept on 1 April, failed on 1 July, kept for 30 days, through 30 July.
    let reviews = review(&world, after: day(2026, 1, 1), through: day(2026, 12, 31))
    #expect(reviews == [day(2026, 4, 1), day(2026, 7, 1), day(2026, 10, 31)])
    #expect(world.tier(on: day(2026, 12, 31)) == 0)
  }

  @Test func `the projection and the warning know each member's day`() throws {
    let warning = TierWarning(days: 30, hour: 9)
    var world = try World.withMember(scheme(.sinceJoining(months: 6), warning: warning))
    world.buy("2500", on: day(2026, 2, 10))
    _ = review(&world, after: day(2026, 1, 1), through: day(2026, 7, 1))
    let projection = world.engine.tierProjection(
      of: 0, in: world.accounts, on: day(2026, 7, 2))
    #expect(projection.willDowngrade && projection.toKeep == fen("2000"))
    #expect(projection.lastDay == day(2026, 12, 31))
    // Thirty days before 1 January 2027 is 2 December.
    let notices = (1...4).map { world.run(.tierWarning, on: day(2026, 12, $0)).notice }
    #expect(notices.map { $0 != .none } == [false, true, false, false])
  }

  @Test func `a refund takes back what no review has judged, and nothing else`() throws {
    var reviewed = scheme(.sinceJoining(months: 2))
    reviewed.refunds = RefundPolicy()
    var world = try World.withMember(reviewed)
    let early = try #require(world.buy("2000", on: day(2026, 1, 5)).order)
    _ = review(&world, after: day(2026, 1, 1), through: day(2026, 3, 1))
    let late = try #require(world.buy("2000", on: day(2026, 3, 5)).order)
    // The first was judged on 1 March: its return changes nothing that counts now.
    world.handle(.refund(order: early, part: .whole), at: day(2026, 3, 10).start)
    #expect(world.tier(on: day(2026, 3, 10)) == 1)
    world.handle(.refund(order: late, part: .whole), at: day(2026, 3, 11).start)
    _ = review(&world, after: day(2026, 3, 1), through: day(2026, 5, 1))
    #expect(world.tier(on: day(2026, 5, 1)) == 0)
  }
}
