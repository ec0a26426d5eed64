import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing

/// What promotions move beside the price: baskets, stock at home, deadlines, coupons never used.
@Suite struct PromotionResponseTests {
  /// Habitual buyers with every reaction, half a year, control and one scheme.
  static func town(_ offers: Offer..., off: [Submodel] = [], members: Int = 3000) -> Town {
    var town = Town()
    town.segments = [(Preset.groceryPromotions.profile, 1)]
    town.members = members
    town.membersPerCommunity = 1000
    town.schemes = [.none, Scheme(name: "offers", offers: offers)]
    town.arms = [0, 1]
    town.switchedOff = off
    return town
  }

  static let week = Offer(
    name: "week", access: .promotion(.dates(day(2026, 4, 6)...day(2026, 4, 12))),
    benefit: .shareOff(.percent(20), minimumSpend: .zero, cap: nil))
  static let thirtyOff = Offer(
    name: "thirty", access: .promotion(.always),
    benefit: .amountOff([LadderStep(minimumSpend: Money(minor: 19_900), off: Money(minor: 3000))]))

  /// Orders more than in control, day by day.
  static func gain(_ tally: Tally) -> [Int64] {
    zip(tally.arms[1].series(.orders), tally.arms[0].series(.orders)).map { $0 - $1 }
  }

  @Test func `P40: the dip after a week of 20% off is 4% to 25% of its bump`() throws {
    let gain = Self.gain(try Self.town(Self.week, members: 12_000).plan().live())
    // 6 April is day 95.
    let bump = gain[95..<102].reduce(0, +)
    let dip = -gain[102...].reduce(0, +)
    let ratio = Double(dip) / Double(bump)
    #expect(gain[..<95].allSatisfy { $0 == 0 })
    #expect(bump > 400 && ratio > 0.04 && ratio < 0.25, "bump \(bump), dip \(dip): \(ratio)")
  }

  @Test func `without stock at home nothing dips, and no order of control is lost`() throws {
    let with = try Self.town(Self.week).plan().live()
    #expect(with.arms[1][.needsFromStock] > 0)
    // Some of these needs are those of win-backs, which control does not have.
    let lost = with.arms[1][.lostOrders]
    #expect(lost > 0 && lost <= with.arms[1][.needsFromStock])
    #expect(with.violations == [])
    let without = try Self.town(Self.week, off: [.pantry]).plan().live()
    #expect(without.arms[1][.needsFromStock] == 0 && without.arms[1][.lostOrders] == 0)
  }

  @Test(arguments: [false, true])
  func `baskets near ¥199 grow to it, and only then`(hasCatalogue: Bool) throws {
    func tally(_ off: [Submodel]) throws -> Tally {
      var town = Self.town(Self.thirtyOff, off: off, members: 1000)
      town.hasCatalogue = hasCatalogue
      return try town.plan().live()
    }
    let with = try tally([]).arms[1]
    let without = try tally([.topUp]).arms[1]
    #expect(with[.toppedUpOrders] > 20 && without[.toppedUpOrders] == 0)
    #expect(try tally([]).violations == [])
    // What is added is what the sub-model adds: the same orders without it have so much less.
    #expect(with[.orders] == without[.orders])
    #expect(with[.listMinor] - without[.listMinor] == with[.topUpListMinor])
    #expect(with[.goodsMinor] - without[.goodsMinor] == with[.topUpGoodsMinor])
    // Each order that grew got ¥30 off that it would not have had.
    #expect(
      with[.promotionDiscountMinor] - without[.promotionDiscountMinor]
        == with[.toppedUpOrders] * 3000)
  }

  /// A coupon for everyone on 1 April, good for 30 days.
  static func coupon(_ benefit: Benefit) -> Offer {
    Offer(
      name: "april",
      access: .coupon(.once(day(2026, 4, 1), hour: 10, audience: .everyone), validDays: 30),
      benefit: benefit)
  }

  @Test func `P34: coupons have a second mode in the last days of their validity`() throws {
    /// What coupons took off in so many days, a day, the first being that of the grant.
    func rates(_ off: [Submodel]) throws -> [Double] {
      var town = Self.town(
        Self.coupon(.shareOff(.percent(20), minimumSpend: .zero, cap: nil)), off: off + [.exposure],
        members: 12_000)
      // Buyers who come seldom: most coupons are still there when they end.
      town.segments[0].profile.population = Preset.cdnow.profile.population
      town.segments[0].profile.behavior.parameters[.unresponsiveShare] = Parameter(
        0.05, .notStated, source: "assumption: coupon users")
      town.segments[0].profile.population.parameters[.dropoutB] = Parameter(
        30, .notStated, source: "assumption: they stay")
      let arm = try town.plan().live().arms[1]
      let daily = arm.series(.incentiveMinor).dropFirst(90).prefix(30).map { Double($0) }
      return [1..<5, 5..<10, 10..<18, 18..<26, 26..<30].map { days in
        daily[days].reduce(0, +) / Double(days.count)
      }
    }
    let with = try rates([])
    let without = try rates([.deadline])
    // Falling, then up again in the last four of thirty days: 13% of the validity.
    #expect(with[1] < with[0] && with[3] < with[1] && with[4] > with[3], "\(with)")
    #expect(without[4] < without[3], "\(without)")
  }

  @Test func `P38: most of a coupon's lift comes from those who never use it`() throws {
    /// What those gained who never used the coupon, and all who were granted it.
    func gains(_ off: [Submodel]) throws -> (nonredeemers: Int64, all: Int64) {
      let offer = Self.coupon(
        .amountOff([LadderStep(minimumSpend: Money(minor: 39_900), off: Money(minor: 6000))]))
      let tally = try Self.town(offer, off: off).plan().live()
      #expect(tally.violations == [])
      let arm = tally.arms[1]
      #expect(arm[.couponsUsed] > 5)
      return (arm[.nonredeemersGainedListMinor], arm[.recipientsGainedListMinor])
    }
    let with = try gains([])
    let share = Double(with.nonredeemers) / Double(with.all)
    #expect(with.all > 0 && share > 0.5 && share < 0.95, "\(with)")
    // Without exposure the message's wear is all that they feel.
    let without = try gains([.exposure])
    #expect(without.nonredeemers < 0, "\(without)")
  }
}
