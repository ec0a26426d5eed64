import Experiments
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Reports
import Scenarios
import Timeline

/// A small run of the real simulator, so that reports are tested on numbers that belong together.
enum SampleRun {
  /// A title that would be markup in every form if it were not escaped.
  static let title = "Points & growth <script>alert('x')</script> | *quarterly* \"reset\""

  /// Three arms of so many members in communities of 300, for a year, twice.
  static func input(members: Int = 1_200, title: String = title) async throws -> ReportInput {
    let scenario = try scenario(members: members, title: title)
    let run = Run(plan: try scenario.compiled(), replications: scenario.replications)
    let outcome = try await run.execute(threads: 2)
    return try input(of: scenario, tally: outcome.tally, digest: outcome.digest)
  }

  static func input(of scenario: Scenario, tally: Tally, digest: String) throws -> ReportInput {
    let comparison = try Comparison(
      tally, armNames: scenario.arms.map(\.name), replications: scenario.replications)
    let judgements = ExpectationJudge(comparison, currency: scenario.currency)
      .judge(scenario.expectations)
    let health = Health(tally, comparison)
    return ReportInput(
      scenario: scenario, tally: tally, comparison: comparison, runID: "0123456789abcdef",
      digest: digest, engineVersion: EngineVersion(program: "0.1.0", semantics: 1),
      membersBeforeScaling: 200_000,
      futureRedemptionRate: .percent(60),
      verdicts: comparison.treatments.map {
        ArmVerdict(
          arm: $0.name, judgements: judgements, health: health,
          replications: scenario.replications)
      }, health: health, judgements: judgements,
      worlds: try PairedWorlds(tally, of: scenario))
  }

  struct Missing: Error {}

  static func scenario(members: Int, title: String) throws -> Scenario {
    guard let zone = ProgramZone(identifier: "Asia/Shanghai"),
      let currency = Currency(code: "CNY"),
      let start = CivilDate(year: 2026, month: 1, day: 1)?.dayIndex
    else { throw Missing() }
    return Scenario(
      title: title, horizon: Horizon(firstDay: start, dayCount: 365), zone: zone,
      currency: currency, seed: 20_260_101, replications: 2, people: people(members),
      economics: Economics(
        margin: .percent(35), messageCost: [.wecom: Money(minor: 1), .sms: Money(minor: 5)]),
      arms: [
        Arm(name: "control", scheme: .none), Arm(name: "growth", scheme: scheme(perYuan: 1)),
        Arm(name: "慷慨 <generous>", scheme: scheme(perYuan: 2)),
      ], expectations: expectations)
  }

  private static var expectations: [Expectation] {
    [
      Expectation(
        metric: .repurchase90, role: .goal, arm: "growth", reference: .arm("control"),
        condition: .up),
      Expectation(
        metric: .optOutRate, role: .guardrail, reference: .absolute, condition: .atMost(0.02)),
      Expectation(
        metric: .incentiveCostPerMember, role: .check, reference: .baseline,
        condition: .change(
          fail: .init(increase: .init(share: 0.03)), warn: .init()), owner: "loyalty-finance",
        why: "Q3 budget"),
    ]
  }

  private static func people(_ members: Int) -> People {
    People(
      memberCount: members, prospectCount: members / 2, membersPerCommunity: 300,
      storeEffect: 0.1, start: .base(historyDays: 180, scheme: scheme(perYuan: 1)),
      segments: [
        Segment(name: "regulars", share: .percent(30), profile: profile(rate: 1.2)),
        Segment(name: "occasional & rare", share: .percent(70), profile: profile(rate: 0.243)),
      ])
  }

  private static func scheme(perYuan points: Int64) -> Scheme {
    Scheme(
      name: "growth",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(points, over: 100)),
        redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)),
        expiry: .afterMonths(6, roundedTo: .month), warning: ExpiryWarning(dayOfMonth: 25)),
      growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .quarter),
      tiers: TierLadder(
        tiers: [
          Tier(name: "bronze", threshold: 0, price: .percent(98)),
          Tier(name: "silver", threshold: 1_000, price: .percent(95)),
        ], basis: .growth))
  }

  /// CDNOW's BG/NBD and Gamma-Gamma estimates (Fader, Hardie & Lee 2005), another rate shape for
  /// regulars; reactions are made up for the tests.
  private static func profile(rate: Double) -> MemberProfile {
    let published: [(PopulationParameter, Double, Double)] = [
      (.rateShape, rate, 0.013), (.rateScale, 4.414, 0.378), (.dropoutA, 0.793, 0.186),
      (.dropoutB, 2.426, 0.705), (.spendShape, 6.25, 0.5), (.spendScaleShape, 3.74, 0.3),
      (.spendScale, 154.4, 20),
    ]
    var population = PopulationProfile(timing: .bgNBD, spend: .gammaGamma, parameters: [:])
    for (name, value, error) in published {
      population.parameters[name] = Parameter(
        value, .standardError(error), source: "Fader, Hardie & Lee 2005 <CDNOW>")
    }
    var behavior = BehaviorProfile(parameters: [:])
    for name in BehaviorParameter.allCases {
      behavior.parameters[name] = .assumed(reaction(name), 0, 1, "made up for tests")
    }
    return MemberProfile(preset: "cdnow", population: population, behavior: behavior)
  }

  private static func reaction(_ name: BehaviorParameter) -> Double {
    switch name {
    case .baselineConversion: 0.1
    case .responsivenessShape, .priceWeight: 2
    case .attractionLimit: 1
    case .urgencyDays: 10
    case .wearHalfLife: 30
    case .redemptionCost, .redemptionSteepness: 1
    case .optOutProbability: 0.004
    case .wearPerMessage, .lapsedShare, .visitProbability: 0.1
    case .joiningProbability: 0.03
    default: 0.3
    }
  }
}
