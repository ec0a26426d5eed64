import IncentiveEngine
import Quantities
import Timeline

/// One order as earning looks at it.
struct ReferenceSale {
  var basket: [BasketLine]
  var paid: Int64
  var pointsPaid: Int64 = 0
  /// Everybody buys at 23:00.
  var minute: Minute

  init(_ basket: [BasketLine], paid: Int64, pointsPaid: Int64 = 0, on day: Day) {
    self.basket = basket
    self.paid = paid
    self.pointsPaid = pointsPaid
    minute = day.at(hour: 23)
  }

  var day: Day { minute.day }
  var list: Int64 { basket.reduce(0) { $0 + $1.listMinor } }
  var items: Int64 { basket.reduce(0) { $0 + Int64($1.quantity) } }
}

/// An award under a listed rule.
struct ReferenceAward {
  var rule: Int
  var minute: Minute
  var points: Int64
}

extension ReferenceShop {
  /// Lots of listed rules come after those of multipliers.
  static let firstRule = 100

  /// All points that an order earns.
  func earned(_ member: ReferenceMember, by sale: ReferenceSale) -> Int64 {
    earnedLots(member, by: sale).lots.reduce(0) { $0 + $1.count }
  }

  /// What the first rule that fits earns, and the bonus of each multiplier, cut off where limits say.
  func earnedLots(
    _ member: ReferenceMember, by sale: ReferenceSale, atMost room: Int64 = .max
  ) -> (rule: Int?, lots: [ReferenceLot]) {
    guard let points = scheme(member).points else { return (nil, []) }
    let rule = points.rules.firstIndex { fits($0.condition, member, sale) }
    let base = rule.map { award(points.rules[$0], sale) } ?? award(points.earn, sale)
    let parts = withBonuses(base, member, on: sale.day)
    var left = min(room, allowed(parts.reduce(0, +), rule, member, sale))
    var last = lastDay(expiry(of: member, on: sale.day), issuedOn: sale.day)
    if let own = rule.flatMap({ points.rules[$0].expiry }) {
      last = lastDay(own, issuedOn: sale.day)
    }
    let lots = parts.enumerated().map { index, part in
      let count = min(part, left)
      left -= count
      let number = index == 0 ? rule.map { $0 + Self.firstRule } ?? 0 : index
      return ReferenceLot(last: last, issued: Month(sale.day), rule: number, count: count)
    }
    return (rule, lots)
  }

  private func fits(
    _ condition: EarningCondition, _ member: ReferenceMember, _ sale: ReferenceSale
  ) -> Bool {
    let isOpen =
      switch condition.window {
      case .always: true
      case .dates(let dates): dates.contains(sale.day)
      case .weekday(let number): sale.day.isoWeekday == number
      case .dayOfMonth(let number):
        CivilDate(sale.day).day == min(number, CivilDate(Month(sale.day).lastDay).day)
      }
    return isOpen && condition.hours?.contains(minuteOfDay: 23 * 60) ?? true
      && (condition.tiers.isEmpty || condition.tiers.contains(tier(member, on: sale.day)))
      && sale.paid + sale.pointsPaid >= condition.minimumPaid.minor
      && (condition.lines == nil || !counted(sale.basket, condition.lines).isEmpty)
  }

  private func counted(_ basket: [BasketLine], _ filter: LineFilter?) -> [BasketLine] {
    guard let filter else { return basket }
    return basket.filter {
      (filter.categories.contains($0.category) || filter.items.contains($0.item))
        != filter.isExcept
    }
  }

  private func award(_ earn: EarnRule, _ sale: ReferenceSale) -> Int64 {
    switch earn {
    case .perMinorPaid(let rate): share(rate, of: sale.paid)
    case .perItem(let number): number.count * sale.items
    }
  }

  private func award(_ rule: EarningRule, _ sale: ReferenceSale) -> Int64 {
    let lines = counted(sale.basket, rule.condition.lines)
    let list = lines.reduce(0) { $0 + $1.listMinor }
    var money =
      switch rule.basis {
      case .paid: sale.paid
      case .paidWithPoints: sale.paid + sale.pointsPaid
      case .beforeDiscounts: sale.list
      }
    // The lines that count bear their part of it, in proportion to list prices.
    if list != sale.list { money = money * list / sale.list }
    switch rule.effect {
    case .fixed(let points): return points.count
    case .perItem(let points): return points.count * lines.reduce(0) { $0 + Int64($1.quantity) }
    case .perMinorPaid(let rate):
      return rounded(money * rate.numerator, over: rate.denominator, rule.rounding)
    case .perFull(let full, let points):
      return points.count * rounded(money, over: full.minor, rule.rounding)
    }
  }

  private func rounded(_ number: Int64, over whole: Int64, _ rounding: Rounding) -> Int64 {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: whole)
    switch rounding {
    case .down: return quotient
    case .up: return quotient + (rest > 0 ? 1 : 0)
    case .halfUp: return quotient + (2 * rest >= whole ? 1 : 0)
    case .halfEven:
      if 2 * rest == whole { return quotient + quotient % 2 }
      return quotient + (2 * rest > whole ? 1 : 0)
    }
  }

  /// What a rule's limits, and the most that a member may hold, leave of an award.
  private func allowed(
    _ award: Int64, _ rule: Int?, _ member: ReferenceMember, _ sale: ReferenceSale
  ) -> Int64 {
    var left = award
    if let most = scheme(member).points?.maximumBalance {
      left = min(
        left, max(0, most.count - balance(member, on: sale.day) - promised(member, on: sale.day)))
    }
    guard let rule, let limits = scheme(member).points?.rules[rule].limits else { return left }
    let past = member.awards.filter { $0.rule == rule }
    func inside(_ period: CalendarPeriod?) -> [ReferenceAward] {
      guard let period else { return past }
      return past.filter { period.firstDay(of: $0.minute.day) == period.firstDay(of: sale.day) }
    }
    if let last = past.last, sale.minute.index - last.minute.index < limits.cooldownMinutes {
      return 0
    }
    if let times = limits.times, inside(times.period).count >= times.count { return 0 }
    if let most = limits.perAward, award > most.count { return 0 }
    for cap in limits.caps {
      left = min(left, cap.points.count - inside(cap.period).reduce(0) { $0 + $1.points })
    }
    return left
  }
}
