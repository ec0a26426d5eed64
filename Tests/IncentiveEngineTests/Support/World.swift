import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// One shop under one or more schemes, with its journal; time is passed with every call.
struct World {
  let engine: LoyaltyEngine
  var accounts: SchemeAccounts
  var journal = Journal()

  init(_ schemes: [Scheme], accountCount: Int = 1) throws {
    engine = LoyaltyEngine(
      schemes: try schemes.map { try $0.compile() }, days: day(2026, 1, 1)...day(2027, 12, 31))
    accounts = engine.makeAccounts(count: accountCount, scheme: 0)
  }

  /// A shop with one member who joined on a day.
  static func withMember(
    _ schemes: Scheme..., joined: Day = day(2026, 1, 1),
    birthday: Birthday = Birthday(month: 6, day: 15)
  ) throws -> World {
    var world = try World(schemes)
    #expect(world.join(on: joined, birthday: birthday).refusal == .none)
    return world
  }

  @discardableResult
  mutating func join(
    _ account: Int = 0, on day: Day, birthday: Birthday = Birthday(month: 6, day: 15)
  ) -> Decision {
    handle(.join(birthday), account, at: day.at(hour: 9))
  }

  /// An order of one line, at noon.
  @discardableResult
  mutating func buy(
    _ price: String, items: Int32 = 1, offers: [Int] = [], points: Int64 = 0, on day: Day,
    by account: Int = 0
  ) -> Decision {
    let set = offers.reduce(OfferSet()) { $0.union(OfferSet(offer: $1)) }
    return handle(
      .order(offers: set, points: Points(points)), account, at: day.at(hour: 12),
      basket: [BasketLine(listMinor: fen(price), quantity: items)])
  }

  /// A moment of the calendar, early in the day.
  @discardableResult
  mutating func run(_ kind: ScheduledKind, on day: Day, for account: Int = 0) -> Decision {
    handle(.scheduled(kind), account, at: day.start)
  }

  @discardableResult
  mutating func handle(
    _ event: Event, _ account: Int = 0, at minute: Minute, basket: [BasketLine] = []
  ) -> Decision {
    engine.handle(
      event, basket: basket.span, for: account, in: &accounts, at: minute, into: &journal)
  }

  func quote(_ price: String, items: Int32 = 1, on day: Day, for account: Int = 0) -> Quote {
    let basket = [BasketLine(listMinor: fen(price), quantity: items)]
    return engine.quote(basket.span, for: account, in: accounts, at: day.at(hour: 12))
  }

  /// A quote of several lines, at noon.
  func quote(of basket: [BasketLine], on day: Day, for account: Int = 0) -> Quote {
    engine.quote(basket.span, for: account, in: accounts, at: day.at(hour: 12))
  }

  /// The bills of the lines of an order under the first scheme.
  func bills(of decision: Decision, _ basket: [BasketLine]) -> [LineBill] {
    var bills: [LineBill] = []
    engine.appendLineBills(
      of: basket.span, terms: decision.terms, spentValue: decision.spentValue, scheme: 0, to: &bills
    )
    return bills
  }

  /// The waterfall of an order of one line, a row a rule: what became of it, what it takes off or
  /// adds, and what is left to pay after it.
  func explain(
    _ price: String, spending points: Int64 = 0, on day: Day, for account: Int = 0
  ) -> [String] {
    let basket = [BasketLine(listMinor: fen(price))]
    let findings = engine.explain(
      basket.span, spending: Points(points), for: account, in: accounts, at: day.at(hour: 12))
    return Waterfall(list: yuan(price), findings: findings).steps.map { step in
      let finding = step.finding
      let money = finding.money > .zero ? " ¥\(finding.money.minor / 100)" : ""
      let points = finding.points > .zero ? " \(finding.points.count) points" : ""
      return "\(finding.name) \(finding.outcome.code)\(money)\(points): ¥\(step.left.minor / 100)"
    }
  }

  func balance(on day: Day, of account: Int = 0) -> Int64 {
    engine.balance(of: account, in: accounts, on: day).count
  }

  func tier(on day: Day, of account: Int = 0) -> Int {
    engine.tier(of: account, in: accounts, on: day)
  }
}

/// A day of the calendar.
func day(_ year: Int, _ month: Int, _ number: Int) -> Day {
  guard let date = CivilDate(year: year, month: month, day: number) else {
    preconditionFailure("a test names days that exist")
  }
  return date.dayIndex
}

/// Fen in an amount written in yuan, such as 199.99 or -0.50.
func fen(_ yuan: String) -> Int64 {
  guard !yuan.hasPrefix("-") else { return -fen(String(yuan.dropFirst())) }
  let parts = yuan.split(separator: ".")
  let cents = parts.count > 1 ? (parts[1] + "00").prefix(2) : "00"
  guard let whole = Int64(parts[0]), let part = Int64(cents) else {
    preconditionFailure("a test writes amounts as 199.99")
  }
  return whole * 100 + part
}

/// An amount written in yuan.
func yuan(_ text: String) -> Money { Money(minor: fen(text)) }

/// 消费1元=1积分: one point for each yuan.
let onePerYuan = EarnRule.perMinorPaid(Rate(1, over: 100))
/// 100 points pay ¥2.
let hundredForTwo = RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200))

/// SplitMix64 (Steele, Lea and Flood 2014): small random worlds from a seed.
struct TestRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
