internal import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// What members do that is no order.
extension ArmRun {
  /// Meets an opportunity: members whose customer life goes on may take it.
  mutating func run(_ errand: Errand) {
    let person = Int(errand.person)
    // Who buys at a partner need not be, or be any more, a customer of ours.
    if case .partnerOrder(let merchant) = plan.errandStreams[Int(errand.stream)].kind {
      return orderAtPartner(merchant, errand)
    }
    endLifeIfDue(of: person, at: errand.minute)
    guard lives[person].isMember, lives[person].isLive else { return }
    switch plan.errandStreams[Int(errand.stream)].kind {
    case .partnerOrder: return
    case .interaction(let rules): interact(errand, rule: rules[scheme])
    case .mallVisit: visitMall(errand)
    case .deposit(let offers): payDeposit(errand, offer: offers[scheme])
    case .externalOrder(let orders): claim(errand, orders)
    case .merge: mergeAccounts(errand)
    case .exchange(let rules, let partner):
      exchangePoints(errand, rule: rules[scheme], with: partner)
    case .invitation(let model): invite(errand, model)
    }
  }

  /// Something that the arm's scheme rewards, if it does: done for its own sake, or for the points.
  private mutating func interact(_ errand: Errand, rule: Int) {
    guard rule >= 0 else { return }
    let person = Int(errand.person)
    let minute = Minute(index: errand.minute)
    let event = Event.interaction(rule)
    let points = plan.engine.award(for: event, person, in: accounts, at: minute)
    let face = isMeasuring ? plan.face(ofArm: arm) : plan.pointFaceValue[scheme]
    let worth = face.value * Double(points.count)
    let reaction = reaction(of: person)
    guard
      reaction.takes(
        plan.errandStreams[Int(errand.stream)].response, worthMinor: worth,
        response: people[person].response, mark: errand.mark)
    else { return }
    let decision = handle(event, for: person, at: minute)
    noteAward()
    if decision.referral.change != .none { note(decision.referral, friend: person, at: minute) }
    if sinks.second.watches(person) { sinks.second.observe(.errand(errand, decision), of: person) }
  }
}
