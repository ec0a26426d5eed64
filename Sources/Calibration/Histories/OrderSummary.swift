public import Timeline

/// What a fit needs of an order file: one short record a customer, and counts by day.
public struct OrderSummary: Sendable {
  /// One customer.
  public struct Customer: Sendable, Hashable {
    /// The customer's name in the file.
    public var name: String
    /// How often, how recently, how long.
    public var history: BuyingHistory
    /// What the repeat orders were worth.
    public var spend: SpendHistory
    /// Repeat purchases after the window, to the end of the file.
    public var holdoutRepeats: Int
    /// The day of the first purchase.
    public var firstDay: Day
  }

  /// The customers who first bought within the window, in the order in which the file names them.
  public let customers: [Customer]
  /// Customers who first bought after the window; they are not fitted.
  public let laterCustomerCount: Int
  /// The histories, equal ones counted once.
  public let table: HistoryTable
  /// Purchases by day of the customers of the window, to the end of the file.
  public let days: DayCounts
  /// The last day of the window.
  public let windowEnd: Day
  /// The day of the last order of the file.
  public let lastDay: Day
  /// Rows that are orders.
  public let orderCount: Int
  /// Rows that are refunds.
  public let refundCount: Int
  /// Rows that could not be read.
  public let badRowCount: Int
  /// The worth of all orders, in minor units.
  public let orderMinor: Int64
  /// The worth of all refunds, in minor units.
  public let refundMinor: Int64
  /// Customers whose rows did not stand in the order of time; the file was read again for them.
  public let unorderedCustomerCount: Int

  /// Weeks of the window after which the file still tells purchases.
  public var holdoutWeeks: Double { Double(windowEnd.distance(to: lastDay)) / 7 }
}
