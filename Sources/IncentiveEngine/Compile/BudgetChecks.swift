import Quantities
import Timeline

extension Scheme {
  /// The most budgets a scheme may have.
  ///
  /// assumption: real schemes have a handful; each costs a look at every quote.
  public static let maximumBudgetCount = 16

  /// What is wrong with budgets.
  var budgetProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      budgets.count <= Self.maximumBudgetCount, "budgets",
      "a scheme has at most \(Self.maximumBudgetCount) budgets")
    list.requireUnique(budgets.map(\.name), "budgets")
    for budget in budgets {
      let path = "budgets.\(budget.name)"
      list.require(amount: budget.limit, "\(path).limit")
      check(budget, path, &list)
      for rule in budget.rules {
        list.require(
          rule == Budget.pointsRedeem || offers.contains { $0.name == rule } || isReward(rule),
          "\(path).over", "there is no offer \(rule)")
      }
    }
    return list.problems
  }

  private func isReward(_ rule: String) -> Bool {
    rewards.contains { Budget.reward($0.name) == rule }
  }

  /// What is wrong with a stock of the points mall: it counts rewards and nothing else.
  private func checkStock(_ budget: Budget, _ path: String, _ list: inout ProblemList) {
    list.require(
      budget.measure == .uses, "\(path).over", "a stock of rewards counts uses, not money or points"
    )
    list.require(
      budget.rules.allSatisfy(isReward), "\(path).over",
      "a stock of rewards cannot be shared with offers")
    let automatic = rewards.contains {
      budget.rules.contains(Budget.reward($0.name)) && $0.automaticPerDay ?? 1 > 1
    }
    list.require(
      !automatic, "\(path).over",
      "a reward that an order takes several of by itself can have no shared stock")
  }

  private func check(_ budget: Budget, _ path: String, _ list: inout ProblemList) {
    if budget.rules.contains(where: isReward) { return checkStock(budget, path, &list) }
    switch budget.measure {
    case .money, .uses:
      list.require(
        !offers.isEmpty || points?.redeem != nil, path, "there is nothing that it could count")
      list.require(
        !budget.rules.contains(Budget.pointsRedeem) || points?.redeem != nil, "\(path).over",
        "points pay nothing in this scheme")
    case .pointsIssued, .pointsRedeemed, .liability:
      list.require(points != nil, path, "counts points, but the scheme has no points rule")
      list.require(
        budget.measure == .pointsIssued || points?.redeem != nil, path,
        "counts what points pay, and they pay nothing in this scheme")
      list.require(
        budget.rules.isEmpty, "\(path).over", "a budget of points counts all points")
      list.require(
        budget.measure != .liability || budget.period == nil, "\(path).per",
        "what is outstanding does not begin anew")
    }
  }
}
