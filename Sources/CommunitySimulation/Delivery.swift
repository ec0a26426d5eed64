internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// Message ─▶ delivered, put off or dropped ─▶ opened ─▶ visit.
extension ArmRun {
  /// Carries out what the engine decided about a message; a visit, if the message brings one.
  mutating func carry(_ decision: Decision, to person: Int, at minute: Minute) -> Occasion? {
    switch decision.contact {
    case .none, .planned: return nil
    case .send(let message):
      guard !lives[person].hasClosed(message.channel) else {
        if isMeasuring { tallySuppressed(message, .optedOut) }
        return nil
      }
      return deliver(message, decision, to: person, at: minute)
    case .deferred(let message, _, _):
      if isMeasuring { tallyDeferred(message) }
    case .suppressed(let message, let reason, _):
      if isMeasuring { tallySuppressed(message, reason) }
    }
    return nil
  }

  /// Delivers one message: it costs, wears, may close its channel, and may bring a visit.
  private mutating func deliver(
    _ message: Message, _ decision: borrowing Decision, to person: Int, at minute: Minute
  ) -> Occasion? {
    let reaction = reaction(of: person)
    let index = occurrence(of: message)
    guard isNew(index, to: person) else { return nil }
    let met = reception(of: message, by: person, at: minute, reaction)
    if isMeasuring {
      tallyMessage(message, to: person, inTier: decision.tierBefore, at: minute, reaction)
    }
    func marks(_ purpose: Purpose) -> (Double, Double) {
      draws.uniformPair(
        at: DrawAddress(subject: people[person].number, purpose: purpose, occurrence: index))
    }
    let optsOut = met.optsOut(mark: marks(.optOut).0)
    if optsOut { close(message.channel, of: person, at: minute) }
    let opening = marks(.messageOpening)
    let opens = met.opens(mark: opening.0)
    let opensUnworn = met.opensUnworn(mark: opening.0)
    wearOut(person, met, opens: opens, opensUnworn: opensUnworn, at: minute.index, reaction)
    // A visit comes within two days of its message, any time alike: `assumption:`.
    let visit = marks(.messageVisit)
    let visitMinute = minute.index + 1 + Int32(visit.0 * 2 * 1440)
    let clock = plan.segments[Int(people[person].traits.segment)].clock
    let visits = reaction.comes(
      visitMark: opening.1, channel: Int(message.channel.rawValue),
      times: clock?.factor(at: visitMinute) ?? 1)
    let comes = opens && visits
    if isMeasuring, opens { tallyOpened(message, bringsVisit: comes) }
    if opens, timers.isOn { tellOpened(message, by: person, at: minute) }
    if sinks.second.watches(person) {
      sinks.second.observe(
        .message(minute, decision.notice, bringsVisit: comes, optsOut: optsOut), of: person)
    }
    // A message that wear kept unopened brings a visit that is looked at, and no more.
    guard comes || (isMeasuring && opensUnworn && visits) else { return nil }
    var occasion = Occasion(
      minute: visitMinute, person: UInt32(person), stream: .message, index: index,
      mark: visit.1)
    occasion.isWornAway = !comes
    if isMeasuring { occasion.channel = message.channel.rawValue }
    return occasion
  }

  /// The member closes a channel: the engine is told, for all of the person's accounts.
  private mutating func close(_ channel: Channel, of person: Int, at minute: Minute) {
    if isMeasuring {
      if lives[person].closedChannels == 0 { tally.add(to: .optOuts) }
      tally.add(to: .optOuts, channel: Int(channel.rawValue))
      tally.add(to: .optOuts, at: fatigueCell(of: person, at: minute))
    }
    lives[person].closedChannels |= 1 << channel.rawValue
    handle(.optOut(channel), for: person, at: minute)
    if let second = secondAccount(of: person) {
      handle(.optOut(channel), for: second, at: minute)
    }
  }

  /// Whether a person was not sent the same message for another account: it goes out once.
  private mutating func isNew(_ index: UInt32, to person: Int) -> Bool {
    guard !lastMessages.isEmpty else { return true }
    defer { lastMessages[person] = index }
    return lastMessages[person] != index
  }

  /// Tells the engine, for all of the person's accounts: journeys look at what was opened.
  private mutating func tellOpened(_ message: Message, by person: Int, at minute: Minute) {
    handle(.opened(campaign: message.campaign), for: person, at: minute)
    if let second = secondAccount(of: person) {
      handle(.opened(campaign: message.campaign), for: second, at: minute)
    }
  }

  /// The address of a message: its campaign, and its day counted from the first simulated one.
  private func occurrence(of message: Message) -> UInt32 {
    let day = plan.firstDay.distance(to: message.day)
    guard let packed = try? Occurrence.campaign(Int(message.campaign), day: day) else {
      preconditionFailure("a run of more than 179 years cannot be addressed")
    }
    return packed
  }
}

/// What is written down of messages, in all and by channel.
extension ArmRun {
  /// A delivered message and the wear that it met.
  private mutating func tallyMessage(
    _ message: Message, to person: Int, inTier tier: UInt8, at minute: Minute,
    _ reaction: ReactionModel
  ) {
    let channel = Int(message.channel.rawValue)
    let cost = plan.arms[arm].messageCosts[channel].minor
    tally.add(to: .messages)
    tally.add(to: .messages, channel: channel)
    tally.add(cost, to: .messageCostMinor)
    tally.add(cost, to: .costMinor, channel: channel)
    tally.add(1, to: .messages, day: day(of: minute))
    if cost > 0 { tallyIncentive(cost, of: UInt32(person), tier: tier, at: minute) }
    tally.noteExposure(
      wear: lives[person].wear.level(at: minute.index, reaction),
      at: fatigueCell(of: person, at: minute))
    guard !lives[person].wasMessaged else { return }
    lives[person].wasMessaged = true
    tally.add(to: .messagedPersons)
  }

  private mutating func tallyOpened(_ message: Message, bringsVisit: Bool) {
    let channel = Int(message.channel.rawValue)
    tally.add(to: .openedMessages)
    tally.add(to: .openedMessages, channel: channel)
    guard bringsVisit else { return }
    tally.add(to: .messageVisits)
    tally.add(to: .visits, channel: channel)
  }

  /// How far a visit went that a message of the horizon brought.
  mutating func tallyVisit(by channel: Int, isQuoted: Bool, _ outcome: Outcome) {
    guard isQuoted else { return }
    tally.add(to: .visitQuotes)
    tally.add(to: .quotes, channel: channel)
    guard outcome.isPlaced else { return }
    tally.add(to: .visitOrdersPlaced)
    tally.add(to: .ordersPlaced, channel: channel)
    guard outcome.isOrder else { return }
    tally.add(to: .visitOrdersPaid)
    tally.add(to: .ordersPaid, channel: channel)
  }

  private mutating func tallyDeferred(_ message: Message) {
    tally.add(to: .deferredMessages)
    tally.add(to: .deferredMessages, channel: Int(message.channel.rawValue))
  }

  private mutating func tallySuppressed(_ message: Message, _ reason: Refusal) {
    let column: ChannelColumn =
      switch reason {
      case .quietHours: .quietMessages
      case .optedOut: .optedOutMessages
      default: .cappedMessages
      }
    tally.add(to: .suppressedMessages)
    tally.add(to: column, channel: Int(message.channel.rawValue))
  }
}
