import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing

/// Orders lost to wear: the same mark with wear left out.
@Suite struct LostResponseTests {
  /// Weekly messages, about coupons that no basket is large enough for: only what messages do by
  /// themselves moves anybody, and nothing that an order changes comes back.
  static func town(
    _ changes: [BehaviorParameter: Double], off: [Submodel] = [], seed: UInt64 = 1
  ) -> Town {
    var profile = Preset.dealSeekers.profile
    let tiring: [BehaviorParameter: Double] = [
      .wearWeight: 1, .wearPerMessage: 0.3, .optOutProbability: 0, .openProbability: 0.8,
      .visitProbability: 0.5, .lapsedShare: 0, .adstockWeight: 0.8,
    ]
    for (name, value) in tiring.merging(changes, uniquingKeysWith: { _, own in own }) {
      profile.behavior.parameters[name] = Parameter(value, .notStated, source: "")
    }
    profile.population.parameters[PopulationParameter.rateScale]?.value = 2
    var town = Town(segments: [(profile, 0.6), (Preset.groceryHabit.profile, 0.4)])
    town.seed = seed
    town.members = 400
    let dates = [1, 8, 15, 22]
    let far = Benefit.amountOff([
      LadderStep(minimumSpend: Money(minor: 1_000_000_000), off: Money(minor: 1))
    ])
    town.schemes = [
      .none,
      Scheme(
        name: "messages",
        offers: dates.map { date in
          Offer(
            name: "on \(date)",
            access: .coupon(
              .monthly(dayOfMonth: date, hour: 10, audience: .everyone), validDays: 3),
            benefit: far)
        }),
    ]
    town.arms = [0, 1]
    town.switchedOff = off
    return town
  }

  static let worn: [[BehaviorParameter: Double]] = [
    [:], [.openingWear: 2], [.openingWear: 1, .topicWear: 0.4, .samenessWeight: 2],
    [.openingWear: 1, .restDelay: 9, .topicWear: 0.5, .scarcityWeight: 0.3],
  ]

  @Test(arguments: worn.indices, [1, 2] as [UInt64])
  func `they are the orders that a world without wear has more`(row: Int, seed: UInt64) throws {
    let changes = Self.worn[row]
    let tired = try Self.town(changes, seed: seed).plan().live()
    let fresh = try Self.town(changes, off: [.wear], seed: seed).plan().live()
    let (with, without) = (tired.arms[1], fresh.arms[1])
    #expect(tired.violations == [] && fresh.violations == [])
    #expect(with[.messages] == without[.messages] && with[.messages] > 8000)
    #expect(with[.ordersLostToWear] > 200, "seed \(seed)")
    #expect(with[.ordersLostToWear] == without[.orders] - with[.orders], "seed \(seed)")
    func margin(_ arm: ArmTally) -> Int64 { arm[.listMinor] - arm[.goodsMinor] }
    #expect(with[.marginLostToWearMinor] == margin(without) - margin(with), "seed \(seed)")
    // Without messages, or without wear, nothing is lost to it.
    #expect(tired.arms[0][.ordersLostToWear] == 0 && without[.ordersLostToWear] == 0)
  }

  @Test func `occasions above the ceiling are not lost to wear, quoted or not`() throws {
    var plan = try Self.town([.openingWear: 1], seed: 3).plan()
    let quick = plan.live()
    plan.quotesEverything = true
    let thorough = plan.live()
    #expect(quick.canonicalBytes == thorough.canonicalBytes)
    #expect(quick.arms[1][.ordersLostToWear] > 200)
  }

  @Test func `lost orders stand in the week, the segment, and under the message before them`()
    throws
  {
    let arm = try Self.town([.openingWear: 1], seed: 4).plan().live().arms[1]
    let coupon = Int(MessageTopic.coupon.rawValue)
    let wecom = Int(Channel.wecom.rawValue)
    #expect(
      arm.fatigue.value(.ordersLostToWear, channel: wecom, topic: coupon) == arm[.ordersLostToWear])
    #expect(arm.fatigue.value(.messages, channel: wecom, topic: coupon) == arm[.messages])
    let ofSegments = (0..<2).map { segment in
      (0..<26).reduce(0) {
        $0 + arm.fatigue.value(.ordersLostToWear, week: $1, segment: segment)
      }
    }
    #expect(ofSegments.allSatisfy { $0 > 0 })
    #expect(ofSegments.reduce(0, +) == arm[.ordersLostToWear])
  }

  @Test func `what is told apart has as many places as there are channels and topics`() {
    #expect(ArmTally.channelCount == Channel.allCases.count)
    #expect(FatigueTally.topicCount == MessageTopic.allCases.count)
    #expect(Fatigue.channelCount == Channel.allCases.count)
    #expect(Fatigue.topicCount == MessageTopic.allCases.count)
  }

  @Test func `members who are worn opt out more, and of nothing twice`() throws {
    func optOuts(_ growth: Double) throws -> Int64 {
      let arm = try Self.town([.optOutProbability: 0.01, .optOutWear: growth]).plan().live().arms[1]
      #expect(arm[.optOuts] <= arm[.messagedPersons])
      return arm[.optOuts]
    }
    #expect(try optOuts(0) > 30)
    #expect(try optOuts(2) > optOuts(0) + 30)
  }
}
