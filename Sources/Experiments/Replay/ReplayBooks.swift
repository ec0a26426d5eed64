internal import IncentiveEngine
internal import PointsLedger
internal import Quantities
internal import Timeline

extension ReplayTotals {
  mutating func add(_ order: ReplayOrder, _ decision: Decision) {
    orders += 1
    list += order.list
    tierDiscount += decision.terms.tierDiscount
    promotionDiscount += decision.terms.promotionDiscount
    couponDiscount += decision.terms.couponDiscount
    redeemedValue += decision.spentValue
    rewardCost += decision.rewardCost + decision.privilegeCost
    paid += decision.paid
    rewards += Int(decision.rewardCount)
  }

  /// Books a refund; the orders stay as they were placed.
  mutating func undo(_ decision: Decision) {
    let terms = decision.terms
    refunded += decision.paid
    undoneDiscounts += terms.tierDiscount + terms.promotionDiscount + terms.couponDiscount
    undoneRedeemed += decision.spentValue
    rewardCost -= decision.rewardCost + decision.privilegeCost
  }

  /// Values the stamps on open cards, in proportion to a card that a member has to fill.
  mutating func close(_ stamps: Int64, _ scheme: Scheme) {
    stampsHeld = stamps
    guard let card = scheme.stampCard else { return }
    let share = Rate(scheme.cost(of: card.reward).minor, over: Int64(card.size - card.startStamps))
    stampLiability = Money(minor: share.of(max(0, stamps), rounding: .halfUp))
  }

  mutating func close(_ ledger: LedgerTotals, face: Rate) {
    issued = Points(ledger.issued)
    redeemed = Points(ledger[.redemption])
    expired = Points(ledger[.breakage])
    otherwiseLost = Points(ledger[.clawback] + ledger[.adjustment] + ledger[.arrears])
    outstanding = Points(ledger.outstanding)
    liability = Money(minor: face.of(outstanding.count, rounding: .halfUp))
  }
}

extension ReplayMonth {
  /// Months from the journal alone, each transfer in the month in which it takes effect.
  static func rollForward(_ transfers: [Transfer], over days: ClosedRange<Day>) -> [ReplayMonth] {
    var months = (Month(days.lowerBound)...Month(days.upperBound)).map {
      ReplayMonth(month: $0, opening: 0)
    }
    for transfer in transfers {
      let position = months[0].month.distance(to: Month(transfer.minute.day))
      months[position].book(transfer)
    }
    for position in months.indices.dropFirst() {
      months[position].opening = months[position - 1].closing
    }
    return months
  }

  private mutating func book(_ transfer: Transfer) {
    guard transfer.source.isMember != transfer.target.isMember else { return }
    let isIn = transfer.target.isMember
    let points = isIn ? transfer.points.count : -transfer.points.count
    switch isIn ? transfer.source : transfer.target {
    case .issuancePurchase, .issuancePromotional, .issuancePartner: issued += points
    case .redemption: redeemed -= points
    case .breakage: expired -= points
    case .clawback, .arrears, .adjustment, .memberActive, .memberPending: otherwiseLost -= points
    }
  }
}
