public import Timeline

extension LoyaltyEngine {
  /// The moments of the calendar for a scheme's members, in order; a review before a reset.
  public func schedule(
    ofScheme scheme: Int, from first: Day, through last: Day
  ) -> [ScheduledEvent] {
    guard first <= last else { return [] }
    let scheme = schemes[scheme].scheme
    return (first...last).flatMap { day in
      scheme.moments(on: day).sorted { $0.minute < $1.minute }
    }
  }
}

extension Scheme {
  /// The moments of a day; those of one minute in their order: the review before the reset.
  fileprivate func moments(on day: Day) -> [ScheduledEvent] {
    var moments: [ScheduledEvent] = []
    if let review = tiers?.review, review.cycle.isDue(on: day) {
      moments.append(ScheduledEvent(minute: day.start, kind: .tierReview))
    }
    let reset = growth?.windowMonths == nil ? growth?.reset : .month
    if let reset, reset.firstDay(of: day) == day {
      moments.append(ScheduledEvent(minute: day.start, kind: .growthReset))
    }
    if let warning = points?.warning, Month(day).day(warning.dayOfMonth) == day {
      moments.append(ScheduledEvent(minute: day.at(hour: warning.hour), kind: .expiryWarning))
    }
    if Month(day).firstDay == day {
      for (position, privilege) in privileges.enumerated() {
        guard case .box = privilege.kind else { continue }
        moments.append(ScheduledEvent(minute: day.start, kind: .privilege(position)))
      }
    }
    moments += tierMessages(on: day)
    for (position, rule) in (points?.extensions ?? []).enumerated()
    where rule.trigger == .once(day) {
      moments.append(ScheduledEvent(minute: day.start, kind: .expiryExtension(position)))
    }
    for (position, offer) in offers.enumerated() {
      if deposit(ofOffer: position)?.balanceDays.lowerBound == day {
        moments.append(
          ScheduledEvent(
            minute: day.at(hour: Deposit.reminderHour), kind: .balanceDue(offer: position)))
      }
      guard case .coupon(let grant, _) = offer.access, let hour = grant.hour(on: day) else {
        continue
      }
      moments.append(
        ScheduledEvent(minute: day.at(hour: hour), kind: .couponGrant(offer: position)))
    }
    for (position, broadcast) in broadcasts.enumerated() where broadcast.rhythm.isDue(on: day) {
      // Members' own hours are found when the day begins.
      let hour = broadcast.usesOwnHour ? 0 : broadcast.hour
      moments.append(ScheduledEvent(minute: day.at(hour: hour), kind: .broadcast(position)))
    }
    return moments
  }
}

extension Scheme {
  /// Messages about tiers on a day.
  private func tierMessages(on day: Day) -> [ScheduledEvent] {
    var messages: [ScheduledEvent] = []
    if let progress = growth?.progress, Month(day).day(progress.dayOfMonth) == day {
      messages.append(ScheduledEvent(minute: day.at(hour: progress.hour), kind: .tierProgress))
    }
    if let review = tiers?.review, let warning = review.warning,
      review.cycle.isDue(on: day.advanced(by: warning.days))
    {
      messages.append(ScheduledEvent(minute: day.at(hour: warning.hour), kind: .tierWarning))
    }
    return messages
  }
}

extension TierReview.Cycle {
  /// Whether a period has ended just before a day; every day may be somebody's own.
  func isDue(on day: Day) -> Bool {
    switch self {
    case .calendar(let period): period.firstDay(of: day) == day
    case .everyDays(let days, let start):
      start.distance(to: day) > 0 && start.distance(to: day) % days == 0
    case .sinceJoining, .sinceTier: true
    }
  }
}

extension CouponGrant {
  /// The hour at which the coupon goes out on a day, if it does.
  fileprivate func hour(on day: Day) -> Int? {
    switch self {
    case .onJoining, .onFirstOrder, .onSpend, .deposit, .asReward: nil
    case .monthly(let dayOfMonth, let hour, _): Month(day).day(dayOfMonth) == day ? hour : nil
    case .once(let date, let hour, _): date == day ? hour : nil
    }
  }
}
