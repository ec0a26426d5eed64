import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Points that no order brings count against budgets of points (M02, M03, M11, M14).
@Suite struct AwardBudgetTests {
  private static func scheme(
    _ limit: Int64, _ atLimit: Budget.AtLimit, scope: Budget.Scope = .community,
    each: Int = 1, pack: Points? = nil
  ) -> Scheme {
    var scheme = Scheme(
      name: "capped",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo,
        interactions: [InteractionRule(name: "share", points: Points(100), each: each)],
        registrationPack: pack, claims: ClaimRule(perMinorPaid: Rate(1, over: 100))))
    scheme.budgets = [
      Budget(
        name: "points", measure: .pointsIssued, limit: limit, period: .month, scope: scope,
        atLimit: atLimit)
    ]
    return scheme
  }

  private static let noon = day(2026, 3, 2).at(hour: 12)

  /// A budget of 250 points a month, three interactions of 100 each, then the next month.
  @Test(arguments: [
    (Budget.AtLimit.refuse, [100, 100, 0, 0] as [Int64]), (.payRemainder, [100, 100, 50, 0]),
  ])
  func `M11: interactions share a budget of 250 points a month`(
    atLimit: Budget.AtLimit, points: [Int64]
  ) throws {
    var world = try World.withMember(Self.scheme(250, atLimit))
    for expected in points {
      let foretold = world.engine.award(for: .interaction(0), 0, in: world.accounts, at: Self.noon)
      let decision = world.handle(.interaction(0), at: Self.noon)
      #expect(decision.earnedPoints.count == expected)
      #expect(foretold.count == expected)
      #expect(decision.refusal == (expected > 0 ? .none : .budgetExhausted))
    }
    let april = day(2026, 4, 1).at(hour: 9)
    #expect(world.handle(.interaction(0), at: april).earnedPoints.count == 100)
  }

  @Test func `M11: orders, claims and interactions draw on one budget`() throws {
    var world = try World.withMember(Self.scheme(500, .payRemainder))
    #expect(world.buy("200", on: Self.noon.day).earnedPoints.count == 200)
    #expect(world.handle(.claim(yuan("250")), at: Self.noon).earnedPoints.count == 250)
    #expect(world.handle(.interaction(0), at: Self.noon).earnedPoints.count == 50)
    #expect(world.handle(.claim(yuan("9")), at: Self.noon).refusal == .budgetExhausted)
    #expect(world.accounts.budgets.states[0].used == 500)
    #expect(world.balance(on: Self.noon.day) == 500)
  }

  @Test func `registration packs stop when their budget is used up; joining goes on`() throws {
    var world = try World(
      [Self.scheme(250, .payRemainder, pack: Points(100))], accountCount: 4)
    let earned = (0..<4).map { member in
      world.handle(.join(Birthday(month: 5, day: 5)), member, at: Self.noon).earnedPoints.count
    }
    #expect(earned == [100, 100, 50, 0])
    #expect((0..<4).allSatisfy { world.accounts.states[$0].isMember })
  }

  @Test func `a member's own budget is the member's own`() throws {
    var world = try World([Self.scheme(150, .payRemainder, scope: .member)], accountCount: 2)
    for member in 0..<2 { world.join(member, on: day(2026, 1, 1)) }
    let earned = [0, 0, 1, 0].map { member in
      world.handle(.interaction(0), member, at: Self.noon).earnedPoints.count
    }
    #expect(earned == [100, 50, 100, 0])
  }

  @Test func `what a budget refuses changes nothing, progress toward an award included`() throws {
    var world = try World.withMember(Self.scheme(100, .refuse, each: 2))
    let earned = (0..<2).map { _ in
      world.handle(.interaction(0), at: Self.noon).earnedPoints.count
    }
    #expect(earned == [0, 100])
    let before = world.accounts
    #expect(world.handle(.interaction(0), at: Self.noon).refusal == .budgetExhausted)
    #expect(world.accounts == before)
  }

  @Test func `a liability budget leaves room again when points are spent`() throws {
    var scheme = Self.scheme(0, .payRemainder)
    // ¥3 at 100 points = ¥2 are 150 points.
    scheme.budgets = [
      Budget(
        name: "owed", measure: .liability, limit: 300, scope: .community, atLimit: .payRemainder)
    ]
    var world = try World.withMember(scheme)
    #expect(world.handle(.interaction(0), at: Self.noon).earnedPoints.count == 100)
    #expect(world.handle(.interaction(0), at: Self.noon).earnedPoints.count == 50)
    #expect(world.handle(.interaction(0), at: Self.noon).refusal == .budgetExhausted)
  }
}
