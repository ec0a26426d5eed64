/// The metrics that reports print and expectations name; an unknown name is an error.
///
/// Raw values are the names in scenario files. "Per member" divides by the members at the horizon's
/// start. Every definition is printed in every report.
public enum Metric: String, Sendable, Hashable, CaseIterable {
  case ordersPerMember = "orders-per-member"
  case repurchaseShare = "repurchase-share"
  case repurchase30 = "repurchase-30d"
  case repurchase60 = "repurchase-60d"
  case repurchase90 = "repurchase-90d"
  case repurchaseAmongBuyers30 = "repurchase-among-buyers-30d"
  case repurchaseAmongBuyers60 = "repurchase-among-buyers-60d"
  case repurchaseAmongBuyers90 = "repurchase-among-buyers-90d"
  case revenuePerMember = "revenue-per-member"
  case grossMarginPerMember = "gross-margin-per-member"
  case incentiveCostPerMember = "incentive-cost-per-member"
  case discountPerMember = "discount-per-member"
  case redemptionCostPerMember = "redemption-cost-per-member"
  case messageCostPerMember = "message-cost-per-member"
  case rewardCostPerMember = "reward-cost-per-member"
  case rewardsPerMember = "rewards-per-member"
  case mergedAccountsPerMember = "merged-accounts-per-member"
  case claimsPerMember = "claims-per-member"
  case placedOrdersPerMember = "placed-orders-per-member"
  case canceledOrdersPerMember = "canceled-orders-per-member"
  case paymentRate = "payment-rate"
  case returnRate = "return-rate"
  case refundedPerMember = "refunded-per-member"
  case pointsToPartnersPerMember = "points-to-partners-per-member"
  case pointsFromPartnersPerMember = "points-from-partners-per-member"
  case partnerSettlementPerMember = "partner-settlement-per-member"
  case netValuePerMember = "net-value-per-member"
  case costPerGainedOrder = "cost-per-gained-order"
  case deadweightShare = "deadweight-share"
  case netValueWithRunOffPerMember = "net-value-with-run-off-per-member"
  case runOffOrdersPerMember = "run-off-orders-per-member"
  case gainedOrdersPerMember = "gained-orders-per-member"
  case lostOrdersPerMember = "lost-orders-per-member"
  case pulledForwardOrdersPerMember = "pulled-forward-orders-per-member"
  case sharedOrdersPerMember = "shared-orders-per-member"
  case pointsIssuedPerMember = "points-issued-per-member"
  case pointsRedeemedPerMember = "points-redeemed-per-member"
  case pointsExpiredPerMember = "points-expired-per-member"
  case outstandingPointsPerMember = "outstanding-points-per-member"
  case liabilityPerMember = "liability-per-member"
  case pointsUseRate = "points-use-rate"
  case couponRedemptionRate = "coupon-redemption-rate"
  case optOutRate = "opt-out-rate"
  case wearAtExposure = "wear-at-exposure"
  case joinedPerMember = "joined-per-member"
  case topUpPerMember = "top-up-per-member"
  case needsFromStockPerMember = "needs-from-stock-per-member"
  case nonredeemerShareOfGain = "nonredeemer-share-of-gain"
  case ordersLostToWearPerMember = "orders-lost-to-wear-per-member"
  case marginLostToWearPerMember = "margin-lost-to-wear-per-member"
  case invitationsPerMember = "invitations-per-member"
  case invitedJoinersPerMember = "invited-joiners-per-member"
  case validInvitationsPerMember = "valid-invitations-per-member"
  case referralCostPerJoiner = "referral-cost-per-joiner"
  case selfReferralLossPerMember = "self-referral-loss-per-member"
  case selfReferralCaughtRate = "self-referral-caught-rate"
  case honestRefusedRate = "honest-refused-rate"
  case messageOpenRate = "message-open-rate"
  case messageVisitRate = "message-visit-rate"
  case messageOrderRate = "message-order-rate"
  case messagePaymentRate = "message-payment-rate"
  case abuseLossPerMember = "abuse-loss-per-member"
  case abusersPerMember = "abusers-per-member"
  case abusersCaughtRate = "abusers-caught-rate"
  case honestHurtRate = "honest-hurt-rate"
  case honestHurtPerMember = "honest-hurt-per-member"
  case reviewsPerMember = "reviews-per-member"
  case reviewCostPerMember = "review-cost-per-member"

  /// What a metric is measured in.
  public enum Unit: Sendable, Hashable {
    /// Minor units of the scenario's currency.
    case money
    /// A plain number.
    case count
    /// A share of one.
    case share
  }

  /// What the metric is measured in.
  public var unit: Unit {
    switch self {
    case .revenuePerMember, .grossMarginPerMember, .incentiveCostPerMember, .discountPerMember,
      .redemptionCostPerMember, .messageCostPerMember, .rewardCostPerMember, .netValuePerMember,
      .liabilityPerMember, .topUpPerMember, .refundedPerMember, .partnerSettlementPerMember,
      .marginLostToWearPerMember, .referralCostPerJoiner, .selfReferralLossPerMember,
      .abuseLossPerMember, .reviewCostPerMember, .costPerGainedOrder,
      .netValueWithRunOffPerMember:
      .money
    case .repurchaseShare, .repurchase30, .repurchase60, .repurchase90,
      .repurchaseAmongBuyers30, .repurchaseAmongBuyers60, .repurchaseAmongBuyers90,
      .pointsUseRate, .couponRedemptionRate, .optOutRate, .nonredeemerShareOfGain, .returnRate,
      .paymentRate, .selfReferralCaughtRate, .honestRefusedRate, .messageOpenRate,
      .messageVisitRate, .messageOrderRate, .messagePaymentRate, .abusersCaughtRate,
      .honestHurtRate, .deadweightShare:
      .share
    default: .count
    }
  }

  /// Whether the metric may be a goal or a guardrail.
  ///
  /// The trade's repurchase rate among buyers may not: the scheme itself moves its denominator.
  public var mayBeGoal: Bool {
    switch self {
    case .repurchaseAmongBuyers30, .repurchaseAmongBuyers60, .repurchaseAmongBuyers90: false
    default: true
    }
  }
}
