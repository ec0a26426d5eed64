public import Quantities
public import Timeline

/// A multiplier of the points a purchase earns (M10); what it adds is issued as a bonus of its own.
public struct Multiplier: Sendable, Hashable {
  /// When a multiplier applies.
  public enum Window: Sendable, Hashable {
    /// On a day of every month; a shorter month's last day.
    case dayOfMonth(Int)
    /// On a weekday, Monday 1 to Sunday 7.
    case weekday(Int)
    /// On these days.
    case dates(ClosedRange<Day>)
    /// Around the member's birthday: the day, the week (Monday to Sunday) or the month that holds
    /// it. 29 February is kept on 28 February in other years.
    case birthday(CalendarPeriod)
    /// On the order that uses a coupon, by the position of its offer: a double-points card.
    case coupon(offer: Int)
  }

  /// The name that explanations print.
  public var name: String
  /// What the points are multiplied by, such as 2.
  public var factor: Rate
  /// When it applies.
  public var window: Window
  /// The one tier it is for, by position in the ladder; nothing means all members.
  public var tier: Int?

  /// Creates the multiplier.
  public init(name: String, factor: Rate, window: Window, tier: Int? = nil) {
    self.name = name
    self.factor = factor
    self.window = window
    self.tier = tier
  }
}

/// How several multipliers on one order combine; a scheme that has two must declare it.
public enum MultiplierCombination: UInt8, Sendable, Hashable, CaseIterable {
  /// ×2 and ×3 give ×4: what each adds to one is added.
  case additive
  /// ×2 and ×3 give ×6.
  case multiplicative
}
