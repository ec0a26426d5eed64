public import Timeline

/// When points may be spent: at once, or pending until a later day or an event (M01).
///
/// Pending points count as outstanding, and their expiry is reckoned from the day on which they
/// become active. A refund calls off what of them is still pending.
public enum ActivationRule: Sendable, Hashable {
  /// At once.
  case atOnce
  /// Days after the order, moved to the end of the period named, if one is.
  ///
  /// CRMEB freezes points for 15 days unless told otherwise.
  case afterDays(Int, roundedTo: CalendarPeriod?)
  /// Months after the order, moved to the end of the period named, if one is.
  case afterMonths(Int, roundedTo: CalendarPeriod?)
  /// On the next of these dates of every year that lies so many days after the order at least.
  case onDates([YearDate], leastDays: Int)
  /// When the order cannot be returned any more: the day after the last day of its return window.
  case afterReturnWindow
  /// When the member does something more, in so many days at most; else they are called off.
  case onEvent(ActivationEvent, withinDays: Int)

  /// The first day on which points may be spent that an order of a day earns.
  ///
  /// Points that wait for an event have none: `never`.
  ///
  /// - Parameter returnWindow: The days in which an order may be returned.
  public func firstDay(orderedOn day: Day, returnWindow: Int) -> Day {
    switch self {
    case .atOnce: day
    case .afterDays(let days, let period):
      ExpiryRule.afterDays(days, roundedTo: period).lastDay(issuedOn: day)
    case .afterMonths(let months, let period):
      ExpiryRule.afterMonths(months, roundedTo: period).lastDay(issuedOn: day)
    case .onDates(let dates, let days):
      ExpiryRule.onDates(dates, leastDays: days).lastDay(issuedOn: day)
    case .afterReturnWindow: day.advanced(by: returnWindow + 1)
    case .onEvent: .never
    }
  }
}

/// What makes pending points active.
public enum ActivationEvent: Sendable, Hashable {
  /// The member's next order.
  case nextOrder
  /// One of the scheme's rewarded interactions, by its name; it counts whenever it is not refused.
  case interaction(String)
}
