import PointsLedger
public import Timeline

/// What the calendar means for one scheme on one day, worked out once: 24 bytes.
struct CalendarDay: Sendable, Equatable {
  /// The last day of points issued on the day.
  var expiry: Int32
  /// The month of the day.
  var month: Int32
  /// The promotions that are open, one bit each.
  var promotions: UInt16
  /// The coupons that may be used if they are held, one bit each.
  var coupons: UInt16
  /// The multipliers that are open, one bit each; those of birthdays always.
  var multipliers: UInt16
  /// The rules of earning that are open, one bit each, the last resort `earn` included.
  var earnings: UInt16
  /// The birthdays kept on the day, first and last, and its week's; see ``BirthdayKey``.
  var birthdays: BirthdayKeys

  init(_ scheme: Scheme, on day: Day) {
    expiry = (scheme.points?.expiry ?? .never).lastDay(issuedOn: day).index
    month = Month(day).index
    birthdays = BirthdayKeys(day)
    promotions = 0
    earnings = EarningProgram.open(scheme.points, on: day)
    coupons = 0
    multipliers = 0
    for (position, offer) in scheme.offers.enumerated() {
      switch offer.access {
      case .promotion(let window) where window.contains(day): promotions |= 1 << UInt16(position)
      case .coupon(let grant, _) where grant.isUsable(on: day): coupons |= 1 << UInt16(position)
      case .promotion, .coupon: break
      }
    }
    for (position, multiplier) in scheme.multipliers.enumerated()
    where multiplier.window.mayContain(day) {
      multipliers |= 1 << UInt16(position)
    }
  }
}

/// Birthdays as numbers that ascend through the year: 32 a month.
struct BirthdayKeys: Sendable, Equatable {
  /// The day's own date.
  var first: UInt16
  /// The same, or 29 February on 28 February of a year that has no 29th.
  var last: UInt16
  /// Monday's.
  var weekFirst: UInt16
  /// Sunday's, which is smaller than Monday's across the year's end.
  var weekLast: UInt16 = 0

  init(_ day: Day) {
    first = Self.key(day)
    last = Self.lastKey(day)
    weekFirst = Self.key(CalendarPeriod.week.firstDay(of: day))
    weekLast = Self.lastKey(CalendarPeriod.week.lastDay(of: day))
  }

  /// Whether a birthday falls into the period that holds the day.
  func contain(_ birthday: Birthday, in period: CalendarPeriod) -> Bool {
    let key = UInt16(birthday.month) * 32 + UInt16(birthday.day)
    switch period {
    case .day: return (first...last).contains(key)
    case .week:
      if weekFirst <= weekLast { return (weekFirst...weekLast).contains(key) }
      return key >= weekFirst || key <= weekLast
    case .month: return birthday.month == first / 32
    case .quarter: return (birthday.month &- 1) / 3 == (first / 32 - 1) / 3
    case .halfYear: return (birthday.month &- 1) / 6 == (first / 32 - 1) / 6
    case .year: return true
    }
  }

  private static func key(_ day: Day) -> UInt16 {
    let date = CivilDate(day)
    return UInt16(date.month * 32 + date.day)
  }

  private static func lastKey(_ day: Day) -> UInt16 {
    let isKeptForLeapDay = key(day) == 2 * 32 + 28 && key(day.advanced(by: 1)) == 3 * 32 + 1
    return key(day) + (isKeptForLeapDay ? 1 : 0)
  }
}

extension ExpiryRule {
  /// The last day on which points issued on a day may be spent; `sliding` if that is the account's.
  public func lastDay(issuedOn day: Day) -> Day {
    switch self {
    case .never: .never
    case .afterMonths(let months, let period): round(day.adding(months: months), to: period)
    case .afterDays(let days, let period): round(day.advanced(by: days), to: period)
    case .onDates(let dates, let leastDays):
      dates.reduce(.never) { min($0, $1.next(onOrAfter: day.advanced(by: leastDays))) }
    case .afterInactivity: .sliding
    }
  }

  private func round(_ day: Day, to period: CalendarPeriod?) -> Day {
    period?.lastDay(of: day) ?? day
  }
}

extension CouponGrant {
  /// Whether the coupon may be used on a day by who holds it.
  func isUsable(on day: Day) -> Bool {
    if case .deposit(let deposit) = self { deposit.balanceDays.contains(day) } else { true }
  }
}

extension PromotionWindow {
  /// Whether the promotion is open on a day.
  public func contains(_ day: Day) -> Bool {
    switch self {
    case .always: true
    case .dates(let dates): dates.contains(day)
    case .dayOfMonth(let number): day == Month(day).day(number)
    case .weekday(let weekday): day.isoWeekday == weekday
    }
  }
}

extension Multiplier.Window {
  /// Whether the window is open on a day for anyone.
  func mayContain(_ day: Day) -> Bool {
    switch self {
    case .dates(let dates): dates.contains(day)
    case .dayOfMonth(let number): day == Month(day).day(number)
    case .weekday(let weekday): day.isoWeekday == weekday
    case .birthday: true
    // Opened by the order that uses it.
    case .coupon: false
    }
  }
}
