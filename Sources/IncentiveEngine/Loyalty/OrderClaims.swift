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
    return Points(payable(award(of: rule, amount), account, accounts, touch))
  }

  /// Handles a claim; one that brings nothing because of a limit is refused and does not count.
  func claim(
    _ amount: Money, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    let touch = touch(account, in: accounts, at: minute)
    guard accounts.states[account].isMember else { return refused(.notAMember, at: touch) }
    guard let rule = claimProgram(of: touch.scheme) else { return refused(.notFound, at: touch) }
    let award = award(of: rule, amount)
    guard award.points > 0 else { return refused(.belowThreshold, by: rule.rule, at: touch) }
    var decision = Decision(at: touch)
    let points = admit(award, account, &accounts, touch, &decision)
    guard points > 0 else { return decision }
    issue(points, of: award, account, &accounts, touch, &decision, into: &sink)
    decision.terms = Quote(list: amount)
    return decision
  }

  private func award(of rule: borrowing ClaimProgram, _ amount: Money) -> ExtraAward {
    ExtraAward(
      points: amount > .zero ? rule.share.of(amount.minor) : 0, rule: rule.rule,
      funding: rule.funding, limit: rule.limit)
  }

  private func claimProgram(of scheme: Int) -> ClaimProgram? {
    let position = Int(programs[scheme].claim)
    return position < 0 ? nil : claims[position]
  }
}
