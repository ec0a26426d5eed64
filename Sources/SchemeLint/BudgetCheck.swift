import IncentiveEngine
import Quantities

/// Lives every habit twice, with and without a budget: one that changes nothing cannot bind.
///
/// A budget that members share is divided by them: if the keenest of them all would not reach their
/// part, all of them together do not reach the whole.
struct BudgetCheck {
  /// What a habit came to.
  private struct Outcome: Equatable {
    var paid: [Money] = []
    var earned: [Points] = []
    var spent: [Points] = []
  }

  /// The most baskets that are tried.
  private static let mostBaskets = 8

  let subject: LintSubject

  /// A finding for each budget that cannot bind.
  func run() -> [LintFinding] {
    subject.scheme.scheme.budgets.enumerated().compactMap { position, budget in
      guard !holdsRewards(budget), !binds(position) else { return nil }
      return LintFinding(
        severity: .warning, kind: .budgetNeverBinds(limit: budget.limit),
        rule: "budgets.\(budget.name)", steps: [])
    }
  }

  /// Whether it is a stock of the points mall: what members ask for there is no habit of buying.
  private func holdsRewards(_ budget: Budget) -> Bool {
    subject.scheme.scheme.rewards.contains { budget.rules.contains(Budget.reward($0.name)) }
  }

  private func binds(_ position: Int) -> Bool {
    var scheme = subject.scheme.scheme
    var budget = scheme.budgets.remove(at: position)
    // A stock smaller than the number of members leaves some without.
    if budget.measure == .uses, budget.scope == .programme, budget.limit < subject.memberCount {
      return true
    }
    if budget.scope != .member {
      budget.limit = max(1, budget.limit / Int64(max(1, subject.memberCount)))
      budget.scope = .member
    }
    let without = scheme
    scheme.budgets = [budget]
    // A scheme that the engine refuses cannot be judged, so nothing is said of it.
    guard let with = shop(scheme), let free = shop(without) else { return true }
    let all = subject.baskets
    let step = max(1, (all.count + Self.mostBaskets - 1) / Self.mostBaskets)
    return all.enumerated().contains { number, basket in
      (all.count - 1 - number).isMultiple(of: step)
        && outcome(with, basket) != outcome(free, basket)
    }
  }

  private func shop(_ scheme: Scheme) -> LintShop? {
    guard let compiled = try? scheme.compile() else { return nil }
    var subject = subject
    subject.scheme = compiled
    return LintShop(subject)
  }

  /// The same basket every day, points spent as soon as they may be.
  private func outcome(_ shop: LintShop, _ basket: LintBasket) -> Outcome {
    var outcome = Outcome()
    var state = shop.start()
    for day in subject.days {
      if day > state.day { shop.wait(until: day, &state) }
      let decision = shop.order(basket, &state, spendingPoints: true)
      outcome.paid.append(decision.paid)
      outcome.earned.append(decision.earnedPoints)
      outcome.spent.append(decision.spentPoints)
    }
    return outcome
  }
}
