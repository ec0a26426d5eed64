import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberPopulation
import Quantities
import Scenarios
import Statistics
import Testing

@testable import Experiments

/// Where communities depend on each other, only replications are independent (D9).
@Suite struct ReplicationIntervalsTests {
  /// Replications of two communities of 50 members and 25 orders: in replication r (from 1) the
  /// arm has 40 + r orders more in one community and 40 fewer in the other.
  private static func comparison(replications: Int) throws -> Comparison {
    var merged = TinyTally.tally([[[:], [:]]])
    merged = Tally(layout: merged.layout)
    var apart = ReplicationTotals(replications: replications, armCount: 2)
    for replication in 1...replications {
      let tally = TinyTally.tally(
        [40 + Int64(replication), -40].map { difference in
          [
            [.membersAtStart: 50, .orders: 75, .sharedOrders: 75],
            [
              .membersAtStart: 50, .orders: 75 + difference,
              .sharedOrders: 75 + min(difference, 0), .gainedOrders: max(difference, 0),
              .lostOrders: max(-difference, 0),
            ],
          ]
        })
      merged.merge(tally)
      apart.add(tally, replication: replication - 1)
    }
    return try Comparison(
      merged, armNames: ["control", "growth"], replications: replications, apart: apart)
  }

  /// Differences 1 to 10 a replication, 100 members each: 55 ÷ 1,000, s² = 82.5 ÷ 9 = 9.1667,
  /// (a) = √(10 · 9.1667) ÷ 1,000 = 0.00957427, (b) = s ÷ 100 = 0.0302765, t₉ = 2.2621572.
  @Test func `ten replications give the interval of their own spread`() throws {
    let comparison = try Self.comparison(replications: 10)
    #expect(comparison.unit == .replication && comparison.warning == nil)
    let orders = comparison.arms[1][.ordersPerMember]
    let estimate = try #require(orders.difference.estimate)
    let interval = try #require(estimate.interval)
    #expect(abs(estimate.value - 0.055) < 1e-12)
    #expect(try abs(#require(estimate.standardError) - 0.009_574_271) < 1e-8)
    #expect(try abs(#require(orders.outcomeSpread) - 0.030_276_504) < 1e-8)
    #expect(abs(interval.lower - 0.033_341_49) < 1e-7)
    #expect(abs(interval.upper - 0.076_658_51) < 1e-7)
  }

  @Test func `nine replications give values, no interval, and say how many are missing`() throws {
    let comparison = try Self.comparison(replications: 9)
    let orders = comparison.arms[1][.ordersPerMember]
    #expect(orders.difference.value == 0.05)
    #expect(orders.difference.interval == nil && orders.outcomeSpread == nil)
    #expect(comparison.warning?.contains("9 are too few") == true)
    #expect(comparison.arms[1].notes.contains { "\($0)".contains("9 are too few") })
    let currency = Currency.known[0]
    func verdict(_ judge: Line.Judge) -> ArmVerdict {
      var goal = Line(
        metric: .ordersPerMember, role: .goal, reference: .arm("control"), condition: .up)
      goal.judge = judge
      return ArmVerdict(
        arm: "growth",
        judgements: ExpectationJudge(comparison, currency: currency).judge([goal]),
        health: Health(TinyTally.tally([[[:], [:]]]), comparison), replications: 9,
        unit: comparison.unit)
    }
    #expect(verdict(.interval).status == .inconclusive(moreReplications: 1))
    #expect(verdict(.interval).rule.contains("replications alone"))
    #expect(verdict(.point).status == .runARealTest)
  }

  /// Fixed by the budget, the total never varies; that of a community, which depends on who comes
  /// first, does.
  @Test func `a budget that is always used up has no spread over replications`() async throws {
    let world = try CoupledWorld(seed: 3) { scheme in
      scheme.offers = [
        Offer(
          name: "ten", access: .promotion(.always),
          benefit: .amountOff([
            LadderStep(minimumSpend: Money(minor: 100), off: Money(minor: 10))
          ]))
      ]
      scheme.points = nil
      scheme.budgets = [Budget(name: "two", measure: .uses, limit: 2)]
    }
    for runsTogether in [false, true] {
      var plan = world.plan
      plan.runsTogether = runsTogether
      let outcome = try await Run(plan: plan, replications: 12).execute(threads: 2)
      #expect(outcome.tally.arms[1][.promotionDiscountMinor] == 12 * 2 * 10)
      let names = ["control", "arm"]
      let apart = try Comparison(
        outcome.tally, armNames: names, replications: 12, apart: outcome.replications)
      let clustered = try Comparison(outcome.tally, armNames: names, replications: 12)
      let own = try #require(apart.arms[1][.discountPerMember].difference.estimate)
      let wrong = try #require(clustered.arms[1][.discountPerMember].difference.estimate)
      #expect(own.value == wrong.value)
      #expect(own.standardError == 0)
      #expect(try #require(wrong.standardError) > 0)
    }
  }

  /// The relative error of a standard error from n units is about 1 ÷ √(2(n − 1)): 5% of 200
  /// replications, less of communities; four times both leave 20%.
  @Test func `where nothing is shared, communities and replications tell the same`() throws {
    let world = try CoupledWorld(seed: 5) { $0.budgets = [] }
    #expect(world.plan.coupling == .none)
    let count = 200
    var merged = Tally(layout: world.plan.layout)
    var apart = ReplicationTotals(replications: count, armCount: 2)
    var work = WorkCount()
    for replication in 0..<count {
      var tally = Tally(layout: world.plan.layout)
      for community in 0..<world.plan.communities.communityCount {
        world.plan.simulate(
          community: community, replication: UInt32(replication), into: &tally, work: &work)
      }
      merged.merge(tally)
      apart.add(tally, replication: replication)
    }
    #expect(world.plan.communities.communityCount > 1)
    let names = ["control", "arm"]
    let clustered = try Comparison(merged, armNames: names, replications: count).arms[1]
    let own = try Comparison(
      merged, armNames: names, replications: count, apart: apart
    ).arms[1]
    for metric in [Metric.ordersPerMember, .incentiveCostPerMember, .netValuePerMember] {
      let left = try #require(clustered[metric].difference.estimate)
      let right = try #require(own[metric].difference.estimate)
      #expect(left.value == right.value)
      let ratio = try #require(left.standardError) / #require(right.standardError)
      #expect(abs(ratio - 1) < 0.2, "\(metric.rawValue): \(ratio)")
      let spreads =
        try #require(clustered[metric].outcomeSpread) / #require(own[metric].outcomeSpread)
      #expect(abs(spreads - ratio) < 1e-9)
    }
  }
}
