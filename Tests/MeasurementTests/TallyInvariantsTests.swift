import Testing

@testable import Measurement

/// Every law finds what breaks it: a check that cannot fail would be worth nothing.
@Suite struct TallyInvariantsTests {
  /// A change to the arm of a tally that keeps all laws, and the laws it breaks.
  static let breakages: [(String, @Sendable (inout ArmTally) -> Void, [String])] = [
    ("an order nobody shares or gains", { $0.add(to: .orders) }, ["days", "orders", "slices"]),
    ("a lost order that control lacks", { $0.add(to: .lostOrders) }, ["orders"]),
    ("a member's order too many", { $0.add(5, to: .memberOrders) }, ["cells", "orders"]),
    ("an order at a need that was none", { $0[.needs] = 0 }, ["orders"]),
    ("an impulse of this arm alone", { $0.add(to: .impulses) }, ["orders"]),
    ("a gained order after no lapse", { $0[.lapsedOrders] = 0 }, ["orders"]),
    ("a win-back without an order", { $0.add(2, to: .winBacks) }, ["orders"]),
    (
      "a discount that nobody got", { $0.add(to: .couponDiscountMinor) },
      ["cells", "days", "money", "slices"]
    ),
    ("a coupon used before it was granted", { $0.add(9, to: .couponsUsed) }, ["coupons"]),
    ("points from nowhere", { $0.add(to: .pointsOutstanding) }, ["days", "points"]),
    ("an issue without a vintage", { $0.add(to: .pointsIssued) }, ["days", "points"]),
    (
      "a vintage spent twice",
      {
        $0.add(-500, to: .adjusted, month: 0, vintage: 0)
        $0.add(500, to: .adjusted, month: 0, vintage: 1)
      }, ["points"]
    ),
    ("a member who never joined", { $0.add(to: .membersAtEnd) }, ["cells", "persons"]),
    ("a person counted twice", { $0.noteDifference(inOrders: 0) }, ["persons", "slices"]),
    (
      "an exposure without a message",
      {
        $0.noteExposure(
          wear: 0.1, at: FatigueCell(week: 0, segment: 1, channel: 2, topic: 3))
      }, ["fatigue", "persons"]
    ),
    ("an order lost to wear nowhere", { $0.add(to: .ordersLostToWear) }, ["fatigue"]),
    (
      "wear of a week that no channel caused", { $0.fatigue.byWeek[1] = 1 }, ["fatigue"]
    ),
    (
      "a person who opted out of nothing", { $0.add(to: .optOuts) },
      ["fatigue", "messages", "persons"]
    ),
    (
      "a repeater who was never enrolled", { $0.add(9, to: .repeaters) },
      ["attribution", "persons"]
    ),
    ("a return without a first order", { $0.add(9, to: .again60) }, ["persons"]),
    ("a day that sold backwards", { $0.add(-1, to: .joined, day: 3) }, ["days", "not-negative"]),
    ("negative goods", { $0[.goodsMinor] = -1 }, ["not-negative", "orders", "returns"]),
    ("money back for nothing", { $0[.refundedMinor] = 1 }, ["returns"]),
    ("more back than was bought", { $0[.returnedOrders] = 9 }, ["returns"]),
    ("points given back by nobody", { $0[.pointsRestored] = 1 }, ["points"]),
    ("points to partners that nobody gave up", { $0[.pointsToPartners] = 1 }, ["exchange"]),
    ("points from partners that nobody got", { $0[.pointsFromPartners] = 999 }, ["exchange"]),
    ("a partner who pays for nothing", { $0[.partnerReceiptsMinor] = 1 }, ["exchange", "slices"]),
    ("a basket grown for nobody", { $0.add(9, to: .toppedUpOrders) }, ["orders"]),
    ("a message by no channel", { $0.add(to: .suppressedMessages) }, ["messages"]),
    ("a message read before it came", { $0.add(to: .openedMessages, channel: 2) }, ["messages"]),
    ("a channel closed by no message", { $0.add(to: .optOuts, channel: 6) }, ["messages"]),
    ("a friend whom nobody invited", { $0.add(to: .invitedJoined) }, ["invitations"]),
    (
      "an invitation of oneself refused before it was tried",
      { $0.add(to: .selfInvitationsCaught) }, ["invitations"]
    ),
    ("rewards of oneself that nobody got", { $0[.selfReferralMinor] = 1 }, ["invitations"]),
    ("a need met twice", { $0.add(9, to: .needsFromStock) }, ["orders"]),
    (
      "an order pulled forward that was never lost", { $0.add(to: .pulledForwardOrders) },
      ["attribution"]
    ),
    (
      "more off gained orders than off all", { $0[.gainedIncentiveMinor] = 2001 },
      ["attribution"]
    ),
    ("more better and worse off than people", { $0[.personsWorseOff] = 3 }, ["attribution"]),
    ("a second order of nobody", { $0.add(1, to: .repeaters, day: 3) }, ["attribution"]),
    ("more orders of early members than orders", { $0[.ordersAfter] = 3 }, ["attribution"]),
    ("a person without a slice", { $0.slices[0] -= 1 }, ["slices"]),
    ("a fen that no person brought", { $0[.gainedMarginMinor] += 1 }, ["slices"]),
    ("a person whose value is not known", { $0.valueDifferences[3] += 1 }, ["slices"]),
    (
      "points that come after the end", { $0.add(999, to: .pointsOutstanding, step: 0) }, ["slices"]
    ),
  ]

  @Test func `a tally that was lived breaks no law`() {
    #expect(Self.sound { _ in }.violations == [])
    #expect(Tally(layout: layout()).violations == [])
  }

  @Test(arguments: breakages.indices)
  func `each law names what breaks it`(row: Int) {
    let (story, change, laws) = Self.breakages[row]
    let violations = Self.sound(change).violations
    #expect(Set(violations.map(\.law)).sorted() == laws, "\(story): \(violations)")
    #expect(violations.allSatisfy { $0.arm == 1 }, "\(story): \(violations)")
  }

  @Test func `squares too small for their total are found`() {
    var tally = Self.sound { _ in }
    tally.products[1] = CrossProducts()
    #expect(Set(tally.violations.map(\.law)) == ["products"])
    #expect(tally.violations[0].description.hasPrefix("products, arm 1: "))
  }

  /// One community of two people: one shared order, one that the arm gained after lapse.
  private static func sound(_ change: (inout ArmTally) -> Void) -> Tally {
    var control = life(orders: 1)
    var arm = life(orders: 2)
    control[.sharedOrders] = 1
    control.noteDifference(inOrders: 0)
    control.noteDifference(inOrders: 0)
    arm[.sharedOrders] = 1
    arm[.gainedLapsedOrders] = 1
    arm[.lapsedOrders] = 1
    arm[.impulseOrders] = 1
    arm[.needOrders] = 1
    arm[.personsWithMoreOrders] = 1
    arm.noteDifference(inOrders: 0)
    arm.noteDifference(inOrders: 1)
    arm[.gainedMarginMinor] = 3500
    control.enter(orders: 1, control: 1)
    control.enter(orders: 0, control: 0)
    arm.enter(orders: 1, control: 1)
    arm.enter(orders: 1, control: 0)
    change(&arm)
    var tally = Tally(layout: layout())
    tally.add(community: [control, arm], variates: [])
    return tally
  }

  /// Orders of ¥100 at 10% off, each on a day of its own, each earning 90 points in its month.
  private static func life(orders: Int64) -> ArmTally {
    var life = ArmTally(layout: layout())
    (life[.needs], life[.needOrders], life[.impulses]) = (4, orders, 9)
    (life[.membersAtStart], life[.membersAtEnd], life[.enrolledAtStart]) = (2, 2, 2)
    life.add(2, to: .membersAtMonthEnd, month: 2, segment: 1, tier: 0)
    for order in 0..<Int(orders) {
      for (column, amount) in [
        (TallyColumn.orders, 1), (.memberOrders, 1), (.listMinor, 10_000), (.goodsMinor, 6500),
        (.tierDiscountMinor, 1000), (.paidMinor, 9000), (.pointsIssued, 90),
        (.pointsOutstanding, 90),
      ] as [(TallyColumn, Int64)] {
        life.add(amount, to: column)
      }
      life.add(1, to: .orders, day: order)
      life.add(9000, to: .paidMinor, day: order)
      life.add(1000, to: .incentiveMinor, day: order)
      life.add(90, to: .pointsIssued, day: order)
      life.add(1, to: .orders, month: 0, segment: 1, tier: 2)
      life.add(1000, to: .incentiveMinor, month: 0, segment: 1, tier: 2)
      life.add(90, to: .issued, month: 0, vintage: 2)
      for day in order..<45 { life.add(90, to: .pointsOutstanding, day: day) }
    }
    return life
  }
}

extension ArmTally {
  /// A person of the first slice of every dimension: orders of ¥100 at 10% off, goods at ¥65.
  fileprivate mutating func enter(orders: Int64, control: Int64) {
    let person = PersonAmounts(
      orders: orders, controlOrders: control, marginMinor: 3500 * orders,
      controlMarginMinor: 3500 * control, incentiveMinor: 1000 * orders,
      controlIncentiveMinor: 1000 * control)
    for dimension in SliceDimension.allCases { add(person, to: dimension, slice: 0) }
    noteDifference(inValue: 2500 * (orders - control))
  }
}
