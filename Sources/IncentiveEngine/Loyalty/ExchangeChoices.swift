public import PointsLedger
public import Quantities
public import Timeline

/// An exchange that is open to a member at the moment, as the member sees it.
public struct ExchangeChoice: Sendable, Hashable {
  /// Which way the points go.
  public var direction: ExchangeRule.Direction
  /// What it would come to.
  public var outcome: ExchangeOutcome

  /// Creates a choice.
  public init(direction: ExchangeRule.Direction, outcome: ExchangeOutcome) {
    self.direction = direction
    self.outcome = outcome
  }
}

extension LoyaltyEngine {
  /// The most that the account could exchange now by a rule of its scheme: all whole steps of its
  /// own points, or of the partner's points that the member holds.
  public func exchangeChoice(
    _ rule: Int, partnerPoints: Points, for account: Int, in accounts: borrowing SchemeAccounts,
    at minute: Minute
  ) -> ExchangeChoice? {
    let rules = schemes[Int(accounts.states[account].scheme)].scheme.exchanges
    guard rules.indices.contains(rule) else { return nil }
    let exchange = rules[rule]
    let held =
      exchange.direction == .out
      ? accounts.spendable(account, on: minute.day) : partnerPoints
    let given = Points(held.count - held.count % exchange.step.count)
    guard refusal(ofExchange: rule, given, account, accounts, rules, on: minute.day) == .none
    else { return nil }
    return ExchangeChoice(direction: exchange.direction, outcome: exchange.outcome(of: given))
  }
}
