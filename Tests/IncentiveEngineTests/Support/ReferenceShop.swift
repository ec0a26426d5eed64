import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

/// A dated parcel of points: spent in the order of last days, months of issue and rules.
struct ReferenceLot {
  var last: Day
  var issued: Month
  /// 0 for `earn`, then a number for each multiplier, then one for each listed rule.
  var rule: Int
  var count: Int64
  /// Whether the account's activity moves its last day.
  var slides = false

  func isSame(_ other: ReferenceLot) -> Bool {
    last == other.last && issued == other.issued && rule == other.rule && slides == other.slides
  }

  static func isSooner(_ one: ReferenceLot, _ other: ReferenceLot) -> Bool {
    (one.spentUntil, one.issued, one.rule) < (other.spentUntil, other.issued, other.rule)
  }
}

/// What the reference remembers of one member.
struct ReferenceMember {
  var scheme = 0
  var birthday: Birthday?
  var points: [ReferenceLot] = []
  /// Points that wait for the next order.
  var promises: [ReferencePromise] = []
  /// Points that have expired and may come back, the last lost last.
  var lapsed: [ReferenceLot] = []
  /// Last day by offer.
  var coupons: [Int: Day] = [:]
  var growth: Int64 = 0
  var spend: Int64 = 0
  var tier = 0
  var grace: (last: Day, target: Int)?
  var orders: [Day] = []
  /// Orders of which something was kept.
  var orderCount = 0
  /// Every order as it was written down.
  var records: [ReferenceOrder] = []
  /// Every award under a listed rule of earning.
  var awards: [ReferenceAward] = []
  /// Points owed.
  var debt: Int64 = 0
  /// Until when the member's activity keeps points alive, perhaps past.
  var aliveUntil = Day(index: .min)
  var joined = Day(index: 0)
  /// Every stamp that was not taken back, in the order earned.
  var stamps: [ReferenceStamp] = []
  var stampsOwed: Int64 = 0
  /// The day of the card's first stamp.
  var cardStart = Day(index: 0)
}

/// The rules once more, written as slowly and plainly as possible: the oracle of the random tests.
struct ReferenceShop {
  let schemes: [Scheme]
  var members: [ReferenceMember]
  /// What every order used of budgets.
  var uses: [ReferenceUse] = []

  init(schemes: [Scheme], members: [ReferenceMember]) {
    self.schemes = schemes
    self.members = members
  }

  func scheme(_ member: ReferenceMember) -> Scheme { schemes[member.scheme] }

  func share(_ rate: Rate, of amount: Int64) -> Int64 {
    amount * rate.numerator / rate.denominator
  }

  // MARK: Tiers

  func counted(_ member: ReferenceMember) -> Int64 {
    scheme(member).tiers?.basis == .spend ? member.spend : member.growth
  }

  func earnedTier(_ member: ReferenceMember) -> Int {
    scheme(member).tiers?.tiers.lastIndex { $0.threshold <= counted(member) } ?? 0
  }

  func tier(_ member: ReferenceMember, on day: Day) -> Int {
    guard let grace = member.grace, day > grace.last else { return member.tier }
    return max(grace.target, earnedTier(member))
  }

  mutating func settle(_ account: Int, on day: Day) {
    lapse(account, on: day)
    let member = members[account]
    members[account].tier = tier(member, on: day)
    if let grace = member.grace, day > grace.last { members[account].grace = nil }
  }

  // MARK: Points

  func balance(_ member: ReferenceMember, on day: Day) -> Int64 {
    member.points.filter { $0.last >= day }.map(\.count).reduce(0, +)
  }

  /// An award, then the bonus of each multiplier.
  func withBonuses(_ base: Int64, _ member: ReferenceMember, on day: Day) -> [Int64] {
    var parts = [base]
    for multiplier in scheme(member).multipliers {
      guard applies(multiplier, member, on: day) else {
        parts.append(0)
        continue
      }
      let gain = Rate(
        multiplier.factor.numerator - multiplier.factor.denominator,
        over: multiplier.factor.denominator)
      let from = scheme(member).multiplierCombination == .additive ? base : parts.reduce(0, +)
      parts.append(share(gain, of: from))
    }
    return parts
  }

  private func applies(_ multiplier: Multiplier, _ member: ReferenceMember, on day: Day) -> Bool {
    if let tier = multiplier.tier, tier != self.tier(member, on: day) { return false }
    let date = CivilDate(day)
    switch multiplier.window {
    case .dayOfMonth(let number):
      return date.day == min(number, CivilDate.days(inMonth: date.month, ofYear: date.year))
    case .weekday(let number): return day.isoWeekday == number
    case .dates(let dates): return dates.contains(day)
    // Random schemes have no cards: they are held to figures by hand.
    case .coupon: return false
    case .birthday(let period):
      guard let birthday = member.birthday else { return false }
      return (date.year - 1...date.year + 1).contains { year in
        let (month, number) = (Int(birthday.month), Int(birthday.day))
        let length = CivilDate.days(inMonth: month, ofYear: year)
        let kept = CivilDate(year: year, month: month, day: min(number, length))
        return (kept?.dayIndex).map {
          period.firstDay(of: day) <= $0 && $0 <= period.lastDay(of: day)
        } ?? false
      }
    }
  }

  func spendable(_ member: ReferenceMember, pay: Int64, on day: Day) -> Int64 {
    guard let rule = scheme(member).points?.redeem else { return 0 }
    // From the largest number of steps that the balance allows, downward.
    var steps = balance(member, on: day) / rule.stepPoints.count
    while steps > 0 {
      let points = steps * rule.stepPoints.count
      if points <= rule.maximumPoints?.count ?? .max, points >= rule.minimumPoints.count,
        steps * rule.stepValue.minor <= share(rule.maximumShareOfOrder, of: pay)
      {
        return points
      }
      steps -= 1
    }
    return 0
  }

  func value(_ points: Int64, _ member: ReferenceMember) -> Int64 {
    guard let rule = scheme(member).points?.redeem else { return 0 }
    return points / rule.stepPoints.count * rule.stepValue.minor
  }

  func lastDay(_ expiry: ExpiryRule, issuedOn day: Day) -> Day {
    switch expiry {
    case .never: return .never
    case .afterDays(let days, let period):
      let last = day.advanced(by: days)
      return period?.lastDay(of: last) ?? last
    case .afterMonths(let months, let period):
      let last = day.adding(months: months)
      return period?.lastDay(of: last) ?? last
    case .onDates(let dates, let leastDays):
      var last = day.advanced(by: leastDays)
      let isOn = { (day: Day) in
        dates.contains { Month(day).monthOfYear == $0.month && Month(day).day($0.day) == day }
      }
      while !isOn(last) { last = last.advanced(by: 1) }
      return last
    case .afterInactivity: return .sliding
    }
  }
}
