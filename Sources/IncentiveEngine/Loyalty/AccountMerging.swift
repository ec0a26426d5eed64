import PointsLedger
import Quantities
import Timeline

// Two accounts of one person become one (M13): nothing is lost, nothing is gained.
extension LoyaltyEngine {
  /// Joins another account into this one and leaves the other empty and without membership.
  ///
  /// Lots keep their last days; growth value, counted spend and orders add up; the better tier is
  /// kept, and a higher one is risen to if the sums earn it; counters of one period add up, so that
  /// a cap is not had twice; of two coupons of a kind the one that runs out first is held and the
  /// other waits until it is used.
  func merge(
    _ other: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    var decision = Decision()
    let scheme = Int(accounts.states[account].scheme)
    guard schemes[scheme].scheme.mergesAccounts else {
      decision.refusal = .notFound
      return decision
    }
    guard accounts.states.indices.contains(other), other != account,
      Int(accounts.states[other].scheme) == scheme
    else {
      decision.refusal = .accountsDiffer
      return decision
    }
    guard accounts.states[account].isMember, accounts.states[other].isMember else {
      decision.refusal = .notAMember
      return decision
    }
    settleDue(other, &accounts, on: minute.day, into: &sink)
    accounts.pending.move(other, to: account)
    accounts.clocks.move(other, to: account)
    accounts.lapsed.move(other, to: account)
    accounts.ledger.merge(other, into: account, at: minute, into: &sink)
    joinStamps(of: other, with: account, &accounts, scheme: scheme, on: minute.day)
    joinSlots(of: other, with: account, &accounts, scheme: scheme)
    accounts.budgets.join(other, with: account)
    accounts.tags.merge(other, into: account)
    accounts.journeys.merge(other, into: account)
    accounts.risk.join(other, with: account, riskRings(of: scheme))
    accounts.reservations.rename(other, to: account)
    joinCoupons(of: other, with: account, &accounts, on: minute.day)
    settleGrace(of: &accounts.states[account], on: minute.day)
    settleGrace(of: &accounts.states[other], on: minute.day)
    decision.tierBefore = accounts.states[account].tier
    accounts.book.join(
      other, of: accounts.states[other].tier, with: account, of: decision.tierBefore)
    join(accounts.states[other], with: &accounts.states[account])
    accounts.states[other] = AccountState(scheme: UInt16(scheme))
    accounts.states[other].optedOut = accounts.states[account].optedOut
    joinContacts(of: other, with: account, &accounts, scheme: scheme)
    findNextTimer(of: account, &accounts, from: minute)
    let touch = touch(account, in: accounts, at: minute)
    joinInvitations(of: other, with: account, &accounts, touch, &decision, into: &sink)
    decision.tierAfter = accounts.states[account].tier
    return decision
  }

  /// Growth value, spend, orders and the tier.
  private func join(_ other: AccountState, with state: inout AccountState) {
    state.growth += other.growth
    state.spendMinor += other.spendMinor
    state.orderCount += other.orderCount
    state.optedOut.formUnion(other.optedOut)
    if state.activeHour > 23 { state.activeHour = other.activeHour }
    state.lastOrder = max(state.lastOrder, other.lastOrder)
    let isBetter = (other.tier, other.graceLastDay) > (state.tier, state.graceLastDay)
    if isBetter {
      state.tier = other.tier
      state.graceTier = other.graceTier
      state.graceLastDay = other.graceLastDay
    }
    promote(&state)
  }

  private func joinSlots(
    of other: Int, with account: Int, _ accounts: inout SchemeAccounts, scheme: Int
  ) {
    let stride = accounts.slotStride
    for (position, join) in slotJoins[scheme].enumerated() {
      let (from, to) = (other * stride + position, account * stride + position)
      switch join {
      case .sum: accounts.slots[to] += accounts.slots[from]
      case .latest: accounts.slots[to] = max(accounts.slots[to], accounts.slots[from])
      case .period:
        // The key of a period, its count in the next place: only the later period counts.
        if accounts.slots[from] > accounts.slots[to] { accounts.slots[to + 1] = 0 }
        if accounts.slots[from] < accounts.slots[to] { accounts.slots[from + 1] = 0 }
        accounts.slots[to] = max(accounts.slots[to], accounts.slots[from])
      }
    }
    accounts.clearSlots(of: other)
  }
}

/// How a place of two accounts' slots is joined.
enum SlotJoin: Sendable {
  /// Both count.
  case sum
  /// The later use counts.
  case latest
  /// A period's key, before its count.
  case period
}

extension BudgetBook {
  /// Joins what a member's other account used of budgets of that scope.
  mutating func join(_ other: Int, with account: Int) {
    for position in 0..<memberStride {
      let (from, to) = (other * memberStride + position, account * memberStride + position)
      if members[from].firstDay > members[to].firstDay {
        members[to].used = 0
        members[to].firstDay = members[from].firstDay
      }
      if members[from].firstDay == members[to].firstDay { members[to].used += members[from].used }
      members[to].usedInAll += members[from].usedInAll
      members[to].refusedOrders += members[from].refusedOrders
      members[from] = BudgetState()
    }
  }
}
