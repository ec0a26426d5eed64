internal import Experiments
internal import Quantities
internal import Timeline

/// What `replay --json` prints; money in minor units.
struct ReplayJSON: Encodable {
  struct Month: Encodable {
    var month: String
    var opening, issued, redeemed, expired, otherwiseLost, closing: Int64
  }

  var orders: String
  var scheme: String
  var arm: String
  var currency: String
  var firstDay: String
  var lastDay: String
  var redemptionAssumed: String
  var rowCount: Int
  var badRows: [ReplayInput.BadRow]
  /// Rows that told an order again.
  var duplicateCount: Int
  /// Rows that came later than the watermark allows.
  var lateRows: [ReplayIntake.Refused]
  var orderCount: Int
  var customerCount: Int
  var listMinor, tierDiscountMinor, promotionDiscountMinor, couponDiscountMinor: Int64
  var redeemedMinor, rewardCostMinor, paidMinor, costMinor, liabilityMinor: Int64
  /// Refunds; those that name no order, and those that the scheme's policy refuses, among them.
  var refundCount, unnamedRefundCount, refusedRefunds: Int
  /// Money given back, and what that undid of discounts and points that paid.
  var refundedMinor, undoneMinor: Int64
  /// Rewards given, for points or for full cards.
  var rewardCount: Int
  /// Stamps on open cards.
  var stampsHeld: Int64
  var issued, redeemed, expired, otherwiseLost, outstanding: Int64
  var refusedRedemptions: Int
  var trialBalance, residual: Int64
  var faults: [String]
  var months: [Month]
  var story: [StoryJSON.Entry]?
  var journal: String?
}

extension ReplayReport {
  func json(journal: String?) -> ReplayJSON {
    let totals = result.totals
    return ReplayJSON(
      orders: input.path, scheme: schemePath, arm: arm, currency: currency.code,
      firstDay: CivilDate(days.lowerBound).text, lastDay: CivilDate(days.upperBound).text,
      redemptionAssumed: assumption, rowCount: input.rowCount, badRows: input.badRows,
      duplicateCount: input.duplicateCount, lateRows: input.late,
      orderCount: totals.orders, customerCount: totals.members, listMinor: totals.list.minor,
      tierDiscountMinor: totals.tierDiscount.minor,
      promotionDiscountMinor: totals.promotionDiscount.minor,
      couponDiscountMinor: totals.couponDiscount.minor, redeemedMinor: totals.redeemedValue.minor,
      rewardCostMinor: totals.rewardCost.minor, paidMinor: totals.paid.minor, costMinor: cost.minor,
      liabilityMinor: liability.minor, refundCount: totals.refunds,
      unnamedRefundCount: input.unnamedRefundCount, refusedRefunds: totals.refusedRefunds,
      refundedMinor: totals.refunded.minor, undoneMinor: undone.minor,
      rewardCount: totals.rewards, stampsHeld: totals.stampsHeld,
      issued: totals.issued.count, redeemed: totals.redeemed.count, expired: totals.expired.count,
      otherwiseLost: totals.otherwiseLost.count, outstanding: totals.outstanding.count,
      refusedRedemptions: totals.refusedRedemptions, trialBalance: result.trialBalance,
      residual: result.residual, faults: faults,
      months: result.months.map {
        ReplayJSON.Month(
          month: $0.month.text, opening: $0.opening, issued: $0.issued, redeemed: $0.redeemed,
          expired: $0.expired, otherwiseLost: $0.otherwiseLost, closing: $0.closing)
      },
      story: member == nil ? nil : story.map(StoryJSON.Entry.init), journal: journal)
  }
}
