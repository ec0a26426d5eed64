public import IncentiveEngine
internal import MemberPopulation
internal import Randomness
internal import Timeline

/// How the communities of a run depend on each other (D6).
public enum Coupling: Sendable, Hashable {
  /// Not at all: any community may be simulated alone.
  case none
  /// By budgets that close for good: found by passes, then any community may be simulated alone.
  case closingInstants
  /// By what passes cannot find: all communities are simulated together, minute by minute.
  case windows
}

/// One budget that all communities share, and what it asks of a run.
public struct SharedBudget: Sendable, Hashable {
  /// The arm.
  public var arm: Int
  /// Its position in the arm's scheme.
  public var position: Int
  /// The budget.
  public var budget: Budget
  /// How often it can close within the horizon.
  public var periodCount: Int

  /// Whether it closes for good in its period, so that it has an exact closing instant.
  public var closesForGood: Bool { budget.measure != .liability }
}

extension SimulationPlan {
  /// The most closings of one arm that are searched for.
  ///
  /// assumption: each takes two passes over the population; beyond a year of months one run of all
  /// communities together is quicker.
  public static var maximumClosingCount: Int { 12 }

  /// The budgets that all communities share, arm by arm.
  public var sharedBudgets: [SharedBudget] {
    arms.indices.flatMap { arm in
      sharedBudgets(ofArm: arm).map { position, budget in
        var periods = 1
        var day = budget.firstDay(of: horizon.lastDay)
        while budget.period != nil, day > horizon.firstDay {
          periods += 1
          day = budget.firstDay(of: day.advanced(by: -1))
        }
        return SharedBudget(arm: arm, position: position, budget: budget, periodCount: periods)
      }
    }
  }

  /// How the communities depend on each other.
  public var coupling: Coupling {
    let shared = sharedBudgets
    guard !shared.isEmpty else { return .none }
    let closings = arms.indices.map { arm in
      shared.filter { $0.arm == arm }.reduce(0) { $0 + $1.periodCount }
    }
    let canSearch =
      shared.allSatisfy(\.closesForGood)
      && closings.allSatisfy { $0 <= Self.maximumClosingCount }
    return canSearch && !runsTogether ? .closingInstants : .windows
  }

  /// The draws of a replication.
  func draws(of replication: UInt32) -> Draws { Draws(seed: seed, replication: replication) }
}
