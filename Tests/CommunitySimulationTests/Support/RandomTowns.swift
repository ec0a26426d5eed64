import IncentiveEngine
import MemberBehavior
import MemberPopulation
import Scenarios
import Timeline

extension Town {
  /// A town in which everything happens: scheme 0 grants nothing, 1 is full, 2 is generous.
  static func rich(arms: [Int], seed: UInt64) -> Town {
    var town = Town(segments: livelySegments, members: 300, prospects: 90, arrivals: 45)
    town.schemes = [.none, RichSchemes.full, RichSchemes.generous, RichSchemes.quiet]
    town.arms = arms
    town.historyDays = 150
    town.historyScheme = 1
    town.storeEffect = 0.2
    town.firstDay = day(2026, 3, 18)
    town.days = 170
    town.seed = seed
    return town
  }

  /// A town of random size, calendar and people, under rich and random schemes.
  static func random(seed: UInt64) -> Town {
    var random = TestRandom(seed: seed)
    var town = rich(arms: [0], seed: random.next())
    town.members = 40 + random.below(160)
    town.prospects = random.below(80)
    town.arrivals = random.below(40)
    town.membersPerCommunity = 20 + random.below(60)
    town.firstDay = day(2026, 1, 1).advanced(by: random.below(365))
    town.days = 1 + random.below(200)
    town.historyDays = random.below(2) * random.below(300)
    town.schemes += (0..<3).map { _ in .random(&random, around: town.firstDay) }
    town.historyScheme = random.below(town.schemes.count)
    town.arms = (0..<(2 + random.below(3))).map { _ in random.below(town.schemes.count) }
    town.storeEffect = Double(random.below(4)) / 5
    town.hasCatalogue = random.below(2) == 0
    town.switchedOff = Submodel.allCases.filter { _ in random.below(6) == 0 }
    town.contacts = random.pick([
      nil, ContactModel(shape: .complete, innovationPerYear: 0.1, imitationPerYear: 2),
      ContactModel(shape: .smallWorld(degree: 4, rewiring: 0.2), imitationPerYear: 3),
    ])
    return town
  }

  /// People of every timing family who answer to everything, so that all paths are walked.
  static let livelySegments: [(profile: MemberProfile, share: Double)] = {
    var pareto = Preset.cdnow.profile
    pareto.population.timing = .paretoNBD
    pareto.population.parameters[.lifetimeShape] = Parameter(0.6, .notStated, source: "")
    pareto.population.parameters[.lifetimeScale] = Parameter(11.7, .notStated, source: "")
    pareto.behavior = Preset.dealSeekers.profile.behavior
    return [
      (lively(Preset.groceryHabit.profile), 0.4), (tiring(lively(Preset.dealSeekers.profile)), 0.3),
      (lively(pareto), 0.2), (lively(Preset.cdnow.profile), 0.1),
    ]
  }()

  /// Messages wear by channel and topic, keep others unopened, and stay in mind.
  private static func tiring(_ profile: MemberProfile) -> MemberProfile {
    var profile = profile
    for (name, value) in [
      (BehaviorParameter.restDelay, 3.0), (.topicWear, 0.3), (.samenessWeight, 1),
      (.scarcityWeight, 0.2), (.openingWear, 1), (.optOutWear, 1), (.adstockWeight, 0.3),
    ] {
      profile.behavior.parameters[name] = Parameter(value, .notStated, source: "")
    }
    return profile
  }

  private static func lively(_ profile: MemberProfile) -> MemberProfile {
    var profile = profile
    for (name, value) in [
      (BehaviorParameter.unresponsiveShare, 0.1), (.openProbability, 0.8),
      (.visitProbability, 0.7), (.optOutProbability, 0.05), (.redemptionCost, 0.5),
      (.joiningProbability, 0.4), (.lapsedShare, 0.5), (.restartProbability, 0.4),
      (.wearPerMessage, 0.4), (.wearWeight, 1), (.topUpWeight, 2), (.pantryShare, 0.5),
      (.deadlineWeight, 3), (.exposureWeight, 0.3), (.promotionWeight, 0.2),
      (.demotionWeight, 0.4), (.failureWeight, 0.3), (.rewardFeelingWeight, 0.4),
      (.noveltyWeight, 1), (.responseDecline, 0.5), (.rewardWorth, 0.7),
      (.waitingPointsWeight, 1),
    ] {
      profile.behavior.parameters[name] = Parameter(value, .notStated, source: "")
    }
    profile.population.parameters[.rateScale] = Parameter(2, .notStated, source: "")
    return profile
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): random worlds from a seed.
struct TestRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

  mutating func shuffle(_ values: [Int]) -> [Int] {
    var values = values
    for index in values.indices.reversed() { values.swapAt(index, below(index + 1)) }
    return values
  }
}
