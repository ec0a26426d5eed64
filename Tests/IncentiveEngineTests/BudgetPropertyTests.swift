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
    try shop(randomScheme(&random), seed, &random)
  }

  @Test(arguments: 1...200)
  func `So it is where offers are for items, units and gifts, and stand in groups`(seed: Int)
    throws
  {
    var random = TestRandom(seed: UInt64(seed))
    var scheme = randomScheme(&random)
    scheme.offers = (0..<(1 + random.below(4))).map { randomLineOffer("o\($0)", &random) }
    if random.chance(60) {
      for position in scheme.offers.indices.prefix(2) {
        scheme.offers[position].stacking = .stackable
      }
      scheme.groups = [
        OfferGroup(
          name: "group", offers: Array(scheme.offers.indices.prefix(2)),
          mode: OfferGroup.Mode.allCases[random.below(4)],
          company: random.chance(50) ? .joint : .exclusive)
      ]
    }
    try shop(scheme, seed, &random)
  }

  private func shop(_ scheme: Scheme, _ seed: Int, _ random: inout TestRandom) throws {
    var world = try World([scheme], accountCount: 4)
    for member in 0..<4 { world.join(member, on: day(2026, 1, 1)) }
    var counts = scheme.budgets.map { _ in [Int32: [Int64]]() }
    var today = day(2026, 1, 1)
    for _ in 0..<120 {
      today = today.advanced(by: random.below(3))
      let member = random.below(4)
      let basket =
        scheme.offers.contains { $0.scope != nil }
        ? (0..<3).map { item in
          BasketLine(
            listMinor: Int64(random.below(15_000)), quantity: Int32(1 + random.below(3)),
            item: UInt16(item))
        } : [BasketLine(listMinor: Int64(random.below(40_000)))]
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

  /// An offer for one of three items, or for all.
  private func randomLineOffer(_ name: String, _ random: inout TestRandom) -> Offer {
    let benefit: Benefit =
      switch random.below(5) {
      case 0: .shareOff(.percent(Int64(1 + random.below(40))), minimumSpend: .zero, cap: nil)
      case 1: .amountOffEach(units: 1 + random.below(3), off: Money(minor: 700))
      case 2: .nthUnit(NthUnit(every: 2, off: .percent(50), choice: .cheapest))
      case 3: .nthUnit(NthUnit(every: 2, off: .percent(30), choice: .sameItem))
      default:
        .amountOff([
          LadderStep(minimumSpend: .zero, off: Money(minor: Int64(1 + random.below(5000))))
        ])
      }
    return Offer(
      name: name, access: .promotion(.always), benefit: benefit,
      stacking: random.chance(70) ? .stackable : .exclusive,
      scope: OfferScope(items: random.chance(30) ? [0, 1, 2] : [UInt16(random.below(3))]))
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
