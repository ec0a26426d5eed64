import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Timeline

@testable import CommunitySimulation

/// A tiny world of few communities whose members share random budgets.
struct CoupledWorld {
  var plan: SimulationPlan<LoyaltyEngine>
  let scheme: Scheme

  /// - Parameter change: What is changed of the scheme, after it was drawn.
  init(
    seed: Int, hasLiability: Bool = false, change: (inout Scheme) -> Void = { _ in }
  ) throws {
    var random = WorldRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let horizon = Horizon(
      firstDay: Day(index: 20_000 + Int32(random.below(400))), dayCount: 8 + random.below(30))
    var scheme = Self.scheme(&random, days: horizon.dayCount, hasLiability: hasLiability)
    change(&scheme)
    self.scheme = scheme
    let arms = [Scheme.none, scheme]
    let historyDays = random.below(2) * 20
    let profile = Self.profile
    plan = SimulationPlan(
      engine: LoyaltyEngine(
        schemes: try arms.map { try $0.compile() },
        days: horizon.firstDay.advanced(by: -historyDays)...horizon.lastDay),
      horizon: horizon, historyDays: historyDays, historyScheme: random.below(2),
      communities: CommunityPlan(
        memberCount: 4 + random.below(12), prospectCount: random.below(4), arrivalCount: 0,
        membersPerCommunity: 2 + random.below(4)),
      segments: [
        SegmentModel(
          traits: TraitModel(profile.population),
          reaction: ReactionModel(profile.behavior, switchedOff: [], minorPerMajor: 100),
          cumulativeShare: 1)
      ],
      baskets: .amount(
        [SpendModel(profile.population, currency: Currency.known[0])], costShare: .percent(65)),
      storeEffect: 0,
      arms: (0..<2).map {
        ArmPlan(scheme: $0, messageCost: Money(minor: 1), couponOffers: [])
      },
      seed: UInt64(seed), tierCount: 1, pointFaceValue: [.zero, Rate(2)])
    guard !scheme.rewards.isEmpty else { return }
    plan.errandStreams = [
      ErrandStream(
        kind: .mallVisit,
        response: ErrandResponse(perWeek: 5, spontaneousShare: 0.5, pull: 0, minorPerMajor: 100),
        purpose: .mallVisit, number: 0)
    ]
  }

  /// People who order often and answer to everything.
  private static let profile: MemberProfile = {
    var profile = Preset.dealSeekers.profile
    for (name, value) in [
      (BehaviorParameter.unresponsiveShare, 0.1), (.redemptionCost, 0.5),
      (.joiningProbability, 0.4), (.wearWeight, 0),
    ] {
      profile.behavior.parameters[name] = Parameter(value, .notStated, source: "")
    }
    profile.population.parameters[.rateScale] = Parameter(0.4, .notStated, source: "")
    return profile
  }()

  private static func scheme(
    _ random: inout WorldRandom, days: Int, hasLiability: Bool
  ) -> Scheme {
    var scheme = Scheme(
      name: "shared",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(1, over: 10)),
        redeem: RedeemRule(stepPoints: Points(10), stepValue: Money(minor: 20)),
        expiry: .afterDays(10, roundedTo: nil)))
    scheme.offers = (0..<(1 + random.below(2))).map { number in
      Offer(
        name: "o\(number)", access: .promotion(.always),
        benefit: random.below(2) == 0
          ? .shareOff(.percent(Int64(5 + random.below(40))), minimumSpend: .zero, cap: nil)
          : .amountOff([
            LadderStep(
              minimumSpend: Money(minor: Int64(random.below(3000))),
              off: Money(minor: Int64(100 + random.below(2000))))
          ]))
    }
    scheme.budgets = (0..<(1 + random.below(3))).map { number in
      let measure = Budget.Measure.allCases[random.below(4)]
      let most = measure == .uses ? 30 : measure == .money ? 30_000 : 8_000
      return Budget(
        name: "b\(number)", measure: measure, limit: Int64(random.below(most)),
        period: [nil, .week, .month, .year][random.below(4)],
        scope: random.below(5) == 0 ? .community : .programme,
        atLimit: random.below(2) == 0 ? .refuse : .payRemainder)
    }
    if hasLiability {
      scheme.budgets.append(
        Budget(
          name: "books", measure: .liability, limit: Int64(random.below(9_000)),
          atLimit: random.below(2) == 0 ? .refuse : .payRemainder))
    }
    return scheme
  }

  /// The obvious way: one queue of the moments of all communities; before each of them what others
  /// have used is added up anew from their accounts.
  func sequentially() -> Tally {
    var plan = plan
    plan.runsTogether = true
    var tally = Tally(layout: plan.layout)
    let count = plan.communities.communityCount
    let pasts = (0..<count).map {
      plan.history(of: $0, replication: 0, observer: Unobserved())
    }
    var lives = pasts.map { _ in [ArmTally]() }
    var controls: [ControlRecord] = []
    for arm in 0..<2 {
      var runs = pasts.map(\.run)
      for index in runs.indices {
        if arm > 0 { runs[index].control = controls[index] }
        runs[index].begin(arm: arm)
      }
      while let minute = runs.indices.map({ runs[$0].nextMinute(pasts[$0].agenda) }).min(),
        minute < plan.horizon.end.index
      {
        let order = runs.indices.sorted {
          plan.comesFirst($0, before: $1, at: minute, replication: 0)
        }
        for index in order where runs[index].nextMinute(pasts[index].agenda) == minute {
          if arm > 0 { tell(&runs, index, Minute(index: minute).day) }
          runs[index].run(pasts[index].agenda, until: Minute(index: minute + 1))
        }
      }
      for index in runs.indices { runs[index].close(pasts[index].agenda) }
      if arm == 0 { controls = runs.map(\.control) }
      for index in runs.indices { lives[index].append(runs[index].tally) }
    }
    for (index, life) in lives.enumerated() {
      tally.add(community: life, variates: plan.variates(of: pasts[index].run.people))
    }
    return tally
  }

  private func tell(
    _ runs: inout [ArmRun<LoyaltyEngine, Unobserved>], _ index: Int, _ day: Day
  ) {
    for (position, budget) in plan.engine.budgets(ofScheme: 1) where budget.scope == .programme {
      let states = runs.map {
        plan.engine.budgetState(position, in: $0.accounts, on: day)
      }
      let others = states.indices.filter { $0 != index }.map { states[$0] }
      plan.engine.updateBudgets(of: &runs[index].accounts, on: day) { book in
        book.states[position].usedElsewhere = others.reduce(0) { $0 + $1.used }
        if others.contains(where: { $0.gate == .closed }) { book.states[position].gate = .closed }
      }
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): small random worlds from a seed.
struct WorldRandom {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 33) % bound
  }
}
