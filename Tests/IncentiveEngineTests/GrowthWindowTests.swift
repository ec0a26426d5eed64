import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Growth value that counts for the last months of the calendar, the present one among them.
@Suite struct GrowthWindowTests {
  /// Silver from 1,000; one a yuan; three months; reviewed every month.
  private func scheme() -> Scheme {
    Scheme(
      name: "window",
      growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), windowMonths: 3),
      tiers: TierLadder(
        tiers: [Tier(name: "base", threshold: 0), Tier(name: "silver", threshold: 1000)],
        basis: .growth, review: TierReview(cycle: .calendar(.month))),
      refunds: RefundPolicy())
  }

  /// The first of a month: the review, then the month that leaves.
  private func begin(_ world: inout World, _ year: Int, _ month: Int, of account: Int = 0) {
    world.run(.tierReview, on: day(year, month, 1), for: account)
    world.run(.growthReset, on: day(year, month, 1), for: account)
  }

  @Test func `a month's growth value counts for three months, then leaves`() throws {
    var world = try World.withMember(scheme())
    world.buy("600", on: day(2026, 1, 31))
    begin(&world, 2026, 2)
    world.buy("500", on: day(2026, 2, 10))
    #expect(world.tier(on: day(2026, 2, 10)) == 1)
    begin(&world, 2026, 3)
    // | first of | counts | tier after the review | counts after |
    // | April | 600 + 500 | silver | 500 |
    // | May | 500 | base | 0 |
    let rows: [(month: Int, tier: Int, missing: Int64)] = [(4, 1, 0), (5, 0, 1000)]
    for row in rows {
      begin(&world, 2026, row.month)
      #expect(world.tier(on: day(2026, row.month, 1)) == row.tier)
      #expect(world.quote("10", on: day(2026, row.month, 1)).toNextTier == row.missing)
    }
  }

  @Test func `across the year's end, with an order in every month`() throws {
    var world = try World.withMember(scheme())
    for (year, month) in [(2026, 10), (2026, 11), (2026, 12), (2027, 1), (2027, 2)] {
      begin(&world, year, month)
      world.buy("300", on: day(year, month, 28))
    }
    // December, January and February: 900 of 1,000.
    #expect(world.quote("10", on: day(2027, 2, 28)).toNextTier == 100)
    #expect(world.tier(on: day(2027, 2, 28)) == 0)
  }

  @Test func `a refund takes growth value out of its month, and none that has left`() throws {
    var world = try World.withMember(scheme())
    let first = try #require(world.buy("400", on: day(2026, 1, 10)).order)
    let second = try #require(world.buy("300", on: day(2026, 2, 10)).order)
    begin(&world, 2026, 2)
    begin(&world, 2026, 3)
    let taken = world.handle(.refund(order: second, part: .whole), at: day(2026, 3, 2).start)
    #expect(taken.earnedGrowth == Points(300))
    begin(&world, 2026, 4)
    world.buy("200", on: day(2026, 4, 5))
    // January's 400 left on 1 April; February's 300 were taken back and do not leave again in May.
    #expect(
      world.handle(.refund(order: first, part: .whole), at: day(2026, 4, 10).start).earnedGrowth
        == .zero)
    begin(&world, 2026, 5)
    #expect(world.quote("10", on: day(2026, 5, 1)).toNextTier == 800)
  }

  @Test func `joined accounts keep each other's months`() throws {
    var joining = scheme()
    joining.mergesAccounts = true
    var world = try World([joining], accountCount: 2)
    for account in 0...1 { world.join(account, on: day(2026, 1, 1)) }
    world.buy("600", on: day(2026, 1, 10))
    world.buy("500", on: day(2026, 2, 10), by: 1)
    #expect(world.handle(.merge(from: 1), at: day(2026, 2, 11).start).refusal == .none)
    #expect(world.tier(on: day(2026, 2, 11)) == 1)
    for month in 3...4 { begin(&world, 2026, month) }
    // January's 600 have left.
    #expect(world.quote("10", on: day(2026, 4, 2)).tier == 1)
    begin(&world, 2026, 5)
    #expect(world.quote("10", on: day(2026, 5, 2)).toNextTier == 1000)
  }

  @Test func `growth value brought along from another scheme counts from that day`() throws {
    var history = scheme()
    history.growth?.windowMonths = nil
    history.tiers?.review = nil
    var world = try World.withMember(history, scheme())
    world.buy("1200", on: day(2026, 1, 10))
    world.handle(.adopt(scheme: 1), at: day(2026, 3, 1).start)
    begin(&world, 2026, 4)
    begin(&world, 2026, 5)
    #expect(world.tier(on: day(2026, 5, 31)) == 1)
    begin(&world, 2026, 6)
    begin(&world, 2026, 7)
    #expect(world.tier(on: day(2026, 7, 1)) == 0)
  }

  @Test func `a window beside a reset, or of no months, is found`() {
    for growth in [
      GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .month, windowMonths: 3),
      GrowthProgram(perMinorPaid: Rate(1, over: 100), windowMonths: 0),
    ] {
      var wrong = scheme()
      wrong.growth = growth
      #expect(throws: SchemeProblems.self) { try wrong.compile() }
    }
  }
}
