public import Quantities

/// A monthly message to members near the next tier: 差XX分升级 (M09).
public struct TierProgressMessage: Sendable, Hashable {
  /// The day of the month it is sent; a shorter month's last day.
  public var dayOfMonth: Int
  /// The hour of the day it is sent.
  public var hour: Int
  /// The share of the distance between the two tiers that may still be missing.
  public var within: Rate

  /// Creates the message.
  public init(dayOfMonth: Int, hour: Int = 10, within: Rate) {
    self.dayOfMonth = dayOfMonth
    self.hour = hour
    self.within = within
  }
}

/// A message, some days before a review, to members who would lose their tier by it.
public struct TierWarning: Sendable, Hashable {
  /// Days before the review.
  public var days: Int
  /// The hour of the day it is sent.
  public var hour: Int

  /// Creates the message.
  public init(days: Int, hour: Int = 10) {
    self.days = days
    self.hour = hour
  }
}
