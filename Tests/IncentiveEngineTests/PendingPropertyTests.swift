import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Random shops whose points are pending at first.
struct PendingPropertyTests {
  private static func scheme(_ random: inout TestRandom) -> Scheme {
    let dates = [YearDate(month: 2, day: 29), YearDate(month: 4, day: 15)]
    let rules: [ActivationRule] = [
      .atOnce, .afterDays(1 + random.below(40), roundedTo: nil), .afterReturnWindow,
      .afterMonths(1, roundedTo: .month), .onDates(dates, leastDays: random.below(20)),
      .onEvent(.nextOrder, withinDays: 1 + random.below(40)),
    ]
    let big = EarningRule(
      name: "big", effect: .perMinorPaid(Rate(2, over: 100)),
      condition: EarningCondition(minimumPaid: yuan("150")),
      expiry: random.chance(50) ? .afterDays(20, roundedTo: nil) : nil,
      activation: rules[random.below(rules.count)])
    let policies: [RefundPolicy.Earned] = [.onlyPending, .withinBalance, .mayGoNegative]
    return Scheme(
      name: "random",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo,
        expiry: .afterMonths(1, roundedTo: random.chance(50) ? .month : nil), rules: [big],
        activation: rules[1 + random.below(5)]),
      multipliers: [
        Multiplier(name: "double", factor: Rate(3, over: 2), window: .weekday(3))
      ],
      refunds: RefundPolicy(windowDays: 20, earned: policies[random.below(3)], expired: .reissue))
  }

  /// Two shops with the same events; the second is settled every night.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `settling when touched is settling every night, and the journal replays`(seed: UInt64) throws
  {
    var random = TestRandom(seed: seed)
    let scheme = Self.scheme(&random)
    var lazy = try World.withMember(scheme)
    var nightly = try World.withMember(scheme)
    var orders: [Decision] = []
    let first = day(2026, 1, 2)
    let last = first.advanced(by: 160)
    var held: [Int64] = []
    for today in first...last {
      let yesterday = today.advanced(by: -1)
      nightly.engine.settle(0, in: &nightly.accounts, through: yesterday, into: &nightly.journal)
      nightly.engine.activateDue(0, &nightly.accounts, on: today, into: &nightly.journal)
      if random.chance(20) {
        let price = "\(20 + random.below(300))"
        let quote = lazy.quote(price, on: today)
        #expect(quote == nightly.quote(price, on: today), "seed \(seed)")
        let points = random.chance(50) ? quote.spendablePoints.count : 0
        orders.append(lazy.buy(price, points: points, on: today))
        nightly.buy(price, points: points, on: today)
      }
      if !orders.isEmpty, random.chance(15) {
        let order = orders[random.below(orders.count)]
        let part: RefundPart =
          random.chance(50) ? .whole : .amount(Money(minor: Int64(1 + random.below(9000))))
        let one = lazy.refund(part, of: order, on: today)
        #expect(one == nightly.refund(part, of: order, on: today), "seed \(seed)")
      }
      #expect(lazy.balance(on: today) == nightly.balance(on: today), "seed \(seed), \(today)")
      #expect(
        EngineInvariants.faults(of: lazy.accounts, in: lazy.engine, on: today) == [],
        "seed \(seed), \(today)")
      held.append(nightly.accounts.ledger.totals.outstanding)
    }
    nightly.engine.settle(0, in: &nightly.accounts, through: last, into: &nightly.journal)
    lazy.engine.settle(0, in: &lazy.accounts, through: last, into: &lazy.journal)
    #expect(lazy.accounts.ledger == nightly.accounts.ledger, "seed \(seed)")
    let replayed = JournalReplay.replay(lazy.journal.transfers, onto: PointsLedger(holderCount: 1))
    #expect(replayed == lazy.accounts.ledger, "seed \(seed)")
    var series = OutstandingSeries(over: Horizon(firstDay: first, dayCount: held.count))
    for transfer in lazy.journal.transfers { series.record(transfer) }
    #expect(series.daily == held, "seed \(seed)")
  }
}
