import PointsLedger

// Stock of the points mall that a budget holds (M05, M07): each reward taken is one use.
extension LoyaltyEngine {
  /// Whether budgets leave one of a reward for an account; changes nothing.
  func hasStock(
    ofReward index: Int, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Bool {
    guard rewards[index].isBudgeted, holdsBudgets(touch, accounts) else { return true }
    let reward = reward(at: index, touch)
    return budgetRange(touch.scheme).allSatisfy { position in
      budgets[position].rewards & reward == 0
        || left(position, for: account, in: accounts, on: touch.day) > 0
    }
  }

  /// Takes one of a reward from the budgets that hold its stock.
  ///
  /// A shared budget that closes at the first use that does not fit closes here.
  ///
  /// - Returns: whether there was one left.
  func takeFromStock(
    _ index: Int, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) -> Bool {
    guard rewards[index].isBudgeted, holdsBudgets(touch, accounts) else { return true }
    var use = OrderUse(reductions: OfferReductions(stack: 0))
    use.rewards = reward(at: index, touch)
    guard closeFirstOverflow(of: use, &accounts, touch) == .none else { return false }
    count(use, wanted: use, account, &accounts, touch)
    return true
  }

  /// A reward as a bit.
  private func reward(at index: Int, _ touch: Touch) -> UInt64 {
    1 << UInt64(index - Int(programs[touch.scheme].firstReward))
  }
}
