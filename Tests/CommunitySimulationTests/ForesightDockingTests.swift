import CommunitySimulation
import Foundation
import IncentiveEngine
import MemberBehavior
import MemberPopulation
import PointsLedger
import Quantities
import Scenarios
import Testing

/// A stamp card with one reward and members who look ahead, against value iteration.
@Suite struct ForesightDockingTests {
  static let size = 8
  static let reward = 4.0
  static let discount = 0.93
  static let baseline = 0.2

  /// The share of visits that end in an order by stamps missing, from 1 on: the value of every state
  /// at once, again and again, until none changes.
  static func iterated() -> [Double] {
    let cost = log(baseline / (1 - baseline))
    let plain = log(1 + exp(cost))
    var values = [reward] + Array(repeating: 0.0, count: size)
    var change = 1.0
    while change > 1e-13 {
      let before = values
      for missing in 1...size {
        let choice = log(exp(cost + before[missing - 1]) + exp(before[missing]))
        values[missing] = discount * (choice - plain)
      }
      change = zip(values, before).map { abs($0 - $1) }.max() ?? 0
    }
    return (1...size).map { 1 / (1 + exp(-(cost + values[$0 - 1] - values[$0]))) }
  }

  /// Everybody alike, who never leaves and visits often; every visit is looked at.
  static func plan(seed: UInt64) throws -> SimulationPlan<LoyaltyEngine> {
    var profile = Preset.cafe.profile
    let population: [PopulationParameter: Double] = [
      .rateShape: 1e6, .rateScale: 1e6, .regularity: 1, .dropoutA: 0.01, .dropoutB: 1e6,
    ]
    for (name, value) in population {
      profile.population.parameters[name] = Parameter(value, .notStated, source: "")
    }
    let behavior: [BehaviorParameter: Double] = [
      .baselineConversion: baseline, .unresponsiveShare: 0, .responsivenessShape: 1e8,
      .attractionLimit: 1e9, .rewardWeight: reward, .foresight: discount, .noveltyWeight: 0,
      .rewardFeelingWeight: 0, .responseDecline: 0, .pantryShare: 0, .giftWeight: 0,
      .rewardWorth: 0,
    ]
    for (name, value) in behavior {
      profile.behavior.parameters[name] = Parameter(value, .notStated, source: "")
    }
    var town = Town(segments: [(profile, 1)], members: 3000, membersPerCommunity: 1000)
    town.days = 140
    town.seed = seed
    town.schemes = [
      Scheme(
        name: "card",
        stampCard: StampCard(
          earning: .perOrder(minimumSpend: .zero), size: size,
          reward: .item(cost: Money(minor: 100), value: Money(minor: 2000))))
    ]
    var plan = try town.plan()
    plan.quotesEverything = true
    return plan
  }

  /// Visits and orders of the first card, by stamps missing.
  struct CardWatcher: LifeObserver {
    var visits = Array(repeating: 0, count: size + 1)
    var orders = Array(repeating: 0, count: size + 1)
    private var isFull: [Bool]

    init(people: Int) { isFull = Array(repeating: false, count: people) }

    var asksWhy: Bool { false }
    func watches(_ person: Int) -> Bool { true }
    mutating func record(_ transfer: Transfer) {}

    mutating func observe(_ moment: LifeMoment, of watched: Int) {
      guard case .occasion(let record) = moment, !isFull[Int(record.occasion.person)],
        let missing = record.quote.map({ Int($0.stampsToReward) })
      else { return }
      visits[missing] += 1
      guard record.isOrder else { return }
      orders[missing] += 1
      if missing == 1 { isFull[Int(record.occasion.person)] = true }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `members buy along the card as value iteration says`(seed: UInt64) throws {
    let plan = try Self.plan(seed: seed)
    var watcher = CardWatcher(people: 1000)
    var (visits, orders) = (watcher.visits, watcher.orders)
    for community in 0..<plan.communities.communityCount {
      watcher = plan.watch(
        community: community, replication: 0, arm: 0, observer: CardWatcher(people: 1000))
      for missing in visits.indices {
        visits[missing] += watcher.visits[missing]
        orders[missing] += watcher.orders[missing]
      }
    }
    let expected = Self.iterated()
    for missing in 1...Self.size {
      let share = Double(orders[missing]) / Double(visits[missing])
      let exact = expected[missing - 1]
      let error = (exact * (1 - exact) / Double(visits[missing])).squareRoot()
      #expect(
        abs(share - exact) < 4 * error,
        "seed \(seed), \(missing) missing: \(share), value iteration \(exact) ± \(error)")
    }
    // A goal gradient: the last stamp is bought at least half as often again as the first.
    #expect(expected[0] > 1.5 * expected[Self.size - 1])
    #expect(zip(expected, expected.dropFirst()).allSatisfy { $0 > $1 })
  }
}
