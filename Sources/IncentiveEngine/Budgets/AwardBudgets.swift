import PointsLedger
import Quantities

// Points that no order brings - interactions (M02), the registration pack (M03), claims (M14) -
// count against budgets of points issued and of liability as those of orders do.
extension LoyaltyEngine {
  /// What budgets leave of points that no order brings; changes nothing.
  func affordable(
    _ points: Int64, _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    guard points > 0, holdsBudgets(touch, accounts) else { return points }
    var paid = points
    for position in budgetRange(touch.scheme) where budgets[position].countsIssue {
      let left = left(position, for: account, in: accounts, on: touch.day)
      paid = budgets[position].paid(of: paid, left: left)
    }
    return paid
  }

  /// Takes from budgets what they leave of points that no order brings.
  ///
  /// A shared budget that closes at the first use that does not fit closes here, too; what it leaves
  /// is paid at once.
  func takeFromBudgets(
    _ points: Int64, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    guard points > 0, holdsBudgets(touch, accounts) else { return points }
    var use = OrderUse(reductions: OfferReductions(stack: 0))
    repeat {
      use.earnedPoints = affordable(points, account, accounts, touch)
    } while closeFirstOverflow(of: use, &accounts, touch) != .none
    if use.earnedPoints > 0 { count(use, wanted: use, account, &accounts, touch) }
    return use.earnedPoints
  }
}
