import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Random shops whose points live as long as members are active.
struct InactivityPropertyTests {
  private static func scheme(_ random: inout TestRandom) -> Scheme {
    let policies: [RefundPolicy.Earned] = [.onlyPending, .withinBalance, .mayGoNegative]
    let expired: [RefundPolicy.Expired] = [.lose, .grace(days: 20), .reissue]
    let big = EarningRule(
      name: "big", effect: .perMinorPaid(Rate(2, over: 100)),
      condition: EarningCondition(minimumPaid: yuan("150")),
      expiry: random.chance(50) ? .afterDays(20, roundedTo: nil) : nil,
      activation: random.chance(50) ? .afterDays(1 + random.below(50), roundedTo: nil) : nil)
    var scheme = Scheme(
      name: "random",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: .afterInactivity(.random(&random)),
        maximumBalance: random.chance(30) ? Points(500) : nil, rules: [big]),
      tiers: TierLadder(
        tiers: [
          Tier(name: "a", threshold: 0),
          Tier(name: "b", threshold: 100_000, expiry: .afterMonths(1, roundedTo: nil)),
          Tier(name: "c", threshold: 300_000, expiry: .never),
        ], basis: .spend),
      refunds: RefundPolicy(
        windowDays: 40, earned: policies[random.below(3)], expired: expired[random.below(3)]))
    scheme.mergesAccounts = true
    if random.chance(50) {
      scheme.points?.reinstatement = Reinstatement(
        withinDays: 1 + random.below(60), share: .percent(Int64(10 + random.below(91))))
    }
    if random.chance(50) {
      scheme.points?.extensions = [
        ExpiryExtension(trigger: .reaching(tier: 1), by: .days(1 + random.below(40))),
        ExpiryExtension(trigger: .once(day(2026, 3, 3)), by: .months(1), roundedTo: .month),
      ]
    }
    if random.chance(30) {
      scheme.points?.expiry = .afterDays(1 + random.below(60), roundedTo: nil)
    }
    return scheme
  }

  /// Two shops with the same events; the second is settled every night; two accounts merge.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `settling when touched is settling every night, and the journal replays`(seed: UInt64) throws
  {
    var random = TestRandom(seed: seed)
    let scheme = Self.scheme(&random)
    var lazy = try World([scheme], accountCount: 2)
    var nightly = try World([scheme], accountCount: 2)
    for account in 0..<2 {
      lazy.join(account, on: day(2026, 1, 1))
      nightly.join(account, on: day(2026, 1, 1))
    }
    var orders: [(decision: Decision, account: Int)] = []
    var held: [Int64] = []
    let first = day(2026, 1, 2)
    let merging = 100 + random.below(60)
    for number in 0..<200 {
      let today = first.advanced(by: number)
      for account in 0..<2 {
        nightly.engine.settle(
          account, in: &nightly.accounts, through: today.advanced(by: -1), into: &nightly.journal)
        nightly.engine.activateDue(account, &nightly.accounts, on: today, into: &nightly.journal)
      }
      if today == day(2026, 3, 3) {
        for account in 0..<2 {
          lazy.run(.expiryExtension(1), on: today, for: account)
          nightly.run(.expiryExtension(1), on: today, for: account)
        }
      }
      if number == merging {
        lazy.handle(.merge(from: 1), at: today.start)
        nightly.handle(.merge(from: 1), at: today.start)
        for index in orders.indices { orders[index].account = 0 }
      }
      let account = number < merging ? random.below(2) : 0
      if random.chance(14) {
        let price = "\(20 + random.below(300))"
        let quote = lazy.quote(price, on: today, for: account)
        #expect(quote == nightly.quote(price, on: today, for: account), "seed \(seed), \(today)")
        let points = random.chance(50) ? quote.spendablePoints.count : 0
        let bought = lazy.buy(price, points: points, on: today, by: account)
        #expect(
          bought == nightly.buy(price, points: points, on: today, by: account), "seed \(seed)")
        orders.append((bought, account))
      }
      if !orders.isEmpty, random.chance(8) {
        let order = orders[random.below(orders.count)]
        let part: RefundPart =
          random.chance(50) ? .whole : .amount(Money(minor: Int64(1 + random.below(9000))))
        let number = order.decision.order ?? OrderNumber(index: 0)
        let event = Event.refund(order: number, part: part)
        let one = lazy.handle(event, order.account, at: today.at(hour: 13))
        #expect(
          one == nightly.handle(event, order.account, at: today.at(hour: 13)),
          "seed \(seed), \(today)")
      }
      for account in 0..<2 {
        #expect(
          lazy.balance(on: today, of: account) == nightly.balance(on: today, of: account),
          "seed \(seed), \(today)")
      }
      #expect(
        EngineInvariants.faults(of: lazy.accounts, in: lazy.engine, on: today) == [],
        "seed \(seed), \(today)")
      held.append(nightly.accounts.ledger.totals.outstanding)
    }
    Self.compare(&lazy, &nightly, held, from: first, seed)
  }

  /// In the end both ledgers agree, the journal replays, and the daily series is what was held.
  private static func compare(
    _ lazy: inout World, _ nightly: inout World, _ held: [Int64], from first: Day, _ seed: UInt64
  ) {
    let last = first.advanced(by: held.count - 1)
    for account in 0..<2 {
      lazy.engine.settle(account, in: &lazy.accounts, through: last, into: &lazy.journal)
      nightly.engine.settle(account, in: &nightly.accounts, through: last, into: &nightly.journal)
    }
    #expect(lazy.accounts.ledger == nightly.accounts.ledger, "seed \(seed)")
    #expect(lazy.accounts.ledger.totals.trialBalance == 0, "seed \(seed)")
    let replayed = JournalReplay.replay(lazy.journal.transfers, onto: PointsLedger(holderCount: 2))
    #expect(replayed == lazy.accounts.ledger, "seed \(seed)")
    var series = OutstandingSeries(over: Horizon(firstDay: first, dayCount: held.count))
    for transfer in lazy.journal.transfers { series.record(transfer) }
    #expect(series.daily == held, "seed \(seed)")
  }
}
