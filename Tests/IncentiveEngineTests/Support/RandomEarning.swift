import IncentiveEngine
import Quantities
import Timeline

extension PointsProgram {
  /// Lists rules of earning, and bounds the balance now and then.
  mutating func listRules(_ random: inout TestRandom, tierCount: Int) {
    rules = (0..<random.below(4)).map {
      .random(&random, name: "r\($0)", tierCount: tierCount)
    }
    if random.chance(20) { maximumBalance = Points(Int64(100 + random.below(1500))) }
  }
}

extension EarningRule {
  fileprivate static func random(
    _ random: inout TestRandom, name: String, tierCount: Int
  ) -> EarningRule {
    let number = Points(Int64(random.below(12)))
    let effect: Effect = [
      .fixed(number), .perItem(number), .perFull(Money(minor: 700), number),
      .perMinorPaid(Rate(Int64(1 + random.below(40)), over: 200)),
    ][random.below(4)]
    return EarningRule(
      name: name, effect: effect, basis: Basis.allCases[random.below(3)],
      rounding: Rounding.allCases[random.below(4)],
      condition: .random(&random, tierCount: tierCount), limits: .random(&random),
      expiry: random.chance(30) ? .afterDays(1 + random.below(30), roundedTo: nil) : nil)
  }
}

extension EarningCondition {
  fileprivate static func random(
    _ random: inout TestRandom, tierCount: Int
  ) -> EarningCondition {
    var condition = EarningCondition(
      minimumPaid: Money(minor: Int64(random.below(4)) * 3000))
    switch random.below(6) {
    case 0: condition.window = .weekday(1 + random.below(7))
    case 1: condition.window = .dayOfMonth(1 + random.below(31))
    case 2: condition.window = .dates(day(2026, 1, 10)...day(2026, 1, 11 + random.below(20)))
    default: break
    }
    if random.chance(30) {
      // Around 23:00, when everybody buys.
      condition.hours = DayHours(
        fromMinute: [1_320, 1_379, 1_382, 1_430][random.below(4)],
        toMinute: [1_380, 1_381, 1_440, 60][random.below(4)])
    }
    if tierCount > 1, random.chance(20) { condition.tiers = [random.below(tierCount)] }
    if random.chance(30) {
      condition.lines = LineFilter(
        categories: [UInt16(random.below(4))], items: [UInt16(random.below(4))],
        isExcept: random.chance(50))
    }
    return condition
  }
}

extension AwardLimits {
  fileprivate static func random(_ random: inout TestRandom) -> AwardLimits {
    func period(_ random: inout TestRandom) -> CalendarPeriod? {
      random.chance(25) ? nil : CalendarPeriod.allCases[random.below(6)]
    }
    var limits = AwardLimits()
    if random.chance(20) { limits.perAward = Points(Int64(10 + random.below(600))) }
    if random.chance(30) {
      limits.caps = (0...random.below(2)).map { _ in
        Cap(Points(Int64(10 + random.below(900))), per: period(&random))
      }
    }
    if random.chance(20) { limits.times = Times(1 + random.below(3), per: period(&random)) }
    if random.chance(20) {
      limits.cooldownMinutes = 1_440 * (1 + random.below(9)) + random.below(2)
    }
    return limits
  }
}
