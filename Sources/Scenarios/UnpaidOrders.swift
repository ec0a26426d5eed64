public import Quantities

/// Orders that people place and do not pay at once.
public struct UnpaidOrders: Sendable, Hashable {
  /// The share of orders placed that are not paid at once.
  public var share: Rate
  /// The share of those that are paid before they are canceled.
  public var laterShare: Rate
  /// The hours after which the merchant cancels an order that is not paid, at least one.
  public var canceledAfterHours: Int

  /// When an order that is not paid is canceled unless a file says otherwise, in hours.
  ///
  /// assumption: two days; shops state anything from 15 minutes to
  /// a week, and the shop's own setting belongs here.
  public static let usualHours = 48

  /// Creates the orders.
  public init(share: Rate, laterShare: Rate, canceledAfterHours: Int = UnpaidOrders.usualHours) {
    self.share = share
    self.laterShare = laterShare
    self.canceledAfterHours = canceledAfterHours
  }
}
