import Quantities
import Timeline

extension Scheme {
  /// What is wrong with the tiers.
  var tierProblems: [SchemeProblem] {
    guard let tiers else { return [] }
    var list = ProblemList()
    list.require(!tiers.tiers.isEmpty, "tiers", "a ladder needs at least one tier")
    list.require(
      tiers.tiers.count <= Self.maximumTierCount, "tiers",
      "a ladder has at most \(Self.maximumTierCount) tiers")
    list.requireUnique(tiers.tiers.map(\.name), "tiers")
    list.require(
      tiers.basis != .growth || growth != nil, "tiers.basis",
      "counts growth value, but the scheme has no growth rule")
    for (position, tier) in tiers.tiers.enumerated() {
      list.check(tier, after: position == 0 ? nil : tiers.tiers[position - 1])
    }
    if let review = tiers.review { list.check(review) }
    return list.problems
  }

  /// The most tiers that a ladder may have.
  ///
  /// assumption: real ladders have three to seven.
  public static let maximumTierCount = 64
}

extension ProblemList {
  fileprivate mutating func check(_ tier: Tier, after lower: Tier?) {
    let path = "tiers.\(tier.name)"
    require(amount: tier.threshold, "\(path).threshold")
    if let lower {
      require(
        tier.threshold > lower.threshold, "\(path).threshold",
        "must be above that of \(lower.name), \(lower.threshold)")
    } else {
      require(
        tier.threshold == 0, "\(path).threshold",
        "must be 0 for the first tier: every member is in it")
    }
    require(tier.price, "\(path).price")
    require(tier.price <= .one, "\(path).price", "must be at most 100%")
    check(tier.memberPrices, "\(path).prices")
  }

  fileprivate mutating func check(_ review: TierReview) {
    require(review.graceDays >= 0, "tiers.review.grace", "must not be negative")
    let length: Int
    switch review.cycle {
    case .calendar(let period): length = period.fewestDays
    case .everyDays(let days, _):
      require((1...7300).contains(days), "tiers.review.every", "must be 1 to 7300 days")
      length = max(days, 1)
    case .sinceJoining(let months), .sinceTier(let months):
      require((1...240).contains(months), "tiers.review.cycle", "must be 1 to 240 months")
      length = CalendarPeriod.month.fewestDays * max(months, 1)
    }
    let rounding = review.graceRoundedTo.map { $0.mostDays - 1 } ?? 0
    require(
      review.graceDays + rounding < length, "tiers.review.grace",
      "must end before the next review: at most \(max(0, length - 1 - rounding)) days")
    guard let warning = review.warning else { return }
    require(
      warning.days > 0 && warning.days < length, "tiers.review.warn",
      "must be 1 to \(max(1, length - 1)) days before the review")
    require((0...23).contains(warning.hour), "tiers.review.warn.hour", "must be 0 to 23")
  }
}

extension CalendarPeriod {
  /// The length of the longest such period.
  var mostDays: Int {
    switch self {
    case .day: 1
    case .week: 7
    case .month: 31
    case .quarter: 92
    case .halfYear: 184
    case .year: 366
    }
  }

  /// The length of the shortest such period.
  var fewestDays: Int {
    switch self {
    case .day: 1
    case .week: 7
    case .month: 28
    case .quarter: 90
    case .halfYear: 181
    case .year: 365
    }
  }
}
