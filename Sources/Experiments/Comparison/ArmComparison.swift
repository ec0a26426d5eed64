public import Measurement
internal import NumericalMethods
internal import Statistics

/// One arm against control.
public struct ArmComparison: Sendable, Hashable {
  /// The arm's name.
  public let name: String
  /// Every metric, in the order of ``Measurement/Metric/allCases``.
  public internal(set) var metrics: [MetricComparison]
  /// What became of orders, by address.
  public let orders: OrderAttribution
  /// How much living through the same luck bought.
  public let pairing: [PairingGain]
  /// Persons who order more than in control, over all replications.
  public let personsWithMoreOrders: Int64
  /// Persons who order less than in control, over all replications.
  public let personsWithFewerOrders: Int64
  /// Persons by how many orders more than in control they have, over all replications; the bins are
  /// ``Measurement/ArmTally/differenceEdges``, the outer ones hold all beyond.
  public let orderDifferences: [Int64]
  /// What the numbers leave out.
  public let notes: [CoverageNote]

  /// A metric's comparison.
  public subscript(metric: Metric) -> MetricComparison {
    guard let found = metrics.first(where: { $0.metric == metric }) else {
      preconditionFailure("every metric is compared")
    }
    return found
  }

  init(
    _ tally: Tally, arm: Int, name: String, replications: Int, apart: ReplicationTotals?,
    known: KnownLuck
  ) throws(NumericalError) {
    let pair = PairTotals(tally, arm: arm, replications: apart, known: known)
    let totals = tally.arms[arm]
    var metrics: [MetricComparison] = []
    for metric in Metric.allCases {
      metrics.append(try MetricComparison(metric, pair, replications: replications))
    }
    self.name = name
    self.metrics = metrics
    orders = OrderAttribution(arm: totals, control: tally.arms[0])
    pairing = try PairingGain.Quantity.allCases.map { quantity throws(NumericalError) in
      try PairingGain(quantity, pair)
    }
    personsWithMoreOrders = totals[.personsWithMoreOrders]
    personsWithFewerOrders = totals[.personsWithFewerOrders]
    orderDifferences = totals.orderDifferences
    let unit: IndependentUnit = apart == nil ? .community : .replication
    notes = CoverageNotes.notes(
      metrics, totals, units: pair.count, unit, replications: replications)
  }
}

/// Where an arm's orders come from, by address; totals over all replications.
public struct OrderAttribution: Sendable, Hashable {
  /// Orders of the arm.
  public let arm: Int64
  /// Orders of control.
  public let control: Int64
  /// Orders that both have.
  public let shared: Int64
  /// Orders that only the arm has, of persons who were live.
  public let gained: Int64
  /// Orders that only the arm has, of persons who had lapsed.
  public let gainedFromLapsed: Int64
  /// Orders that only control has.
  public let lost: Int64

  /// Whether shared + gained are the arm's orders and shared + lost are control's.
  public var identityHolds: Bool {
    shared + gained + gainedFromLapsed == arm && shared + lost == control
  }

  init(arm: ArmTally, control: ArmTally) {
    self.arm = arm[.orders]
    self.control = control[.orders]
    shared = arm[.sharedOrders]
    gained = arm[.gainedOrders]
    gainedFromLapsed = arm[.gainedLapsedOrders]
    lost = arm[.lostOrders]
  }
}

/// How many times the variance of independent arms exceeds that of arms that share their luck.
public struct PairingGain: Sendable, Hashable {
  /// What is compared.
  public enum Quantity: String, Sendable, Hashable, CaseIterable {
    /// Orders.
    case orders
    /// Money paid for orders.
    case revenue
    /// Incentive cost.
    case cost
    /// Gross margin less incentive cost: its difference is the net value when baskets stay alike.
    case net
  }

  /// What is compared.
  public let quantity: Quantity
  /// Unpaired variance ÷ paired variance of the difference to control.
  ///
  /// So many times fewer replications are needed. Nothing when the difference does not vary.
  public let varianceRatio: Double?
  /// Unpaired variance ÷ the variance of the paired difference with the luck of who was drawn taken
  /// off; nothing where that is not told.
  public let controlledRatio: Double?

  init(_ quantity: Quantity, _ pair: PairTotals) throws(NumericalError) {
    self.quantity = quantity
    let arm: LinearForm =
      switch quantity {
      case .orders: .arm(.orders)
      case .revenue: .arm(.paidMinor)
      case .cost: .incentiveCost
      case .net: .grossMargin - .incentiveCost
      }
    let difference = arm - arm.ofControl
    let ratio = PairedDifference.varianceRatio(
      difference: pair.totals(difference), control: pair.totals(arm.ofControl),
      crossProducts: pair.product(difference, arm.ofControl))
    let controlled = try pair.controlled(
      FirstOrderEffect(value: Double(pair.sum(difference)), terms: [(difference, 1)]))
    varianceRatio = ratio
    controlledRatio = controlled?.varianceRatio.flatMap { own in ratio.map { $0 * own } }
  }
}
