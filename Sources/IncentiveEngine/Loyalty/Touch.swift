import Quantities
import Timeline

/// The sums of a basket that incentives look at.
struct BasketTotal {
  var list: Int64 = 0
  var items: Int64 = 0

  @inline(__always)
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
  /// What rules against abuse say of the account, where there are any.
  var risk = RiskStance()

  /// The same without some offers.
  func closing(_ offers: UInt16) -> Touch {
    var touch = self
    touch.calendar.promotions &= ~offers
    touch.calendar.coupons &= ~offers
    return touch
  }
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
    let isWorkedOut = offset >= 0 && day <= days.upperBound
    let touch = Touch(
      calendar: isWorkedOut
        ? calendar[Int(programs[scheme].firstCalendarDay) + offset]
        : calendarDay(day, ofScheme: scheme),
      scheme: scheme, day: day, minute: minute, tier: tier)
    if programs[scheme].hasRisk { return restricted(touch, account, accounts) }
    guard programs[scheme].timedOffers != 0 else { return touch }
    return touch.closing(offersClosed(at: touch, accounts.states[account]))
  }

  /// A touch under rules against abuse: an account's coupons may be closed.
  @inline(never)
  private func restricted(
    _ touch: Touch, _ account: Int, _ accounts: borrowing SchemeAccounts
  ) -> Touch {
    var touch = touch
    touch.risk = riskStance(of: account, accounts, scheme: touch.scheme, at: touch.minute)
    let closed = touch.risk.coupons == .none ? 0 : programs[touch.scheme].coupons
    guard programs[touch.scheme].timedOffers != 0 else { return touch.closing(closed) }
    return touch.closing(closed | offersClosed(at: touch, accounts.states[account]))
  }

  /// The calendar of a day that is not worked out; apart, so that the usual day carries no scheme.
  @inline(never)
  private func calendarDay(_ day: Day, ofScheme scheme: Int) -> CalendarDay {
    CalendarDay(schemes[scheme].scheme, on: day)
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
