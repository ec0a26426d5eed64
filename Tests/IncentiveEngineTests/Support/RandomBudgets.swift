import IncentiveEngine
import Quantities
import Timeline

extension Scheme {
  /// Gives the scheme a small stamp card, for a thing or for a coupon.
  mutating func fillCard(_ random: inout TestRandom) {
    var reward = RewardContent.item(cost: Money(minor: 500), value: Money(minor: 1200))
    if offers.count < Self.maximumOfferCount, random.chance(50) {
      var offer = Offer.random(&random, number: offers.count)
      offer.access = .coupon(.asReward, validDays: 1 + random.below(40))
      offers.append(offer)
      reward = .coupon(offer: offers.count - 1)
    }
    let size = 2 + random.below(10)
    stampCard = StampCard(
      earning: random.chance(60)
        ? .perItem : .perOrder(minimumSpend: Money(minor: Int64(random.below(3)) * 2500)),
      size: size, startStamps: random.below(min(3, size)), reward: reward,
      validDays: random.chance(60) ? 1 + random.below(30) : nil,
      shortfall: StampCard.Shortfall.allCases[random.below(2)])
  }

  /// Gives the scheme budgets that run out soon, over all rules or some of them.
  mutating func limitBudgets(_ random: inout TestRandom) {
    budgets = (0..<(1 + random.below(4))).map { number in
      let measure = Budget.Measure.allCases[random.below(5)]
      let isLiability = measure == .liability
      var budget = Budget(
        name: "b\(number)", measure: measure,
        limit: Int64(random.below(measure == .uses ? 20 : 12_000)),
        period: isLiability || random.chance(30)
          ? nil : CalendarPeriod.allCases[random.below(6)],
        scope: Budget.Scope.allCases[random.below(3)],
        atLimit: random.chance(50) ? .refuse : .payRemainder)
      if measure == .money || measure == .uses, random.chance(50) {
        budget.rules = offers.map(\.name).filter { _ in random.chance(50) }
        if points?.redeem != nil, random.chance(30) { budget.rules.append(Budget.pointsRedeem) }
      }
      return budget
    }.filter { budget in
      switch budget.measure {
      case .money, .uses: !offers.isEmpty || points?.redeem != nil
      case .pointsIssued: points != nil
      case .pointsRedeemed, .liability: points?.redeem != nil
      }
    }
  }
}
