import Measurement
import Statistics
import Testing
import Timeline

@testable import Experiments

/// What two lives of the same people tell, from tallies made by hand.
@Suite struct PairedWorldsTests {
  private struct Amounts {
    var persons, orders, margin, cost: Int64
  }

  /// Communities of one segment: arm less control as stated, control's life is 5 orders each.
  private static func tally(_ communities: [Amounts]) -> Tally {
    let layout = TinyTally.layout(arms: 2)
    var tally = Tally(layout: layout)
    for amounts in communities {
      var (control, arm) = (ArmTally(layout: layout), ArmTally(layout: layout))
      control[.membersAtStart] = amounts.persons
      for person in 0..<amounts.persons {
        let isFirst = person == 0
        arm.add(
          PersonAmounts(
            orders: 5 + (isFirst ? amounts.orders : 0), controlOrders: 5,
            marginMinor: isFirst ? amounts.margin : 0, controlMarginMinor: 0,
            incentiveMinor: isFirst ? amounts.cost : 0, controlIncentiveMinor: 0),
          to: .segment, slice: 0)
      }
      tally.add(community: [control, arm], variates: [])
    }
    return tally
  }

  /// Net +100, +300, −100 with 10 persons each: mean 100, standard deviation 200, error 200 ÷ √3, all
  /// over 10; t of two degrees of freedom is 4.302653 (SciPy 1.17.1).
  @Test func `net value per person has the error of communities`() throws {
    let tally = Self.tally([
      Amounts(persons: 10, orders: 2, margin: 150, cost: 50),
      Amounts(persons: 10, orders: 1, margin: 400, cost: 100),
      Amounts(persons: 10, orders: 0, margin: 0, cost: 100),
    ])
    let found = try SliceComparison(.segment, tally, arm: 1)
    let slice = try #require(found.slices.first)
    #expect(slice.persons == 30 && slice.netMinor == 300 && slice.costMinor == 250)
    #expect(slice.orders - slice.controlOrders == 3)
    let net = try #require(slice[.net].estimate)
    #expect(abs(net.value - 10) < 1e-12)
    let error = 200 / 3.0.squareRoot() / 10
    #expect(abs((net.standardError ?? 0) - error) < 1e-9)
    #expect(abs((net.interval?.halfWidth ?? 0) - 4.302653 * error) < 1e-4)
    #expect(abs((slice[.orders].value ?? 0) - 0.1) < 1e-12)
    #expect(found.shrunkNet == nil, "one group is drawn toward nothing")
  }

  @Test func `a week's spread is that of communities, once for one population`() throws {
    let layout = TinyTally.layout(arms: 1)
    var tally = Tally(layout: layout)
    for orders in [2, 4, 6, 8] as [Int64] {
      var arm = ArmTally(layout: layout)
      arm[.membersAtStart] = 10
      arm.add(orders, to: .orders, day: 3)
      arm.add(1, to: .repeaters, day: 10)
      tally.add(community: [arm], variates: [])
    }
    // Two replications of two communities: 20 orders over 40 member-starts.
    let orders = WeekSeries(.orders, tally, arm: 0, replications: 2)
    let first = try #require(orders.weeks[0])
    #expect(first.value == 0.5)
    // Variance of 2, 4, 6, 8 is 20/3; (a) = √(4 · 20/3) ÷ 40, (b) = (a)·√2.
    let spread = (4 * 20 / 3.0).squareRoot() / 40 * 2.0.squareRoot()
    #expect(abs((first.outcomeSpread ?? 0) - spread) < 1e-12)
    #expect(orders.weeks.count == 13 && orders.weeks[12] == nil, "90 days: the last week is short")
    let repeaters = WeekSeries(.repurchaseShare, tally, arm: 0, replications: 2)
    #expect(repeaters.weeks.map { $0?.value } == [0] + Array(repeating: 0.1, count: 12))
    #expect(WeekSeries(.wear, tally, arm: 0, replications: 2).weeks.allSatisfy { $0 == nil })
  }

  /// 100 members, 20 of whom join on day 45 of 90: 80·90 + 20·45 member-days.
  @Test func `naive readings count the same days before and after, and person-days`() {
    let layout = TinyTally.layout(arms: 2)
    var (control, arm) = (ArmTally(layout: layout), ArmTally(layout: layout))
    (control[.membersAtStart], control[.orders]) = (80, 100)
    (arm[.membersAtStart], arm[.enrolledAtStart], arm[.orders]) = (80, 80, 130)
    (arm[.memberOrders], arm[.ordersBefore], arm[.ordersAfter]) = (81, 40, 60)
    arm.add(20, to: .joined, day: 45)
    var tally = Tally(layout: layout)
    tally.add(community: [control, arm], variates: [])
    let naive = NaiveLift(tally, arm: 1, historyDays: 200, persons: 150, replications: 1)
    #expect(naive.comparedDays == 90)
    #expect(naive.before == 0.5 && naive.after == 0.75)
    #expect(naive.beforeAfter == 0.5)
    #expect(abs((naive.membersPerYear ?? 0) - 81.0 / 8100 * 365) < 1e-12)
    #expect(abs((naive.othersPerYear ?? 0) - 49.0 / 5400 * 365) < 1e-12)
    #expect(abs((naive.causal ?? 0) - 0.3) < 1e-12)
    let cohort = NaiveLift(tally, arm: 1, historyDays: 0, persons: 100, replications: 1)
    #expect(cohort.before == nil && cohort.beforeAfter == nil && cohort.comparedDays == 0)
  }

  /// ¥3 of cost and ¥5 of net value beyond control over 2 members: ¥1.50 and ¥4.
  @Test func `a replication's point is cost and margin beyond control, per member`() throws {
    var totals = ReplicationTotals(replications: 2, armCount: 2)
    let part = TinyTally.tally([
      [
        [.membersAtStart: 2, .couponDiscountMinor: 100],
        [.couponDiscountMinor: 400, .gainedMarginMinor: 900, .lostMarginMinor: 100],
      ]
    ])
    totals.add(part, replication: 0)
    let points = ReplicationPoint.points(totals, arm: 1)
    #expect(points == [ReplicationPoint(costMinor: 150, marginMinor: 400)])
    #expect(ReplicationPoint.points(totals, arm: 0).map(\.costMinor) == [0])
  }

  @Test func `replications are the units where communities depend on each other`() throws {
    let layout = TinyTally.layout(arms: 2)
    var totals = ReplicationTotals(replications: 10, armCount: 2)
    var all = Tally(layout: layout)
    for replication in 0..<10 {
      let part = Self.tally([
        Amounts(persons: 5, orders: 0, margin: Int64(replication), cost: 0),
        Amounts(persons: 5, orders: 0, margin: 10, cost: 0),
      ])
      totals.add(part, replication: replication)
      all.merge(part)
    }
    let found = try SliceComparison(.segment, all, arm: 1, apart: totals)
    let net = try #require(found.slices.first?[.net].estimate)
    // Sums of a replication are 10 to 19: standard deviation √(82.5 ÷ 9) over 10 persons, ÷ √10.
    let error = (82.5 / 9).squareRoot() / 10 / 10.0.squareRoot()
    #expect(abs((net.standardError ?? 0) - error) < 1e-12)
    #expect(abs(net.value - 1.45) < 1e-12)
  }
}
