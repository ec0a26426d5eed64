import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing

/// The same message at another hour is the same message: what it brings is compared with what it
/// brought in control, though it comes at other minutes.
@Suite struct SendHourTests {
  /// People who buy only when a message brings them: needs come once in thousands of years.
  static func town(hours: [Int], seed: UInt64 = 1) -> Town {
    var profile = Preset.dealSeekers.profile
    profile.population.parameters[PopulationParameter.rateScale]?.value = 1e9
    profile.behavior.parameters[BehaviorParameter.openProbability]?.value = 0.9
    profile.behavior.parameters[BehaviorParameter.visitProbability]?.value = 0.9
    var town = Town()
    town.seed = seed
    town.segments = [(profile, 1)]
    town.members = 600
    town.schemes = hours.map { hour in
      Scheme(
        name: "at \(hour)",
        offers: [
          Offer(
            name: "monthly",
            access: .coupon(
              .monthly(dayOfMonth: 1, hour: hour, audience: .everyone), validDays: 20),
            benefit: .shareOff(.percent(40), minimumSpend: .zero, cap: nil))
        ])
    }
    town.arms = Array(hours.indices)
    return town
  }

  @Test(arguments: [1, 2, 3])
  func `a message sent twelve hours later or earlier shares all its orders`(seed: UInt64) throws {
    let tally = try Self.town(hours: [8, 20, 8, 0], seed: seed).plan().live()
    let control = tally.arms[0]
    #expect(control[.messageOrders] > 100)
    #expect(control[.orders] == control[.messageOrders], "only messages bring orders here")
    for arm in tally.arms {
      #expect(arm[.sharedOrders] == control[.orders], "seed \(seed)")
      #expect(arm[.gainedOrders] + arm[.gainedLapsedOrders] + arm[.lostOrders] == 0)
    }
    #expect(tally.violations == [])
  }

  @Test(arguments: [1, 2, 3])
  func `the next order of a shared one is as far away in both arms`(seed: UInt64) throws {
    let arm = try Self.town(hours: [8, 20], seed: seed).plan().live().arms[1]
    #expect(arm[.alwaysBuyers60] > 50 && arm[.again60] > 10, "seed \(seed)")
    // Everything happens twelve hours later, so gaps are the same.
    #expect(arm[.again30] == arm[.controlAgain30])
    #expect(arm[.again60] == arm[.controlAgain60])
    #expect(arm[.again90] == arm[.controlAgain90])
    #expect(arm[.personsWithMoreOrders] == 0 && arm[.personsWithFewerOrders] == 0)
  }

  @Test func `a message that only one arm sends brings orders that only it has`() throws {
    var town = Self.town(hours: [8, 20])
    town.schemes.append(.none)
    town.arms = [2, 0, 1]
    let none = try town.plan().live()
    for arm in none.arms.dropFirst() {
      #expect(arm[.gainedOrders] + arm[.gainedLapsedOrders] == arm[.orders] && arm[.orders] > 100)
    }
    town.arms = [0, 2]
    let stopped = try town.plan().live()
    #expect(stopped.arms[1][.lostOrders] == stopped.arms[0][.orders])
    #expect(stopped.violations == [])
  }
}
