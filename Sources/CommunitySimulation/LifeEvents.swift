internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// Joining, lapse, win-back, and what the program's calendar does.
extension ArmRun {
  /// A person becomes a member, of one's own accord or by a member's invitation.
  mutating func join(_ person: Int, at minute: Minute, invitedBy inviter: Int? = nil) {
    lives[person].isMember = true
    rememberScheme(of: person, at: minute)
    contacts.enroll(person, at: minute.index)
    let decision = admit(person, invitedBy: inviter, at: minute)
    if let inviter {
      lives[person].bindAsFriend()
      lives[inviter].bindAsInviter()
    }
    noteAward()
    tellActiveHour(of: person, at: minute)
    let second = secondAccount(of: person).map { account in
      // Each account's pack is a use of budgets of its own.
      if steering.isOn {
        endMoment()
        beginMoment()
      }
      return openSecond(account, of: person, at: minute)
    }
    noteAward()
    if sinks.second.watches(person) { sinks.second.observe(.joined(minute), of: person) }
    guard isMeasuring else { return }
    tallyGranted(decision.granted, to: person)
    if let second { tallyGranted(second.granted, to: person) }
    guard !people[person].isMember else { return }
    tally.add(to: .joined)
    tally.add(1, to: .joined, day: day(of: minute))
  }

  /// Tells the engine the hour at which a member is active, where some scheme sends by it and the shop
  /// knows it.
  private mutating func tellActiveHour(of person: Int, at minute: Minute) {
    guard plan.sendsByOwnHour else { return }
    let reaction = reaction(of: person)
    guard let hour = reaction.knownHour(of: people[person].number, from: draws) else { return }
    handle(.activeHour(hour), for: person, at: minute)
  }

  /// Hands the engine an event of an account that has no basket.
  @discardableResult
  mutating func handle(_ event: Event, for person: Int, at minute: Minute) -> Decision {
    let nothing: [BasketLine] = []
    let decision = plan.engine.handle(
      event, basket: nothing.span, for: person, in: &accounts, at: minute, into: &sinks)
    noteTimer(of: person)
    if decision.risk.acts { note(decision, ofAccount: person, at: minute) }
    return decision
  }

  /// A Pareto life ends by the clock, whatever happens.
  mutating func endLifeIfDue(of person: Int, at minute: Int32) {
    while lives[person].isLive, minute >= lives[person].lifeEnd {
      guard stays(person, index: UInt32(bitPattern: lives[person].lifeEnd)) else {
        return lapse(person, at: lives[person].lifeEnd)
      }
      prolong(person)
    }
  }

  /// A customer life ends: needs stop.
  mutating func lapse(_ person: Int, at minute: Int32) {
    lives[person].isLive = false
    if sinks.second.watches(person) {
      sinks.second.observe(.lapsed(Minute(index: minute)), of: person)
    }
  }

  /// An order after lapse, which may restart the needs.
  mutating func winBack(_ occasion: Occasion, _ reaction: ReactionModel) {
    let person = Int(occasion.person)
    if isMeasuring { tally.add(to: .lapsedOrders) }
    guard reaction.restarts(mark: draws.uniform(at: address(.restart, of: occasion))) else {
      return
    }
    lives[person].isLive = true
    let streams = OccasionStreams(
      person: people[person].number, position: occasion.person, traits: people[person].traits,
      from: people[person].start, to: plan.horizon.end.index, draws: draws)
    lives[person].lifeEnd = streams.lifeEnd(from: occasion.minute, occurrence: occasion.index)
    if isMeasuring { tally.add(to: .winBacks) }
    if sinks.second.watches(person) {
      sinks.second.observe(.wonBack(Minute(index: occasion.minute)), of: person)
    }
  }

  /// The program's calendar does something for every member; who is told may come.
  mutating func announce(_ event: ScheduledEvent) {
    brought.removeAll(keepingCapacity: true)
    for person in lives.indices where lives[person].isMember {
      var decision = handle(.scheduled(event.kind), for: person, at: event.minute)
      if sinks.second.watches(person) {
        sinks.second.observe(.calendar(event, decision), of: person)
      }
      if isMeasuring {
        tallyGranted(decision.granted, to: person)
        if decision.privileges != [] {
          tallyPrivileges(of: UInt32(person), decision, at: event.minute)
        }
      }
      if remembers { rememberCalendar(decision, of: person, at: event.minute.index) }
      if let second = secondAccount(of: person) {
        let other = handle(.scheduled(event.kind), for: second, at: event.minute)
        if isMeasuring {
          tallyGranted(other.granted, to: person)
          if other.privileges != [] { tallyPrivileges(of: UInt32(person), other, at: event.minute) }
        }
        if decision.notice == .none {
          decision.notice = other.notice
          decision.contact = other.contact
        }
      }
      if plan.abuse != nil { announce(event, toFurtherAccountsOf: person) }
      if let visit = carry(decision, to: person, at: event.minute) { brought.append(visit) }
    }
    visits.add(brought)
  }
}
