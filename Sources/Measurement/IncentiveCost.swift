/// What incentives cost, defined once: metrics, invariants, health checks and reports add up these
/// columns.
extension TallyColumn {
  /// Prices below list: of tiers, promotions and coupons.
  public static let discounts: [TallyColumn] = [
    .tierDiscountMinor, .promotionDiscountMinor, .couponDiscountMinor,
  ]

  /// All that is given: discounts, points redeemed at face, rewards and privileges at cost, messages,
  /// guides' working time, what partners are paid for taking points, and reviews of those who may
  /// take advantage.
  public static let incentiveCosts: [TallyColumn] =
    discounts + [
      .redeemedMinor, .rewardCostMinor, .privilegeCostMinor, .messageCostMinor,
      .partnerPaymentsMinor, .staffCostMinor, .reviewCostMinor,
    ]

  /// What lowers the cost again: what members pay for incentives themselves, what was given on goods
  /// that were returned, and what partners pay for points that their members turn into ours.
  public static let incentiveReceipts: [TallyColumn] = [
    .depositsMinor, .undoneDiscountMinor, .undoneRedeemedMinor, .partnerReceiptsMinor,
  ]
}

extension ArmTally {
  /// The sum of columns.
  public func sum(of columns: [TallyColumn]) -> Int64 { columns.reduce(0) { $0 + self[$1] } }

  /// What incentives cost, less what members paid for them, in minor units.
  public var incentiveCostMinor: Int64 {
    sum(of: TallyColumn.incentiveCosts) - sum(of: TallyColumn.incentiveReceipts)
  }

  /// List value of what came back less the goods that can be sold again, in minor units.
  public var returnedMarginMinor: Int64 { self[.returnedListMinor] - self[.returnedGoodsMinor] }

  /// The gross margin of goods that were added to reach a threshold, in minor units.
  public var topUpMarginMinor: Int64 { self[.topUpListMinor] - self[.topUpGoodsMinor] }
}
