import PointsLedger
import Quantities
import Timeline

/// One rule of earning as the engine runs it: `fixed + share of what counts × times`.
struct EarningProgram: Sendable {
  /// What the share is taken of.
  enum Quantity: UInt8, Sendable {
    case nothing, money, items
  }

  var rule: RuleID
  var fixed: Int64 = 0
  var quantity = Quantity.nothing
  var share = Share.nothing
  /// Points for each unit of the share.
  var times: Int64 = 1
  var basis = EarningRule.Basis.paid
  var rounding = Rounding.down
  var minimumPaid: Int64 = 0
  var hours: DayHours?
  /// The tiers it is for, one bit each; all bits for all members.
  var tiers: UInt64 = .max
  /// The lines that count, where not all do: numbers of categories, then of items.
  var hasFilter = false
  var isExcept = false
  var firstFilter = 0
  var categoryCount = 0
  var itemCount = 0
  /// When its points expire, where not as the program's do.
  var expiry: ExpiryRule?
  var limit = LimitProgram()

  init(rule: RuleID, effect: EarningRule.Effect) {
    self.rule = rule
    switch effect {
    case .fixed(let points): fixed = points.count
    case .perMinorPaid(let rate):
      quantity = .money
      share = Share(rate)
    case .perItem(let points):
      quantity = .items
      share = Share(Rate(points.count))
    case .perFull(let money, let points):
      quantity = .money
      share = Share(1, over: money.minor)
      times = points.count
    }
  }

  /// The rules that are open on a day, one bit each, and the bit of `earn` after them.
  static func open(_ points: PointsProgram?, on day: Day) -> UInt16 {
    guard let points, points.hasEarningTerms else { return 0 }
    var open: UInt16 = 1 << UInt16(points.rules.count)
    for (position, rule) in points.rules.enumerated()
    where rule.condition.window.contains(day) {
      open |= 1 << UInt16(position)
    }
    return open
  }
}

extension PointsProgram {
  /// Whether `earn` alone does not decide what an order earns.
  var hasEarningTerms: Bool { !rules.isEmpty || maximumBalance != nil }

  /// What is wrong with the rules of earning.
  func earningProblems(tierCount: Int) -> [SchemeProblem] {
    var list = ProblemList()
    list.require(
      rules.count <= EarningRule.maximumCount, "points.earn",
      "a scheme has at most \(EarningRule.maximumCount) rules of earning")
    list.requireUnique(rules.map(\.name), "points.earn")
    for rule in rules {
      let path = "points.earn.\(rule.name)"
      list.check(rule.effect, "\(path).earn")
      list.check(rule.condition, path, tierCount: tierCount)
      list.check(rule.limits, path)
      if let expiry = rule.expiry { list.check(expiry, "\(path).expire") }
    }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ effect: EarningRule.Effect, _ path: String) {
    switch effect {
    case .fixed(let points), .perItem(let points): require(amount: points.count, path)
    case .perMinorPaid(let rate): require(rate, path)
    case .perFull(let money, let points):
      require(amount: points.count, path)
      require(amount: money.minor, path)
      require(money > .zero, path, "a full amount is above zero")
    }
  }

  fileprivate mutating func check(
    _ condition: EarningCondition, _ path: String, tierCount: Int
  ) {
    require(amount: condition.minimumPaid.minor, "\(path).min-spend")
    for tier in condition.tiers {
      require(
        (0..<min(tierCount, 64)).contains(tier), "\(path).tiers", "there is no such tier")
    }
    switch condition.window {
    case .always, .dates: break
    case .dayOfMonth(let day): requireDayOfMonth(day, path)
    case .weekday(let weekday): requireWeekday(weekday, path)
    }
    if let hours = condition.hours { check(hours, "\(path).hours") }
  }

  mutating func check(_ hours: DayHours, _ path: String) {
    require(
      (0...1439).contains(hours.fromMinute) && (1...1440).contains(hours.toMinute)
        && hours.fromMinute != hours.toMinute, path, "must be two different times of a day")
  }
}

extension ProgramTable {
  /// Lays out the rules of earning of one scheme, and `earn` as the last of them.
  mutating func appendEarnings(
    of compiled: CompiledScheme, to program: inout SchemeProgram, _ slots: inout SlotAllocation
  ) {
    guard let points = compiled.scheme.points else { return }
    if points.registrationPack != nil { program.registrationRule = compiled.registrationRule }
    guard points.hasEarningTerms else { return }
    program.firstEarning = Int32(earnings.count)
    program.earningCount = UInt8(points.rules.count + 1)
    for (position, rule) in points.rules.enumerated() {
      append(rule, compiled.rule(earning: position), &slots)
    }
    let effect: EarningRule.Effect =
      switch points.earn {
      case .perMinorPaid(let rate): .perMinorPaid(rate)
      case .perItem(let number): .perItem(number)
      }
    earnings.append(EarningProgram(rule: RuleNumber.earn, effect: effect))
  }

  private mutating func append(
    _ rule: EarningRule, _ number: RuleID, _ slots: inout SlotAllocation
  ) {
    var program = EarningProgram(rule: number, effect: rule.effect)
    program.basis = rule.basis
    program.rounding = rule.rounding
    program.minimumPaid = rule.condition.minimumPaid.minor
    program.hours = rule.condition.hours
    if !rule.condition.tiers.isEmpty {
      program.tiers = rule.condition.tiers.reduce(0) { $0 | 1 << UInt64($1) }
    }
    if let filter = rule.condition.lines {
      program.hasFilter = true
      program.isExcept = filter.isExcept
      program.firstFilter = filterNumbers.count
      program.categoryCount = filter.categories.count
      program.itemCount = filter.items.count
      filterNumbers += filter.categories + filter.items
    }
    program.expiry = rule.expiry
    program.limit = limits(rule.limits, &slots)
    earnings.append(program)
  }
}
