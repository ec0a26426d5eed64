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
  /// A person becomes a member.
  mutating func join(_ person: Int, at minute: Minute) {
    lives[person].isMember = true
    rememberScheme(of: person, at: minute)
    contacts.enroll(person, at: minute.index)
    let decision = handle(.join(people[person].birthday), for: person, at: minute)
    noteAward()
    let second = secondAccount(of: person).map { account in
      // Each account's pack is a use of budgets of its own.
      if steering.isOn {
        endMoment()
        beginMoment()
      }
      return handle(.join(people[person].birthday), for: account, at: minute)
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

  /// Hands the engine an event that has no basket.
  @discardableResult
  mutating func handle(_ event: Event, for person: Int, at minute: Minute) -> Decision {
    let nothing: [BasketLine] = []
    return plan.engine.handle(
      event, basket: nothing.span, for: person, in: &accounts, at: minute, into: &sinks)
  }

  /// A Pareto life ends by the clock, whatever happens.
  mutating func endLifeIfDue(of person: Int, at minute: Int32) {
    guard lives[person].isLive, minute >= lives[person].lifeEnd else { return }
    lapse(person, at: lives[person].lifeEnd)
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
    var brought: [Occasion] = []
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
        if decision.notice == .none { decision.notice = other.notice }
      }
      guard decision.notice != .none, !lives[person].hasOptedOut else { continue }
      if let visit = deliver(decision.notice, of: event, to: person) { brought.append(visit) }
    }
    visits.add(brought)
  }

  /// Delivers one message: it costs, wears, may end all messages, and may bring a visit.
  private mutating func deliver(
    _ notice: Notice, of event: ScheduledEvent, to person: Int
  ) -> Occasion? {
    let reaction = plan.segments[Int(people[person].traits.segment)].reaction
    let minute = event.minute.index
    if isMeasuring { tallyMessage(to: person, at: event.minute, reaction) }
    lives[person].wear.add(at: minute, reaction)
    func marks(_ purpose: Purpose) -> (Double, Double) {
      draws.uniformPair(
        at: DrawAddress(
          subject: people[person].number, purpose: purpose, occurrence: occurrence(of: event)))
    }
    let optsOut = reaction.optsOut(mark: marks(.optOut).0)
    if optsOut {
      lives[person].hasOptedOut = true
      if isMeasuring { tally.add(to: .optOuts) }
    }
    let opening = marks(.messageOpening)
    let comes = reaction.comesAfterMessage(openMark: opening.0, visitMark: opening.1)
    if sinks.second.watches(person) {
      sinks.second.observe(
        .message(event.minute, notice, bringsVisit: comes, optsOut: optsOut), of: person)
    }
    guard comes else { return nil }
    // A visit comes within two days of its message, any time alike: `assumption:`.
    let visit = marks(.messageVisit)
    let delay = Int32(visit.0 * 2 * 1440)
    return Occasion(
      minute: minute + 1 + delay, person: UInt32(person), stream: .message,
      index: occurrence(of: event), mark: visit.1)
  }

  /// The address of one message: its campaign, and its day counted from the first simulated one.
  private func occurrence(of event: ScheduledEvent) -> UInt32 {
    let campaign = plan.engine.campaign(of: event.kind, inScheme: scheme)
    let day = plan.firstDay.distance(to: event.minute.day)
    guard let packed = try? Occurrence.campaign(campaign, day: day) else {
      preconditionFailure("a run of more than 179 years cannot be addressed")
    }
    return packed
  }
}
