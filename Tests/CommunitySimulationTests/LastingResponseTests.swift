import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing

@testable import CommunitySimulation

/// What a reward leaves behind, what novelty adds, and who is moved at all.
@Suite struct LastingResponseTests {
  /// Habitual buyers for a year, control and one scheme; everybody reacts alike.
  static func town(
    _ scheme: Scheme, _ changes: [BehaviorParameter: Double], off: [Submodel] = []
  ) -> Town {
    var profile = Preset.groceryHabit.profile
    let alike: [BehaviorParameter: Double] = [.unresponsiveShare: 0, .responsivenessShape: 100]
    for (name, value) in alike.merging(changes, uniquingKeysWith: { _, own in own }) {
      profile.behavior.parameters[name] = Parameter(value, .notStated, source: "")
    }
    var town = Town(segments: [(profile, 1)], members: 800, membersPerCommunity: 400)
    town.days = 365
    town.schemes = [.none, scheme]
    town.arms = [0, 1]
    town.switchedOff = off
    return town
  }

  static let card = Scheme(
    name: "card",
    stampCard: StampCard(
      earning: .perOrder(minimumSpend: .zero), size: 5,
      reward: .item(cost: Money(minor: 300), value: Money(minor: 900))))

  static let tenth = Scheme(
    name: "tenth",
    offers: [
      Offer(
        name: "tenth", access: .promotion(.always),
        benefit: .shareOff(.percent(10), minimumSpend: .zero, cap: nil))
    ])

  /// Orders more than in control in a range of days.
  static func gain(_ tally: Tally, _ days: Range<Int>) -> Int64 {
    let daily = PromotionResponseTests.gain(tally)
    return daily[days].reduce(0, +)
  }

  @Test func `a full card is followed by more orders, and not before the first is full`() throws {
    let feeling: [BehaviorParameter: Double] = [.rewardFeelingWeight: 0.6, .rewardWeight: 0]
    let tally = try Self.town(Self.card, feeling).plan().live()
    #expect(tally.arms[1][.rewards] > 500)
    #expect(tally.arms[1][.gainedOrders] > 100)
    #expect(tally.violations == [])
    let without = try Self.town(Self.card, feeling, off: [.rewardFeeling]).plan().live()
    #expect(without.arms[1][.gainedOrders] == 0)
    // Nobody needs five times in the first days: no card is full, nothing is felt.
    #expect(Self.gain(tally, 0..<4) == 0)
  }

  @Test func `a new scheme moves most at first, one that went on before the horizon does not`()
    throws
  {
    var town = Self.town(Self.tenth, [.noveltyWeight: 3, .noveltyDays: 60])
    let fresh = try town.plan().live()
    let plain = try Self.town(Self.tenth, [:]).plan().live()
    #expect(Self.gain(fresh, 0..<60) > 2 * Self.gain(plain, 0..<60))
    // After five times τ less than a hundredth of it is left.
    let late = Double(Self.gain(fresh, 305..<365)) / Double(Self.gain(plain, 305..<365))
    #expect(late > 0.8 && late < 1.3, "\(late)")
    town.historyDays = 300
    var plan = try town.plan()
    let begun = plan.live()
    town.historyScheme = 1
    plan = try town.plan()
    plan.arms[1].continuesHistory = true
    let continued = plan.live()
    #expect(Self.gain(continued, 0..<60) < Self.gain(begun, 0..<60))
  }

  @Test func `heavy buyers gain least where response declines, and the mean response stays`() throws
  {
    /// Orders gained for each need, of the heavier half over the lighter.
    func steepness(_ decline: Double) throws -> Double {
      let town = Self.town(Self.tenth, [.responseDecline: decline])
      let plan = try town.plan()
      var (needs, impulses) = ([0.0, 0.0], [0.0, 0.0])
      for community in 0..<plan.communities.communityCount {
        let book = plan.watch(
          community: community, replication: 0, arm: 1, observer: OrderBook())
        let people = plan.everybody(in: community)
        for order in book.orders {
          let half = people[Int(order.person)].traits.needsPerWeek > 0.4 ? 1 : 0
          if order.stream == .need { needs[half] += 1 } else { impulses[half] += 1 }
        }
      }
      return (impulses[1] / needs[1]) / (impulses[0] / needs[0])
    }
    let (flat, steep) = (try steepness(0), try steepness(1))
    #expect(flat > 0.8 && flat < 1.25, "\(flat)")
    #expect(steep < 0.7, "\(steep)")
  }
}
