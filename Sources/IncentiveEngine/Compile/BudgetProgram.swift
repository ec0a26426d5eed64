import PointsLedger
import Quantities
import Timeline

/// One budget as the engine runs it.
struct BudgetProgram: Sendable {
  let measure: Budget.Measure
  /// Minor units, uses or points; for a liability, the points whose face value is the limit.
  let limit: Int64
  /// The offers that share it, one bit each.
  let offers: UInt16
  let coversRedemption: Bool
  /// The rewards of the points mall whose stock it is, one bit each.
  let rewards: UInt64
  let paysRemainder: Bool
  let scope: Budget.Scope
  let period: CalendarPeriod?
  let rule: RuleID
  /// Its place among the counters of one member; only for the scope of a member.
  let memberSlot: Int

  init(_ budget: Budget, of scheme: Scheme, rule: RuleID, memberSlot: Int) {
    measure = budget.measure
    scope = budget.scope
    period = budget.period
    paysRemainder = budget.atLimit == .payRemainder
    self.rule = rule
    self.memberSlot = memberSlot
    let countsOrders = budget.measure == .money || budget.measure == .uses
    offers = scheme.offers.enumerated().reduce(0) { bits, offer in
      let isCovered =
        countsOrders && (budget.rules.isEmpty || budget.rules.contains(offer.element.name))
      return isCovered ? bits | 1 << UInt16(offer.offset) : bits
    }
    coversRedemption =
      budget.measure == .pointsRedeemed
      || countsOrders && (budget.rules.isEmpty || budget.rules.contains(Budget.pointsRedeem))
    rewards = scheme.rewards.enumerated().reduce(0) { bits, reward in
      budget.rules.contains(Budget.reward(reward.element.name))
        ? bits | 1 << UInt64(reward.offset) : bits
    }
    if budget.measure == .liability, let redeem = scheme.points?.redeem {
      let points = Int128(budget.limit) * Int128(redeem.stepPoints.count)
      limit = Int64(min(points / Int128(redeem.stepValue.minor), Int128(Int64.max / 4)))
    } else {
      limit = budget.limit
    }
  }

  /// The first day of the period that holds a day.
  func firstDay(of day: Day) -> Int32 { period?.firstDay(of: day).index ?? .min }

  /// Whether issuing points counts.
  var countsIssue: Bool { measure == .pointsIssued || measure == .liability }
}
