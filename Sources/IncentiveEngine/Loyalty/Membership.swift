import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// Makes an account a member's, with the coupons that joining brings.
  func join(
    _ birthday: Birthday, as identity: AccountIdentity = .unknown, _ account: Int,
    _ accounts: inout SchemeAccounts, at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    var decision = Decision()
    let day = minute.day
    guard !accounts.states[account].isMember else {
      decision.refusal = .alreadyAMember
      return decision
    }
    let scheme = Int(accounts.states[account].scheme)
    accounts.states[account].isMember = true
    accounts.states[account].birthday = birthday
    accounts.states[account].lastOrder = day.index
    beginOwnReviews(account, &accounts, on: day)
    accounts.tags.join(account, on: day)
    if keepsIdentities {
      accounts.invitations.identify(account, as: identity, accountCount: accounts.count)
    }
    let brings = programs[scheme].joiningCoupons != 0 || programs[scheme].registrationPack > 0
    guard brings,
      admit(.welcome, account, &accounts, scheme: scheme, on: day, &decision.risk)
    else { return decision }
    decision.granted = grant(
      programs[scheme].joiningCoupons, to: &accounts.states[account], on: day)
    if programs[scheme].registrationPack > 0 {
      decision.earnedPoints = issueRegistrationPack(
        to: account, &accounts, &decision.risk, at: minute, into: &sink)
    }
    return decision
  }

  /// Points for becoming a member (M03): at once, at marketing's expense.
  private func issueRegistrationPack(
    to account: Int, _ accounts: inout SchemeAccounts, _ outcome: inout RiskOutcome,
    at minute: Minute, into sink: inout some TransferSink
  ) -> Points {
    var touch = touch(account, in: accounts, at: minute)
    let program = programs[touch.scheme]
    let room = room(for: account, accounts, touch)
    let points = Points(
      takeFromBudgets(min(program.registrationPack, room), account, &accounts, touch))
    if program.hasRisk { countAward(of: points.count, account, &accounts, &touch, &outcome) }
    let lot = issue(
      LotPart(lot: lot(.promotional, program.registrationRule, touch), points: points),
      to: account, &accounts, touch,
      activation: schemes[touch.scheme].scheme.points?.registrationActivation ?? .atOnce,
      reason: .bonus, into: &sink)
    if program.hasRisk, points > .zero {
      accounts.risk.welcomes.append(
        RiskBook.Welcome(
          account: UInt32(account), part: LotPart(lot: lot, points: points), issuedOn: touch.day))
    }
    return points
  }

  /// Grants coupons, one bit each, that are not held.
  ///
  /// The day of the grant is the first of the days on which a coupon is valid.
  func grant(_ coupons: UInt16, to state: inout AccountState, on day: Day) -> OfferSet {
    let first = Int(programs[Int(state.scheme)].firstOffer)
    for position in BitPositions(bits: coupons) {
      state.couponLastDay[position] = day.index + Int32(offers[first + position].validDays) - 1
    }
    state.coupons |= coupons
    return OfferSet(rawValue: coupons)
  }

  /// Passes an account to another scheme.
  ///
  /// Points keep their last days and are put under no rule. The tier comes along by position, at
  /// most the new top, and rises if what was counted earns more; a grace goes on if the new scheme
  /// reviews tiers.
  func adopt(
    _ scheme: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    var decision = Decision()
    guard programs.indices.contains(scheme) else {
      decision.refusal = .notFound
      return decision
    }
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    if !continues[Int(accounts.states[account].scheme)][scheme] {
      releaseAll(account, &accounts, at: minute, into: &sink)
    }
    guard !continues[Int(accounts.states[account].scheme)][scheme] else {
      accounts.states[account].scheme = UInt16(scheme)
      decision.tierBefore = accounts.states[account].tier
      decision.tierAfter = accounts.states[account].tier
      return decision
    }
    leaveRisk(account, &accounts, at: minute, into: &sink)
    accounts.ledger.forgetRules(of: account)
    accounts.lapsed.forgetRules(of: account)
    accounts.invitations.leaveRules(account)
    let old = schemes[Int(accounts.states[account].scheme)].interactionNames
    accounts.pending.forgetRules(of: account) { position in
      guard old.indices.contains(position) else { return -1 }
      return schemes[scheme].interactionNames.firstIndex(of: old[position]) ?? -1
    }
    loseCard(account, &accounts)
    accounts.tags.forgetGiven(of: account)
    settleGrace(of: &accounts.states[account], on: minute.day)
    decision.tierBefore = accounts.states[account].tier
    move(&accounts.states[account], to: scheme)
    accounts.spareCoupons.removeAll { $0.account == UInt32(account) }
    accounts.findNextChange()
    accounts.clearSlots(of: account)
    beginOwnReviews(account, &accounts, on: minute.day)
    beginGrowthWindow(account, &accounts, on: minute.day)
    clearContacts(of: account, &accounts)
    restartJourneys(of: account, &accounts, at: minute)
    findNextTimer(of: account, &accounts, from: minute)
    decision.tierAfter = accounts.states[account].tier
    return decision
  }

  private func move(_ state: inout AccountState, to scheme: Int) {
    state.scheme = UInt16(scheme)
    state.coupons = 0
    let top = UInt8(programs[scheme].tierCount - 1)
    state.tier = min(state.tier, top)
    state.graceTier = min(state.graceTier, state.tier)
    if !programs[scheme].hasReview { state.graceLastDay = Day.never.index }
    if state.isMember { promote(&state) }
  }
}
