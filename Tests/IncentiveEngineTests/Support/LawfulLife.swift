import PointsLedger
import Quantities
import Timeline

@testable import IncentiveEngine

/// A shop of a few members under one random scheme, watched for broken laws.
///
/// The laws: an order on quoted terms is accepted and gets what was quoted; what is taken off, paid
/// with points and paid in money is the list price; the bills of the lines add up to the order; a
/// refused event and one told twice change nothing; an order given back at once leaves the account
/// as it found it, where the policy says so; no budget is exceeded by a fen; two accounts that become
/// one hold what both held; the trial balance is zero; the journal replays to the ledger.
struct LawfulLife {
  private static let accountCount = 6

  var counts = LawCounts()
  /// What was found broken.
  private(set) var broken: [String] = []
  var world: World
  private let opening: PointsLedger
  var today = day(2026, 1, 1)
  var placed: [[OrderNumber]]
  var budgets: CountedBudgets
  /// Reservations that may still be paid.
  var reserved: [KnownReservation] = []

  init(_ random: inout TestRandom) throws {
    var scheme = Scheme.random(&random)
    if random.chance(60) { scheme.refunds = .random(&random) }
    if random.chance(40) { scheme.limitBudgets(&random) }
    if random.chance(40) { scheme.fillCard(&random) }
    scheme.mergesAccounts = random.chance(50)
    budgets = CountedBudgets(scheme, accountCount: Self.accountCount)
    world = try World([scheme], accountCount: Self.accountCount)
    opening = world.accounts.ledger
    placed = Array(repeating: [], count: Self.accountCount)
    for account in 0..<Self.accountCount where random.chance(90) {
      world.join(account, on: today, birthday: Birthday(month: 6, day: UInt8(1 + account)))
    }
  }

  /// Lets so many events happen, or the two years that the calendar covers.
  mutating func live(_ random: inout TestRandom, events: Int) {
    let last = day(2027, 12, 30)
    while counts.events < events, today < last, broken.isEmpty {
      for _ in 0..<10 { step(&random) }
      pass(random.below(3))
    }
    close()
  }

  mutating func law(_ holds: Bool, _ name: @autoclosure () -> String) {
    if !holds { broken.append(name()) }
  }

  private mutating func pass(_ days: Int) {
    for _ in 0..<days {
      today = today.advanced(by: 1)
      for moment in world.engine.schedule(ofScheme: 0, from: today, through: today) {
        for account in 0..<Self.accountCount {
          world.handle(.scheduled(moment.kind), account, at: moment.minute)
          counts.events += 1
        }
      }
    }
  }

  private mutating func step(_ random: inout TestRandom) {
    let account = random.below(Self.accountCount)
    forgetDue()
    switch random.below(100) {
    case ..<55: buy(&random, account, undoes: false)
    case ..<65: reserve(&random, account)
    case ..<70: finishReservation(&random)
    case ..<80: buy(&random, account, undoes: true)
    case ..<90: giveBack(&random, account)
    case ..<93: merge(random.below(Self.accountCount), into: account)
    default: joinAgain(account)
    }
  }

  var now: Minute { today.at(hour: 23) }

  func basket(_ random: inout TestRandom) -> [BasketLine] {
    (0...random.below(3)).map { _ in
      BasketLine(
        listMinor: Int64(random.below(80)) * 250 + Int64(random.below(2) * random.below(250)),
        quantity: Int32(1 + random.below(3)), item: UInt16(random.below(4)))
    }
  }

  private mutating func buy(_ random: inout TestRandom, _ account: Int, undoes: Bool) {
    let basket = basket(&random)
    let before = world.engine.quote(basket.span, for: account, in: world.accounts, at: now)
    let points = random.chance(60) ? before.spendablePoints : .zero
    let wish = random.chance(5) ? OfferSet(rawValue: UInt16(random.below(512))) : before.offers
    let decision = world.handle(
      .order(offers: wish, points: points), account, at: now, basket: basket)
    counts.events += 1
    guard decision.refusal == .none else {
      law(wish != before.offers, "a quoted order was refused: \(decision.refusal)")
      counts.refused += 1
      return
    }
    counts.orders += 1
    if points > .zero { counts.spending += 1 }
    if wish == before.offers { law(decision.terms == before, "the terms are not the quote") }
    law(EngineInvariants.faults(of: decision).isEmpty, "the order's money does not add up")
    let exceeded = budgets.count(decision, by: account, on: today)
    law(exceeded.isEmpty, "budgets are exceeded: \(exceeded)")
    let bills = world.bills(of: decision, basket)
    law(
      bills.reduce(Money.zero) { $0 + $1.paid } == decision.paid,
      "the lines' payments are not the order's")
    guard let order = decision.order else { return }
    placed[account].append(order)
    if undoes { undo(order, decision, basket, before, account) }
  }

  /// Gives a fresh order back whole; the account then stands as before.
  mutating func undo(
    _ order: OrderNumber, _ decision: Decision, _ basket: [BasketLine], _ before: Quote,
    _ account: Int
  ) {
    let refund = world.handle(.refund(order: order, part: .whole), account, at: now)
    counts.events += 1
    counts.refunds += 1
    law(refund.refusal == .none, "a fresh order cannot be given back: \(refund.refusal)")
    placed[account].removeLast()
    let after = world.engine.quote(basket.span, for: account, in: world.accounts, at: now)
    law(after.balance == before.balance, "the balance \(before.balance) became \(after.balance)")
    guard world.engine.schemes[0].scheme.refunds?.undoesEverything == true,
      decision.granted == [], decision.rewardCount == 0, earnsTier(of: before, account)
    else { return }
    counts.undone += 1
    // What an order used of a budget stays used.
    guard world.engine.schemes[0].scheme.budgets.isEmpty else {
      return law(
        after.tier == before.tier && after.toNextTier == before.toNextTier
          && after.stampsToReward == before.stampsToReward
          && after.nextExpiryPoints == before.nextExpiryPoints,
        "given back, but the member stands elsewhere:\n\(before)\n\(after)")
    }
    law(after == before, "given back, but the quote is another: \(before.difference(from: after))")
  }

  /// Whether what counts earns the tier: one that is only kept until the next review may be lost
  /// with the next return.
  private func earnsTier(of quote: Quote, _ account: Int) -> Bool {
    let counted = world.accounts.states[account].counted(world.engine.programs[0])
    return world.engine.tier(earnedBy: counted, in: 0) >= Int(quote.tier)
  }

  /// Two accounts become one: it holds all that both held, and the other nothing.
  private mutating func merge(_ other: Int, into account: Int) {
    world.engine.settleWaiting(&world.accounts, at: now, into: &world.journal)
    let held = Holdings(of: [other, account], in: world, on: today)
    let better = max(world.tier(on: today, of: other), world.tier(on: today, of: account))
    let before = world.accounts
    let decision = world.handle(.merge(from: other), account, at: now)
    counts.events += 1
    guard decision.refusal == .none else {
      counts.refused += 1
      return law(world.accounts == before, "a refused merge changed something")
    }
    counts.merges += 1
    let kept = Holdings(of: [account], in: world, on: today)
    law(kept.net() == held.net(), "two accounts held \(held), one holds \(kept)")
    law(
      Holdings(of: [other], in: world, on: today) == Holdings(of: [], in: world, on: today),
      "the other account still holds something")
    law(world.tier(on: today, of: account) >= better, "the better tier is lost")
    budgets.merge(other, into: account)
    for index in reserved.indices where reserved[index].account == other {
      reserved[index].account = account
    }
    placed[account] += placed[other]
    placed[other] = []
  }

  private mutating func giveBack(_ random: inout TestRandom, _ account: Int) {
    guard let order = placed[account].randomElement(using: &random) else { return }
    let part: RefundPart =
      random.chance(50) ? .whole : .amount(Money(minor: Int64(random.below(3000))))
    if counts.events % 16 == 0 {
      world.engine.settleWaiting(&world.accounts, at: now, into: &world.journal)
    }
    let before = counts.events % 16 == 0 ? world.accounts : nil
    let decision = world.handle(.refund(order: order, part: part), account, at: now)
    counts.events += 1
    counts.refunds += 1
    guard decision.refusal != .none else { return }
    counts.refused += 1
    if let before { law(world.accounts == before, "a refused refund changed something") }
  }

  /// Joining a second time is the duplicate of an event that an engine can tell by itself.
  private mutating func joinAgain(_ account: Int) {
    if counts.events % 16 == 0 {
      world.engine.settleWaiting(&world.accounts, at: now, into: &world.journal)
    }
    let before = counts.events % 16 == 0 ? world.accounts : nil
    let decision = world.join(account, on: today)
    counts.events += 1
    guard decision.refusal != .none else { return }
    counts.refused += 1
    if let before { law(world.accounts == before, "joining twice changed something") }
  }

  private mutating func close() {
    law(
      JournalReplay.replay(world.journal.transfers, onto: opening) == world.accounts.ledger,
      "the journal does not replay to the ledger")
    law(world.accounts.ledger.totals.trialBalance == 0, "the trial balance is not zero")
    let faults = EngineInvariants.faults(of: world.accounts, in: world.engine, on: today)
    law(faults.isEmpty, "\(faults)")
  }
}

extension RefundPolicy {
  /// Whether an order that is given back at once leaves nothing behind.
  fileprivate var undoesEverything: Bool { coupons == .returned && tier == .atOnce }

  static func random(_ random: inout TestRandom) -> RefundPolicy {
    RefundPolicy(
      windowDays: random.chance(50) ? 1 + random.below(60) : nil,
      earned: Earned.allCases[1 + random.below(2)],
      expired: [.lose, .grace(days: 5), .reissue][random.below(3)],
      coupons: Coupons.allCases[random.below(2)],
      reductions: Reductions.allCases[random.below(2)], tier: Tier.allCases[random.below(2)])
  }
}

extension Quote {
  /// The fields in which two quotes differ, for messages.
  func difference(from other: Quote) -> [String] {
    zip(Mirror(reflecting: self).children, Mirror(reflecting: other).children)
      .compactMap { mine, theirs in
        "\(mine.value)" == "\(theirs.value)"
          ? nil : "\(mine.label ?? "") was \(mine.value), is \(theirs.value)"
      }
  }
}
