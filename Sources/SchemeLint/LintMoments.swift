import IncentiveEngine
import Timeline

// When members look at the shop, and what they do there beside buying.
extension LintShop {
  /// The minute of the day after all that the calendar does on it: its last hour's first.
  static let lastMinute = 23 * 60

  /// The minutes of a day at which what depends on the hour may be used, ascending: the first of all
  /// hours that offers and rules of earning name, and those at which the calendar grants coupons that
  /// know hours; then the last hour's first, at which all that does not depend on the hour may be.
  var minutesOfDay: [Int] {
    let scheme = subject.scheme.scheme
    let offers = scheme.offers.flatMap { [$0.hours?.fromMinute, $0.grantMinute] }
    let earnings = (scheme.points?.rules ?? []).map { $0.condition.hours?.fromMinute }
    let named = (offers + earnings).compactMap { $0 }
    return (named + [Self.lastMinute]).sorted().reduce(into: []) { minutes, minute in
      if minutes.last != minute { minutes.append(minute) }
    }
  }

  /// Pays a deposit on each presale that takes one now.
  func payDeposits(_ state: inout LintState) {
    for offer in subject.scheme.scheme.offers.indices
    where subject.scheme.scheme.deposit(ofOffer: offer) != nil {
      handle(.deposit(offer: offer), &state)
    }
  }

  /// The rewards of the points mall that are coupons and that members ask for, by position.
  var couponRewards: [(reward: Int, offer: Int)] {
    subject.scheme.scheme.rewards.enumerated().compactMap { position, reward in
      guard case .coupon(let offer) = reward.content, reward.automaticPerDay == nil else {
        return nil
      }
      return (position, offer)
    }
  }
}

extension Offer {
  /// The minute of the day at which the calendar grants it, where it may not be used all day then.
  fileprivate var grantMinute: Int? {
    guard hours != nil || validHours != nil else { return nil }
    switch access {
    case .coupon(.monthly(_, let hour, _), _), .coupon(.once(_, let hour, _), _): return hour * 60
    case .coupon, .promotion: return nil
    }
  }
}
