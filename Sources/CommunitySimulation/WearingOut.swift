internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import Timeline

// What messages wear out, and which orders that costs: the same mark with wear left out.
extension ArmRun {
  /// One state a person, or none at all.
  static func fatigues(_ plan: SimulationPlan<E>, count: Int) -> [Fatigue] {
    plan.segments.contains { $0.reaction.keepsFatigue }
      ? Array(repeating: Fatigue(), count: count) : []
  }

  /// Adds the messages that a person still has in mind to what the person sees.
  @inline(__always)
  func recallMessages(
    _ person: Int, at minute: Int32, _ reaction: ReactionModel, in stimulus: inout Stimulus
  ) {
    stimulus.adstock = fatigues[person].adstock(at: minute, reaction)
  }

  /// What a message meets in a person, who keeps its channel and topic in mind as the last one's.
  mutating func reception(
    of message: Message, by person: Int, at minute: Minute, _ reaction: ReactionModel
  ) -> Reception {
    let (channel, topic) = (Int(message.channel.rawValue), Int(message.topic.rawValue))
    lives[person].lastMessage = UInt8(channel * 16 + topic)
    let factor = reaction.openingFactor(
      of: people[person].number, atMinuteOfDay: minute.minuteOfDay, from: draws)
    guard reaction.keepsFatigue else {
      return reaction.freshReception(channel: channel, factor: factor)
    }
    return reaction.reception(
      channel: channel, topic: topic, factor: factor, fatigues[person], at: minute.index)
  }

  /// The message wears, and stays in mind if it is opened.
  mutating func wearOut(
    _ person: Int, _ met: Reception, opens: Bool, opensUnworn: Bool, at minute: Int32,
    _ reaction: ReactionModel
  ) {
    lives[person].wear.add(at: minute, times: met.wearFactor, reaction)
    guard reaction.keepsFatigue else { return }
    fatigues[person].add(
      channel: lives[person].lastChannel, topic: lives[person].lastTopic, opened: opens,
      openedUnworn: opensUnworn, times: met.wearFactor, at: minute, reaction)
  }

  /// Where fatigue of a person is counted: under the last message's channel and topic.
  @inline(__always)
  func fatigueCell(of person: Int, at minute: Minute) -> FatigueCell {
    FatigueCell(
      week: day(of: minute) / 7, segment: Int(people[person].traits.segment),
      channel: lives[person].lastChannel, topic: lives[person].lastTopic)
  }

  /// Books an occasion that came to nothing as lost to wear, if the same mark had made it an order
  /// with wear left out: neither felt now, nor when messages before were opened or not.
  ///
  /// Occasions above the ceiling are never looked at, and none of them is lost to wear: the ceiling is
  /// that of the utility without wear.
  mutating func noteLostToWear(
    _ occasion: Occasion, _ stimulus: Stimulus, utility: Double, wear: Double, hasLapsed: Bool,
    _ reaction: ReactionModel
  ) {
    guard wear > 0 || reaction.fatigue.wearsOpening else { return }
    let person = Int(occasion.person)
    let unworn =
      reaction.fatigue.wearsOpening
      ? unwornUtility(of: stimulus, for: person, at: occasion.minute, reaction)
      : utility + reaction.burden(ofWear: wear)
    guard reaction.accepts(occasion, utility: unworn, hasLapsed: hasLapsed) else { return }
    let margin = occasion.listMinor - occasion.costMinor
    let cell = fatigueCell(of: person, at: Minute(index: occasion.minute))
    tally.add(to: .ordersLostToWear)
    tally.add(margin, to: .marginLostToWearMinor)
    tally.add(to: .ordersLostToWear, at: cell)
    tally.add(margin, to: .marginLostToWearMinor, at: cell)
  }

  private func unwornUtility(
    of stimulus: Stimulus, for person: Int, at minute: Int32, _ reaction: ReactionModel
  ) -> Double {
    var fresh = stimulus
    fresh.adstock = fatigues[person].adstock(at: minute, unworn: true, reaction)
    return reaction.utility(of: fresh, response: people[person].response, wear: 0)
  }

  /// Looks at a visit that did not take place, because wear kept its message unopened: it is quoted,
  /// and nothing else happens.
  mutating func missVisit(_ visit: Occasion, _ lines: borrowing [BasketLine]) {
    let person = Int(visit.person)
    guard lives[person].isMember else { return }
    let hasLapsed = !lives[person].isLive || visit.minute >= lives[person].lifeEnd
    let minute = Minute(index: visit.minute)
    let basket = lines.span.extracting(
      Int(visit.firstLine)..<Int(visit.firstLine) + Int(visit.lineCount))
    let reaction = reaction(of: person)
    let quote = plan.engine.quote(basket, for: account(for: visit), in: accounts, at: minute)
    quotedCount += 1
    var stimulus = read(quote, at: visit, reaction)
    if remembers { recall(person, quote, at: visit.minute, reaction, in: &stimulus) }
    noteLostToWear(
      visit, stimulus, utility: 0, wear: 0, hasLapsed: hasLapsed, reaction)
  }
}

extension ReactionModel {
  /// Whether an occasion becomes an order at utility u.
  func accepts(_ occasion: Occasion, utility: Double, hasLapsed: Bool) -> Bool {
    switch occasion.stream {
    case .need: acceptsNeed(mark: occasion.mark, utility: utility)
    case .impulse: acceptsImpulse(mark: occasion.mark, utility: utility, hasLapsed: hasLapsed)
    case .message:
      acceptsMessageVisit(mark: occasion.mark, utility: utility, hasLapsed: hasLapsed)
    }
  }
}

extension Life {
  var lastChannel: Int { Int(lastMessage / 16) }
  var lastTopic: Int { Int(lastMessage % 16) }
}
