internal import Timeline

/// One law that a tally breaks: an error of the program, never of a scenario.
public struct TallyViolation: Sendable, Hashable, CustomStringConvertible {
  /// The law's name in kebab-case, as health blocks print it.
  public let law: String
  /// The arm's position.
  public let arm: Int
  /// What the law compares, with both numbers.
  public let detail: String

  /// The violation as one line.
  public var description: String { "\(law), arm \(arm): \(detail)" }
}

/// Laws that hold in every tally, whatever the scenario: of one community or of all together.
///
/// A run prints them in its health block; tests call the same functions.
extension Tally {
  /// The laws that the tally breaks, none if all is well; never stops the program.
  public var violations: [TallyViolation] {
    arms.indices.flatMap { arm in
      var list = ViolationList(arm: arm)
      arms[arm].checkSigns(&list)
      arms[arm].checkOrders(against: arms[0], &list)
      arms[arm].checkMoney(&list)
      arms[arm].checkInvitations(&list)
      arms[arm].checkAbuse(&list)
      arms[arm].checkMerchants(&list)
      arms[arm].checkReturns(&list)
      arms[arm].checkPoints(&list)
      arms[arm].checkPeople(against: arms[0], &list)
      arms[arm].checkSeries(&list)
      arms[arm].checkMessages(&list)
      arms[arm].checkFatigue(&list)
      arms[arm].checkSlices(against: arms[0], &list)
      arms[arm].checkRunOff(against: arms[0], &list)
      arms[arm].checkAttribution(&list)
      checkProducts(ofArm: arm, &list)
      return list.violations
    }
  }

  /// C · Σx² is at least (Σx)² over C communities, for every column of an arm and of control.
  private func checkProducts(ofArm arm: Int, _ list: inout ViolationList) {
    for (offset, totals) in [(0, arms[arm].totals), (TallyColumn.count, arms[0].totals)] {
      for column in TallyColumn.allCases {
        let total = Int128(totals[column.rawValue])
        let row = offset + column.rawValue
        list.require(
          Int128(communityCount) * products[arm][row, row] >= total * total,
          "products", "\(column): the squares are too small for a total of \(total)")
      }
    }
  }
}

/// Collects the laws that one arm breaks.
struct ViolationList {
  let arm: Int
  private(set) var violations: [TallyViolation] = []

  init(arm: Int) { self.arm = arm }

  mutating func require(_ holds: Bool, _ law: String, _ detail: @autoclosure () -> String) {
    if !holds { violations.append(TallyViolation(law: law, arm: arm, detail: detail())) }
  }

  mutating func equal(_ left: Int64, _ right: Int64, _ law: String, _ names: String) {
    require(left == right, law, "\(names): \(left) and \(right)")
  }

  mutating func atMost(_ left: Int64, _ right: Int64, _ law: String, _ names: String) {
    require(left <= right, law, "\(names): \(left) and \(right)")
  }
}

extension ArmTally {
  /// Columns that may be below zero: goods may cost more than their price, and whoever was granted
  /// a coupon may buy less for it.
  private static let signedColumns: [TallyColumn] = [
    .gainedMarginMinor, .lostMarginMinor, .recipientsGainedListMinor, .nonredeemersGainedListMinor,
    .marginLostToWearMinor, .pulledForwardMarginMinor,
  ]

  /// Counts and amounts are not negative.
  func checkSigns(_ list: inout ViolationList) {
    for column in TallyColumn.allCases where !Self.signedColumns.contains(column) {
      list.require(self[column] >= 0, "not-negative", "\(column): \(self[column])")
    }
    for (name, values) in [
      ("daily", daily), ("cells", cells), ("order differences", orderDifferences),
      ("wear at exposure", wearAtExposure), ("channels", channels),
    ] {
      let least = values.min() ?? 0
      list.require(least >= 0, "not-negative", "\(name): \(least)")
    }
  }

  /// Shared + gained = orders of the arm; shared + lost = orders of control; streams add up.
  func checkOrders(against control: ArmTally, _ list: inout ViolationList) {
    let law = "orders"
    let gained = self[.gainedOrders] + self[.gainedLapsedOrders]
    list.equal(self[.sharedOrders] + gained, self[.orders], law, "shared + gained, orders")
    list.equal(
      self[.sharedOrders] + self[.lostOrders], control[.orders], law,
      "shared + lost, orders of control")
    list.equal(
      self[.needOrders] + self[.impulseOrders] + self[.messageOrders], self[.orders], law,
      "needs + impulses + messages, orders")
    list.atMost(self[.memberOrders], self[.orders], law, "orders of members, orders")
    list.atMost(self[.needOrders], self[.needs], law, "orders at needs, needs")
    list.atMost(self[.impulseOrders], self[.impulses], law, "orders at impulses, impulses")
    list.atMost(self[.toppedUpOrders], self[.memberOrders], law, "topped up, orders of members")
    list.atMost(self[.topUpListMinor], self[.listMinor], law, "added to baskets, list value")
    list.atMost(self[.topUpGoodsMinor], self[.goodsMinor], law, "added goods, goods")
    list.atMost(
      self[.needOrders] + self[.needsFromStock], self[.needs], law, "needs met, needs")
    list.atMost(self[.gainedLapsedOrders], self[.lapsedOrders], law, "gained lapsed, lapsed")
    list.atMost(
      self[.laterPaidOrders] + self[.canceledOrders], self[.unpaidOrders], law,
      "paid later + canceled, not paid at once")
    list.atMost(self[.laterPaidOrders], self[.orders], law, "paid later, orders")
    list.atMost(self[.winBacks], self[.lapsedOrders], law, "win-backs, orders after lapse")
    for column in [TallyColumn.needs, .impulses] {
      list.equal(self[column], control[column], law, "\(column), those of control")
    }
  }

  /// What is not discounted or paid with points is paid in money.
  func checkMoney(_ list: inout ViolationList) {
    list.equal(
      self[.listMinor] - sum(of: TallyColumn.discounts) - self[.redeemedMinor],
      self[.paidMinor], "money", "list − discounts − points, paid")
    list.atMost(self[.claims], self[.claimMessages], "claims", "claims, orders told of")
    list.atMost(self[.gifts], self[.rewards], "rewards", "gifts, rewards")
    list.atMost(
      self[.giftCostMinor], self[.rewardCostMinor], "rewards", "cost of gifts, of rewards")
    list.require(
      self[.privilegeCostMinor] == 0 || self[.privileges] > 0, "privileges",
      "cost \(self[.privilegeCostMinor]), and none was given")
    list.atMost(
      self[.couponsUsed],
      self[.couponsHeldAtStart] + self[.couponsGranted] + self[.couponsReturned], "coupons",
      "used, held at the start, granted or given back")
  }

  /// Opening + issued − redeemed − expired ± corrections = outstanding, by total and by vintage.
  func checkPoints(_ list: inout ViolationList) {
    var opening: Int64 = 0
    var moved = Array(repeating: Int64(0), count: MovementColumn.count)
    for vintage in 0..<layout.vintageCount {
      var held: Int64 = 0
      for month in -1..<layout.monthCount {
        for column in MovementColumn.allCases {
          let points = movement(column, month: month, vintage: vintage)
          held += points
          if month < 0 { opening += points } else { moved[column.rawValue] += points }
        }
      }
      list.require(held >= 0, "points", "vintage \(layout.vintage(vintage).text) holds \(held)")
    }
    list.equal(self[.pointsIssued], moved[MovementColumn.issued.rawValue], "points", "issued")
    list.equal(
      self[.pointsRedeemed] - self[.pointsRestored], -moved[MovementColumn.redeemed.rawValue],
      "points", "redeemed less given back")
    list.equal(
      self[.pointsClawedBack], -moved[MovementColumn.clawedBack.rawValue], "points", "taken back")
    list.equal(self[.pointsExpired], -moved[MovementColumn.expired.rawValue], "points", "expired")
    list.equal(
      opening + moved.reduce(0, +), self[.pointsOutstanding], "points",
      "opening + all movements, outstanding")
    checkExchange(&list)
  }

  /// What partners take was redeemed, what they give was issued; no money without points.
  private func checkExchange(_ list: inout ViolationList) {
    let law = "exchange"
    list.atMost(self[.pointsToPartners], self[.pointsRedeemed], law, "to partners, redeemed")
    list.atMost(self[.pointsFromPartners], self[.pointsIssued], law, "from partners, issued")
    for (money, points) in [
      (TallyColumn.partnerPaymentsMinor, TallyColumn.pointsToPartners),
      (.partnerReceiptsMinor, .pointsFromPartners),
    ] {
      list.require(
        self[money] == 0 || self[points] > 0, law, "\(money) without points: \(self[money])")
    }
  }

  /// Members are those who were there and those who joined; persons are counted once.
  func checkPeople(against control: ArmTally, _ list: inout ViolationList) {
    let law = "persons"
    list.equal(self[.membersAtStart] + self[.joined], self[.membersAtEnd], law, "members at end")
    list.equal(self[.membersAtStart], self[.enrolledAtStart], law, "enrolled at the start")
    list.equal(
      orderDifferences.reduce(0, +), control.orderDifferences.reduce(0, +), law, "persons in all")
    let zero = -Self.differenceEdges.lowerBound
    list.equal(
      orderDifferences[..<zero].reduce(0, +), self[.personsWithFewerOrders], law, "fewer orders")
    list.equal(
      orderDifferences[(zero + 1)...].reduce(0, +), self[.personsWithMoreOrders], law,
      "more orders")
    list.equal(wearAtExposure.reduce(0, +), self[.messages], law, "exposures, messages")
    for (part, whole) in Self.partsOfPersons {
      list.atMost(self[part], self[whole], law, "\(part), \(whole)")
    }
  }

  private static let partsOfPersons: [(TallyColumn, TallyColumn)] = [
    (.repeaters, .enrolledAtStart), (.optOuts, .messagedPersons), (.messagedPersons, .messages),
    (.again30, .alwaysBuyers30), (.again60, .alwaysBuyers60), (.again90, .alwaysBuyers90),
    (.controlAgain30, .alwaysBuyers30), (.controlAgain60, .alwaysBuyers60),
    (.controlAgain90, .alwaysBuyers90), (.buyersAgain30, .buyers30), (.buyersAgain60, .buyers60),
    (.buyersAgain90, .buyers90), (.alwaysBuyers30, .buyers30), (.alwaysBuyers60, .buyers60),
    (.alwaysBuyers90, .buyers90), (.alwaysBuyers60, .alwaysBuyers30),
    (.alwaysBuyers90, .alwaysBuyers60),
  ]

  /// Days and cells add up to the totals.
  func checkSeries(_ list: inout ViolationList) {
    let incentives = sum(of: TallyColumn.incentiveCosts)
    for (column, total) in [
      (DailyColumn.orders, self[.orders]), (.paidMinor, self[.paidMinor]),
      (.incentiveMinor, incentives), (.pointsIssued, self[.pointsIssued]),
      (.pointsRedeemed, self[.pointsRedeemed]), (.messages, self[.messages]),
      (.joined, self[.joined]),
    ] {
      list.equal(series(column).reduce(0, +), total, "days", "sum of \(column), total")
    }
    list.equal(
      series(.pointsOutstanding).last ?? 0, self[.pointsOutstanding], "days",
      "outstanding on the last day, total")
    list.equal(sum(of: .orders), self[.memberOrders], "cells", "orders, orders of members")
    list.equal(sum(of: .incentiveMinor), incentives, "cells", "incentives, total")
    list.equal(
      sum(of: .membersAtMonthEnd, month: layout.monthCount - 1), self[.membersAtEnd], "cells",
      "members at the end of the last month, members at the end")
  }

  private func sum(of column: CellColumn, month: Int? = nil) -> Int64 {
    let months = month.map { $0...$0 } ?? 0...(layout.monthCount - 1)
    return months.reduce(0) { sum, month in
      (0..<layout.segmentCount).reduce(sum) { sum, segment in
        (0..<layout.tierCount).reduce(sum) { sum, tier in
          sum + cell(column, month: month, segment: segment, tier: tier)
        }
      }
    }
  }
}
