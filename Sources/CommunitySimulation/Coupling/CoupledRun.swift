public import IncentiveEngine
public import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Timeline

extension SimulationPlan {
  /// Lives all communities of one replication together, under every arm, control first, and adds
  /// them to a tally; all of them are in memory at once.
  ///
  /// Arms without shared budgets come out as if each community lived alone.
  ///
  /// - Returns: when shared budgets closed, by arm.
  @specialized(where E == LoyaltyEngine)
  public func simulateTogether(
    replication: UInt32, into tally: inout Tally, work: inout WorkCount
  ) -> [[ClosingInstant]] {
    var (agendas, histories) = histories(of: replication) { _ in Unobserved() }
    var lives = histories.map { _ in [ArmTally]() }
    var controls: [ControlRecord] = []
    var closings: [[ClosingInstant]] = []
    for arm in arms.indices {
      var runs = histories
      for index in runs.indices where arm > 0 { runs[index].control = controls[index] }
      closings.append(live(&runs, agendas, arm: arm))
      for index in runs.indices {
        runs[index].close(agendas[index])
        runs[index].runOff(agendas[index])
      }
      if arm == 0 { controls = runs.map(\.control) }
      for index in runs.indices {
        lives[index].append(runs[index].tally)
        work.quotedArms += runs[index].quotedCount - histories[index].quotedCount
      }
    }
    for index in agendas.indices {
      tally.add(
        community: lives[index], variates: variates(of: histories[index].people))
      work.add(agendas[index], people: histories[index].people.count, plan: self)
      work.quotedArms += histories[index].quotedCount
    }
    (agendas, histories) = ([], [])
    return closings
  }

  /// Lives all communities together under one arm with somebody looking at one of them.
  public func watchTogether<Observer: LifeObserver>(
    community: Int, replication: UInt32, arm: Int, observer: Observer, others: Observer
  ) -> Observer {
    var (agendas, runs) = histories(of: replication) { $0 == community ? observer : others }
    _ = live(&runs, agendas, arm: arm)
    for index in runs.indices { runs[index].close(agendas[index]) }
    agendas = []
    return runs[community].sinks.second
  }

  private func histories<Observer: LifeObserver>(
    of replication: UInt32, observer: (Int) -> Observer
  ) -> ([Agenda], [ArmRun<E, Observer>]) {
    var agendas: [Agenda] = []
    var runs: [ArmRun<E, Observer>] = []
    for community in 0..<communities.communityCount {
      let past = history(
        of: community, replication: replication, observer: observer(community))
      agendas.append(past.agenda)
      runs.append(past.run)
    }
    return (agendas, runs)
  }

  /// Lives one arm: each minute the communities to which something happens, in the order drawn.
  private func live<Observer: LifeObserver>(
    _ runs: inout [ArmRun<E, Observer>], _ agendas: [Agenda], arm: Int
  ) -> [ClosingInstant] {
    for index in runs.indices { runs[index].begin(arm: arm) }
    var ledger = SharedLedger(plan: self, arm: arm)
    if ledger.isEmpty {
      for index in runs.indices { runs[index].run(agendas[index], until: horizon.end) }
    } else {
      var minutes = runs.indices.map { runs[$0].nextMinute(agendas[$0]) }
      while let minute = minutes.min(), minute < horizon.end.index {
        let waiting = minutes.indices.filter { minutes[$0] == minute }
        for index in inOrder(waiting, at: minute, runs) {
          ledger.lend(to: &runs, index, at: Minute(index: minute))
          runs[index].run(agendas[index], until: Minute(index: minute + 1))
          ledger.take(from: &runs, index, at: Minute(index: minute))
          minutes[index] = runs[index].nextMinute(agendas[index])
        }
      }
    }
    return ledger.closings
  }

  private func inOrder<Observer: LifeObserver>(
    _ communities: [Int], at minute: Int32, _ runs: [ArmRun<E, Observer>]
  ) -> [Int] {
    guard communities.count > 1 else { return communities }
    let draws = runs[0].draws
    return communities.map { (tieMark(of: $0, at: minute, draws: draws), $0) }
      .sorted { $0 < $1 }.map(\.1)
  }
}

extension WorkCount {
  /// Counts the occasions of a community: those of the history once, whatever the number of arms.
  mutating func add<E: Engine>(_ agenda: Agenda, people: Int, plan: SimulationPlan<E>) {
    let measured = agenda.needCount + agenda.impulseCount
    let lived = measured + agenda.runOffCount
    let past = agenda.occasions.count + agenda.skippedCount - lived
    measuredOccasionArms += Int64(measured * plan.arms.count)
    occasionArms += Int64(past + lived * plan.arms.count)
    personDayArms += Int64(people * plan.horizon.dayCount * plan.arms.count)
  }
}
