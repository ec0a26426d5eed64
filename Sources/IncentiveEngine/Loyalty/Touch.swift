import Quantities
import Timeline

/// The sums of a basket that incentives look at.
struct BasketTotal {
  var list: Int64 = 0
  var items: Int64 = 0

  init(_ basket: borrowing Span<BasketLine>) {
    for index in basket.indices {
      list += basket[index].listMinor
      items += Int64(basket[index].quantity)
    }
    precondition(list >= 0 && items >= 0, "a basket costs nothing or more")
  }
}

/// What is looked up once whenever an account is looked at.
struct Touch {
  var calendar: CalendarDay
  var scheme: Int
  var day: Day
  var minute: Minute
  var tier: Int
}

extension LoyaltyEngine {
  /// An account's scheme, its tier and the calendar of its day; changes nothing.
  @inline(__always)
  func touch(_ account: Int, in accounts: borrowing SchemeAccounts, at minute: Minute) -> Touch {
    let day = minute.day
    let scheme = Int(accounts.states[account].scheme)
    var tier = Int(accounts.states[account].tier)
    if day.index > accounts.states[account].graceLastDay {
      tier = effectiveTier(of: accounts.states[account], on: day)
    }
    let offset = Int(day.index) - Int(days.lowerBound.index)
    if offset >= 0, day <= days.upperBound {
      var touch = Touch(
        calendar: calendar[Int(programs[scheme].firstCalendarDay) + offset], scheme: scheme,
        day: day, minute: minute, tier: tier)
      if programs[scheme].timedOffers != 0 { closeByHour(&touch, accounts.states[account]) }
      return touch
    }
    var touch = Touch(
      calendar: CalendarDay(schemes[scheme].scheme, on: day), scheme: scheme, day: day,
      minute: minute, tier: tier)
    if programs[scheme].timedOffers != 0 { closeByHour(&touch, accounts.states[account]) }
    return touch
  }
}

/// The positions of the bits that are set, ascending.
struct BitPositions: Sequence, IteratorProtocol {
  var bits: UInt16

  mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    let position = bits.trailingZeroBitCount
    bits &= bits &- 1
    return position
  }
}
