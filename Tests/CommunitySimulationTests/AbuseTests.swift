import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Randomness
import Scenarios
import Testing
import Timeline

@testable import CommunitySimulation

/// People who take advantage (M53), and what rules against it do to them and to others.
@Suite struct AbuseTests {
  /// Three schemes: nothing, a scheme that gives much, and the same with rules.
  private static func town(
    _ risk: RiskPolicy = RiskPolicy(), arms: [Int] = [0, 1, 2], seed: UInt64 = 5,
    who change: (inout AbuseModel) -> Void
  ) throws -> SimulationPlan<LoyaltyEngine> {
    var town = Town(segments: [(Preset.grocery.profile, 1)])
    town.seed = seed
    town.days = 120
    town.schemes = [.none, Self.generous, Self.generous]
    town.schemes[2].risk = risk
    town.arms = arms
    var plan = try town.plan()
    for arm in plan.arms.indices { plan.arms[arm].invitesAbuse = plan.arms[arm].scheme > 0 }
    var model = AbuseModel()
    change(&model)
    plan.abuse = model
    plan.hasRiskRules = true
    plan.returns = ReturnModel(
      segmentRates: [0], categoryRates: [nil], wholeShare: 1, days: 1...10, writtenOff: .percent(20)
    )
    return plan
  }

  private static let generous = Scheme(
    name: "generous",
    points: PointsProgram(
      earn: .perMinorPaid(Rate(1, over: 100)),
      redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)),
      rules: [EarningRule(name: "each", effect: .fixed(Points(50)))],
      registrationPack: Points(300)),
    offers: [
      Offer(
        name: "welcome", access: .coupon(.onJoining, validDays: 60),
        benefit: .amountOff([LadderStep(minimumSpend: Money(minor: 1000), off: Money(minor: 500))]))
    ], refunds: RefundPolicy(earned: .onlyPending))

  private static func share(_ kind: AbuseKind, _ share: Double) -> (inout AbuseModel) -> Void {
    { model in
      model.shares[Int(kind.rawValue)] = share
      model.accountCount = 4
      model.returnShare = 0.9
      model.returnDays = 4
      model.partCount = 3
      model.householdShare = 0.4
      model.reviewers = .init(detection: 0.8, falseAlarms: 0.1, days: 2)
    }
  }

  @Test(arguments: [AbuseKind.accounts, .loops, .hunters])
  func `every kind does what it does, and nothing of it where there is nothing to take`(
    kind: AbuseKind
  ) throws {
    let tally = try Self.town(who: Self.share(kind, 0.3)).live()
    #expect(tally.violations == [], "\(kind)")
    let (control, open) = (tally.arms[0], tally.arms[1])
    // 300 people, each of the kind by its own luck: 90, give or take 8.
    #expect((60...120).contains(open[.abusers]))
    #expect(open[.abusers] == control[.abusers])
    #expect(open[.abuseCostMinor] > 0 && control[.abuseCostMinor] == 0)
    switch kind {
    case .accounts:
      // Three further accounts at most, each after an order on the one before.
      #expect(open[.extraAccounts] > open[.abusers])
      #expect(open[.extraAccounts] <= 3 * open[.abusers])
      #expect(control[.extraAccounts] == 0)
    case .loops:
      // Nobody else returns anything: the honest rate is zero.
      #expect(open[.returnedOrders] > 0 && control[.returnedOrders] == 0)
    default: #expect(open[.splitOrders] > 0 && control[.splitOrders] == 0)
    }
  }

  @Test func `a share of nobody changes nothing but whom it is told`() throws {
    let model: (inout AbuseModel) -> Void = { _ in }
    var without = try Self.town(who: model)
    (without.abuse, without.hasRiskRules) = (nil, false)
    let with = try Self.town(who: model).live()
    let plain = without.live()
    for arm in 0...2 {
      for column in TallyColumn.allCases where column != .honestMembers {
        #expect(with.arms[arm][column] == plain.arms[arm][column], "\(arm) \(column)")
      }
      #expect(with.arms[arm][.honestMembers] == with.arms[arm][.membersAtEnd])
    }
  }

  private static let linked = RiskPolicy(
    linked: .init(by: [.device, .address], atMost: 1, action: .review(days: nil)),
    review: .init(minutes: 3, cost: Money(minor: 200)))

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `linked accounts are held, reviewed and mostly denied; families are released`(
    seed: UInt64
  ) throws {
    let tally = try Self.town(Self.linked, seed: seed, who: Self.share(.accounts, 0.2)).live()
    #expect(tally.violations == [], "seed \(seed)")
    let (open, guarded) = (tally.arms[1], tally.arms[2])
    #expect(open[.riskHolds] == 0 && open[.reviews] == 0)
    #expect(guarded[.riskHolds] > 0 && guarded[.reviews] > 0)
    // Money only: the town's guides cost nothing.
    #expect(guarded[.reviewCostMinor] == 200 * guarded[.reviews])
    #expect(guarded[.abuseCostMinor] < open[.abuseCostMinor])
    // Two in five neighbors share an address; the second of them is held.
    #expect(guarded[.honestHit] > 0 && guarded[.honestHit] < guarded[.honestMembers] / 3)
    #expect(guarded[.abusersHit] * 2 > guarded[.abusers])
  }

  @Test func `where nobody lives together no honest member is hurt by a look at addresses`() throws
  {
    let tally = try Self.town(Self.linked) { model in
      Self.share(.accounts, 0.2)(&model)
      model.householdShare = 0
    }.live()
    #expect(tally.arms[2][.honestHit] == 0 && tally.arms[2][.abusersHit] > 0)
  }

  @Test(arguments: [AbuseKind.accounts, .loops, .hunters])
  func `the same rules twice hit the same people, and quoting everything changes nothing`(
    kind: AbuseKind
  ) throws {
    var plan = try Self.town(Self.linked, arms: [0, 2, 2], who: Self.share(kind, 0.3))
    let tally = plan.live()
    for column in TallyColumn.allCases {
      #expect(tally.arms[1][column] == tally.arms[2][column], "\(kind) \(column)")
    }
    plan.quotesEverything = true
    let thorough = plan.live()
    for column in TallyColumn.allCases {
      #expect(tally.arms[1][column] == thorough.arms[1][column], "\(kind) \(column)")
    }
  }
}
