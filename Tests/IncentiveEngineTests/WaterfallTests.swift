import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// A waterfall is the order it explains, figure by figure.
@Suite struct WaterfallTests {
  @Test func `Of random orders each waterfall ends at what is paid, earned and counted`() throws {
    var (orders, spent, refused) = (0, 0, 0)
    for seed in UInt64(1)...300 {
      var random = TestRandom(seed: seed)
      var scheme = Scheme.random(&random)
      if random.chance(40) { scheme.limit(&random) }
      guard (try? scheme.compile()) != nil else { continue }
      var world = try World.withMember(scheme)
      for step in 0..<60 {
        let today = day(2026, 1, 1).advanced(by: 3 * step)
        for moment in world.engine.schedule(
          ofScheme: 0, from: today.advanced(by: -2), through: today)
        {
          world.handle(.scheduled(moment.kind), at: moment.minute)
        }
        let basket = [BasketLine(listMinor: Int64(random.below(40_000)), quantity: 2)]
        let minute = today.at(hour: 12)
        let quote = world.engine.quote(basket.span, for: 0, in: world.accounts, at: minute)
        let points = random.chance(60) ? quote.spendablePoints : .zero
        let findings = world.engine.explain(
          basket.span, spending: points, for: 0, in: world.accounts, at: minute)
        let waterfall = Waterfall(list: quote.list, findings: findings)
        let order = world.handle(
          .order(offers: quote.offers, points: points), at: minute, basket: basket)
        #expect(order.refusal == .none, "seed \(seed)")
        #expect(waterfall.paid == order.paid, "seed \(seed)")
        #expect(waterfall.earned == order.earnedPoints, "seed \(seed)")
        #expect(waterfall.growth == order.earnedGrowth, "seed \(seed)")
        let stages = findings.map(\.stage.rawValue)
        #expect(stages == stages.sorted(), "seed \(seed)")
        orders += 1
        spent += points > .zero ? 1 : 0
        refused += findings.count { if case .refused = $0.outcome { true } else { false } }
      }
    }
    // The orders are worth explaining only if such things happen.
    #expect(orders > 10_000 && spent > 1000 && refused > 10_000)
  }

  @Test func `Every reason has a name of its own in kebab-case`() {
    let codes =
      Refusal.allCases.map(\.code) + InboxRefusal.allCases.map(\.code)
      + [RuleFinding.Outcome.applied, .notNeeded, .notChosen].map(\.code)
    #expect(codes.allSatisfy { $0.allSatisfy { $0 == "-" || ("a"..."z").contains($0) } })
    #expect(
      codes.count == codes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.count)
  }
}

extension Scheme {
  /// A budget or two, small enough to be met.
  fileprivate mutating func limit(_ random: inout TestRandom) {
    budgets = (0...random.below(2)).map { number in
      Budget(
        name: "b\(number)", measure: Budget.Measure.allCases[random.below(5)],
        limit: Int64(1 + random.below(5_000)),
        period: [nil, .month, .week][random.below(3)], scope: .member,
        atLimit: Budget.AtLimit.allCases[random.below(2)])
    }
  }
}
