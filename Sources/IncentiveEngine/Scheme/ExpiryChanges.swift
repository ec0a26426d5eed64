public import Quantities
public import Timeline

/// Something that lets points live longer than they would (M08): all points of an account that are
/// alive and have a last day.
public struct ExpiryExtension: Sendable, Hashable {
  /// What extends them.
  public enum Trigger: Sendable, Hashable {
    /// The member rises to a tier, or above it; its position in the ladder.
    case reaching(tier: Int)
    /// A day comes: once, for all members.
    case once(Day)
  }

  /// What extends them.
  public var trigger: Trigger
  /// By how much each last day is moved.
  public var by: InactivityRule.Length
  /// The period to whose end it is moved then, if it is.
  public var roundedTo: CalendarPeriod?

  /// Creates the extension.
  public init(
    trigger: Trigger, by: InactivityRule.Length, roundedTo: CalendarPeriod? = nil
  ) {
    self.trigger = trigger
    self.by = by
    self.roundedTo = roundedTo
  }

  /// The last day of points that were to end on a day.
  public func lastDay(after day: Day) -> Day {
    InactivityRule(after: by, roundedTo: roundedTo).lastDay(activeOn: day)
  }

  /// The most extensions that a scheme may have.
  ///
  /// assumption: far above what a merchant promises.
  public static let maximumCount = 16
}

/// Expired points given back to a member who comes back in time (M08), with a new life.
public struct Reinstatement: Sendable, Hashable {
  /// The days after their last day in which points may come back.
  public var withinDays: Int
  /// The share that comes back, rounded down lot by lot.
  public var share: Rate
  /// The least that the order must cost in money.
  public var minimumPaid: Money

  /// Creates the rule.
  public init(withinDays: Int, share: Rate = .one, minimumPaid: Money = .zero) {
    self.withinDays = withinDays
    self.share = share
    self.minimumPaid = minimumPaid
  }
}
