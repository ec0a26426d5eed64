import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import PointsLedger
import Quantities
import Randomness
import Scenarios
import Testing
import Timeline

@testable import CommunitySimulation

/// How a population begins: cohort, base, prospects, arrivals.
@Suite struct StartTests {
  @Test func `a cohort joins when the horizon begins, arrivals come during it`() throws {
    var town = Town.rich(arms: [1], seed: 5)
    town.historyDays = 0
    let plan = try town.plan()
    let people = plan.everybody(in: 0)
    #expect(people.filter(\.isMember).count == 100)
    #expect(people.prefix(130).allSatisfy { $0.start == plan.horizon.start.index })
    let arrivals = people.dropFirst(130)
    #expect(arrivals.count == 15)
    #expect(arrivals.allSatisfy { $0.start > plan.horizon.start.index })
    #expect(arrivals.allSatisfy { $0.start < plan.horizon.end.index })
  }

  @Test func `who joins in a minute is a member at the occasions of that minute`() throws {
    var town = Town(members: 20)
    // Some 20,000 needs a week: two in the very minute in which a cohort joins.
    town.segments[0].profile.population.parameters[.rateShape] = Parameter(
      1000, .notStated, source: "assumption: a test")
    town.segments[0].profile.population.parameters[.rateScale] = Parameter(
      0.05, .notStated, source: "assumption: a test")
    town.days = 1
    let arm = try town.plan().live().arms[0]
    #expect(arm[.orders] > 20)
    #expect(arm[.memberOrders] == arm[.orders])
  }

  @Test func `a base has grown through its history and opens with points`() throws {
    let plan = try Town.rich(arms: [0, 1], seed: 5).plan()
    let people = plan.everybody(in: 0)
    #expect(people.prefix(130).allSatisfy { $0.start >= plan.firstDay.start.index })
    #expect(people.prefix(130).allSatisfy { $0.start < plan.horizon.start.index })
    let tally = plan.live()
    let opening = tally.arms.map { arm in
      (0..<arm.layout.vintageCount).reduce(0) { sum, vintage in
        MovementColumn.allCases.reduce(sum) {
          $0 + arm.movement($1, month: -1, vintage: vintage)
        }
      }
    }
    #expect(opening[0] > 0)
    #expect(opening[0] == opening[1], "all arms begin with the same points")
    #expect(tally.arms[0][.membersAtStart] == 300)
  }

  @Test func `points whose last day is the first of the horizon can be spent on it`() throws {
    var town = Town.rich(arms: [1], seed: 6)
    var scheme = RichSchemes.quiet
    scheme.points?.expiry = .afterDays(1, roundedTo: .month)
    town.schemes = [.none, scheme]
    (town.firstDay, town.historyDays, town.days) = (day(2026, 1, 31), 30, 1)
    let plan = try town.plan()
    var withPoints = 0
    for community in 0..<plan.communities.communityCount {
      let balances = plan.watch(
        community: community, replication: 0, arm: 0,
        observer: FirstBalances(from: plan.horizon.start.index))
      withPoints += balances.first.values.filter { $0 > 0 }.count
    }
    #expect(withPoints > 10)
  }

  @Test func `heavier buyers join first`() throws {
    var town = Town.rich(arms: [0], seed: 7)
    (town.members, town.prospects, town.membersPerCommunity) = (500, 1500, 500)
    (town.days, town.arrivals, town.storeEffect) = (60, 0, 0)
    let plan = try town.plan()
    let people = plan.everybody(in: 0)
    let joined = plan.watch(community: 0, replication: 0, arm: 0, observer: Joiners()).joiners
    let joiners = people.indices.filter {
      joined.contains(people[$0].number) && !people[$0].isMember
    }
    let others = people.indices.filter { !joined.contains(people[$0].number) }
    func meanRate(_ positions: [Int]) -> Double {
      positions.reduce(0) { $0 + people[$1].traits.needsPerWeek } / Double(positions.count)
    }
    #expect(joiners.count > 100 && others.count > 100)
    #expect(meanRate(joiners) > 1.5 * meanRate(others))
  }
}

extension SimulationPlan {
  /// The people of a community as they are drawn.
  func everybody(in community: Int) -> [Person] {
    people(
      of: communities.community(community), index: community,
      draws: Draws(seed: seed, replication: 0))
  }
}

/// The balance at each person's first quoted occasion from a minute on.
private struct FirstBalances: LifeObserver {
  var from: Int32
  var first: [UInt32: Int64] = [:]

  init(from: Int32) { self.from = from }
  func watches(_ person: Int) -> Bool { true }
  mutating func record(_ transfer: Transfer) {}

  mutating func observe(_ moment: LifeMoment, of person: Int) {
    guard case .occasion(let record) = moment, record.occasion.minute >= from,
      let quote = record.quote, first[record.occasion.person] == nil
    else { return }
    first[record.occasion.person] = quote.balance.count
  }
}

/// Who ordered as a stranger first and as a member later, by position (community 0 begins at 0).
private struct Joiners: LifeObserver {
  var strangers: Set<UInt32> = []
  var joiners: Set<UInt32> = []

  func watches(_ person: Int) -> Bool { true }
  mutating func record(_ transfer: Transfer) {}

  mutating func observe(_ moment: LifeMoment, of person: Int) {
    guard case .occasion(let record) = moment else { return }
    if !record.isMember {
      strangers.insert(record.occasion.person)
    } else if strangers.contains(record.occasion.person) {
      joiners.insert(record.occasion.person)
    }
  }
}
