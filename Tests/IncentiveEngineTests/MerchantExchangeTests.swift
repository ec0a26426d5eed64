import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Two merchants whose accounts both run: what goes out of one program comes into the other (M12).
@Suite struct MerchantExchangeTests {
  /// Our shop and the partner's, each with the same members.
  private struct Merchants {
    var ours: World
    var theirs: World
    /// What we owe the partner less what it owes us, by our books and by its own.
    var debt: (ours: Int64, theirs: Int64) = (0, 0)

    init(_ rules: [ExchangeRule], ours own: PointsProgram, theirs other: PointsProgram, count: Int)
      throws
    {
      ours = try World([Scheme(name: "us", points: own, exchanges: rules)], accountCount: count)
      theirs = try World(
        [
          Scheme(
            name: "airline", points: other, exchanges: rules.map { $0.mirrored(naming: "us") })
        ], accountCount: count)
      for account in 0..<count {
        ours.join(account, on: day(2026, 1, 1))
        theirs.join(account, on: day(2026, 1, 1))
      }
    }

    /// Exchanges in both books; nothing where ours refuse.
    mutating func exchange(_ rule: Int, _ points: Int64, of account: Int, at minute: Minute)
      -> (here: Decision, there: Decision)?
    {
      let event = Event.exchange(rule: rule, points: Points(points))
      let here = ours.handle(event, account, at: minute)
      guard here.refusal == .none else { return nil }
      let there = theirs.handle(event, account, at: minute)
      debt.ours += (here.exchange.payable - here.exchange.receivable).minor
      debt.theirs += (there.exchange.payable - there.exchange.receivable).minor
      return (here, there)
    }

    var faults: [String] {
      [ours, theirs].flatMap { world in
        LedgerInvariants.faults(of: world.accounts.ledger).map { "\($0)" }
          + (world.accounts.ledger.totals.trialBalance == 0 ? [] : ["trial balance"])
      }
    }
  }

  /// 100 of our points are 50 miles, less 2%; 100 miles are 150 points; ¥1 and ¥1.80 a step.
  private static let rules = [
    ExchangeRule(
      partner: "airline", direction: .out, step: Points(100), yield: Points(50),
      fee: .percent(2), settlement: yuan("1")),
    ExchangeRule(
      partner: "airline", direction: .in, step: Points(100), yield: Points(150),
      settlement: yuan("1.80")),
  ]
  private static let miles = PointsProgram(
    earn: .perMinorPaid(Rate(1, over: 200)), expiry: .afterMonths(24, roundedTo: nil))

  @Test
  func `M12: points that leave one merchant's account arrive in the other's, with its expiry`()
    throws
  {
    var merchants = try Merchants(
      Self.rules, ours: PointsProgram(earn: onePerYuan, expiry: .afterMonths(6, roundedTo: .month)),
      theirs: Self.miles, count: 1)
    merchants.ours.buy("730", on: day(2026, 1, 2))
    let noon = day(2026, 1, 5).at(hour: 12)
    // 700 points are 7 steps: 350 miles less 2%, for which we owe ¥7.
    let went = merchants.exchange(0, 700, of: 0, at: noon)
    let out = try #require(went)
    #expect(out.there.refusal == .none && out.there.exchange.received == Points(343))
    #expect(out.there.exchange.receivable == yuan("7") && out.here.exchange.payable == yuan("7"))
    #expect(merchants.ours.balance(on: day(2026, 1, 5)) == 30)
    let lot = try #require(merchants.theirs.accounts.ledger.lots(of: 0).first)
    #expect(lot.points == Points(343) && lot.key.funding == .partner)
    #expect(lot.key.expiry == day(2028, 1, 5))
    // 300 miles come back as 450 points until the end of August, for which it owes ¥5.40.
    let came = merchants.exchange(1, 300, of: 0, at: day(2026, 2, 1).at(hour: 9))
    let back = try #require(came)
    #expect(back.there.refusal == .none && back.there.exchange.payable == yuan("5.40"))
    #expect(merchants.theirs.balance(on: day(2026, 2, 1)) == 43)
    let own = try #require(
      merchants.ours.accounts.ledger.lots(of: 0).first { $0.key.funding == .partner })
    #expect(own.points == Points(450) && own.key.expiry == day(2026, 8, 31))
    // ¥7 less ¥5.40 is owed by us, and to the airline.
    #expect(merchants.debt == (160, -160))
    #expect(merchants.faults == [])
  }

  @Test(arguments: 1...UInt64(20))
  func `M12: nothing comes about between two merchants but at the rates, and debts sum to zero`(
    seed: UInt64
  ) throws {
    var random = TestRandom(seed: seed)
    for _ in 0..<30 {
      func rule(_ direction: ExchangeRule.Direction) -> ExchangeRule {
        ExchangeRule(
          partner: "airline", direction: direction, step: Points(Int64(1 + random.below(100))),
          yield: Points(Int64(1 + random.below(100))),
          minimum: Points(Int64(random.below(100))), fee: .percent(Int64(random.below(40))),
          settlement: Money(minor: Int64(random.below(500))))
      }
      func expiry() -> ExpiryRule {
        random.chance(30) ? .never : .afterDays(1 + random.below(90), roundedTo: nil)
      }
      let rules = [rule(.out), rule(.in)]
      guard Scheme(name: "us", points: Self.miles, exchanges: rules).problems.isEmpty else {
        continue
      }
      var merchants = try Merchants(
        rules, ours: PointsProgram(earn: onePerYuan, expiry: expiry()),
        theirs: PointsProgram(earn: onePerYuan, expiry: expiry()), count: 3)
      var came: (ours: Int64, theirs: Int64) = (0, 0)
      for step in 0..<60 {
        let today = day(2026, 1, 2).advanced(by: 3 * step)
        let account = random.below(3)
        let (noon, paid) = (today.at(hour: 12), "\(1 + random.below(900))")
        switch random.below(4) {
        case 0: merchants.ours.buy(paid, on: today, by: account)
        case 1: merchants.theirs.buy(paid, on: today, by: account)
        default:
          let way = random.below(2)
          let held = (way == 0 ? merchants.ours : merchants.theirs)
            .balance(on: today, of: account)
          let size = rules[way].step.count
          let points = held - held % size
          guard way == 0 || points >= rules[1].minimum.count, points > 0,
            let both = merchants.exchange(way, points, of: account, at: noon)
          else { continue }
          #expect(both.there.refusal == .none, "seed \(seed)")
          // Whole steps at the rate, less the fee, rounded down: reckoned here from the rule.
          let gross = points / size * rules[way].yield.count
          let fee = rules[way].fee
          let net = gross * (fee.denominator - fee.numerator) / fee.denominator
          #expect(both.here.exchange.received.count == net, "seed \(seed)")
          #expect(both.there.exchange.received.count == net, "seed \(seed)")
          if way == 0 { came.theirs += net } else { came.ours += net }
        }
        #expect(merchants.debt.ours + merchants.debt.theirs == 0, "seed \(seed)")
      }
      #expect(merchants.ours.accounts.ledger.totals[.issuancePartner] == -came.ours)
      #expect(merchants.theirs.accounts.ledger.totals[.issuancePartner] == -came.theirs)
      #expect(merchants.faults == [], "seed \(seed)")
    }
  }
}
