import Quantities
import Timeline

/// The hours of one offer as the engine runs them (M20).
struct OfferHours: Sendable {
  /// The hours of the day in which the offer may be used.
  var open: DayHours?
  /// The minute of its last day at which a coupon ends; 1,440 for the day's end.
  var endMinute = 1440

  init(_ offer: Offer) {
    open = offer.hours
    guard let hours = offer.validHours, let hour = offer.grantHour else { return }
    endMinute = (hour + hours) * 60 - (Offer.days(ofHours: hours, from: hour) - 1) * 1440
  }
}

extension Offer {
  /// Whether the time of the day matters.
  var hasHours: Bool { hours != nil || validHours != nil }

  /// The hour at which the calendar grants it, if it does.
  var grantHour: Int? {
    switch access {
    case .coupon(.monthly(_, let hour, _), _), .coupon(.once(_, let hour, _), _): hour
    case .coupon, .promotion: nil
    }
  }

  /// The days that so many hours from an hour of a day on touch, the first included.
  public static func days(ofHours hours: Int, from hour: Int) -> Int { (hour + hours - 1) / 24 + 1 }
}

extension ProblemList {
  /// What is wrong with an offer's hours.
  mutating func checkHours(of offer: Offer, _ path: String) {
    if let hours = offer.hours { check(hours, "\(path).hours") }
    guard let hours = offer.validHours else { return }
    require((1...8760).contains(hours), "\(path).valid", "must be 1 to 8760 hours")
    guard case .coupon(_, let validDays) = offer.access, let hour = offer.grantHour else {
      require(
        false, "\(path).valid", "hours need a coupon that is granted on a day, at an hour")
      return
    }
    require(
      validDays == Offer.days(ofHours: hours, from: hour), "\(path).valid",
      "the days are not those that the hours touch")
  }
}

extension LoyaltyEngine {
  /// The offers whose hours a minute does not lie in, and coupons that ended on their last day, one
  /// bit each; only schemes with hours ask for it.
  func offersClosed(at touch: Touch, _ state: borrowing AccountState) -> UInt16 {
    var closed: UInt16 = 0
    let minute = touch.minute.minuteOfDay
    let first = Int(programs[touch.scheme].firstOffer)
    for position in BitPositions(bits: programs[touch.scheme].timedOffers) {
      let hours = offerHours[first + position]
      let isOpen = hours.open?.contains(minuteOfDay: minute) ?? true
      let isLastDay = state.couponLastDay[position] <= touch.day.index
      let hasEnded = minute >= hours.endMinute && isLastDay
      guard !isOpen || hasEnded else { continue }
      closed |= 1 << UInt16(position)
    }
    return closed
  }
}
