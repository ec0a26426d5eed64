import IncentiveEngine
import Measurement
import MemberBehavior
import Quantities
import Scenarios
import Testing
import Timeline

@testable import CommunitySimulation

/// The days after the horizon, on which nothing is offered.
@Suite struct RunningOffTests {
  private static let tenthOff = Scheme(
    name: "a tenth off",
    points: PointsProgram(
      earn: .perMinorPaid(Rate(1, over: 100)),
      redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)),
      expiry: .afterDays(45, roundedTo: nil)),
    tiers: TierLadder(
      tiers: [Tier(name: "member", threshold: 0, price: .percent(90))], basis: .spend,
      review: TierReview(cycle: .calendar(.year))))

  /// Buyers of whom some stock up where something is taken off; control offers nothing.
  private static func plan(
    days: Int = 120, runOff: Int?, arms: [Int] = [0, 1], profile: MemberProfile? = nil
  ) throws -> SimulationPlan<LoyaltyEngine> {
    var town = Town(schemes: [.none, tenthOff, .none])
    town.segments = [(profile ?? Preset.groceryPromotions.profile, 1)]
    (town.arms, town.days, town.members) = (arms, days, 400)
    town.prospects = 60
    var plan = try town.plan()
    plan.engine = LoyaltyEngine(
      schemes: try town.schemes.map { try $0.compile() },
      days: town.firstDay...town.firstDay.advanced(by: days + (runOff ?? 0)))
    plan.runOff = runOff.map { RunOffPlan(days: $0, scheme: 2) }
    return plan
  }

  private static let ofRunOff: [TallyColumn] = [.runOffMembers, .runOffOrders, .runOffValueMinor]

  @Test func `what is counted of the horizon is the same with and without days after it`() throws {
    let without = try Self.plan(runOff: nil).live()
    let with = try Self.plan(runOff: 90).live()
    for arm in 0..<2 {
      for column in TallyColumn.allCases where !Self.ofRunOff.contains(column) {
        #expect(with.arms[arm][column] == without.arms[arm][column], "\(column) of arm \(arm)")
      }
      for column in DailyColumn.allCases {
        #expect(with.arms[arm].series(column) == without.arms[arm].series(column), "\(column)")
      }
      #expect(without.arms[arm][.runOffOrders] == 0 && without.arms[arm][.runOffMembers] == 0)
    }
    #expect(with.violations == [])
  }

  /// With nothing offered before and after, it does not matter where the horizon ends.
  @Test func `120 days and 60 after them have control's orders of 180 days`() throws {
    let split = try Self.plan(runOff: 60, arms: [0]).live().arms[0]
    let whole = try Self.plan(days: 180, runOff: nil, arms: [0]).live().arms[0]
    #expect(split[.orders] + split[.runOffOrders] == whole[.orders])
    let margin = split[.listMinor] - split[.goodsMinor] + split[.runOffValueMinor]
    #expect(margin == whole[.listMinor] - whole[.goodsMinor])
    #expect(split[.runOffMembers] == 400)
  }

  @Test func `of two arms with one scheme, neither leaves the other anything`() throws {
    let tally = try Self.plan(runOff: 90, arms: [1, 1]).live()
    for step in RunOffColumn.days.indices {
      #expect(tally.arms[1].left(.gainedOrders, step: step) == 0)
      #expect(tally.arms[1].left(.lostOrders, step: step) == 0)
    }
    #expect(tally.arms[1][.runOffValueMinor] == tally.arms[0][.runOffValueMinor])
  }

  /// Whoever bought more than was needed skips a need later: in the first month, then never again.
  @Test func `stock at home is paid back in the weeks after`() throws {
    let tally = try Self.plan(runOff: 90).live()
    let arm = tally.arms[1]
    #expect(arm.left(.personsWithStock, step: 0) > 0)
    let lost = (1...3).map { arm.left(.lostOrders, step: $0) }
    #expect(lost[0] > 0 && lost[0] > lost[2])
    #expect(arm.left(.lostOrders, step: 4) == 0, "90 days are lived, not more")
    #expect(tally.violations == [])
  }

  @Test func `with stock, memory and messages off, the days after are as control's`() throws {
    let tally = try Self.plan(runOff: 90, profile: Preset.cdnow.profile).live()
    let (control, arm) = (tally.arms[0], tally.arms[1])
    #expect(arm[.orders] > control[.orders], "the scheme sells more in the horizon")
    // What is left is who was won back, and ordered on.
    let lost = RunOffColumn.days.indices.reduce(0) { $0 + arm.left(.lostOrders, step: $1) }
    #expect(lost == 0)
  }

  // MARK: With everything on

  /// A random town with returns and orders that are paid later, and days after it under scheme 0.
  private static func town(
    seed: UInt64, arms: [Int]? = nil, runOff: Int?
  ) throws -> SimulationPlan<LoyaltyEngine> {
    var town = Town.random(seed: seed)
    if let arms { town.arms = arms }
    var plan = try town.plan()
    let after = runOff ?? 0
    plan.engine = LoyaltyEngine(
      schemes: try (town.schemes + [.none]).map { try $0.compile() },
      days: town.firstDay.advanced(
        by: -town.historyDays)...town.firstDay.advanced(by: town.days + after))
    plan.returns = ReturnModel(
      segmentRates: Array(repeating: 0.2, count: plan.segments.count),
      categoryRates: Array(repeating: nil, count: 8), wholeShare: 0.4, days: 1...25,
      writtenOff: .percent(20))
    if seed % 2 == 0 {
      plan.payments = PaymentModel(unpaidShare: 0.4, laterShare: 0.7, minutes: 4_000)
    }
    plan.runOff = runOff.map { RunOffPlan(days: $0, scheme: town.schemes.count) }
    return plan
  }

  @Test(arguments: 1...12)
  func `whatever happens, the horizon's tally is the same with days after it`(seed: UInt64) throws {
    let without = try Self.town(seed: seed, runOff: nil).live()
    let with = try Self.town(seed: seed, runOff: 75).live()
    #expect(with.arms.map(\.ofHorizon) == without.arms.map(\.ofHorizon), "seed \(seed)")
    #expect(with.violations == [], "seed \(seed)")
    #expect(with.arms[0][.runOffMembers] == with.arms[0][.membersAtStart])
  }

  /// Both arms offer what the days after offer, so lives go on as they were, open orders included.
  @Test(arguments: 1...12)
  func `two arms of one scheme have the same days after, with returns and open orders`(
    seed: UInt64
  ) throws {
    let scheme = Int(seed % 4)
    let tally = try Self.town(seed: seed, arms: [scheme, scheme], runOff: 75).live()
    #expect(
      tally.arms[0][.runOffValueMinor] == tally.arms[1][.runOffValueMinor], "seed \(seed)")
    for step in RunOffColumn.days.indices {
      #expect(tally.arms[1].left(.gainedOrders, step: step) == 0, "seed \(seed)")
      #expect(tally.arms[1].left(.lostOrders, step: step) == 0, "seed \(seed)")
    }
  }

  /// Open orders of a scheme of its own are let go at the horizon's end, those of an empty one are not.
  ///
  /// Neither may count.
  @Test func `an order open at the horizon's end counts in neither, whatever the scheme`() throws {
    var town = Town(schemes: [.none, Self.oneTier, .none])
    town.segments = [(Preset.groceryHabit.profile, 1)]
    (town.arms, town.days, town.members) = ([0, 1], 60, 400)
    var plan = try town.plan()
    plan.returns = ReturnModel(
      segmentRates: [0.5], categoryRates: [nil], wholeShare: 1, days: 1...10,
      writtenOff: .percent(100))
    plan.payments = PaymentModel(unpaidShare: 1, laterShare: 1, minutes: 20_000)
    plan.engine = LoyaltyEngine(
      schemes: try town.schemes.map { try $0.compile() },
      days: town.firstDay...town.firstDay.advanced(by: 160))
    plan.runOff = RunOffPlan(days: 90, scheme: 2)
    let tally = plan.live()
    #expect(
      tally.arms[0][.unpaidOrders] > tally.arms[0][.laterPaidOrders], "some are open at the end")
    #expect(tally.arms[0][.runOffValueMinor] == tally.arms[1][.runOffValueMinor])
    #expect(tally.violations == [])
  }

  private static let oneTier = Scheme(
    name: "a name for everybody",
    tiers: TierLadder(
      tiers: [Tier(name: "member", threshold: 0)], basis: .spend,
      review: TierReview(cycle: .calendar(.year))))
}

extension ArmTally {
  /// The tally without the days after the horizon.
  fileprivate var ofHorizon: ArmTally {
    var tally = self
    for column in [TallyColumn.runOffMembers, .runOffOrders, .runOffValueMinor] {
      tally[column] = 0
    }
    for step in RunOffColumn.days.indices {
      for column in [RunOffColumn.orders, .gainedOrders, .lostOrders, .valueMinor] {
        tally.add(-tally.left(column, step: step), to: column, step: step)
      }
    }
    return tally
  }
}
