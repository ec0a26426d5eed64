public import Timeline

/// All points of an account live together, so long after the last activity (M08).
///
/// Each activity moves the last day of all of them, and never to an earlier day. Points that are
/// pending first count on the day on which they become active.
public struct InactivityRule: Sendable, Hashable {
  /// What keeps points alive.
  public enum Activity: UInt8, Sendable, Hashable, CaseIterable {
    /// That points are earned, by an order or otherwise.
    case earning
    /// That points are spent; points earned while none are alive begin a life of their own.
    case spending
    /// Either.
    case earningOrSpending
  }

  /// How long points outlive an activity.
  public enum Length: Sendable, Hashable {
    case days(Int)
    case months(Int)
  }

  /// How long points outlive an activity.
  public var after: Length
  /// The period to whose end the last day is moved, if it is.
  public var roundedTo: CalendarPeriod?
  /// What keeps points alive.
  public var extendedBy: Activity

  /// Creates the rule.
  public init(
    after: Length, roundedTo: CalendarPeriod? = nil, extendedBy: Activity = .earning
  ) {
    self.after = after
    self.roundedTo = roundedTo
    self.extendedBy = extendedBy
  }

  /// The last day of all points if a day's activity is the last.
  public func lastDay(activeOn day: Day) -> Day {
    switch after {
    case .days(let days): ExpiryRule.afterDays(days, roundedTo: roundedTo).lastDay(issuedOn: day)
    case .months(let months):
      ExpiryRule.afterMonths(months, roundedTo: roundedTo).lastDay(issuedOn: day)
    }
  }
}
