internal import IncentiveEngine

/// How long a coupon may be used: whole days, or hours from its grant.
enum CouponValidity: Sendable, Hashable {
  case days(Int)
  case hours(Int)

  /// The hours, if it is hours.
  var hours: Int? {
    if case .hours(let hours) = self { hours } else { nil }
  }

  /// The days that it touches; hours need a grant at an hour.
  func days(from grant: CouponGrant, _ node: LocatedNode, _ reading: Reading) -> Int? {
    switch (self, grant) {
    case (.days(let days), _): return days
    case (.hours(let hours), .monthly(_, let hour, _)), (.hours(let hours), .once(_, let hour, _)):
      return Offer.days(ofHours: hours, from: hour)
    case (.hours, _):
      reading.report(
        node.valuePlace(of: "valid"), "hours are counted from a grant on a day, at its hour",
        hint: "write days, or grant it on a day: monthly on day 8")
      return nil
    }
  }
}

extension Form where Value == CouponValidity {
  /// `valid:` of a coupon.
  static var couponValidity: Form {
    .scalar(
      ScalarShape(
        "how long a coupon is valid",
        patterns: ["^[0-9][0-9_]*( ?(h|hours?|days?|weeks?))?$"], resolved: .integer(1...7300),
        examples: ["30 days", "2 h"])
    ) { (text, _) throws(ScalarFailure) in
      switch try Span.read(text) {
      case .hours(let hours) where (1...8760).contains(hours): return .hours(hours)
      case .days(let days) where days > 0: return .days(days)
      default:
        throw ScalarFailure(
          "\(text.shortened) is neither whole days nor up to 8760 hours",
          hint: "write days, weeks or hours: 30 days, 2 h")
      }
    }
  }
}
