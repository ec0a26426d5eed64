internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

// What people remember between occasions: kept only where a segment's sub-models use it.
extension ArmRun {
  /// One memory a person, or none at all.
  static func memories(_ plan: SimulationPlan<E>, count: Int) -> [Memory] {
    plan.segments.contains { $0.reaction.remembers } ? Array(repeating: Memory(), count: count) : []
  }

  var remembers: Bool { !memories.isEmpty }

  /// Adds what the person remembers to what the person sees, the own tier noticed.
  mutating func recall(
    _ person: Int, _ quote: Quote, at minute: Int32, _ reaction: ReactionModel,
    in stimulus: inout Stimulus
  ) {
    // Seen now and kept at the next order, event of the calendar or census: what is only quoted
    // leaves nothing behind, or it would matter which occasions are worth a quote.
    var memory = memories[person]
    memory.tierFeeling.notice(tier: Int(quote.tier), at: minute, reaction)
    reaction.recall(memory, at: minute, listMinor: quote.list.minor, in: &stimulus)
    if reaction.mindsReferral, lives[person].wasInvited {
      stimulus.daysSinceInvited = Double(minute - memory.schemeMinute) / 1440
    }
  }

  /// Takes note of an order: the tier after it, coupons it brought, stock that it left at home.
  mutating func rememberOrder(_ occasion: Occasion, _ decision: Decision, _ reaction: ReactionModel)
  {
    let person = Int(occasion.person)
    memories[person].tierFeeling.notice(
      tier: Int(decision.tierAfter), at: occasion.minute, reaction)
    if decision.granted != [] { memories[person].deliveredMinute = occasion.minute }
    if decision.rewards {
      rememberReward(
        decision.rewardWorth, of: person, at: Minute(index: occasion.minute))
    }
    if occasion.stream != .need { memories[person].stockedMinute = occasion.minute }
  }

  /// Takes note of the tier at a month's end: a grace may have run out with nobody looking.
  mutating func rememberTier(_ tier: Int, of person: Int, on day: Day) {
    let reaction = reaction(of: person)
    memories[person].tierFeeling.notice(
      tier: tier, at: day.advanced(by: 1).start.index, reaction)
  }

  /// Takes note of what the program's calendar did: a rise or fall, a tier missed, a coupon that
  /// reached the member.
  mutating func rememberCalendar(_ decision: Decision, of person: Int, at minute: Int32) {
    let reaction = reaction(of: person)
    if decision.terms.tierSpan > 0 {
      let missing = Double(decision.terms.toNextTier) / Double(decision.terms.tierSpan)
      memories[person].tierFeeling.miss(
        nearness: min(1, max(0, 1 - missing)), at: minute, reaction)
    }
    memories[person].tierFeeling.notice(tier: Int(decision.tierAfter), at: minute, reaction)
    if decision.granted != [], lives[person].closedChannels & 1 == 0 {
      memories[person].deliveredMinute = minute
    }
  }

  /// Takes note of a reward, and of what it is worth.
  mutating func rememberReward(_ worth: Money, of person: Int, at minute: Minute) {
    guard remembers else { return }
    memories[person].rewardedMinute = minute.index
    memories[person].rewardMinor = Int32(clamping: worth.minor)
  }

  /// Takes note that a person begins to live with the scheme.
  mutating func rememberScheme(of person: Int, at minute: Minute) {
    if remembers { memories[person].schemeMinute = minute.index }
  }

  /// Whether a need is met from stock at home, which empties it.
  mutating func isMetFromStock(_ occasion: Occasion) -> Bool {
    guard remembers, occasion.stream == .need else { return false }
    let person = Int(occasion.person)
    guard memories[person].hasStock else { return false }
    let reaction = reaction(of: person)
    let isMet = reaction.isMetFromStock(
      age: occasion.minute - memories[person].stockedMinute,
      needsPerWeek: people[person].traits.needsPerWeek,
      mark: draws.uniform(at: address(.pantry, of: occasion)))
    guard isMet else { return false }
    memories[person].stockedMinute = .min
    if isMeasuring { tally.add(to: .needsFromStock) }
    if sinks.second.watches(person) { sinks.second.observe(.metFromStock(occasion), of: person) }
    return true
  }
}

extension Decision {
  /// Whether an order spent points or filled a stamp card; a gift with the purchase is no reward.
  fileprivate var rewards: Bool {
    spentPoints > .zero || hasReward
  }

  private var hasReward: Bool { rewardCount > Int32(terms.gifts.rawValue.nonzeroBitCount) }

  /// What the points paid and the rewards are worth; a card that brings a coupon, what it may take
  /// off.
  fileprivate var rewardWorth: Money {
    let rewards = rewardValue - terms.giftValue
    return spentValue + (hasReward && rewards == .zero ? terms.stampReward : rewards)
  }
}
