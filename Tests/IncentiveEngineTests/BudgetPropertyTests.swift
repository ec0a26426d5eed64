import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Random shops under random budgets: what is counted by hand from decisions never exceeds a limit,
/// a quoted order is never refused, and what it gets is what was quoted.
@Suite struct BudgetPropertyTests {
  @Test(arguments: 1...200)
  func `A budget is never exceeded by one fen, and a quote is what the order gets`(seed: Int)
    throws
  {
    var random = TestRandom(seed: UInt64(seed))
    let scheme = randomScheme(&random)
    var world = try World([scheme], accountCount: 4)
    for member in 0..<4 { world.join(member, on: day(2026, 1, 1)) }
    var counts = scheme.budgets.map { _ in [Int32: [Int64]]() }
    var today = day(2026, 1, 1)
    for _ in 0..<120 {
      today = today.advanced(by: random.below(3))
      let member = random.below(4)
      let basket = [BasketLine(listMinor: Int64(random.below(40_000)))]
      let quote = world.engine.quote(
        basket.span, for: member, in: world.accounts, at: today.at(hour: 12))
      let spent = random.chance(50) ? quote.spendablePoints : .zero
      let decision = world.handle(
        .order(offers: quote.offers, points: spent), member, at: today.at(hour: 12),
        basket: basket)
      #expect(decision.refusal == .none, "seed \(seed)")
      #expect(decision.terms == quote, "seed \(seed)")
      if spent == .zero { #expect(decision.earnedPoints == quote.earnedPoints, "seed \(seed)") }
      for (position, budget) in scheme.budgets.enumerated() where budget.measure != .liability {
        let key = budget.firstDay(of: today).index
        var cells = counts[position][key] ?? Array(repeating: 0, count: 4)
        cells[budget.scope == .member ? member : 0] += use(budget, decision)
        counts[position][key] = cells
        #expect(cells.allSatisfy { $0 <= budget.limit }, "seed \(seed): \(budget)")
      }
      for budget in scheme.budgets where budget.measure == .liability && budget.scope != .member {
        let face = (0..<4).reduce(0) { $0 + world.balance(on: today, of: $1) } * 2
        #expect(face <= budget.limit, "seed \(seed)")
      }
    }
  }

  /// What a budget over everything counts of a decision, from the decision alone.
  private func use(_ budget: Budget, _ decision: Decision) -> Int64 {
    let terms = decision.terms
    return switch budget.measure {
    case .money:
      (terms.promotionDiscount + terms.couponDiscount + decision.spentValue).minor
    case .uses: Int64(terms.offers.count) + (decision.spentPoints > .zero ? 1 : 0)
    case .pointsIssued: decision.earnedPoints.count
    case .pointsRedeemed: decision.spentPoints.count
    case .liability: 0
    }
  }

  private func randomScheme(_ random: inout TestRandom) -> Scheme {
    var scheme = Scheme(
      name: "random",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo,
        expiry: .afterDays(5 + random.below(30), roundedTo: nil)))
    scheme.offers = (0..<random.below(4)).map { number in
      Offer(
        name: "o\(number)", access: .promotion(.always),
        benefit: random.chance(50)
          ? .shareOff(.percent(Int64(1 + random.below(40))), minimumSpend: .zero, cap: nil)
          : .amountOff([
            LadderStep(
              minimumSpend: Money(minor: Int64(random.below(9000))),
              off: Money(minor: Int64(1 + random.below(5000))))
          ]), stacking: random.chance(70) ? .stackable : .exclusive)
    }
    scheme.budgets = (0..<(1 + random.below(4))).map { number in
      let measure = Budget.Measure.allCases[random.below(5)]
      return Budget(
        name: "b\(number)", measure: measure,
        limit: Int64(random.below(measure == .uses ? 40 : measure == .money ? 90_000 : 3_000)),
        period: measure == .liability || random.chance(40)
          ? nil : CalendarPeriod.allCases[random.below(6)],
        scope: Budget.Scope.allCases[random.below(3)],
        atLimit: random.chance(50) ? .refuse : .payRemainder)
    }
    return scheme
  }
}
