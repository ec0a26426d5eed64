public import Quantities
public import Timeline

/// One order or refund, as an order file tells it.
public struct OrderRow: Sendable, Hashable {
  /// Whether money came in or went back.
  public enum Kind: Sendable, Hashable {
    /// A customer bought.
    case purchase
    /// A customer gave something back; the amount is what was returned, never negative.
    case refund
  }

  /// The line of the file where the row starts, counted from 1.
  public var line: Int
  /// The customer, as the file spells it.
  public var customer: String
  /// Purchase or refund.
  public var kind: Kind
  /// When, on the program's own clock; the first minute of the day if the file tells no time.
  public var minute: Minute
  /// Whether the file tells the time of day.
  public var hasTime: Bool
  /// The amount paid or returned, zero or more.
  public var amount: Money
  /// The order's own number, if the file has one.
  public var order: String?
  /// The points spent on the order, if the file tells.
  public var pointsRedeemed: Points?
  /// The order that a refund gives back, if the file tells.
  public var refundOf: String?
  /// The coupon used, if any.
  public var coupon: String?

  /// The day of the order.
  public var day: Day { minute.day }
}

/// What a file's next record is: an order, or a record that could not be read and why.
public enum OrderLogEntry: Sendable, Hashable {
  /// A good row.
  case row(OrderRow)
  /// A record that is wrong; nothing of it is used.
  case problem(OrderLogProblem)
}
