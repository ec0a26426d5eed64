import PointsLedger
import Quantities

/// Points that no order brings, under one rule: an interaction (M02) or a claim (M14).
struct ExtraAward {
  var points: Int64
  var rule: RuleID
  var funding = Funding.promotional
  var limit: LimitProgram
  var activation = ActivationRule.atOnce
}

// One way for all of them: what limits allow, what budgets leave of it, then the lot and the count.
extension LoyaltyEngine {
  /// What limits and budgets leave of an award; changes nothing.
  func payable(
    _ award: borrowing ExtraAward, _ account: Int, _ accounts: borrowing SchemeAccounts,
    _ touch: Touch
  ) -> Int64 {
    guard touch.risk.earning == .none else { return 0 }
    let allowed = allowed(
      award.points, by: award.limit, account, accounts, touch, at: touch.minute)
    return affordable(allowed.points, account, accounts, touch)
  }

  /// Takes from budgets what limits and they leave of an award, or looks only; a refusal where that
  /// is nothing.
  func admit(
    _ award: borrowing ExtraAward, takes: Bool = true, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision
  ) -> Int64 {
    guard touch.risk.earning == .none else {
      (decision.refusal, decision.refusedBy) = (touch.risk.earning, touch.risk.rule)
      return 0
    }
    let allowed = allowed(
      award.points, by: award.limit, account, accounts, touch, at: touch.minute)
    var points: Int64 = 0
    if allowed.refusal == .none {
      points =
        takes
        ? takeFromBudgets(allowed.points, account, &accounts, touch)
        : affordable(allowed.points, account, accounts, touch)
    }
    guard points <= 0 else { return points }
    decision.refusal = allowed.refusal == .none ? .budgetExhausted : allowed.refusal
    decision.refusedBy = award.rule
    return 0
  }

  /// Issues what was taken for an award, and counts it against the rule's limits.
  func issue(
    _ points: Int64, of award: borrowing ExtraAward, _ account: Int,
    _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision,
    into sink: inout some TransferSink
  ) {
    settleExpiry(account, &accounts, on: touch.day, into: &sink)
    var touch = touch
    if programs[touch.scheme].hasRisk {
      countAward(of: points, account, &accounts, &touch, &decision.risk)
    }
    issue(
      LotPart(lot: lot(award.funding, award.rule, touch), points: Points(points)), to: account,
      &accounts, touch, activation: award.activation, reason: .bonus, into: &sink)
    note(points, against: award.limit, account, &accounts, touch, at: touch.minute)
    decision.earnedPoints = Points(points)
  }
}
