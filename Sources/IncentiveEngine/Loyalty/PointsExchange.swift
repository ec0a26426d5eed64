import PointsLedger
import Quantities
import Timeline

// Points exchanged with other merchants (M12): in whole steps, less the fee, settled in money.
extension LoyaltyEngine {
  /// Exchanges points: out of the account for the partner's, or the partner's into the account.
  ///
  /// Points that come in are the partner's to pay for, and begin a new life under this scheme's
  /// expiry.
  func exchange(
    _ position: Int, _ points: Points, _ account: Int, _ accounts: inout SchemeAccounts,
    at minute: Minute, into sink: inout some TransferSink
  ) -> Decision {
    var decision = Decision()
    let state = accounts.states[account]
    decision.tierBefore = UInt8(effectiveTier(of: state, on: minute.day))
    decision.tierAfter = decision.tierBefore
    let scheme = schemes[Int(state.scheme)]
    decision.refusal = refusal(
      ofExchange: position, points, account, accounts, scheme.scheme.exchanges, on: minute.day)
    guard decision.refusal == .none else { return decision }
    let rule = scheme.scheme.exchanges[position]
    decision.exchange = rule.outcome(of: points)
    let touch = touch(account, in: accounts, at: minute)
    settleExpiry(account, &accounts, on: minute.day, into: &sink)
    switch rule.direction {
    case .out:
      let status = accounts.ledger.redeem(
        points, from: account, at: minute, rule: scheme.rule(exchange: position),
        reason: .exchange, into: &sink)
      precondition(status == .posted, "points that may be exchanged are there")
      if programs[touch.scheme].slides { noteSpending(account, &accounts, touch) }
    case .in:
      guard decision.exchange.received > .zero else { return decision }
      let lot = lot(.partner, scheme.rule(exchange: position), touch)
      issue(
        LotPart(lot: lot, points: decision.exchange.received), to: account, &accounts, touch,
        reason: .exchange, into: &sink)
      decision.earnedPoints = decision.exchange.received
    }
    return decision
  }

  func refusal(
    ofExchange position: Int, _ points: Points, _ account: Int,
    _ accounts: borrowing SchemeAccounts, _ rules: [ExchangeRule], on day: Day
  ) -> Refusal {
    guard accounts.states[account].isMember else { return .notAMember }
    guard rules.indices.contains(position) else { return .notFound }
    let rule = rules[position]
    guard points > .zero, points >= rule.minimum, points.count % rule.step.count == 0 else {
      return .pointsNotSpendable
    }
    let isThere =
      rule.direction == .in || accounts.spendable(account, on: day) >= points
    return isThere ? .none : .pointsMissing
  }
}

extension ExchangeRule {
  /// What so many points in whole steps bring.
  func outcome(of points: Points) -> ExchangeOutcome {
    let steps = points.count / step.count
    let gross = steps * yield.count
    var outcome = ExchangeOutcome()
    outcome.given = points
    outcome.received = Points(
      Rate(fee.denominator - fee.numerator, over: fee.denominator).of(gross, rounding: .down))
    let due = Money(minor: steps * settlement.minor)
    if direction == .out { outcome.payable = due } else { outcome.receivable = due }
    return outcome
  }
}
