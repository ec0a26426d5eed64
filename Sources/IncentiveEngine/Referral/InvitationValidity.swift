import PointsLedger
import Quantities
import Timeline

// What makes an invitation valid, and what that brings.
extension LoyaltyEngine {
  /// Looks whether a paid order is the one that an invitation of the account waits for.
  func noteInvitedOrder(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision,
    into sink: inout some TransferSink
  ) {
    guard let index = openInvitation(of: account, accounts, touch),
      let least = referralRules(of: touch.scheme)?.program.order,
      !accounts.invitations.list[index].hasOrder, decision.paid >= least
    else { return }
    accounts.invitations.list[index].hasOrder = true
    accounts.invitations.list[index].order = decision.order?.index
    accounts.invitations.list[index].orderedOn = touch.day
    validate(index, &accounts, touch, &decision, into: &sink)
  }

  /// Notes that a profile is complete, if that is what the interaction does.
  func noteProfile(
    _ position: Int, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    guard referralRules(of: touch.scheme)?.profile == position,
      let index = openInvitation(of: account, accounts, touch)
    else { return }
    accounts.invitations.list[index].hasProfile = true
    validate(index, &accounts, touch, &decision, into: &sink)
  }

  /// The invitation of an account as the friend that may still become valid.
  func openInvitation(
    of account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int? {
    var index = Int(accounts.invitations.newest(of: account))
    while index >= 0 {
      if accounts.invitations.list[index].state == .registered,
        isInTime(accounts.invitations.list[index], touch)
      {
        return index
      }
      index = Int(accounts.invitations.list[index].prior)
    }
    return nil
  }

  private func isInTime(_ invitation: borrowing Invitations.Invitation, _ touch: Touch) -> Bool {
    guard let days = referralRules(of: touch.scheme)?.program.withinDays else { return true }
    return invitation.joinedOn.distance(to: touch.day) <= days
  }

  /// Makes an invitation valid if nothing is missing, and rewards both sides.
  ///
  /// - Parameter touch: The friend's.
  func validate(
    _ index: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision,
    into sink: inout some TransferSink
  ) {
    guard let rules = referralRules(of: touch.scheme) else { return }
    let invitation = accounts.invitations.list[index]
    guard invitation.state == .registered, rules.profile < 0 || invitation.hasProfile,
      rules.program.order == nil || invitation.hasOrder
    else { return }
    accounts.invitations.list[index].state = .valid
    decision.referral.change = .valid
    decision.referral.inviter = Int32(invitation.inviter)
    let order = rules.program.waitsForReturnWindow ? invitation.orderedOn : nil
    if rules.program.friendAt == .validity {
      accounts.invitations.list[index].friendGift = rewardFriend(
        rules, order, Int(invitation.friend), &accounts, touch, &decision, into: &sink)
    }
    rewardInviter(index, rules, order, &accounts, touch, &decision, into: &sink)
  }

  /// Rewards the friend, whose event it is.
  func rewardFriend(
    _ rules: ReferralRules, _ order: Day?, _ friend: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, _ decision: inout Decision, into sink: inout some TransferSink
  ) -> Invitations.Gift {
    guard let reward = rules.program.friend else { return .none }
    var touch = touch
    guard admitReferral(friend, &accounts, &touch, &decision.risk) else {
      decision.referral.friendRefusal = decision.risk.reason
      return .none
    }
    let (gift, refusal) = give(
      reward, rules, order, friend, &accounts, touch, &decision.risk, into: &sink)
    decision.referral.friendRefusal = refusal
    decision.earnedPoints += Points(gift.points)
    decision.referral.note(
      .friend, points: Points(gift.points), gift.coupons, worth: worth(ofCoupon: gift.coupon, touch)
    )
    return gift
  }

  /// Rewards the inviter, up to the limit, and with each bonus whose number is reached.
  private func rewardInviter(
    _ index: Int, _ rules: ReferralRules, _ order: Day?, _ accounts: inout SchemeAccounts,
    _ touch: Touch, _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    let inviter = Int(accounts.invitations.list[index].inviter)
    guard accounts.states[inviter].isMember else {
      decision.referral.inviterRefusal = .notAMember
      return
    }
    if accounts.settlesFirst { settleDue(inviter, &accounts, on: touch.day, into: &sink) }
    var own = self.touch(inviter, in: accounts, at: touch.minute)
    guard isStill(own.scheme, touch.scheme) else {
      decision.referral.inviterRefusal = .accountsDiffer
      return
    }
    guard hasRoom(rules, inviter, accounts, own) else {
      decision.referral.inviterRefusal = .capReached
      return
    }
    var risk = RiskOutcome()
    guard admitReferral(inviter, &accounts, &own, &risk) else {
      decision.referral.inviterRefusal = risk.reason
      return
    }
    defer {
      decision.risk.holdsInviter = risk.change == .held
      decision.risk.asksInviterReview = risk.asksReview
    }
    if let slot = rules.counted {
      accounts.add(1, to: slot, for: inviter, on: own.day, in: own.calendar.month)
    }
    accounts.invitations.list[index].counts = true
    accounts.add(1, to: rules.valid, for: inviter)
    if let reward = rules.program.inviter {
      let (gift, refusal) = give(
        reward, rules, order, inviter, &accounts, own, &risk, into: &sink)
      decision.referral.inviterRefusal = refusal
      decision.referral.note(
        .inviter, points: Points(gift.points), gift.coupons,
        worth: worth(ofCoupon: gift.coupon, touch))
      accounts.invitations.list[index].inviterGift = gift
    }
    let count = accounts.value(of: rules.valid, for: inviter)
    for (position, bonus) in rules.program.bonuses.enumerated()
    where bonus.invitations == Int(count) {
      let (gift, refusal) = give(
        bonus.reward, rules, order, inviter, &accounts, own, &risk, into: &sink)
      if decision.referral.inviterRefusal == .none { decision.referral.inviterRefusal = refusal }
      decision.referral.note(
        .inviter, points: Points(gift.points), gift.coupons,
        worth: worth(ofCoupon: gift.coupon, touch))
      decision.referral.bonuses |= 1 << UInt8(position)
      accounts.invitations.bonuses.append(
        Invitations.BonusGift(inviter: UInt32(inviter), bonus: UInt8(position), gift: gift))
    }
  }

  /// Whether rules against abuse let an account have a reward, which may be held.
  private func admitReferral(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: inout Touch,
    _ outcome: inout RiskOutcome
  ) -> Bool {
    guard programs[touch.scheme].hasRisk else { return true }
    guard touch.risk.earning == .none else {
      outcome.note(.refused, touch.risk.earning, by: touch.risk.rule)
      return false
    }
    guard
      admit(.referral, account, &accounts, scheme: touch.scheme, on: touch.day, &outcome)
    else { return false }
    noteHold(of: account, accounts, &touch)
    return true
  }

  /// What a coupon is worth to whoever has it.
  func worth(ofCoupon offer: Int8, _ touch: Touch) -> Money {
    offer < 0 ? .zero : schemes[touch.scheme].scheme.value(of: .coupon(offer: Int(offer)))
  }

  /// Gives one side its reward, as budgets and the highest balance leave it.
  ///
  /// - Parameters:
  ///   - order: The day of the order whose return window points wait for; nothing if they do not.
  ///   - touch: That of the account.
  private func give(
    _ reward: ReferralProgram.Reward, _ rules: ReferralRules, _ order: Day?, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, _ risk: inout RiskOutcome,
    into sink: inout some TransferSink
  ) -> (gift: Invitations.Gift, refusal: Refusal) {
    var gift = Invitations.Gift(orderedOn: touch.day)
    switch reward {
    case .coupon(let offer):
      let days = offers[Int(programs[touch.scheme].firstOffer) + offer].validDays
      gift.coupon = Int8(offer)
      gift.couponLastDay = touch.day.index + Int32(days) - 1
      hold(offer, until: gift.couponLastDay, account, &accounts, on: touch.day)
    case .points(let points):
      var admission = Decision()
      let award = award(points, rules)
      gift.points = admit(award, account, &accounts, touch, &admission)
      guard gift.points > 0 else { return (.none, admission.refusal) }
      var waiting = Waiting()
      var touch = touch
      if programs[touch.scheme].hasRisk {
        countAward(of: gift.points, account, &accounts, &touch, &risk)
      }
      if let order {
        let window = schemes[touch.scheme].scheme.refunds?.windowDays ?? 0
        waiting.until = order.advanced(by: window + 1)
        gift.orderedOn = order
      }
      gift.lot = lot(award.funding, award.rule, touch)
      waiting = held(waiting, touch)
      if waiting.until > touch.day {
        gift.lot.expiry = lastDay(of: waiting, by: expiryRule(at: touch))
      }
      settleExpiry(account, &accounts, on: touch.day, into: &sink)
      place(
        LotPart(lot: gift.lot, points: Points(gift.points)), waiting, account, &accounts, touch,
        .bonus, orderedOn: gift.orderedOn, into: &sink)
    }
    return (gift, .none)
  }
}
