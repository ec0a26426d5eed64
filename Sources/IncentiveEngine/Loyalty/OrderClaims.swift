import PointsLedger
import Quantities
import Timeline

// Points that members claim for orders placed elsewhere (M14). No money passes through the shop: a
// claim earns points, no growth value, no spend, no stamps.
extension LoyaltyEngine {
  /// What a claim would bring; changes nothing.
  func claimable(
    _ amount: Money, _ account: Int, in accounts: borrowing SchemeAccounts, at minute: Minute
  ) -> Points {
    let touch = touch(account, in: accounts, at: minute)
    guard let rule = claimProgram(of: touch.scheme), amount > .zero else { return .zero }
    let points = rule.share.of(amount.minor)
    let allowed = allowed(points, by: rule.limit, account, accounts, touch, at: minute)
    return Points(affordable(allowed.points, account, accounts, touch))
  }

  /// Handles a claim; one that brings nothing because of a limit is refused and does not count.
  func claim(
    _ amount: Money, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    let touch = touch(account, in: accounts, at: minute)
    var decision = Decision()
    decision.tierBefore = UInt8(touch.tier)
    decision.tierAfter = decision.tierBefore
    guard accounts.states[account].isMember else {
      decision.refusal = .notAMember
      return decision
    }
    guard let rule = claimProgram(of: touch.scheme) else {
      decision.refusal = .notFound
      return decision
    }
    let points = amount > .zero ? rule.share.of(amount.minor) : 0
    let award = allowed(points, by: rule.limit, account, accounts, touch, at: minute)
    guard points > 0, award.refusal == .none else {
      decision.refusal = points > 0 ? award.refusal : .belowThreshold
      decision.refusedBy = rule.rule
      return decision
    }
    let paid = takeFromBudgets(award.points, account, &accounts, touch)
    guard paid > 0 else {
      decision.refusal = .budgetExhausted
      decision.refusedBy = rule.rule
      return decision
    }
    settleExpiry(account, &accounts, on: touch.day, into: &sink)
    issue(
      LotPart(lot: lot(rule.funding, rule.rule, touch), points: Points(paid)), to: account,
      &accounts, touch, reason: .bonus, into: &sink)
    note(paid, against: rule.limit, account, &accounts, touch, at: minute)
    decision.terms = Quote(list: amount)
    decision.earnedPoints = Points(paid)
    return decision
  }

  private func claimProgram(of scheme: Int) -> ClaimProgram? {
    let position = Int(programs[scheme].claim)
    return position < 0 ? nil : claims[position]
  }
}
