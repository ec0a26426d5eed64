import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Cleared at the end of June and of December, at once or with 90 days' life at least.
private let halfYears = ExpiryRule.onDates(
  [YearDate(month: 12, day: 31), YearDate(month: 6, day: 30)], leastDays: 0)
private let kept = ExpiryRule.onDates(
  [YearDate(month: 6, day: 30), YearDate(month: 12, day: 31)], leastDays: 90)
private let leap = ExpiryRule.onDates([YearDate(month: 2, day: 29)], leastDays: 0)

@Suite struct PointsExpiryTests {
  private func scheme(_ expiry: ExpiryRule, warning: ExpiryWarning? = nil) -> Scheme {
    Scheme(
      name: "expiry",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: expiry, warning: warning))
  }

  @Test(arguments: [
    (ExpiryRule.afterMonths(1, roundedTo: nil), day(2026, 1, 31), day(2026, 2, 28)),
    (.afterMonths(1, roundedTo: nil), day(2028, 1, 31), day(2028, 2, 29)),
    (.afterMonths(12, roundedTo: .month), day(2026, 1, 5), day(2027, 1, 31)),
    (.afterMonths(12, roundedTo: .month), day(2026, 2, 28), day(2027, 2, 28)),
    (.afterMonths(12, roundedTo: .quarter), day(2026, 2, 10), day(2027, 3, 31)),
    (.afterMonths(12, roundedTo: .year), day(2026, 2, 10), day(2027, 12, 31)),
    (.afterDays(90, roundedTo: nil), day(2026, 1, 1), day(2026, 4, 1)),
    (.afterDays(90, roundedTo: .month), day(2026, 1, 1), day(2026, 4, 30)),
    (halfYears, day(2026, 1, 1), day(2026, 6, 30)), (halfYears, day(2026, 6, 30), day(2026, 6, 30)),
    (halfYears, day(2026, 7, 1), day(2026, 12, 31)), (kept, day(2026, 4, 1), day(2026, 6, 30)),
    (kept, day(2026, 4, 2), day(2026, 12, 31)), (kept, day(2026, 11, 1), day(2027, 6, 30)),
    (leap, day(2026, 1, 1), day(2026, 2, 28)), (leap, day(2026, 3, 1), day(2027, 2, 28)),
    (leap, day(2027, 3, 1), day(2028, 2, 29)),
    (.never, day(2026, 1, 1), .never),
  ])
  func `M08: points last until the day that the rule names`(
    rule: ExpiryRule, issued: Day, last: Day
  ) throws {
    var world = try World.withMember(scheme(rule))
    world.buy("120", on: issued)
    #expect(world.journal.transfers.map(\.lot.expiry) == [last])
    guard last != .never else { return }
    #expect(world.balance(on: last) == 120)
    #expect(world.quote("50", on: last).spendablePoints == Points(100))
    #expect(world.balance(on: last.advanced(by: 1)) == 0)
    #expect(world.quote("50", on: last.advanced(by: 1)).spendablePoints == .zero)
  }

  @Test func `Expiry is booked at the end of the last day, whenever it is noticed`() throws {
    var world = try World.withMember(scheme(.afterMonths(1, roundedTo: .month)))
    world.buy("120", on: day(2026, 1, 10))
    world.buy("5", on: day(2026, 6, 1))
    let gone = world.journal.transfers.filter { $0.reason == .expiry }
    #expect(gone.map(\.points.count) == [120])
    #expect(gone.map(\.minute) == [day(2026, 3, 1).start])
    #expect(gone.map(\.target) == [.breakage])
  }

  @Test func `M08: the warning on the 25th lists exactly what is lost at the month's end`() throws {
    let program = scheme(
      .afterMonths(12, roundedTo: .month), warning: ExpiryWarning(dayOfMonth: 25))
    var world = try World.withMember(program)
    world.buy("130.50", on: day(2026, 1, 3))
    world.buy("120", on: day(2026, 1, 30))
    world.buy("70", on: day(2026, 2, 1))
    #expect(world.run(.expiryWarning, on: day(2026, 12, 25)).notice == .none)
    let notice = world.run(.expiryWarning, on: day(2027, 1, 25)).notice
    // 250 points are two whole steps of ¥2.
    #expect(
      notice
        == .expiryWarning(points: Points(250), value: yuan("4"), lastDay: day(2027, 1, 31)))
    world.engine.settle(0, in: &world.accounts, through: day(2027, 1, 31), into: &world.journal)
    let lost = world.journal.transfers.filter { $0.reason == .expiry }.map(\.points.count)
    #expect(lost.reduce(0, +) == 250)
    #expect(world.balance(on: day(2027, 2, 1)) == 70)
    #expect(world.run(.expiryWarning, on: day(2027, 2, 25)).notice != .none)
  }

  @Test func `M08: the warning is sent on the 25th, or on a shorter month's last day`() throws {
    let compiled = try [25, 31].map { number in
      try scheme(
        .afterMonths(12, roundedTo: .month), warning: ExpiryWarning(dayOfMonth: number, hour: 9)
      ).compile()
    }
    let engine = LoyaltyEngine(schemes: compiled, days: day(2026, 1, 1)...day(2026, 12, 31))
    let dates = (0...1).map { scheme in
      engine.schedule(ofScheme: scheme, from: day(2026, 1, 1), through: day(2026, 4, 30))
        .map(\.minute)
    }
    #expect(dates[0] == (1...4).map { day(2026, $0, 25).at(hour: 9) })
    #expect(
      dates[1]
        == [day(2026, 1, 31), day(2026, 2, 28), day(2026, 3, 31), day(2026, 4, 30)]
        .map { $0.at(hour: 9) })
  }

  @Test func `M09: growth value becomes zero at the quarter's end, points stay`() throws {
    let program = Scheme(
      name: "growth", points: PointsProgram(earn: onePerYuan, redeem: hundredForTwo),
      growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .quarter),
      tiers: TierLadder(
        tiers: [Tier(name: "bronze", threshold: 0), Tier(name: "silver", threshold: 1000)],
        basis: .growth))
    var world = try World.withMember(program)
    #expect(world.buy("300.90", on: day(2026, 3, 30)).earnedGrowth == Points(300))
    #expect(world.quote("50", on: day(2026, 3, 31)).toNextTier == 700)
    let moments = world.engine.schedule(
      ofScheme: 0, from: day(2026, 1, 2), through: day(2026, 12, 31))
    #expect(
      moments.map(\.minute)
        == [day(2026, 4, 1).start, day(2026, 7, 1).start, day(2026, 10, 1).start])
    world.run(.growthReset, on: day(2026, 4, 1))
    #expect(world.quote("50", on: day(2026, 4, 1)).toNextTier == 1000)
    #expect(world.balance(on: day(2026, 4, 1)) == 300)
    #expect(world.quote("50", on: day(2026, 4, 1)).spendablePoints == Points(300))
  }
}
