import PointsLedger
import Quantities
import Timeline

// The points mall (M05, M07): goods, coupons and privileges for points.
extension LoyaltyEngine {
  /// Handles a member's wish for a reward: checks everything first, so that a refusal changes nothing.
  func redeem(
    _ position: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    var decision = Decision()
    guard accounts.states[account].isMember else {
      decision.refusal = .notAMember
      return decision
    }
    let touch = touch(account, in: accounts, at: minute)
    decision.tierBefore = UInt8(touch.tier)
    decision.tierAfter = decision.tierBefore
    guard (0..<Int(programs[touch.scheme].rewardCount)).contains(position) else {
      decision.refusal = .notFound
      return decision
    }
    let index = Int(programs[touch.scheme].firstReward) + position
    decision.refusal = refusal(ofReward: index, account, accounts, touch)
    if decision.refusal == .none, !takeFromStock(index, account, &accounts, touch) {
      decision.refusal = .stockOut
    }
    guard decision.refusal == .none else {
      decision.refusedBy = rewards[index].rule
      if decision.refusal == .fraudHold {
        decision.refusedBy = risks[Int(programs[touch.scheme].risk)].redemptionRule
        decision.risk.asksReview = true
        decision.risk.note(.held, .fraudHold, by: decision.refusedBy)
      }
      return decision
    }
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    take(index, account, &accounts, touch, &decision, at: minute, into: &sink)
    return decision
  }

  /// Why a member may not take a reward now, first in precedence, or `none`.
  func refusal(
    ofReward index: Int, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Refusal {
    guard rewards[index].window.contains(touch.day) else { return .notRunning }
    if case .coupon(let offer) = rewards[index].content,
      accounts.states[account].holds(offer, on: touch.day)
    {
      return .alreadyHeld
    }
    guard touch.tier >= rewards[index].lowestTier else { return .notInAudience }
    if let limit = rewards[index].limit,
      used(limit.slot, account, accounts, touch) >= limit.most
    {
      return .capReached
    }
    guard accounts.rewardsTaken[rewards[index].counter] < rewards[index].stock else {
      return .stockOut
    }
    guard hasStock(ofReward: index, account, accounts, touch) else { return .stockOut }
    if programs[touch.scheme].hasRisk, rewards[index].price > riskRoom(account, accounts, touch) {
      return .fraudHold
    }
    let balance = accounts.spendable(account, on: touch.day)
    return balance.count >= rewards[index].price ? .none : .pointsMissing
  }

  private func used(
    _ slot: PeriodSlot, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    accounts.used(of: slot, for: account, on: touch.day, in: touch.calendar.month)
  }

  /// Gives a reward that nothing refuses, for its price.
  private func take(
    _ index: Int, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, at minute: Minute, into sink: inout some TransferSink
  ) {
    let reward = rewards[index]
    let status = accounts.ledger.redeem(
      Points(reward.price), from: account, at: minute, rule: reward.rule, reason: .reward,
      into: &sink)
    precondition(status == .posted, "a reward that may be taken can be paid for")
    if programs[touch.scheme].slides { noteSpending(account, &accounts, touch) }
    decision.rewardPoints += Points(reward.price)
    accounts.rewardsTaken[reward.counter] += 1
    if let limit = reward.limit {
      accounts.add(1, to: limit.slot, for: account, on: touch.day, in: touch.calendar.month)
    }
    give(reward.content, &accounts.states[account], &decision, on: touch.day)
  }

  /// Gives what a reward is.
  func give(
    _ content: RewardContent, _ state: inout AccountState, _ decision: inout Decision, on day: Day
  ) {
    decision.rewardCount += 1
    switch content {
    case .item(let cost, let value):
      decision.rewardCost += cost
      decision.rewardValue += value
    case .coupon(let offer):
      decision.granted.formUnion(grant(1 << UInt16(offer), to: &state, on: day))
    }
  }

  /// What an order brings by itself, after its points are earned and its tier is settled: full
  /// stamp cards are turned in, then points are turned into the scheme's automatic reward.
  func reward(
    items: Int64, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch,
    _ decision: inout Decision, at minute: Minute, into sink: inout some TransferSink
  ) {
    var touch = touch
    touch.tier = Int(decision.tierAfter)
    let isRefused =
      programs[touch.scheme].hasRisk
      && riskRefusal(ofPrice: decision.terms.pay.minor, touch).refusal != .none
    if programs[touch.scheme].stampCard >= 0, !isRefused {
      stamp(items: items, account, &accounts, touch, &decision)
    }
    let first = Int(programs[touch.scheme].firstReward)
    for index in first..<first + Int(programs[touch.scheme].rewardCount) {
      guard let automatic = rewards[index].automatic else { continue }
      while used(automatic.slot, account, accounts, touch) < automatic.most,
        refusal(ofReward: index, account, accounts, touch) == .none,
        takeFromStock(index, account, &accounts, touch)
      {
        accounts.add(
          1, to: automatic.slot, for: account, on: touch.day, in: touch.calendar.month)
        take(index, account, &accounts, touch, &decision, at: minute, into: &sink)
      }
    }
  }
}
