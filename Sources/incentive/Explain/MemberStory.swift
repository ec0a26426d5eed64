internal import ArgumentParser
internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Scenarios
internal import Timeline

/// One person's life under one arm, and how it is told.
struct MemberStory {
  let ready: ReadyScenario
  let arm: Arm
  let replication: Int
  let person: PersonSummary
  let days: ClosedRange<Day>
  let language: Language
  /// From the first simulated day on.
  let entries: [StoryEntry]

  /// Lives the person's community under control, and under the arm.
  init(
    ready: ReadyScenario, plan: SimulationPlan<LoyaltyEngine>, member: Int, arm name: String?,
    replication: Int, days: ClosedRange<Day>, language: Language
  ) throws {
    self.ready = ready
    self.days = days
    self.language = language
    self.replication = replication
    let arm = try ScenarioLoading.arm(name, of: ready.scenario)
    let position = ready.scenario.arms.firstIndex { $0.name == arm.name } ?? 0
    guard (0..<ready.scenario.mostReplications).contains(replication) else {
      throw ValidationError(
        "--replication \(replication) is none of 0 to \(ready.scenario.mostReplications - 1)")
    }
    guard let number = UInt32(exactly: member),
      let person = plan.summary(ofPerson: number, replication: UInt32(replication))
    else {
      throw ValidationError(
        "--member \(member) is none of 0 to \(plan.communities.personCount - 1)")
    }
    self.arm = arm
    self.person = person
    let watcher = LifeWatcher(
      position: person.position, secondAccount: plan.secondAccount(of: person))
    func watch(_ arm: Int) -> LifeWatcher {
      plan.coupling == .windows
        ? plan.watchTogether(
          community: person.community, replication: UInt32(replication), arm: arm,
          observer: watcher, others: LifeWatcher(position: -1))
        : plan.watch(
          community: person.community, replication: UInt32(replication), arm: arm,
          observer: watcher)
    }
    func words(_ scheme: Int) -> StoryWords {
      StoryWords(
        scheme: plan.engine.schemes[scheme], currency: ready.scenario.currency,
        language: language)
    }
    entries = StoryBuilder.story(
      of: watch(position).entries, history: words(plan.historyScheme),
      horizon: words(plan.arms[position].scheme), horizonStart: plan.horizon.start,
      firstAccount: UInt32(person.position),
      control: position == 0 ? nil : watch(0).orders)
  }

  /// What is told in full.
  func told(ordersOnly: Bool) -> [StoryEntry] {
    entries.filter { days.contains($0.minute.day) && !(ordersOnly && $0.kind == .noOrder) }
  }

  /// What came before.
  var earlier: [StoryEntry] { entries.filter { $0.minute.day < days.lowerBound } }

  /// Entries up to the last day told.
  var known: [StoryEntry] { entries.filter { $0.minute.day <= days.upperBound } }

  var transfers: [Transfer] { known.flatMap(\.transfers) }

  /// How often the engine was asked for the balance, and how often the transfers gave another one.
  var balanceChecks: (count: Int, failures: Int) {
    var (first, second): (Int64, Int64) = (0, 0)
    var checks = (count: 0, failures: 0)
    for entry in known {
      if let quoted = entry.quotedBalance {
        checks.count += 1
        if quoted != (entry.isOfSecondAccount ? second : first) { checks.failures += 1 }
      }
      (first, second) = (entry.balance - entry.secondBalance, entry.secondBalance)
    }
    return checks
  }
}
