public import Quantities
internal import Randomness
public import Timeline

/// One order of the past, as a scheme would have met it.
public struct ReplayOrder: Sendable, Hashable {
  /// The customer, counted from 0 without gaps.
  public var customer: Int
  /// When it was placed.
  public var minute: Minute
  /// What it cost before any incentive; zero or more.
  public var list: Money
  /// Points spent on it, if the file tells.
  public var pointsRedeemed: Points?

  /// Creates an order.
  public init(customer: Int, minute: Minute, list: Money, pointsRedeemed: Points? = nil) {
    self.customer = customer
    self.minute = minute
    self.list = list
    self.pointsRedeemed = pointsRedeemed
  }
}

/// When points are spent in a replay: orders of the past do not say, unless a column does.
public enum ReplayRedemption: Sendable, Hashable {
  /// Never.
  case never
  /// On every order, as many as may be spent.
  case whenPossible
  /// On this share of the orders on which points may be spent, as many as may be; drawn by customer
  /// and order, so that other orders change nothing.
  case share(Rate, seed: UInt64)
  /// As the order says; what the engine refuses is counted.
  case fromColumn
}

extension Purpose {
  /// Whether a replayed order spends points; subject: the customer, occurrence: the order's number.
  static let replayRedemption = Purpose(rawValue: 400)
}

extension ReplayRedemption {
  /// The points to ask for on a customer's n-th order, given the most that may be spent.
  func points(for order: ReplayOrder, number: Int, atMost spendable: Points) -> Points {
    switch self {
    case .never: .zero
    case .whenPossible: spendable
    case .fromColumn: order.pointsRedeemed ?? .zero
    case .share(let share, let seed):
      Draws(seed: seed, replication: 0).bernoulli(
        share.value,
        at: DrawAddress(
          subject: UInt32(order.customer), purpose: .replayRedemption,
          occurrence: UInt32(number))) ? spendable : .zero
    }
  }
}
