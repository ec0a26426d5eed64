internal import IncentiveEngine
public import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Randomness
internal import Timeline

/// How much work a run did: never part of a result.
public struct WorkCount: Sendable, Hashable {
  /// Occasions of the two streams: those of the history once, those of the horizon and of the days
  /// after it for each arm.
  public var occasionArms: Int64 = 0
  /// Those of the horizon alone, for each arm.
  public var measuredOccasionArms: Int64 = 0
  /// Those that were quoted.
  public var quotedArms: Int64 = 0
  /// Person-days, each arm's counted.
  public var personDayArms: Int64 = 0

  /// No work yet.
  public init() {}

  /// Adds other work.
  public mutating func add(_ other: WorkCount) {
    occasionArms += other.occasionArms
    measuredOccasionArms += other.measuredOccasionArms
    quotedArms += other.quotedArms
    personDayArms += other.personDayArms
  }
}

extension SimulationPlan {
  /// Lives the life of one community in one replication under every arm, control first, and adds it
  /// to a tally.
  ///
  /// A pure function of the plan, the community and the replication: any order, thread or machine
  /// gives the same tally. Specialized here for our engine, because the compiler does not carry a
  /// function of this size into the module that calls it; another engine runs a quarter slower.
  @specialized(where E == LoyaltyEngine)
  public func simulate(
    community index: Int, replication: UInt32, into tally: inout Tally, work: inout WorkCount
  ) {
    let (agenda, history) = history(
      of: index, replication: replication, observer: Unobserved())
    var lives: [ArmTally] = []
    var control: ControlRecord?
    for arm in arms.indices {
      var run = history
      if let control { run.control = control }
      run.begin(arm: arm)
      run.run(agenda, until: horizon.end)
      run.close(agenda)
      run.runOff(agenda)
      if arm == 0 { control = run.control }
      lives.append(run.tally)
      work.quotedArms += run.quotedCount - history.quotedCount
    }
    tally.add(community: lives, variates: variates(of: history.people))
    work.quotedArms += history.quotedCount
    work.add(agenda, people: history.people.count, plan: self)
  }

  /// Lives one community under one arm (and, before it, its history) with somebody looking.
  public func watch<Observer: LifeObserver>(
    community index: Int, replication: UInt32, arm: Int, observer: Observer
  ) -> Observer {
    let (agenda, past) = history(of: index, replication: replication, observer: observer)
    var run = past
    run.begin(arm: arm)
    run.run(agenda, until: horizon.end)
    run.close(agenda)
    return run.sinks.second
  }

  /// The occasions of a community, and its life up to the start of the horizon: what all arms share.
  func history<Observer: LifeObserver>(
    of index: Int, replication: UInt32, observer: Observer
  ) -> (agenda: Agenda, run: ArmRun<E, Observer>) {
    let draws = Draws(seed: seed, replication: replication)
    let people = people(of: communities.community(index), index: index, draws: draws)
    return history(of: people, community: index, replication: replication, observer: observer)
  }

  /// The same of people who are drawn already.
  func history<Observer: LifeObserver>(
    of people: [Person], community index: Int, replication: UInt32, observer: Observer
  ) -> (agenda: Agenda, run: ArmRun<E, Observer>) {
    let agenda = Agenda(
      of: people, plan: self, draws: Draws(seed: seed, replication: replication))
    var run = ArmRun(
      plan: self, community: index, people: people, replication: replication,
      occasionCount: agenda.occasions.count, observer: observer)
    run.run(agenda, until: horizon.start)
    return (agenda, run)
  }
}
