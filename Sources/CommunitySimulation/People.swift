internal import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
internal import Randomness
internal import Timeline

/// A person as all arms share it: traits and luck, nothing that an arm could change.
struct Person {
  /// The number in the whole population: the subject of the person's draws.
  var number: UInt32
  /// When the person comes to the market; for members, when they join.
  var start: Int32
  /// Whether the person is a member from the start on.
  var isMember: Bool
  /// Whether the person drops out before the first repeat need (MBG).
  var dropsOutAtOnce: Bool
  /// When the first customer life ends (Pareto).
  var lifeEnd: Int32
  /// ρ: how strongly the person reacts.
  var response: Double
  var traits: PersonTraits
  /// Whether the person has two accounts from the day of joining.
  var hasSecondAccount: Bool
  /// What kind of person it is, as far as taking advantage goes.
  var abuse = AbuseKind.none

  var birthday: Birthday { Birthday(month: traits.birthMonth, day: traits.birthDay) }
}

extension SimulationPlan {
  /// Draws the people of a community, members first.
  func people(of community: CommunityPlan.Community, index: Int, draws: Draws) -> [Person] {
    let effect = draws.lognormal(
      logMean: -storeEffect * storeEffect / 2, logStandardDeviation: storeEffect,
      at: DrawAddress(subject: UInt32(index), purpose: .storeEffect))
    return (0..<community.personCount).map { position in
      let number = community.firstPerson + UInt32(position)
      let segment = segment(of: number, draws: draws)
      let model = segments[segment]
      let traits = model.traits.traits(
        of: number, inSegment: segment, storeEffect: effect, from: draws)
      let isMember = position < community.memberCount
      let arrives = position >= community.memberCount + community.prospectCount
      let start = start(of: number, arrivesInHorizon: arrives, draws: draws)
      let streams = OccasionStreams(
        person: number, position: UInt32(position), traits: traits, from: start,
        to: horizon.end.index, draws: draws)
      return Person(
        number: number, start: start, isMember: isMember,
        dropsOutAtOnce: streams.dropsOutAtOnce,
        lifeEnd: streams.lifeEnd(from: start, occurrence: 0),
        response: model.reaction.response(
          of: number,
          relativeRate: traits.needsPerWeek / (effect * model.traits.meanNeedsPerWeek),
          rateShape: model.traits.rateShape, from: draws), traits: traits,
        hasSecondAccount: hasSecondAccount(number, draws),
        abuse: abuse?.kind(of: number, draws) ?? .none)
    }
  }

  private func hasSecondAccount(_ person: UInt32, _ draws: Draws) -> Bool {
    guard let secondAccounts else { return false }
    let mark = draws.uniform(at: DrawAddress(subject: person, purpose: .secondAccount))
    return mark < secondAccounts.share
  }

  private func segment(of person: UInt32, draws: Draws) -> Int {
    let mark = draws.uniform(at: DrawAddress(subject: person, purpose: .segment))
    return segments.firstIndex { mark < $0.cumulativeShare } ?? segments.count - 1
  }

  /// A cohort begins with the horizon; a base grew evenly through its history; arrivals come evenly
  /// through the horizon.
  private func start(of person: UInt32, arrivesInHorizon: Bool, draws: Draws) -> Int32 {
    let days = arrivesInHorizon ? horizon.dayCount : historyDays
    let first = arrivesInHorizon ? horizon.start.index : firstDay.start.index
    guard days > 0 else { return first }
    let minutes = draws.uniformInteger(
      below: days * 1440, at: DrawAddress(subject: person, purpose: .arrival))
    return first + Int32(minutes)
  }
}
