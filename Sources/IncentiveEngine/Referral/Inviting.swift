import PointsLedger
import Quantities
public import Timeline

// Joining by invitation (M33, M34), and who may.
extension LoyaltyEngine {
  /// Makes an account a member's who was invited; a refused event changes nothing, and who comes may
  /// still join without an invitation.
  func joinInvited(
    _ birthday: Birthday, by inviter: Int, _ identity: AccountIdentity, _ account: Int,
    _ accounts: inout SchemeAccounts, at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    let scheme = Int(accounts.states[account].scheme)
    let refusal = refusal(ofInvitationBy: inviter, identity, account, accounts)
    guard refusal == .none, let rules = referralRules(of: scheme) else {
      var decision = Decision()
      decision.refusal = refusal
      decision.refusedBy = referralRules(of: scheme)?.rule ?? .none
      if refusal == .referralRing {
        decision.refusedBy = risks[Int(programs[scheme].risk)].ringsRule
        decision.risk.note(.refused, .referralRing, by: decision.refusedBy)
      }
      return decision
    }
    var decision = join(birthday, as: identity, account, &accounts, at: minute, into: &sink)
    let index = accounts.invitations.append(
      Invitations.Invitation(
        inviter: UInt32(inviter), friend: UInt32(account), scheme: UInt16(scheme),
        joinedOn: minute.day), accountCount: accounts.count)
    decision.referral.change = .registered
    decision.referral.inviter = Int32(inviter)
    let touch = touch(account, in: accounts, at: minute)
    if rules.program.friendAt == .registration {
      // Never taken back, so nothing is written down.
      _ = rewardFriend(rules, nil, account, &accounts, touch, &decision, into: &sink)
    }
    validate(index, &accounts, touch, &decision, into: &sink)
    return decision
  }

  /// Notes who stands behind a member's account.
  func identify(
    _ identity: AccountIdentity, _ account: Int, _ accounts: inout SchemeAccounts,
    at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    let touch = touch(account, in: accounts, at: minute)
    guard accounts.states[account].isMember else { return refused(.notAMember, at: touch) }
    if keepsIdentities {
      accounts.invitations.identify(account, as: identity, accountCount: accounts.count)
    }
    var decision = Decision(at: touch)
    if programs[touch.scheme].hasRisk {
      noteLinks(of: account, &accounts, touch, &decision, into: &sink)
    }
    return decision
  }

  /// Why somebody may not join by an invitation, first in precedence, or `none`.
  private func refusal(
    ofInvitationBy inviter: Int, _ identity: AccountIdentity, _ account: Int,
    _ accounts: borrowing SchemeAccounts
  ) -> Refusal {
    guard !accounts.states[account].isMember else { return .alreadyAMember }
    let scheme = Int(accounts.states[account].scheme)
    guard let rules = referralRules(of: scheme) else { return .notFound }
    guard inviter != account else { return .sameAsAdvocate }
    guard accounts.states.indices.contains(inviter), accounts.states[inviter].isMember,
      isStill(Int(accounts.states[inviter].scheme), scheme)
    else { return .inviterUnknown }
    let marks = rules.program.samePerson
    guard !accounts.invitations.identity(of: inviter).isSame(as: identity, by: marks) else {
      return .sameAsAdvocate
    }
    guard !accounts.invitations.wasInvited(account),
      !accounts.invitations.wasInvited(identity, by: marks)
    else { return .invitedAlready }
    return closesRing(identity, invitedBy: inviter, scheme: scheme, accounts)
      ? .referralRing : .none
  }

  /// What an invitation by a member that becomes valid would bring now; nothing where there is no
  /// referral program, or the account is no member's.
  ///
  /// What limits and budgets leave is worked out for the inviter as of this minute.
  public func invitationTerms(
    for account: Int, in accounts: borrowing SchemeAccounts, at minute: Minute
  ) -> InvitationTerms? {
    guard accounts.states[account].isMember else { return nil }
    let touch = touch(account, in: accounts, at: minute)
    guard let rules = referralRules(of: touch.scheme) else { return nil }
    var terms = InvitationTerms()
    let scheme = schemes[touch.scheme].scheme
    switch rules.program.friend {
    case .points(let points): terms.friendPoints = points
    case .coupon(let offer): terms.friendCoupon = scheme.value(of: .coupon(offer: offer))
    case nil: break
    }
    guard hasRoom(rules, account, accounts, touch) else { return terms }
    switch rules.program.inviter {
    case .points(let points):
      terms.inviterPoints = Points(
        payable(award(points, rules), account, accounts, touch))
    case .coupon(let offer): terms.inviterCoupon = scheme.value(of: .coupon(offer: offer))
    case nil: break
    }
    return terms
  }

  /// Whether one more invitation counts for an inviter.
  func hasRoom(
    _ rules: borrowing ReferralRules, _ account: Int, _ accounts: borrowing SchemeAccounts,
    _ touch: Touch
  ) -> Bool {
    guard let slot = rules.counted, let limit = rules.program.limit else { return true }
    return accounts.used(of: slot, for: account, on: touch.day, in: touch.calendar.month)
      < Int64(limit.count)
  }

  /// Points of the program as an award.
  func award(_ points: Points, _ rules: borrowing ReferralRules) -> ExtraAward {
    ExtraAward(points: points.count, rule: rules.rule, limit: LimitProgram())
  }
}
