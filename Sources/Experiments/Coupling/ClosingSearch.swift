public import CommunitySimulation
public import IncentiveEngine
internal import MemberPopulation
internal import Timeline

/// Finds the exact closing instants of budgets that all communities share (D6).
///
/// Nothing before the first overflow depends on it. So a pass without the budget counts uses by
/// minute; a second one lists the uses of the minute that overflows, whose order is drawn; there
/// the budget is closed, and the next pass looks for the next overflow. Each pass runs communities
/// in parallel.
public struct ClosingSearch<E: Engine>: Sendable {
  private var plan: SimulationPlan<E>
  private let threads: Int

  /// Prepares the search in a plan.
  public init(plan: SimulationPlan<E>, threads: Int) {
    self.plan = plan
    self.threads = threads
  }

  /// Passes over the population, each from the horizon's start: the work that the search is.
  public private(set) var passCount = 0

  /// All closing instants of the replications of these numbers.
  public mutating func closings(replications: Range<Int>) async -> Closings {
    plan.closings = Closings()
    guard plan.coupling == .closingInstants else { return plan.closings }
    let arms = Set(plan.sharedBudgets.map(\.arm)).sorted()
    for replication in replications.lazy.map(UInt32.init) {
      for arm in arms {
        while let next = await nextClosing(replication, arm) {
          plan.closings[replication, arm].append(next)
        }
      }
    }
    return plan.closings
  }

  /// The first overflow that no closing instant prevents yet.
  private mutating func nextClosing(_ replication: UInt32, _ arm: Int) async -> ClosingInstant? {
    let budgets = plan.sharedBudgets.filter { $0.arm == arm }
    var counts = budgets.map { MinuteCounts(budget: $0.budget, over: plan.horizon) }
    await pass(replication, arm, until: plan.horizon.end) { _, use in
      guard let place = budgets.firstIndex(where: { $0.position == use.budget }) else { return }
      counts[place].add(use)
    }
    guard let minute = counts.compactMap(\.firstOverflow).min() else { return nil }
    var uses: [(community: Int, use: BudgetUse)] = []
    await pass(replication, arm, until: Minute(index: minute + 1)) { community, use in
      if use.minute == minute { uses.append((community, use)) }
    }
    var used = counts.map { $0.used(before: minute) }
    for (community, use) in inOrder(uses, at: minute, replication) {
      guard let place = budgets.firstIndex(where: { $0.position == use.budget }) else { continue }
      let left = budgets[place].budget.limit - used[place]
      guard use.amount > left else {
        used[place] += use.amount
        continue
      }
      return ClosingInstant(
        budget: use.budget, minute: minute, community: community, moment: use.moment,
        remainder: budgets[place].budget.atLimit == .payRemainder ? left : 0)
    }
    return nil
  }

  /// The uses of one minute in the order of all communities; those of one community as they came.
  private func inOrder(
    _ uses: [(community: Int, use: BudgetUse)], at minute: Int32, _ replication: UInt32
  ) -> [(community: Int, use: BudgetUse)] {
    uses.sorted { left, right in
      if left.community == right.community {
        return (left.use.moment, left.use.budget) < (right.use.moment, right.use.budget)
      }
      return plan.comesFirst(
        left.community, before: right.community, at: minute, replication: replication)
    }
  }

  /// Runs all communities up to a minute, in parallel, and hands on what they use.
  private mutating func pass(
    _ replication: UInt32, _ arm: Int, until end: Minute, _ take: (Int, BudgetUse) -> Void
  ) async {
    passCount += 1
    let plan = plan
    let count = plan.communities.communityCount
    await withTaskGroup(of: (Int, [BudgetUse]).self) { group in
      func start(_ community: Int) {
        group.addTask {
          (
            community,
            plan.budgetUses(
              community: community, replication: replication, arm: arm, until: end)
          )
        }
      }
      var next = min(max(1, threads), count)
      for community in 0..<next { start(community) }
      for await (community, uses) in group {
        for use in uses { take(community, use) }
        guard next < count else { continue }
        start(next)
        next += 1
      }
    }
  }
}
