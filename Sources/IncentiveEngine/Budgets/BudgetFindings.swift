import PointsLedger
import Quantities
import Timeline

extension LoyaltyEngine {
  /// What budgets leave of what the rules take off and earn.
  ///
  /// For the points the order is placed on a copy; what it earns is handed to the rules in their
  /// order, as the engine does.
  func withinBudgets(
    _ findings: [RuleFinding], _ basket: borrowing Span<BasketLine>, _ quote: Quote,
    spending points: Int64, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> [RuleFinding] {
    var trial = copy accounts
    var sink = Forgotten()
    let decision = handle(
      .order(offers: quote.offers, points: Points(points)), basket: basket, for: account,
      in: &trial, at: touch.minute, into: &sink)
    var left = decision.earnedPoints
    let limited = withinBudgets(findings, basket, quote, account, accounts, touch)
    return limited.map { finding in
      guard finding.stage == .earning, finding.outcome == .applied else { return finding }
      var limited = finding
      limited.points = min(finding.points, left)
      left -= limited.points
      if limited.points == .zero, finding.points > .zero {
        limited.outcome = .refused(.budgetExhausted)
      }
      return limited
    }
  }

  /// The offers of the stack at what budgets pay of them.
  private func withinBudgets(
    _ findings: [RuleFinding], _ basket: borrowing Span<BasketLine>, _ quote: Quote,
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> [RuleFinding] {
    guard holdsBudgets(touch, accounts) else { return findings }
    var reductions: OfferReductions?
    _ = budgetedPrice(
      of: basket, BasketTotal(basket), offers: quote.offers.rawValue, account, accounts, touch,
      reductions: &reductions)
    guard let paid = reductions else { return findings }
    var limited = findings
    for position in BitPositions(bits: quote.offers.rawValue) {
      let rule = rule(ofOffer: position, in: touch.scheme)
      for place in limited.indices where limited[place].rule == rule {
        limited[place].money = Money(minor: paid[position])
      }
    }
    return limited
  }
}

/// Nobody keeps the books of an order that is only tried.
private struct Forgotten: TransferSink {
  mutating func record(_ transfer: Transfer) {}
}
