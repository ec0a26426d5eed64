public import CommunitySimulation
internal import Experiments
public import IncentiveEngine
internal import MemberBehavior
internal import MemberPopulation
public import Scenarios
internal import Timeline

/// A scenario that shows a pattern, lived through once under every arm with everybody watched.
public struct SituationRun: Sendable {
  /// The scenario, mechanisms that are off included.
  public let scenario: Scenario
  /// The logs, by arm and then by community.
  let logs: [[CommunityLog]]

  /// Lives through one replication.
  ///
  /// - Throws: the problems of its schemes.
  init(of scenario: Scenario, replication: Int) throws(SchemeProblems) {
    let plan = try scenario.compiled()
    self.scenario = scenario
    let communities = (0..<plan.communities.communityCount).map { community in
      plan.logs(ofCommunity: community, replication: UInt32(replication))
    }
    logs = plan.arms.indices.map { arm in communities.map { $0[arm] } }
  }

  /// The logs of an arm; none if the scenario has no such arm.
  public func arm(_ name: String) -> [CommunityLog] {
    guard let position = scenario.arms.firstIndex(where: { $0.name == name }) else { return [] }
    return logs[position]
  }

  /// The sub-models that found something to act on under any arm.
  var concerned: SubmodelSet {
    logs.reduce(into: []) { set, arm in for log in arm { set.formUnion(log.concerned) } }
  }

  /// Days of the horizon.
  public var days: Int { scenario.horizon.dayCount }
}

extension CommunityLog {
  /// Every person's orders in the order of time, the history's included.
  public var ordersByPerson: [[LoggedOrder]] {
    var lives = Array(repeating: [LoggedOrder](), count: personCount)
    for order in orders { lives[Int(order.person)].append(order) }
    return lives
  }
}

extension [CommunityLog] {
  /// Every person's orders, over all communities.
  public var lives: [[LoggedOrder]] { flatMap(\.ordersByPerson) }

  /// Orders within the horizon, from a day on and before another.
  public func orderCount(from first: Double = 0, before last: Double = .infinity) -> Double {
    var count = 0
    for log in self {
      count += log.orders.count { $0.minute >= 0 && $0.day >= first && $0.day < last }
    }
    return Double(count)
  }
}
