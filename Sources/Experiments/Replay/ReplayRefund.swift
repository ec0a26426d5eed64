public import Quantities
public import Timeline

/// A refund of the past, of all or part of an order.
public struct ReplayRefund: Sendable, Hashable {
  /// The position of the order among those replayed.
  public var order: Int
  /// When it was given; not before the order.
  public var minute: Minute
  /// How much of what the file says was paid for the order; more than zero, and with the order's other
  /// refunds no more than all of it.
  public var amount: Money

  /// Creates a refund.
  public init(order: Int, minute: Minute, amount: Money) {
    self.order = order
    self.minute = minute
    self.amount = amount
  }
}
