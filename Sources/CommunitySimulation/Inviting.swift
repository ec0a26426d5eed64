internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// Invitation ─▶ friend among the contacts ─▶ joining ─▶ rewards (M33, M34).
///
/// Members invite people of their own community whom they know and who are no members yet. The same
/// opportunity looks for its friend from the same place of the contact list in every arm, so that
/// arms invite the same people as far as they are still to be invited.
extension ArmRun {
  /// Meets an opportunity to invite somebody, where the arm's scheme rewards that.
  mutating func invite(_ errand: Errand, _ model: InvitingModel) {
    let person = Int(errand.person)
    let minute = Minute(index: errand.minute)
    guard isMeasuring,
      let terms = plan.engine.invitationTerms(for: person, in: accounts, at: minute)
    else { return }
    let face = plan.face(ofArm: arm)
    let own = face.value * Double(terms.inviterPoints.count) + Double(terms.inviterCoupon.minor)
    let friends = face.value * Double(terms.friendPoints.count) + Double(terms.friendCoupon.minor)
    let last = lastOrders[person]
    guard
      reaction(of: person).invites(
        model, plan.errandStreams[Int(errand.stream)].response, ownMinor: own,
        friendMinor: friends, minutesSinceOrder: last == .min ? nil : errand.minute - last,
        response: people[person].response, mark: errand.mark)
    else { return }
    let (place, mark) = draws.uniformPair(
      at: DrawAddress(
        subject: people[person].number, purpose: .invitee,
        occurrence: Errand.occurrence(
          number: plan.errandStreams[Int(errand.stream)].number, index: errand.index)))
    guard let friend = invitee(of: person, from: place, at: errand.minute) else { return }
    tally.add(to: .invitations)
    guard
      reaction(of: friend).acceptsInvitation(
        model, friendMinor: friends, response: people[friend].response, mark: mark)
    else { return }
    join(friend, at: minute, invitedBy: person)
  }

  /// Makes a person's account a member's; whom the engine does not let join by the invitation joins
  /// without it.
  mutating func admit(_ person: Int, invitedBy inviter: Int?, at minute: Minute) -> Decision {
    let birthday = people[person].birthday
    guard let inviter else {
      guard plan.abuse == nil else {
        return handle(.joinIdentified(birthday, identity(of: person)), for: person, at: minute)
      }
      let decision = handle(.join(birthday), for: person, at: minute)
      tellIdentity(of: person, at: minute)
      return decision
    }
    let decision = handle(
      .joinInvited(birthday, by: inviter, identity: identity(of: person)), for: person,
      at: minute)
    guard decision.refusal == .none else {
      if isMeasuring { tally.add(to: .honestRefused) }
      guard plan.abuse == nil else {
        return handle(.joinIdentified(birthday, identity(of: person)), for: person, at: minute)
      }
      let joined = handle(.join(birthday), for: person, at: minute)
      tellIdentity(of: person, at: minute)
      return joined
    }
    if isMeasuring { tally.add(to: .invitedJoined) }
    note(decision.referral, friend: person, at: minute)
    return decision
  }

  /// Whom a member invites: the first of the contacts, from a place of the list on, who is on the
  /// market and no member; nobody if all are members.
  private mutating func invitee(of person: Int, from mark: Double, at minute: Int32) -> Int? {
    let count = contactGraph.contactCount(of: person)
    guard count > 0 else { return nil }
    let first = min(count - 1, Int(mark * Double(count)))
    for step in 0..<count {
      let friend = contact(of: person, at: (first + step) % count)
      guard !lives[friend].isMember, people[friend].start <= minute else { continue }
      endLifeIfDue(of: friend, at: minute)
      if lives[friend].isLive { return friend }
    }
    return nil
  }

  private func contact(of person: Int, at place: Int) -> Int {
    guard !contactGraph.isComplete else { return place < person ? place : place + 1 }
    let contacts = contactGraph.contacts(of: person)
    return Int(contacts[contacts.startIndex + place])
  }

  /// Notes a member's paid order: when it was, and what it did to an invitation.
  mutating func noteForInvitations(_ decision: Decision, _ occasion: Occasion) {
    let person = Int(occasion.person)
    if !lastOrders.isEmpty { lastOrders[person] = occasion.minute }
    guard decision.referral.change != .none else { return }
    note(decision.referral, friend: person, at: Minute(index: occasion.minute))
  }

  /// Notes what an event did to an invitation, for both sides.
  mutating func note(_ outcome: ReferralOutcome, friend: Int, at minute: Minute) {
    let inviter = Int(outcome.inviter) % people.count
    if sinks.second.watches(inviter) {
      sinks.second.observe(.invitation(minute, outcome, isInviter: true), of: inviter)
    }
    if sinks.second.watches(friend) {
      sinks.second.observe(.invitation(minute, outcome, isInviter: false), of: friend)
    }
    if isMeasuring { tally(outcome, from: inviter, to: friend) }
  }

  private mutating func tally(_ outcome: ReferralOutcome, from inviter: Int, to friend: Int) {
    let points = (outcome.inviterPoints + outcome.friendPoints).count
    let worth = plan.face(ofArm: arm).of(points, rounding: .halfUp) + outcome.couponWorth.minor
    switch outcome.change {
    case .none: return
    case .registered, .valid:
      if outcome.change == .valid { tally.add(to: .validInvitations) }
      tally.add(worth, to: .referralRewardMinor)
      if inviter == friend { tally.add(worth, to: .selfReferralMinor) }
      tallyGranted(outcome.friendCoupons, to: friend)
      tallyGranted(outcome.inviterCoupons, to: inviter)
      // A bonus may bring a second coupon of a kind.
      tally.add(
        Int64(outcome.inviterCouponCount) - Int64(outcome.inviterCoupons.count),
        to: .couponsGranted)
    case .takenBack, .voided:
      // One that was still open had brought nothing that could be taken back.
      if outcome.change == .takenBack || worth > 0 { tally.add(to: .invitationsTakenBack) }
      tally.add(-worth, to: .referralRewardMinor)
      if inviter == friend { tally.add(-worth, to: .selfReferralMinor) }
    }
  }
}
