import Quantities
import Timeline

/// Hands out the places of one scheme's counters in every account's slots, in the order asked.
///
/// A rule that counts something for each member (a cap per month, a cooldown, stamps) takes what it
/// needs when its scheme is laid out, and finds its counters there ever after.
struct SlotAllocation {
  /// How each slot is joined when two accounts become one.
  private(set) var joins: [SlotJoin] = []

  /// How many slots an account needs under the scheme.
  var count: Int32 { Int32(joins.count) }

  /// A count of anything, which starts at zero.
  mutating func counter() -> CounterSlot { CounterSlot(position: take(.sum)) }

  /// A count that starts anew in every period of the calendar, or never.
  mutating func periodCounter(_ period: CalendarPeriod?) -> PeriodSlot {
    PeriodSlot(position: take(.period, .sum), period: period)
  }

  /// The minute of the last use.
  mutating func stamp() -> StampSlot { StampSlot(position: take(.latest)) }

  /// A number of which only the later one counts when accounts are joined, such as a day.
  mutating func latest() -> CounterSlot { CounterSlot(position: take(.latest)) }

  private mutating func take(_ joins: SlotJoin...) -> Int32 {
    defer { self.joins += joins }
    return count
  }
}

/// A count of anything: one slot.
struct CounterSlot: Sendable, Equatable {
  let position: Int32
}

/// A count that starts anew in every period: the period's key and the count, two slots.
struct PeriodSlot: Sendable, Equatable {
  let position: Int32
  /// The period; nothing for a count that never starts anew.
  let period: CalendarPeriod?
}

/// The minute of the last use: one slot, zero for none.
struct StampSlot: Sendable, Equatable {
  let position: Int32
}

extension CalendarPeriod {
  /// A number that all days of one period share and no others; from the day's month, so that no
  /// date is worked out.
  @inline(__always)
  func key(of day: Day, in month: Int32) -> Int64 {
    switch self {
    case .day: Int64(day.index)
    // 1970-01-01 was a Thursday: three days into its week.
    case .week: Self.floor(Int64(day.index) + 3, by: 7)
    case .month: Int64(month)
    case .quarter: Self.floor(Int64(month), by: 3)
    case .halfYear: Self.floor(Int64(month), by: 6)
    case .year: Self.floor(Int64(month), by: 12)
    }
  }

  private static func floor(_ number: Int64, by divisor: Int64) -> Int64 {
    number >= 0 ? number / divisor : (number + 1) / divisor - 1
  }
}
