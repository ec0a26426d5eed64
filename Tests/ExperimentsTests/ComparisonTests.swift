import Measurement
import Statistics
import Testing

@testable import Experiments

/// Three communities, control and one arm.
///
/// Expected values are from NumPy and SciPy by the formulas
/// of the definitions: a ratio R = Σx/Σy has standard error √(n·Var(x − R·y)) / Σy, intervals use
/// the t quantile 4.302652729749462 of two degrees of freedom.
@Suite struct ComparisonTests {
  static let control: [[TallyColumn: Int64]] = [
    [.membersAtStart: 100, .orders: 50, .sharedOrders: 50, .couponDiscountMinor: 20],
    [.membersAtStart: 100, .orders: 60, .sharedOrders: 60],
    [.membersAtStart: 120, .orders: 66, .sharedOrders: 66, .couponDiscountMinor: 40],
  ]
  static let arm: [[TallyColumn: Int64]] = [
    [
      .membersAtStart: 100, .orders: 58, .sharedOrders: 48, .gainedOrders: 9,
      .gainedLapsedOrders: 1, .lostOrders: 2, .alwaysBuyers90: 30, .again90: 18,
      .controlAgain90: 15, .gainedMarginMinor: 900, .lostMarginMinor: 100,
      .tierDiscountMinor: 100, .promotionDiscountMinor: 50, .couponDiscountMinor: 50,
      .redeemedMinor: 60, .messageCostMinor: 40, .personsWithMoreOrders: 7,
      .personsWithFewerOrders: 2,
    ],
    [
      .membersAtStart: 100, .orders: 63, .sharedOrders: 58, .gainedOrders: 5, .lostOrders: 2,
      .alwaysBuyers90: 36, .again90: 20, .controlAgain90: 19, .gainedMarginMinor: 500,
      .lostMarginMinor: 200, .tierDiscountMinor: 260, .personsWithMoreOrders: 4,
    ],
    [
      .membersAtStart: 120, .orders: 77, .sharedOrders: 65, .gainedOrders: 12, .lostOrders: 1,
      .alwaysBuyers90: 40, .again90: 26, .controlAgain90: 20, .gainedMarginMinor: 1300,
      .lostMarginMinor: 150, .redeemedMinor: 500, .personsWithMoreOrders: 9,
    ],
  ]

  static func comparison(replications: Int = 1) throws -> Comparison {
    let tally = TinyTally.tally(zip(control, arm).map { [$0, $1] })
    return try Comparison(tally, armNames: ["control", "growth"], replications: replications)
  }

  /// A value with its standard error and interval.
  struct Expected: Sendable {
    var what: String
    var value, error, lower, upper: Double
  }

  @Test func `orders, repurchase, cost and net are those of the arithmetic`() throws {
    let growth = try Self.comparison().arms[1]
    let orders = growth[.ordersPerMember]
    let repurchase = growth[.repurchase90]
    let table: [(Measured, Expected)] = [
      (
        orders.arm,
        Expected(
          what: "orders, arm", value: 0.61875, error: 0.018688865178, lower: 0.538338303226,
          upper: 0.699161696774)
      ),
      (
        orders.control,
        Expected(
          what: "orders, control", value: 0.55, error: 0.0270632938683, lower: 0.433556044762,
          upper: 0.666443955238)
      ),
      (
        orders.difference,
        Expected(
          what: "orders, difference", value: 0.06875, error: 0.018688865178,
          lower: -0.0116616967739, upper: 0.149161696774)
      ),
      (
        orders.relative,
        Expected(
          what: "orders, relative", value: 0.125, error: 0.0386666408773,
          lower: -0.041369127921, upper: 0.291369127921)
      ),
      (
        repurchase.arm,
        Expected(
          what: "repurchase, arm", value: 0.603773584906, error: 0.0293326408759,
          lower: 0.47756541757, upper: 0.729981752241)
      ),
      (
        repurchase.control,
        Expected(
          what: "repurchase, control's of the same persons", value: 0.509433962264,
          error: 0.00937669433326, lower: 0.469089302795, upper: 0.549778621733)
      ),
      (
        repurchase.difference,
        Expected(
          what: "repurchase, difference", value: 0.0943396226415, error: 0.0378435863375,
          lower: -0.0684881874169, upper: 0.2571674327)
      ),
      (
        repurchase.relative,
        Expected(
          what: "repurchase, relative", value: 0.185185185185, error: 0.0774639665487,
          lower: -0.148115361943, upper: 0.518485732313)
      ),
      (
        growth[.netValuePerMember].arm,
        Expected(
          what: "net", value: 3.90625, error: 1.66225625453, lower: -3.24586141108,
          upper: 11.0583614111)
      ),
      (
        growth[.incentiveCostPerMember].difference,
        Expected(
          what: "cost, difference", value: 3.125, error: 0.402097163514, lower: 1.39491554178,
          upper: 4.85508445822)
      ),
    ]
    for (measured, expected) in table { try Self.expect(measured, expected) }
  }

  @Test func `a ratio whose denominators differ is compared by the delta method`() throws {
    let buyers: [(control: (Int64, Int64), arm: (Int64, Int64))] = [
      ((36, 17), (40, 20)), ((44, 22), (45, 24)), ((46, 23), (50, 29)),
    ]
    let tally = TinyTally.tally(
      buyers.map {
        [
          [.buyers90: $0.control.0, .buyersAgain90: $0.control.1],
          [.buyers90: $0.arm.0, .buyersAgain90: $0.arm.1],
        ]
      })
    let metric = try Comparison(tally, armNames: ["control", "growth"], replications: 1)
      .arms[1][.repurchaseAmongBuyers90]
    try Self.expect(
      metric.difference,
      Expected(
        what: "difference", value: 0.0486772486772, error: 0.0174934743515,
        lower: -0.0265910964939, upper: 0.123945593848))
    try Self.expect(
      metric.relative,
      Expected(
        what: "relative", value: 0.0989247311828, error: 0.0346234238037,
        lower: -0.0500478377596, upper: 0.247897300125))
  }

  @Test func `pairing, attribution, spread and persons are counted`() throws {
    let comparison = try Self.comparison(replications: 3)
    let growth = comparison.arms[1]
    let orders = try #require(growth.pairing.first { $0.quantity == .orders }?.varianceRatio)
    #expect(abs(orders - 9.938775510204081) < 1e-12)
    #expect(growth.orders.identityHolds)
    #expect(growth.orders.shared == 171 && growth.orders.lost == 5)
    #expect(growth.orders.gained == 26 && growth.orders.gainedFromLapsed == 1)
    #expect(growth.orders.arm == 198 && growth.orders.control == 176)
    #expect(growth.personsWithMoreOrders == 20 && growth.personsWithFewerOrders == 2)
    // 320 members over 3 replications; (b) = 0.018688865178 · √3.
    #expect(comparison.membersAtStart == 106 && comparison.communities == 1)
    let spread = try #require(growth[.ordersPerMember].outcomeSpread)
    #expect(abs(spread - 0.032370064) < 1e-8)
  }

  @Test func `what is divided by nothing has a reason instead of a number`() throws {
    let growth = try Self.comparison().arms[1]
    #expect(growth[.optOutRate].arm == .undefined(.nobodyMessaged))
    #expect(growth[.pointsUseRate].difference == .undefined(.noPointsIssued))
    #expect(growth[.gainedOrdersPerMember].relative == .undefined(.controlIsZero))
    #expect(growth[.repurchase30].arm == .undefined(.nobodyBoughtInBoth))
    #expect(
      growth.notes.map(\.description)
        .contains("opt-out-rate is undefined: no messages were delivered."))
  }

  @Test func `one community has values and no interval`() throws {
    let tally = TinyTally.tally([[Self.control[0], Self.arm[0]]])
    let orders = try Comparison(tally, armNames: ["control", "growth"], replications: 1)
      .arms[1][.ordersPerMember]
    #expect(orders.difference.value == 0.08)
    #expect(orders.difference.interval == nil && orders.outcomeSpread == nil)
  }

  static func expect(_ measured: Measured, _ expected: Expected) throws {
    let estimate = try #require(measured.estimate, "\(expected.what)")
    let interval = try #require(estimate.interval, "\(expected.what)")
    let error = try #require(estimate.standardError, "\(expected.what)")
    for (got, wanted) in [
      (estimate.value, expected.value), (error, expected.error),
      (interval.lower, expected.lower), (interval.upper, expected.upper),
    ] {
      #expect(
        abs(got - wanted) <= 2e-11 * max(1, abs(wanted)), "\(expected.what): \(got), \(wanted)")
    }
  }
}
