import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct PointsEarningTests {
  @Test(arguments: [
    ("0.99", Int64(0)), ("1.00", 1), ("1.99", 1), ("199.99", 199), ("200.00", 200),
  ])
  func `M01: one yuan is one point, truncated`(price: String, points: Int64) throws {
    var world = try World.withMember(
      Scheme(name: "points", points: PointsProgram(earn: onePerYuan)))
    #expect(world.quote(price, on: day(2026, 3, 1)).earnedPoints == Points(points))
    #expect(world.buy(price, on: day(2026, 3, 1)).earnedPoints == Points(points))
    #expect(world.balance(on: day(2026, 3, 1)) == points)
  }

  @Test func `M01: points are earned on money paid, not on what discounts and points paid`() throws
  {
    // ¥300 at 90% is ¥270, less 5,000 points worth ¥100: 170 points.
    let scheme = Scheme(
      name: "points", points: PointsProgram(earn: onePerYuan, redeem: hundredForTwo),
      tiers: TierLadder(
        tiers: [Tier(name: "all", threshold: 0, price: .percent(90))], basis: .spend))
    var world = try World.withMember(scheme)
    world.buy("6000.00", on: day(2026, 2, 1))
    #expect(world.balance(on: day(2026, 2, 1)) == 5400)
    let decision = world.buy("300.00", points: 5000, on: day(2026, 3, 1))
    #expect(decision.paid == yuan("170"))
    #expect(decision.earnedPoints == Points(170))
    #expect(world.balance(on: day(2026, 3, 1)) == 400 + 170)
  }

  @Test func `M01: one item is one point`() throws {
    let scheme = Scheme(name: "items", points: PointsProgram(earn: .perItem(Points(1))))
    var world = try World.withMember(scheme)
    #expect(world.buy("39.90", items: 3, on: day(2026, 3, 1)).earnedPoints == Points(3))
  }

  /// Both windows are open on 18 May 2026, a Monday.
  @Test(arguments: [
    // ¥150.99: 150 points. ×2 adds 150; ×3 adds 300, or 600 after ×2.
    (MultiplierCombination.additive, [Int64(150), 150, 300], Int64(600)),
    (.multiplicative, [150, 150, 600], 900),
  ])
  func `M10: times two and times three make four or six, as declared`(
    combination: MultiplierCombination, transfers: [Int64], total: Int64
  ) throws {
    let scheme = Scheme(
      name: "multipliers", points: PointsProgram(earn: onePerYuan),
      multipliers: [
        Multiplier(name: "member day", factor: Rate(2), window: .dayOfMonth(18)),
        Multiplier(name: "mondays", factor: Rate(3), window: .weekday(1)),
      ], multiplierCombination: combination)
    var world = try World.withMember(scheme)
    let decision = world.buy("150.99", on: day(2026, 5, 18))
    #expect(decision.earnedPoints == Points(total))
    #expect(world.journal.transfers.map(\.points.count) == transfers)
    #expect(world.journal.transfers.map(\.reason) == [.purchase, .bonus, .bonus])
    let names = world.journal.transfers.map { world.engine.schemes[0].ruleName($0.rule) }
    #expect(names == ["points.earn", "multipliers.member day", "multipliers.mondays"])
    #expect(world.buy("150.99", on: day(2026, 5, 19)).earnedPoints == Points(150))
  }

  @Test func `M10: each bonus is truncated by itself`() throws {
    // 99 points: ×1.5 adds 49.5, so 49; then ×1.1 of 148 adds 14.8, so 14.
    let scheme = Scheme(
      name: "halves", points: PointsProgram(earn: onePerYuan),
      multipliers: [
        Multiplier(name: "a", factor: Rate(3, over: 2), window: .weekday(1)),
        Multiplier(name: "b", factor: Rate(11, over: 10), window: .weekday(1)),
      ])
    var world = try World.withMember(scheme)
    #expect(world.buy("99", on: day(2026, 5, 18)).earnedPoints == Points(99 + 49 + 14))
  }

  /// Weeks run from Monday to Sunday: 22–28 June 2026 holds 24 June.
  @Test(arguments: [
    (UInt8(24), UInt8(6), CalendarPeriod.week, day(2026, 6, 21), false),
    (24, 6, .week, day(2026, 6, 22), true),
    (24, 6, .week, day(2026, 6, 28), true),
    (24, 6, .week, day(2026, 6, 29), false),
    // The week of 28 December 2026 to 3 January 2027 crosses the year.
    (1, 1, .week, day(2026, 12, 28), true),
    (31, 12, .week, day(2027, 1, 3), true),
    (4, 1, .week, day(2027, 1, 3), false),
    (27, 12, .week, day(2026, 12, 28), false),
    // 29 February is kept on the 28th in 2026 and 2027; 28 February 2027 is a Sunday.
    (29, 2, .day, day(2026, 2, 28), true),
    (29, 2, .day, day(2026, 3, 1), false),
    (29, 2, .week, day(2027, 2, 22), true),
    (29, 2, .week, day(2027, 3, 1), false),
    (29, 2, .month, day(2026, 2, 1), true),
    // 2028 has a 29th, a Tuesday.
    (29, 2, .day, day(2028, 2, 28), false),
    (29, 2, .day, day(2028, 2, 29), true),
    (28, 2, .day, day(2028, 2, 28), true),
    (29, 2, .week, day(2028, 3, 5), true),
    (24, 6, .month, day(2026, 6, 1), true),
    (24, 6, .month, day(2026, 7, 1), false),
    (24, 6, .quarter, day(2026, 4, 1), true),
    (24, 6, .quarter, day(2026, 7, 1), false),
    (24, 6, .halfYear, day(2026, 1, 1), true),
    (24, 6, .halfYear, day(2026, 7, 1), false),
  ])
  func `M10: points double in the birthday's day, week or month`(
    number: UInt8, month: UInt8, period: CalendarPeriod, on today: Day, isDoubled: Bool
  ) throws {
    let scheme = Scheme(
      name: "birthday", points: PointsProgram(earn: onePerYuan),
      multipliers: [Multiplier(name: "birthday", factor: Rate(2), window: .birthday(period))])
    var world = try World.withMember(
      scheme, joined: day(2026, 1, 1), birthday: Birthday(month: month, day: number))
    #expect(world.buy("10", on: today).earnedPoints == Points(isDoubled ? 20 : 10))
  }

  @Test func `M10: a multiplier may be for one tier alone`() throws {
    let scheme = Scheme(
      name: "gold birthday", points: PointsProgram(earn: onePerYuan),
      tiers: TierLadder(
        tiers: [
          Tier(name: "base", threshold: 0), Tier(name: "gold", threshold: fen("1000")),
        ], basis: .spend),
      multipliers: [
        Multiplier(name: "gold days", factor: Rate(2), window: .weekday(7), tier: 1)
      ])
    var world = try World.withMember(scheme)
    // 3 May 2026 is a Sunday. The order that makes gold is itself still an order of the base tier.
    #expect(world.buy("1000", on: day(2026, 5, 3)).earnedPoints == Points(1000))
    #expect(world.buy("100", on: day(2026, 5, 3)).earnedPoints == Points(200))
  }

  @Test func `A member of nothing earns nothing, and neither does a stranger`() throws {
    var world = try World.withMember(.none)
    #expect(world.buy("100", on: day(2026, 5, 3)).earnedPoints == .zero)
    var stranger = try World([Scheme(name: "points", points: PointsProgram(earn: onePerYuan))])
    let decision = stranger.buy("100", on: day(2026, 5, 3))
    #expect(decision.refusal == .none && decision.paid == yuan("100"))
    #expect(stranger.journal.transfers.isEmpty)
    #expect(stranger.buy("100", points: 100, on: day(2026, 5, 3)).refusal == .notAMember)
  }
}
