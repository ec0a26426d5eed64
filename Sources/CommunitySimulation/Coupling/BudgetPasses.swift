public import IncentiveEngine
internal import MemberBehavior
public import Timeline

extension SimulationPlan {
  /// What a community uses of shared budgets under one arm, up to a minute, with the closing instants
  /// that the plan holds.
  @specialized(where E == LoyaltyEngine)
  public func budgetUses(
    community index: Int, replication: UInt32, arm: Int, until end: Minute
  ) -> [BudgetUse] {
    let (agenda, history) = history(of: index, replication: replication, observer: Unobserved())
    var run = history
    run.begin(arm: arm)
    run.steering.recordsUses = true
    run.run(agenda, until: end)
    return run.steering.uses
  }

  /// Whether one community comes before another within a minute.
  public func comesFirst(
    _ community: Int, before other: Int, at minute: Int32, replication: UInt32
  ) -> Bool {
    let draws = draws(of: replication)
    let own = tieMark(of: community, at: minute, draws: draws)
    let others = tieMark(of: other, at: minute, draws: draws)
    return (own, community) < (others, other)
  }
}
