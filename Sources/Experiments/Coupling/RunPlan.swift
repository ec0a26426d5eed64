public import CommunitySimulation
public import IncentiveEngine
internal import Measurement
internal import MemberPopulation
public import Scenarios

/// What a run is going to do, and why, before it does it.
public struct RunPlan: Sendable {
  /// How the communities depend on each other.
  public let coupling: Coupling
  /// What the run does, a line each.
  public let lines: [String]

  /// Plans a run of a scenario.
  ///
  /// - Parameter place: Where the file states the replications, before the warning of too few.
  public init(
    _ plan: SimulationPlan<LoyaltyEngine>, of scenario: Scenario, threads: Int,
    place: String? = nil
  ) {
    coupling = plan.coupling
    let communities = plan.communities.communityCount
    let replications = scenario.replications
    let personBytes = Self.bytesPerPerson
    let community = plan.communities.personCount / max(1, communities) * personBytes
    var lines = [
      "\(plan.communities.personCount) people in \(communities) communities, "
        + "\(plan.arms.count) arms, \(replications) replications"
        + (scenario.replicationRule == nil ? "" : " at first")
    ]
    if let rule = scenario.replicationRule {
      lines.append(
        "replications: their spread says how many there are in all, at most \(rule.atMost), so that "
          + rule.lines.map { "\($0.metric.rawValue) of \($0.arm ?? "every arm")" }
          .joined(separator: ", ") + " has the half-width asked for (Stein 1945)")
    }
    lines += plan.sharedBudgets.map { shared in
      "arm \(scenario.arms[shared.arm].name): all communities share budget "
        + "\(shared.budget.name), which can close "
        + (shared.periodCount == 1 ? "once" : "\(shared.periodCount) times")
    }
    switch plan.coupling {
    case .none:
      lines.append("mode: communities apart, as no scheme shares anything between them")
      lines.append("memory: about \(Self.text(threads * community))")
    case .closingInstants:
      let closings = plan.sharedBudgets.reduce(0) { $0 + $1.periodCount }
      lines.append(
        "mode: closing instants, as every shared budget closes for good in its period")
      let arms = Set(plan.sharedBudgets.map(\.arm)).count
      lines.append(
        "passes: at most \(2 * closings + arms) for each replication, and the run itself")
      lines.append("memory: about \(Self.text(threads * community))")
    case .windows:
      lines.append("mode: all communities together, minute by minute, as \(Self.reason(plan))")
      lines.append("passes: one; replications run beside each other, communities do not")
      let all = plan.communities.personCount * personBytes
      lines.append("memory: about \(Self.text(2 * min(threads, replications) * all))")
    }
    lines += scenario.equalizations.filter { $0.found == nil }.map { $0.plan(scenario.people) }
    let unit: IndependentUnit = plan.coupling == .none ? .community : .replication
    lines.append("intervals: from the spread over \(unit.plural)")
    if let warning = unit.warning(of: replications) {
      lines.append((place.map { "\($0): " } ?? "") + "warning: " + warning)
    }
    self.lines = lines
  }

  /// Account, balances, lots, life, traits and a year's occasions of one person.
  ///
  /// assumption: 104 + 24 + 16 × 16 + 200 bytes and 60 occasions of 32, rounded up.
  private static let bytesPerPerson = 3_000

  private static func reason(_ plan: SimulationPlan<LoyaltyEngine>) -> String {
    if plan.sharedBudgets.contains(where: { !$0.closesForGood }) {
      return "what is outstanding falls again when points are spent or expire"
    }
    return "shared budgets can close more than "
      + "\(SimulationPlan<LoyaltyEngine>.maximumClosingCount) times"
  }

  private static func text(_ bytes: Int) -> String { "\(max(1, bytes / 1_000_000)) MB" }
}
