import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct PointsExchangeTests {
  /// 100 of our points are 50 miles, less 2%; 100 miles are 150 points; ¥1 and ¥1.80 a step.
  private let out = ExchangeRule(
    partner: "airline", direction: .out, step: Points(100), yield: Points(50),
    minimum: Points(200), fee: .percent(2), settlement: yuan("1"))
  private let back = ExchangeRule(
    partner: "airline", direction: .in, step: Points(100), yield: Points(150),
    settlement: yuan("1.80"))

  private func scheme() -> Scheme {
    Scheme(
      name: "exchange",
      points: PointsProgram(earn: onePerYuan, expiry: .afterMonths(6, roundedTo: .month)),
      exchanges: [out, back])
  }

  private func world(points: Int) throws -> World {
    var world = try World.withMember(scheme())
    if points > 0 { world.buy("\(points)", on: day(2026, 1, 2)) }
    return world
  }

  private func exchange(_ rule: Int, _ points: Int64, _ world: inout World) -> Decision {
    world.handle(.exchange(rule: rule, points: Points(points)), 0, at: day(2026, 1, 5).start)
  }

  @Test(arguments: [
    // given up → miles, owed to the airline: 3 steps are 150 less 3, 147; 5 are 250 less 5
    (Int64(300), Int64(147), "3"), (500, 245, "5"), (200, 98, "2"),
  ])
  func `M12: points go out in steps, less the fee, and are settled to the fen`(
    given: Int64, received: Int64, payable: String
  ) throws {
    var world = try world(points: 700)
    let decision = exchange(0, given, &world)
    #expect(decision.exchange.given == Points(given))
    #expect(decision.exchange.received == Points(received))
    #expect(decision.exchange.payable == yuan(payable) && decision.exchange.receivable == .zero)
    #expect(world.balance(on: day(2026, 1, 5)) == 700 - given)
    #expect(world.journal.transfers.last?.reason == .exchange)
    #expect(
      world.engine.schemes[0].ruleName(world.journal.transfers.last?.rule ?? .none)
        == "exchange.airline")
  }

  @Test func `M12: the partner pays for points that come in, and their clock starts anew`() throws {
    var world = try world(points: 0)
    let decision = exchange(1, 400, &world)
    #expect(decision.exchange.received == Points(600))
    #expect(decision.exchange.receivable == yuan("7.20") && decision.exchange.payable == .zero)
    let lot = try #require(world.accounts.ledger.lots(of: 0).first)
    #expect(lot.key.funding == .partner && lot.key.expiry == day(2026, 7, 31))
    #expect(world.accounts.ledger.totals[.issuancePartner] == -600)
  }

  @Test(arguments: [
    (0, Int64(150), Refusal.pointsNotSpendable), (0, 100, .pointsNotSpendable),
    (0, 800, .pointsMissing), (0, 0, .pointsNotSpendable), (1, -100, .pointsNotSpendable),
    (2, 100, .notFound), (0, 700, .none), (1, 100, .none),
  ])
  func `Only whole steps from the minimum on, and only what is there`(
    rule: Int, points: Int64, refusal: Refusal
  ) throws {
    var world = try world(points: 700)
    let before = world.accounts
    #expect(exchange(rule, points, &world).refusal == refusal)
    if refusal != .none { #expect(world.accounts == before) }
  }

  @Test(arguments: 1...20)
  func `M12: round trips never gain`(seed: UInt64) throws {
    var random = TestRandom(seed: seed)
    for _ in 0..<200 {
      func points() -> Points { Points(Int64(1 + random.below(200))) }
      var there = ExchangeRule(
        partner: "p", direction: .out, step: points(), yield: points(),
        fee: .percent(Int64(random.below(30))))
      var home = ExchangeRule(
        partner: "p", direction: .in, step: points(), yield: points(),
        fee: .percent(Int64(random.below(30))))
      (there.minimum, home.minimum) = (there.step, home.step)
      let scheme = Scheme(
        name: "round", points: PointsProgram(earn: onePerYuan), exchanges: [there, home])
      guard scheme.problems.isEmpty else { continue }
      var world = try World.withMember(scheme)
      world.buy("5000", on: day(2026, 1, 2))
      var miles: Int64 = 0
      // Points and miles together, in points at the rate for coming home, in parts of its step.
      func wealth() -> Int64 {
        world.balance(on: day(2026, 1, 5)) * home.step.count + miles * home.yield.count
      }
      for _ in 0..<10 {
        let before = wealth()
        let held = world.balance(on: day(2026, 1, 5))
        let outward = exchange(0, held - held % there.step.count, &world)
        miles += outward.exchange.received.count
        let inward = exchange(1, miles - miles % home.step.count, &world)
        if inward.refusal == .none { miles -= inward.exchange.given.count }
        #expect(wealth() <= before, "seed \(seed)")
      }
      #expect(LedgerInvariants.faults(of: world.accounts.ledger) == [], "seed \(seed)")
    }
  }

  @Test func `An exchange that gains by going and coming back is refused`() {
    var scheme = scheme()
    scheme.exchanges[1].yield = Points(201)
    #expect(scheme.problems.map(\.path) == ["exchange.airline"])
    scheme.exchanges[1].yield = Points(200)
    #expect(scheme.problems.isEmpty)
  }

  @Test func `A rate or a settlement beyond all bounds is refused`() {
    var scheme = scheme()
    scheme.exchanges = [out]
    (scheme.exchanges[0].step, scheme.exchanges[0].yield) = (Points(1), Points(1001))
    #expect(scheme.problems.map(\.message) == ["a point brings more than 1000"])
    scheme.exchanges[0].yield = Points(1000)
    #expect(scheme.problems.isEmpty)
    scheme.exchanges[0].settlement = yuan("100.01")
    #expect(
      scheme.problems.map(\.message)
        == ["a point is settled for more than 10000 minor units of money"])
  }

  @Test(arguments: [
    // The most whole steps of 700 points; 250 miles are two steps, 99 none.
    (0, Int64(0), Int64(700), Int64(343)), (1, 250, 200, 300), (1, 99, 0, 0), (2, 500, 0, 0),
  ])
  func `A choice is all whole steps at hand, and what they bring`(
    rule: Int, miles: Int64, given: Int64, received: Int64
  ) throws {
    let world = try world(points: 700)
    let choice = world.engine.exchangeChoice(
      rule, partnerPoints: Points(miles), for: 0, in: world.accounts, at: day(2026, 1, 5).start)
    #expect((choice?.outcome.given ?? .zero) == Points(given))
    #expect((choice?.outcome.received ?? .zero) == Points(received))
  }
}
