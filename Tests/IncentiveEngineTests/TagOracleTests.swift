import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// The engine's tags, kept order by order, equal those worked out anew from the whole journal, for
/// 100,000 random histories with reserved orders, refunds in pieces and merged accounts.
@Suite("Tags of 100,000 random histories")
struct TagOracleTests {
  #if DEBUG
  static let historyCount = 2_000
  #else
  static let historyCount = 100_000
  #endif
  private static let shares = 4
  /// Histories under one scheme; assumption: so many that making schemes is the lesser part.
  private static let historiesPerScheme = 250

  @Test(arguments: 1...UInt64(shares))
  func `tags are what the journal says`(share: UInt64) throws {
    var (count, round) = (0, UInt64(0))
    var seen: [LifeStage: Int] = [:]
    var merges = 0
    while count < Self.historyCount / Self.shares {
      let seed = share << 32 | round
      var random = TestRandom(seed: seed)
      var lives = try TaggedLives(.random(&random), count: Self.historiesPerScheme)
      for life in 0..<Self.historiesPerScheme {
        if let fault = lives.run(life, &random) {
          Issue.record("seed \(seed), history \(life): \(fault)")
          return
        }
      }
      seen.merge(lives.stages) { $0 + $1 }
      merges += lives.mergeCount
      count += Self.historiesPerScheme
      round += 1
    }
    // Every stage was looked at, and often.
    for stage in LifeStage.allCases { #expect(seen[stage, default: 0] > count / 4, "\(stage)") }
    #expect(merges > count / 10)
  }
}

/// Histories of members with two accounts each, one after the other, under one scheme.
private struct TaggedLives {
  private let engine: LoyaltyEngine
  private let rules: TagRules
  private var accounts: SchemeAccounts
  private var sink = NoJournal()
  private var journals: [TagJournal]
  private(set) var stages: [LifeStage: Int] = [:]
  private(set) var mergeCount = 0

  init(_ rules: TagRules, count: Int) throws {
    self.rules = rules
    let scheme = Scheme(
      name: "tags", mergesAccounts: true, refunds: RefundPolicy(), tags: rules)
    engine = LoyaltyEngine(
      schemes: [try scheme.compile()], days: day(2026, 1, 1)...day(2027, 12, 31))
    accounts = engine.makeAccounts(count: 2 * count, scheme: 0)
    journals = Array(repeating: TagJournal(), count: 2 * count)
  }

  /// Lives through one history; the first difference, if there is one.
  mutating func run(_ life: Int, _ random: inout TestRandom) -> String? {
    var today = day(2026, 1, 1).advanced(by: random.below(60))
    for account in [2 * life, 2 * life + 1] { join(account, on: today) }
    for _ in 0..<1 + random.below(20) {
      today = today.advanced(by: random.chance(20) ? random.below(150) : random.below(15))
      let account = 2 * life + (random.chance(30) ? 1 : 0)
      switch random.below(100) {
      case ..<65: order(account, &random, on: today)
      case ..<90: refund(account, &random, on: today)
      case ..<95: merge(2 * life + 1, into: 2 * life, on: today)
      default: join(account, on: today)
      }
      let later = today.advanced(by: random.below(50))
      for seen in [2 * life, 2 * life + 1] {
        if let fault = difference(seen, on: later) { return fault }
      }
    }
    return nil
  }

  private mutating func difference(_ account: Int, on day: Day) -> String? {
    let standing = engine.tagStanding(of: account, in: accounts, on: day)
    let tags = engine.tags(of: account, in: accounts, on: day)
    guard !journals[account].entries.isEmpty else {
      return standing == nil && tags == [] ? nil : "\(tags) of who is no member"
    }
    let reference = ReferenceTags(journals[account], rules)
    let expected = reference.standing(on: day)
    stages[expected.stage, default: 0] += 1
    if standing == expected, tags == reference.tags(on: day) { return nil }
    return "\(String(describing: standing)) \(tags) should be \(expected) "
      + "\(reference.tags(on: day)) of \(journals[account].entries) by \(rules)"
  }

  private mutating func handle(
    _ event: Event, _ account: Int, on day: Day, _ basket: [BasketLine] = []
  ) -> Decision {
    engine.handle(
      event, basket: basket.span, for: account, in: &accounts, at: day.at(hour: 12), into: &sink)
  }

  private mutating func join(_ account: Int, on day: Day) {
    guard handle(.join(Birthday(month: 1, day: 1)), account, on: day).refusal == .none else {
      return
    }
    journals[account].entries.append(.joined(day))
  }

  private mutating func order(_ account: Int, _ random: inout TestRandom, on day: Day) {
    guard !journals[account].entries.isEmpty else { return }
    let basket = [BasketLine(listMinor: Int64(random.below(20_000)), quantity: 3)]
    var decision: Decision
    if random.chance(20) {
      let event = Event.reserve(offers: [], points: .zero, minutes: 60)
      decision = handle(event, account, on: day, basket)
      decision = handle(.commit(decision.reservation), account, on: day)
    } else {
      decision = handle(.order(offers: [], points: .zero), account, on: day, basket)
    }
    guard let number = decision.order else { return }
    journals[account].entries.append(.ordered(day, number, paid: decision.paid.minor))
  }

  private mutating func refund(_ account: Int, _ random: inout TestRandom, on day: Day) {
    guard let number = journals[account].orderNumbers.randomElement(using: &random) else { return }
    let decision: Decision
    switch random.below(3) {
    case 0: decision = handle(.refund(order: number, part: .whole), account, on: day)
    case 1:
      let part = [BasketLine(listMinor: 0, quantity: 1)]
      decision = handle(.refund(order: number, part: .lines), account, on: day, part)
    default:
      let money = Money(minor: Int64(1 + random.below(4_000)))
      decision = handle(.refund(order: number, part: .amount(money)), account, on: day)
    }
    guard decision.refusal == .none else { return }
    journals[account].entries.append(
      .refunded(number, paid: decision.paid.minor, isWhole: decision.refund.isWhole))
  }

  private mutating func merge(_ other: Int, into account: Int, on day: Day) {
    guard handle(.merge(from: other), account, on: day).refusal == .none else { return }
    journals[account].entries.append(.merged(journals[other]))
    journals[other] = TagJournal()
    mergeCount += 1
  }
}

extension TagJournal {
  /// The orders that may be returned, those of accounts that were merged included.
  fileprivate var orderNumbers: [OrderNumber] {
    entries.flatMap { (entry) -> [OrderNumber] in
      switch entry {
      case .ordered(_, let number, _): return [number]
      case .merged(let other): return other.orderNumbers
      case .joined, .refunded: return []
      }
    }
  }
}
