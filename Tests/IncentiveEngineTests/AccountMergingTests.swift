import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

@Suite struct AccountMergingTests {
  /// Two accounts of one person, the second opened in a store.
  private func world(_ change: (inout Scheme) -> Void = { _ in }) throws -> World {
    var scheme = Scheme(
      name: "two",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: .afterMonths(6, roundedTo: .month)),
      growth: GrowthProgram(perMinorPaid: Rate(1, over: 100)),
      tiers: TierLadder(
        tiers: [
          Tier(name: "base", threshold: 0), Tier(name: "silver", threshold: 300),
          Tier(name: "gold", threshold: 1000),
        ], basis: .growth),
      mergesAccounts: true)
    change(&scheme)
    var world = try World([scheme], accountCount: 2)
    world.join(0, on: day(2026, 1, 1))
    world.join(1, on: day(2026, 1, 1))
    return world
  }

  private func merge(_ world: inout World, on today: Day) -> Decision {
    world.handle(.merge(from: 1), 0, at: today.at(hour: 10))
  }

  @Test(arguments: [
    // paid online, paid in the store → growth, points, tier after: 0 base, 1 silver, 2 gold
    ("100", "50", Int64(150), 0), ("200", "100", 300, 1), ("299", "0.99", 299, 0),
    ("800", "250", 1050, 2), ("10", "1000", 1010, 2),
  ])
  func `M13: points and growth value add up, and the sum may reach a tier`(
    online: String, store: String, sum: Int64, tier: Int
  ) throws {
    var world = try world()
    world.buy(online, on: day(2026, 1, 5), by: 0)
    world.buy(store, on: day(2026, 2, 5), by: 1)
    let decision = merge(&world, on: day(2026, 3, 1))
    #expect(decision.refusal == .none && Int(decision.tierAfter) == tier)
    #expect(world.balance(on: day(2026, 3, 1)) == sum)
    #expect(world.accounts.states[0].growth == sum && world.accounts.states[0].orderCount == 2)
    #expect(world.accounts.states[0].lastOrder == day(2026, 2, 5).index)
    #expect(world.accounts.states[1] == AccountState(scheme: 0))
    // Lots keep their last days: January's end in July, February's in August.
    let lots = world.accounts.ledger.lots(of: 0)
    #expect(lots.allSatisfy { [day(2026, 7, 31), day(2026, 8, 31)].contains($0.key.expiry) })
  }

  @Test func `M13: the journal names the merge on both sides and nets to zero`() throws {
    var world = try world()
    world.buy("100", on: day(2026, 1, 5), by: 1)
    let before = world.accounts.ledger.totals
    _ = merge(&world, on: day(2026, 3, 1))
    let moved = world.journal.transfers.filter { $0.reason == .merge }
    #expect(moved.map(\.holder) == [1, 0] && moved.map(\.points) == [Points(100), Points(100)])
    #expect(world.accounts.ledger.totals == before)
    #expect(world.accounts.ledger.totals[.adjustment] == 0)
  }

  @Test func `M13: an order that is returned does not take the other account's tier`() throws {
    var world = try world {
      $0.refunds = RefundPolicy(tier: .atOnce)
      $0.growth?.reset = .month
    }
    world.buy("300", on: day(2026, 1, 5), by: 1)
    let before = world.buy("10", on: day(2026, 2, 1), by: 0)
    // The store's account is silver since January, though its growth value is zero again.
    world.run(.growthReset, on: day(2026, 2, 1), for: 1)
    _ = merge(&world, on: day(2026, 2, 2))
    let after = world.buy("10", on: day(2026, 2, 3))
    #expect(world.refund(.whole, of: after, on: day(2026, 2, 4)).tierAfter == 1)
    #expect(world.refund(.whole, of: before, on: day(2026, 2, 4)).tierAfter == 1)
  }

  @Test func `M13: a cap is not had twice: what both spent this month counts`() throws {
    var world = try world {
      $0.points?.redeem?.limits = [SpendingLimit(points: Points(500), period: .month)]
    }
    for account in 0...1 {
      world.buy("900", on: day(2026, 1, 5), by: account)
      world.buy("100", points: account == 0 ? 200 : 100, on: day(2026, 2, 5), by: account)
    }
    _ = merge(&world, on: day(2026, 2, 6))
    #expect(world.quote("100", on: day(2026, 2, 6)).spendablePoints == Points(200))
    #expect(world.quote("100", on: day(2026, 3, 1)).spendablePoints == Points(500))
  }

  @Test func `M13: what the other account used in a period that is over does not count`() throws {
    var world = try world {
      $0.points?.redeem?.limits = [SpendingLimit(points: Points(500), period: .month)]
    }
    world.buy("900", on: day(2026, 1, 5), by: 1)
    world.buy("100", points: 500, on: day(2026, 1, 6), by: 1)
    world.buy("900", on: day(2026, 2, 5), by: 0)
    world.buy("100", points: 100, on: day(2026, 2, 6), by: 0)
    _ = merge(&world, on: day(2026, 2, 7))
    #expect(world.quote("100", on: day(2026, 2, 7)).spendablePoints == Points(400))
  }

  @Test(arguments: [
    // stamps online, stamps in the store → missing of 10
    (Int32(3), Int32(4), Int32(3)), (9, 0, 1), (7, 6, 0),
  ])
  func `M13: stamps of both cards stand on one`(
    online: Int32, store: Int32, missing: Int32
  ) throws {
    var world = try world {
      $0.stampCard = StampCard(
        earning: .perItem, size: 10, reward: .item(cost: yuan("8"), value: yuan("20")))
    }
    if online > 0 { world.buy("90", items: online, on: day(2026, 1, 5), by: 0) }
    if store > 0 { world.buy("90", items: store, on: day(2026, 1, 5), by: 1) }
    _ = merge(&world, on: day(2026, 1, 10))
    #expect(world.quote("9", on: day(2026, 1, 10)).stampsToReward == missing)
  }

  @Test func `M13: stamps of the store's card are returned from the joined card`() throws {
    var world = try world {
      $0.stampCard = StampCard(
        earning: .perItem, size: 10, reward: .item(cost: yuan("8"), value: yuan("20")))
      $0.refunds = RefundPolicy()
    }
    let store = world.buy("45", items: 5, on: day(2026, 1, 5), by: 1)
    world.buy("27", items: 3, on: day(2026, 1, 6), by: 0)
    _ = merge(&world, on: day(2026, 1, 10))
    #expect(world.refund(.whole, of: store, on: day(2026, 1, 11)).earnedStamps == 5)
    #expect(world.quote("9", on: day(2026, 1, 11)).stampsToReward == 7)
    #expect(world.buy("63", items: 7, on: day(2026, 1, 12)).rewardCount == 1)
  }

  @Test(arguments: [
    // held online, owed in the store → held, owed
    (Int64(100), Int64(30), Int64(70), Int64(0)), (100, 100, 0, 0), (20, 50, 0, 30),
  ])
  func `M13: what one account owes the points of the other pay`(
    held: Int64, owed: Int64, left: Int64, stillOwed: Int64
  ) {
    var ledger = PointsLedger(holderCount: 2)
    var journal = Journal()
    let minute = day(2026, 1, 5).start
    let lot = LotKey(
      vintage: Month(day(2026, 1, 1)), expiry: day(2026, 7, 31), funding: .purchase, rule: .none)
    ledger.issue(Points(held), to: 0, lot: lot, at: minute, reason: .purchase, into: &journal)
    ledger.owe(Points(owed), by: 1, lot: lot, at: minute, rule: .none, into: &journal)
    #expect(ledger.merge(1, into: 0, at: minute, into: &journal) == .posted)
    #expect(ledger.spendable(0, on: day(2026, 1, 5)) == Points(left))
    #expect(ledger.arrears(0) == Points(stillOwed) && ledger.arrears(1) == .zero)
    #expect(LedgerInvariants.faults(of: ledger) == [])
    let replayed = JournalReplay.replay(journal.transfers, onto: PointsLedger(holderCount: 2))
    #expect(replayed == ledger)
  }

  @Test func `A merge that may not be is refused and changes nothing`() throws {
    var world = try world()
    let before = world.accounts
    let noon = day(2026, 1, 2).at(hour: 12)
    #expect(world.handle(.merge(from: 0), 0, at: noon).refusal == .accountsDiffer)
    #expect(world.handle(.merge(from: 7), 0, at: noon).refusal == .accountsDiffer)
    #expect(world.accounts == before)
    _ = merge(&world, on: day(2026, 1, 2))
    // The other account is nobody's now.
    #expect(merge(&world, on: day(2026, 1, 3)).refusal == .notAMember)
    var apart = try self.world { $0.mergesAccounts = false }
    #expect(merge(&apart, on: day(2026, 1, 2)).refusal == .notFound)
  }

  @Test(arguments: 1...20)
  func `M13: a merge conserves everything`(seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    for _ in 0..<50 {
      var scheme = Scheme.random(&random)
      scheme.mergesAccounts = true
      guard scheme.problems.isEmpty else { continue }
      var world = try World([scheme], accountCount: 2)
      for account in 0...1 { world.join(account, on: day(2026, 1, 1)) }
      for number in 0..<random.below(60) {
        let today = day(2026, 1, 2).advanced(by: number)
        world.buy(
          "\(1 + random.below(300))", items: Int32(1 + random.below(4)), on: today,
          by: random.below(2))
      }
      let today = day(2026, 3, 15)
      let sums = Held(world, on: today)
      let better = (0...1).map { world.tier(on: today, of: $0) }.max() ?? 0
      let decision = merge(&world, on: today)
      #expect(decision.refusal == .none, "seed \(seed)")
      #expect(Held(world, on: today) == sums, "seed \(seed)")
      #expect(Int(decision.tierAfter) >= better, "seed \(seed)")
      #expect(
        EngineInvariants.faults(of: world.accounts, in: world.engine, on: today) == [],
        "seed \(seed)")
      #expect(world.accounts.ledger.lotCount(1) == 0, "seed \(seed)")
    }
  }
}

/// What both accounts hold together.
private struct Held: Equatable {
  var lots: [Int: Int64] = [:]
  var growth: Int64 = 0
  var spend: Int64 = 0
  var orders: UInt32 = 0
  var coupons = 0

  init(_ world: World, on today: Day) {
    for account in 0...1 {
      let state = world.accounts.states[account]
      growth += state.growth
      spend += state.spendMinor
      orders += state.orderCount
      coupons += world.engine.couponCount(of: account, in: world.accounts, on: today)
      for lot in world.accounts.ledger.lots(of: account) where lot.key.expiry >= today {
        let key = Int(lot.key.expiry.index) * 2 + (lot.isPending ? 1 : 0)
        lots[key, default: 0] += lot.points.count
      }
    }
  }
}
