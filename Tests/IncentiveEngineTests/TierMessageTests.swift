import IncentiveEngine
import Quantities
import Testing
import Timeline

/// Windows, grace, projection and messages of tiers.
@Suite struct TierMessageTests {
  /// basic, silver, gold by growth value of 0, 1,000, 5,000, one for each yuan.
  private func growing(
    reset: CalendarPeriod? = .quarter, kept: Rate = .zero, progress: TierProgressMessage? = nil,
    review: TierReview? = nil, silverIsForEver: Bool = false
  ) -> Scheme {
    Scheme(
      name: "growing", points: PointsProgram(earn: onePerYuan),
      growth: GrowthProgram(
        perMinorPaid: Rate(1, over: 100), reset: reset, kept: kept, progress: progress),
      tiers: TierLadder(
        tiers: [
          Tier(name: "basic", threshold: 0),
          Tier(name: "silver", threshold: 1000, isForEver: silverIsForEver),
          Tier(name: "gold", threshold: 5000),
        ], basis: .growth, review: review))
  }

  private let monthly = TierProgressMessage(dayOfMonth: 20, within: .percent(30))

  @Test(arguments: [
    // Growth value, what the message says is missing: 30% of 1,000 below silver, of 4,000 below gold.
    ("699", Int64?.none), ("700", 300), ("999", 1), ("1000", nil), ("3799", nil), ("3800", 1200),
    ("4999", 1), ("5000", nil),
  ])
  func `M09: 差XX分升级: members near the next tier are told what is missing`(
    growth: String, missing: Int64?
  ) throws {
    var world = try World.withMember(growing(progress: monthly))
    world.buy(growth, on: day(2026, 2, 3))
    let notice = world.run(.tierProgress, on: day(2026, 2, 20)).notice
    let next: UInt8 = (Int(growth) ?? 0) < 1000 ? 1 : 2
    #expect(notice == missing.map { .tierProgress(missing: Points($0), next: next) } ?? .none)
  }

  @Test func `M09: a quarter's end takes growth value and leaves points, or decays it`() throws {
    for (kept, left) in [(Rate.zero, Int64(5000)), (.percent(50), 5000 - 450)] {
      var world = try World.withMember(growing(kept: kept))
      world.buy("901", on: day(2026, 3, 5))
      let decision = world.run(.growthReset, on: day(2026, 4, 1))
      // 901 of 1,000: 99 were missing. Half of 901, rounded down, is 450.
      #expect(decision.terms.toNextTier == 99 && decision.terms.tierSpan == 1000)
      #expect(world.quote("1", on: day(2026, 4, 1)).toNextTier == left - 4000)
      #expect(world.balance(on: day(2026, 4, 1)) == 901)
    }
  }

  /// A review on 21 July 2026, the day after a window of 181 days that ends on 20 July.
  private func reviewed(
    _ period: CalendarPeriod?, graceDays: Int = 30, warning: TierWarning? = nil
  ) -> TierReview {
    TierReview(
      cycle: .everyDays(181, from: day(2026, 1, 21)), graceDays: graceDays, graceRoundedTo: period,
      warning: warning)
  }

  @Test(arguments: [
    // A grace of 30 days after 20 July, and its last day.
    (CalendarPeriod?.none, day(2026, 8, 19)), (.month, day(2026, 8, 31)),
    (.week, day(2026, 8, 23)), (.quarter, day(2026, 9, 30)),
  ])
  func `M27: a grace from 20 July to 19 August is moved to its period's end`(
    period: CalendarPeriod?, last: Day
  ) throws {
    var world = try World.withMember(growing(reset: nil, review: reviewed(period)))
    world.buy("1000", on: day(2026, 2, 3))
    world.run(.growthReset, on: day(2026, 4, 1))
    var empty = growing(reset: .quarter, review: reviewed(period))
    empty.name = "with reset"
    world = try World.withMember(empty)
    world.buy("1000", on: day(2026, 2, 3))
    world.run(.growthReset, on: day(2026, 4, 1))
    world.run(.tierReview, on: day(2026, 7, 21))
    #expect(world.tier(on: last) == 1)
    #expect(world.tier(on: last.advanced(by: 1)) == 0)
  }

  @Test func `M27: the projection names the tier to come, what is missing and the last day`() throws
  {
    let warning = TierWarning(days: 14)
    var world = try World.withMember(
      growing(review: reviewed(.month, warning: warning)))
    func projection(_ today: Day) -> TierProjection {
      world.engine.tierProjection(of: 0, in: world.accounts, on: today)
    }
    world.buy("5000", on: day(2026, 2, 3))
    #expect(!projection(day(2026, 2, 4)).willDowngrade)
    #expect(projection(day(2026, 2, 4)).lastDay == .never)
    world.run(.growthReset, on: day(2026, 4, 1))
    world.buy("1200", on: day(2026, 5, 1))
    let fall = projection(day(2026, 7, 7))
    #expect(fall.tier == 2 && fall.projected == 1 && fall.willDowngrade)
    #expect(fall.toKeep == 3800 && fall.toRise == 0 && fall.lastDay == day(2026, 8, 31))
    #expect(
      world.run(.tierWarning, on: day(2026, 7, 7)).notice
        == .tierWarning(missing: 3800, tier: 2, lastDay: day(2026, 8, 31), countsSpend: false))
    world.run(.tierReview, on: day(2026, 7, 21))
    #expect(projection(day(2026, 8, 1)) == fall)
    world.buy("3800", on: day(2026, 8, 2))
    #expect(!projection(day(2026, 8, 3)).willDowngrade)
    #expect(world.run(.tierWarning, on: day(2026, 8, 3)).notice == .none)
  }

  @Test func `M27: messages go out on their days`() throws {
    let scheme = growing(
      progress: monthly, review: reviewed(nil, warning: TierWarning(days: 14, hour: 9)))
    let engine = LoyaltyEngine(
      schemes: [try scheme.compile()], days: day(2026, 1, 1)...day(2026, 12, 31))
    let moments = engine.schedule(ofScheme: 0, from: day(2026, 7, 2), through: day(2026, 7, 31))
    #expect(
      moments == [
        ScheduledEvent(minute: day(2026, 7, 7).at(hour: 9), kind: .tierWarning),
        ScheduledEvent(minute: day(2026, 7, 20).at(hour: 10), kind: .tierProgress),
        ScheduledEvent(minute: day(2026, 7, 21).start, kind: .tierReview),
      ])
  }

  @Test(arguments: [(false, 0), (true, 1)])
  func `M27: a tier for ever is a floor under those above`(isForEver: Bool, tier: Int) throws {
    var world = try World.withMember(
      growing(review: reviewed(nil, graceDays: 0), silverIsForEver: isForEver))
    world.buy("5000", on: day(2026, 2, 3))
    world.run(.growthReset, on: day(2026, 4, 1))
    world.run(.tierReview, on: day(2026, 7, 21))
    #expect(world.tier(on: day(2026, 7, 21)) == tier)
    world.run(.tierReview, on: day(2027, 1, 18))
    #expect(world.tier(on: day(2027, 1, 18)) == tier)
  }

  @Test func `what does not fit together is refused where it stands`() {
    func paths(_ scheme: Scheme) -> [String] { scheme.problems.map(\.path) }
    #expect(paths(growing(reset: nil, kept: .percent(50))) == ["growth.keep"])
    let long = TierReview(
      cycle: .calendar(.quarter), graceDays: 60, graceRoundedTo: .month,
      warning: TierWarning(days: 90))
    #expect(paths(growing(review: long)) == ["tiers.review.grace", "tiers.review.warn"])
    var flat = growing(progress: monthly)
    flat.tiers = nil
    #expect(paths(flat) == ["growth.progress-message"])
  }
}
