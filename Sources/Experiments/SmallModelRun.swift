public import CommunitySimulation
public import IncentiveEngine
public import Scenarios
internal import Timeline

extension Scenario {
  /// Runs the benchmarks' small model under the scenario's last arm, on threads.
  ///
  /// - Throws: the problems of its scheme.
  public func runSmallModel(threads: Int) async throws(SchemeProblems) -> SmallModel.Tally {
    let scheme = try (arms.last?.scheme ?? .none).compile()
    let engine = LoyaltyEngine(schemes: [scheme], days: horizon.firstDay...horizon.lastDay)
    let model = SmallModel(horizon: horizon)
    let size = people.membersPerCommunity
    let (members, seed) = (people.memberCount, seed)
    var starts = stride(from: 0, to: members, by: size).makeIterator()
    return await withTaskGroup(of: SmallModel.Tally.self) { group in
      func startNext() {
        guard let first = starts.next() else { return }
        let range = first..<min(first + size, members)
        group.addTask { model.run(range, engine: engine, seed: seed) }
      }
      for _ in 0..<max(1, threads) { startNext() }
      var total = SmallModel.Tally()
      for await part in group {
        total.add(part)
        startNext()
      }
      return total
    }
  }
}
