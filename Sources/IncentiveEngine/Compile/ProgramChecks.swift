import Quantities
import Timeline

extension Scheme {
  /// What is wrong with how points are earned, spent and lost.
  var pointsProblems: [SchemeProblem] {
    guard let points else { return [] }
    var list = ProblemList()
    switch points.earn {
    case .perMinorPaid(let rate): list.require(rate, "points.earn")
    case .perItem(let number): list.require(amount: number.count, "points.earn")
    }
    if let redeem = points.redeem { list.check(redeem) }
    list.check(points.expiry, "points.expire")
    if let warning = points.warning {
      list.require(
        points.expiry != .never, "points.warn", "warns of an expiry that the scheme does not have")
      list.requireMoment(day: warning.dayOfMonth, hour: warning.hour, "points.warn")
    }
    if let most = points.maximumBalance {
      list.require(amount: most.count, "points.max-balance")
      list.require(most > .zero, "points.max-balance", "must be above zero")
    }
    if let pack = points.registrationPack {
      list.require(amount: pack.count, "points.registration-pack")
      list.require(pack > .zero, "points.registration-pack", "must be above zero")
    }
    return list.problems + points.earningProblems(tierCount: tiers?.tiers.count ?? 0)
      + points.interactionProblems + (points.claims?.problems ?? [])
  }

  /// The most months of a window of growth value.
  ///
  /// assumption: programs look back a year, or two.
  public static let maximumWindowMonths = 36

  /// What is wrong with growth value.
  var growthProblems: [SchemeProblem] {
    guard let growth else { return [] }
    var list = ProblemList()
    list.require(growth.perMinorPaid, "growth.earn")
    list.require(growth.kept, "growth.keep")
    list.require(growth.kept < .one, "growth.keep", "a reset leaves less than all of it")
    list.require(
      growth.kept == .zero || growth.reset != nil, "growth.keep",
      "says what a reset leaves, but there is no reset")
    if let months = growth.windowMonths {
      list.require(
        (1...Self.maximumWindowMonths).contains(months), "growth.window",
        "must be 1 to \(Self.maximumWindowMonths) months")
      list.require(
        growth.reset == nil, "growth.window",
        "growth value counts for a window or until a reset, not both")
    }
    if let message = growth.progress {
      list.requireMoment(day: message.dayOfMonth, hour: message.hour, "growth.progress-message")
      list.require(message.within, "growth.progress-message.within")
      list.require(
        tiers?.basis == .growth, "growth.progress-message",
        "tells of the next tier, but no tiers count growth value")
    }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ rule: RedeemRule) {
    require(rule.stepPoints > .zero, "points.redeem", "a step needs at least one point")
    require(rule.stepValue > .zero, "points.redeem", "a step must be worth something")
    require(amount: rule.stepPoints.count, "points.redeem")
    require(amount: rule.stepValue.minor, "points.redeem")
    require(amount: rule.minimumPoints.count, "points.redeem.minimum")
    require(rule.maximumShareOfOrder, "points.redeem.share")
    require(
      rule.maximumShareOfOrder <= .one, "points.redeem.share",
      "points cannot pay more than 100% of an order")
    for limit in rule.limits {
      require(amount: limit.points.count, "points.redeem.limits")
      require(
        rule.stepPoints <= .zero || limit.points >= rule.smallestPoints, "points.redeem.limits",
        "is below the fewest points that may be spent, \(rule.smallestPoints.count)")
    }
    requireUnique(
      rule.limits.map { $0.period.map { "\($0)" } ?? "ever" }, "points.redeem.limits")
    guard let maximum = rule.maximumPoints, rule.stepPoints > .zero else { return }
    require(amount: maximum.count, "points.redeem.maximum")
    require(
      maximum >= rule.smallestPoints, "points.redeem.maximum",
      "is below the fewest points that may be spent, \(rule.smallestPoints.count)")
  }

  mutating func check(_ rule: ExpiryRule, _ path: String) {
    switch rule {
    case .never: return
    case .afterMonths(let months, _):
      require((1...240).contains(months), "\(path).after", "must be 1 to 240 months")
    case .afterDays(let days, _):
      require((1...7300).contains(days), "\(path).after", "must be 1 to 7300 days")
    case .onDates(let dates, let days):
      require(
        (1...ExpiryRule.maximumDateCount).contains(dates.count), "\(path).dates",
        "needs 1 to \(ExpiryRule.maximumDateCount) dates")
      require((0...7300).contains(days), "\(path).least", "must be 0 to 7300 days")
      for date in dates {
        require(
          (1...12).contains(date.month) && (1...31).contains(date.day), "\(path).dates",
          "there is no such date")
      }
    case .afterInactivity(let rule):
      switch rule.after {
      case .months(let months):
        require((1...240).contains(months), "\(path).inactive", "must be 1 to 240 months")
      case .days(let days):
        require((1...7300).contains(days), "\(path).inactive", "must be 1 to 7300 days")
      }
    }
  }

  /// A day of the month and an hour are on the clock.
  mutating func requireMoment(day: Int, hour: Int, _ path: String) {
    requireDayOfMonth(day, path)
    require((0...23).contains(hour), "\(path).hour", "must be 0 to 23")
  }

  /// A day of the month is 1 to 31.
  mutating func requireDayOfMonth(_ day: Int, _ path: String) {
    require((1...31).contains(day), "\(path).day", "must be 1 to 31")
  }

  /// A weekday is 1 to 7.
  mutating func requireWeekday(_ weekday: Int, _ path: String) {
    require((1...7).contains(weekday), "\(path).weekday", "must be 1 (Monday) to 7 (Sunday)")
  }
}

extension RedeemRule {
  /// The fewest points that may be spent: whole steps, the minimum or more.
  var smallestPoints: Points {
    let steps = (minimumPoints.count + stepPoints.count - 1) / stepPoints.count
    return Points(max(1, steps) * stepPoints.count)
  }
}
