import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// Handles a moment of the program's calendar for one account.
  func scheduled(
    _ kind: ScheduledKind, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    let day = minute.day
    var decision = Decision()
    decision.tierBefore = UInt8(effectiveTier(of: accounts.states[account], on: day))
    decision.tierAfter = decision.tierBefore
    let program = programs[Int(accounts.states[account].scheme)]
    guard accounts.states[account].isMember else {
      decision.refusal = .notAMember
      return decision
    }
    switch kind {
    case .growthReset where program.growthWindow != nil:
      settleGrace(of: &accounts.states[account], on: day)
      if let window = program.growthWindow {
        leaveGrowthWindow(window, account, &accounts, on: day)
      }
    case .growthReset where program.growthResets:
      settleGrace(of: &accounts.states[account], on: day)
      if !program.countsSpend { noteMissedTier(accounts.states[account], &decision) }
      accounts.states[account].growth = program.growthKept.of(accounts.states[account].growth)
    case .tierReview where program.hasReview:
      let held = accounts.states[account].tier
      settleGrace(of: &accounts.states[account], on: day)
      if let own = program.ownReview,
        !isOwnReviewDue(own, account, &accounts, heldBefore: held, on: day)
      {
        decision.refusal = .notRunning
        return decision
      }
      if program.countsSpend { noteMissedTier(accounts.states[account], &decision) }
      review(&accounts.states[account], on: day)
      if let own = program.ownReview { endOwnReview(own, account, &accounts, on: day) }
      decision.tierAfter = accounts.states[account].tier
    case .expiryWarning where program.hasWarning:
      decision.notice = expiryWarning(account, accounts, on: day)
    case .balanceDue(let offer): remindOfBalance(offer, account, accounts, &decision, on: day)
    case .tierProgress where program.tierCount > 1:
      decision.notice = tierProgress(account, accounts, on: day)
    case .tierWarning where program.hasReview:
      decision.notice = tierWarning(account, accounts, on: day)
    case .couponGrant(let offer) where (0..<Int(program.offerCount)).contains(offer):
      grantScheduled(offer, account, &accounts, &decision, on: day)
    case .privilege(let privilege):
      giveBox(privilege, account, accounts, &decision, on: day)
    case .expiryExtension(let position):
      extendOnDay(position, account, &accounts, &decision, at: minute, into: &sink)
    case .broadcast(let position):
      broadcast(position, account, &accounts, &decision, on: day)
    default: decision.refusal = .notFound
    }
    if decision.notice != .none {
      let message = message(
        of: kind, inScheme: Int(accounts.states[account].scheme), on: day)
      if !waitsForOwnHour(message, account, &accounts, &decision, at: minute) {
        contact(message, account, &accounts, &decision, at: minute)
      }
    }
    return decision
  }

  /// What the account loses by the end of the month, if anything.
  private func expiryWarning(
    _ account: Int, _ accounts: borrowing SchemeAccounts, on day: Day
  ) -> Notice {
    guard let lost = accounts.expiring(account, from: day, through: Month(day).lastDay) else {
      return .none
    }
    let scheme = Int(accounts.states[account].scheme)
    return .expiryWarning(
      points: lost.points,
      value: Money(minor: programs[scheme].value(ofPoints: lost.points.count)), lastDay: lost.next)
  }

  private func grantScheduled(
    _ offer: Int, _ account: Int, _ accounts: inout SchemeAccounts, _ decision: inout Decision,
    on day: Day
  ) {
    let scheme = Int(accounts.states[account].scheme)
    decision.refusedBy = rule(ofOffer: offer, in: scheme)
    guard let audience = offers[Int(programs[scheme].firstOffer) + offer].audience else {
      decision.refusal = .notFound
      return
    }
    guard !accounts.states[account].holds(offer, on: day) else {
      decision.refusal = .alreadyHeld
      return
    }
    guard isIn(audience, account, accounts, on: day) else {
      decision.refusal = .notInAudience
      return
    }
    decision.refusedBy = .none
    decision.granted = grant(1 << UInt16(offer), to: &accounts.states[account], on: day)
    decision.notice = .couponGranted(offer: offer)
  }
}

extension LoyaltyEngine {
  /// Whether an account belongs to an audience on a day.
  func isIn(
    _ audience: Audience, _ account: Int, _ accounts: borrowing SchemeAccounts, on day: Day
  ) -> Bool {
    let quietDays = Int(day.index - accounts.states[account].lastOrder)
    return switch audience {
    case .everyone: true
    case .active(let withinDays):
      accounts.states[account].orderCount > 0 && quietDays <= withinDays
    case .dormant(let forDays): quietDays >= forDays
    case .lapsed(let coupon): accounts.states[account].hasLet(coupon, lapseBefore: day)
    case .tagged(let tag): tags(of: account, in: accounts, on: day).contains(TagSet(tag: tag))
    }
  }
}
