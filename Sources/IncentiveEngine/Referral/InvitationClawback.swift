import PointsLedger
import Quantities
import Timeline

// Taking back what an invitation brought: its order came back, or both sides are one person.
extension LoyaltyEngine {
  /// Takes back what a valid invitation brought, when what is left of the order that counted pays less
  /// than was asked for, or nothing is left of it.
  ///
  /// Another order that pays enough, still in time, makes the invitation valid again.
  func takeBackInvitations(
    _ undoing: Undoing, _ policy: RefundPolicy, _ account: Int, _ accounts: inout SchemeAccounts,
    _ touch: Touch, _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    let record = undoing.record
    let after = undoing.after
    let left = record.paid - after.share.of(record.paid, .down)
    var next = Int(accounts.invitations.newest(of: account))
    while next >= 0 {
      let index = next
      let invitation = accounts.invitations.list[index]
      next = Int(invitation.prior)
      guard invitation.hasOrder, invitation.order == UInt32(undoing.order) else { continue }
      let rules = referralRules(of: touch.scheme)
      let least = rules?.program.order?.minor ?? 0
      guard after.isWhole || left < least else { continue }
      accounts.invitations.list[index].hasOrder = false
      accounts.invitations.list[index].order = nil
      guard invitation.state == .valid else { continue }
      let goesOn = isStill(Int(invitation.scheme), touch.scheme)
      accounts.invitations.list[index].state = goesOn ? .registered : .ended
      decision.referral.change = .takenBack
      takeBack(index, policy, &accounts, touch, &decision, into: &sink)
    }
  }

  /// Ends what joined accounts had between each other, and puts the rest under the one that is left.
  func joinInvitations(
    of other: Int, with account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    guard !accounts.invitations.isUnused else { return }
    let isOpen = openInvitation(of: account, accounts, touch) != nil
    if isOpen, let second = openInvitation(of: other, accounts, touch) {
      accounts.invitations.list[second].state = .ended
    }
    accounts.invitations.rename(other, to: account)
    for index in accounts.invitations.list.indices {
      let invitation = accounts.invitations.list[index]
      guard invitation.inviter == invitation.friend, invitation.inviter == UInt32(account),
        invitation.state != .ended
      else { continue }
      accounts.invitations.list[index].state = .ended
      decision.referral.change = .voided
      decision.referral.inviter = Int32(account)
      guard invitation.state == .valid else { continue }
      let policy = schemes[touch.scheme].scheme.refunds ?? RefundPolicy()
      takeBack(index, policy, &accounts, touch, &decision, into: &sink)
    }
  }

  /// Ends the invitation by which an account joined, and takes back what it brought both sides.
  func endInvitation(
    of account: Int, _ policy: RefundPolicy, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    let index = Int(accounts.invitations.newest(of: account))
    guard index >= 0, accounts.invitations.list[index].state != .ended else { return }
    let wasValid = accounts.invitations.list[index].state == .valid
    accounts.invitations.list[index].state = .ended
    decision.referral.change = .voided
    decision.referral.inviter = Int32(accounts.invitations.list[index].inviter)
    guard wasValid else { return }
    takeBack(index, policy, &accounts, touch, &decision, into: &sink)
  }

  /// Takes both sides' gifts back, and each bonus whose number is not reached any more.
  private func takeBack(
    _ index: Int, _ policy: RefundPolicy, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    let invitation = accounts.invitations.list[index]
    let (friend, inviter) = (Int(invitation.friend), Int(invitation.inviter))
    accounts.invitations.list[index].friendGift = .none
    accounts.invitations.list[index].inviterGift = .none
    accounts.invitations.list[index].counts = false
    decision.referral.inviter = Int32(inviter)
    let before = decision.earnedPoints
    let coupons = takeBack(
      invitation.friendGift, policy, friend, &accounts, touch, &decision, into: &sink)
    decision.referral.note(
      .friend, points: decision.earnedPoints - before, coupons,
      worth: worth(ofCoupon: invitation.friendGift.coupon, touch))
    if accounts.settlesFirst { settleDue(inviter, &accounts, on: touch.day, into: &sink) }
    takeBackFromInviter(
      invitation.inviterGift, policy, inviter, &accounts, touch, &decision, into: &sink)
    guard invitation.counts, let rules = referralRules(of: touch.scheme) else { return }
    let count = accounts.value(of: rules.valid, for: inviter)
    accounts.add(-1, to: rules.valid, for: inviter)
    for (position, bonus) in rules.program.bonuses.enumerated()
    where bonus.invitations == Int(count) {
      guard
        let place = accounts.invitations.bonuses.lastIndex(where: {
          $0.inviter == UInt32(inviter) && Int($0.bonus) == position
        })
      else { continue }
      let gift = accounts.invitations.bonuses.remove(at: place).gift
      decision.referral.bonuses |= 1 << UInt8(position)
      takeBackFromInviter(gift, policy, inviter, &accounts, touch, &decision, into: &sink)
    }
  }

  /// Takes one gift back from the inviter, whose figures are not those of the event's account.
  private func takeBackFromInviter(
    _ gift: Invitations.Gift, _ policy: RefundPolicy, _ inviter: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision,
    into sink: inout some TransferSink
  ) {
    var own = Decision()
    let coupons = takeBack(gift, policy, inviter, &accounts, touch, &own, into: &sink)
    decision.referral.note(
      .inviter, points: own.earnedPoints, coupons, worth: worth(ofCoupon: gift.coupon, touch))
  }

  /// Takes one gift back: pending points are called off, others by the refund policy's rules, and a
  /// coupon is withdrawn if it is still unused.
  private func takeBack(
    _ gift: Invitations.Gift, _ policy: RefundPolicy, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision,
    into sink: inout some TransferSink
  ) -> OfferSet {
    if gift.points > 0 {
      settleExpiry(account, &accounts, on: touch.day, into: &sink)
      let called = accounts.pending.cancel(
        atMost: gift.points, of: gift.lot, orderedOn: gift.orderedOn, by: account)
      accounts.ledger.cancelPending(
        Points(called), of: account, lot: gift.lot, at: touch.minute, reason: .refund, into: &sink)
      decision.earnedPoints += Points(called)
      takeBack(
        LotPart(lot: gift.lot, points: Points(gift.points - called)), policy, account,
        &accounts.ledger, &decision, at: touch.minute, into: &sink)
    }
    guard gift.coupon >= 0 else { return [] }
    return withdraw(
      Int(gift.coupon), lastDay: gift.couponLastDay, account, &accounts, on: touch.day)
  }

  /// Takes a coupon out of an account that holds it, or keeps it waiting, for the same days.
  private func withdraw(
    _ offer: Int, lastDay: Int32, _ account: Int, _ accounts: inout SchemeAccounts, on day: Day
  ) -> OfferSet {
    if accounts.states[account].holds(offer, on: day),
      accounts.states[account].couponLastDay[offer] == lastDay
    {
      accounts.states[account].coupons &= ~(1 << UInt16(offer))
      if !accounts.spareCoupons.isEmpty { takeUpSpares(account, &accounts, on: day) }
      return OfferSet(offer: offer)
    }
    guard
      let place = accounts.spareCoupons.firstIndex(where: {
        $0.account == UInt32(account) && Int($0.offer) == offer && $0.lastDay == lastDay
      })
    else { return [] }
    accounts.spareCoupons.remove(at: place)
    accounts.findNextChange()
    return OfferSet(offer: offer)
  }
}
