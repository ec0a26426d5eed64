import IncentiveEngine
import Quantities
import Timeline

/// Lives every habit twice, with and without a budget: one that changes nothing cannot bind.
///
/// A habit is a basket, an hour at which it is bought every day, and what is taken from the points
/// mall; deposits of presales are paid.
///
/// A budget that members share is divided by them: if the keenest of them all would not reach their
/// part, all of them together do not reach the whole.
struct BudgetCheck {
  /// What a member does every day.
  private struct Habit {
    var minuteOfDay: Int
    /// The coupon of the points mall that is taken whenever it may be, by the reward's position.
    var reward: Int?
  }

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
    let tried = all.enumerated().filter { (all.count - 1 - $0.offset).isMultiple(of: step) }
    return habits(with).contains { habit in
      tried.contains { outcome(with, $0.element, habit) != outcome(free, $0.element, habit) }
    }
  }

  /// The habits that are tried: the end of the day, on which most depends, first.
  private func habits(_ shop: LintShop) -> [Habit] {
    let rewards: [Int?] = [nil] + shop.couponRewards.map(\.reward)
    return rewards.flatMap { reward in
      shop.minutesOfDay.reversed().map { Habit(minuteOfDay: $0, reward: reward) }
    }
  }

  private func shop(_ scheme: Scheme) -> LintShop? {
    guard let compiled = try? scheme.compile() else { return nil }
    var subject = subject
    subject.scheme = compiled
    return LintShop(subject)
  }

  /// The same basket every day, points spent as soon as they may be.
  private func outcome(_ shop: LintShop, _ basket: LintBasket, _ habit: Habit) -> Outcome {
    var outcome = Outcome()
    var state = shop.start(atMinuteOfDay: 0)
    for day in subject.days {
      shop.wait(until: day.at(hour: 0, minute: habit.minuteOfDay), &state)
      shop.payDeposits(&state)
      if let reward = habit.reward { shop.handle(.redeem(reward: reward), &state) }
      let decision = shop.order(basket, &state, spendingPoints: habit.reward == nil)
      outcome.paid.append(decision.paid)
      outcome.earned.append(decision.earnedPoints)
      outcome.spent.append(decision.spentPoints)
    }
    return outcome
  }
}
