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
  case gainedOrdersPerMember = "gained-orders-per-member"
  case lostOrdersPerMember = "lost-orders-per-member"
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
      .abuseLossPerMember, .reviewCostPerMember:
      .money
    case .repurchaseShare, .repurchase30, .repurchase60, .repurchase90,
      .repurchaseAmongBuyers30, .repurchaseAmongBuyers60, .repurchaseAmongBuyers90,
      .pointsUseRate, .couponRedemptionRate, .optOutRate, .nonredeemerShareOfGain, .returnRate,
      .paymentRate, .selfReferralCaughtRate, .honestRefusedRate, .messageOpenRate,
      .messageVisitRate, .messageOrderRate, .messagePaymentRate, .abusersCaughtRate,
      .honestHurtRate:
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

  /// What the metric is, with its numerator and denominator.
  public var definition: String {
    switch self {
    case .ordersPerMember: "orders in the horizon ÷ members at its start"
    case .repurchaseShare:
      "of the persons enrolled at the horizon's start in control and in the arm, the share with "
        + "two or more orders in the horizon"
    case .repurchase30: Self.repurchaseDefinition(30)
    case .repurchase60: Self.repurchaseDefinition(60)
    case .repurchase90: Self.repurchaseDefinition(90)
    case .repurchaseAmongBuyers30: Self.amongBuyersDefinition(30)
    case .repurchaseAmongBuyers60: Self.amongBuyersDefinition(60)
    case .repurchaseAmongBuyers90: Self.amongBuyersDefinition(90)
    case .revenuePerMember:
      "money paid for orders and as deposits, less refunds ÷ members at the horizon's start"
    case .placedOrdersPerMember:
      "orders placed in the horizon, paid or not ÷ members at its start"
    case .canceledOrdersPerMember:
      "orders placed and canceled in the horizon, as they were not paid in time ÷ members at its start"
    case .paymentRate: "orders paid in the horizon ÷ orders placed in it"
    case .returnRate: "orders of which something came back ÷ orders, in the horizon"
    case .refundedPerMember: "money given back ÷ members at the horizon's start"
    case .grossMarginPerMember:
      "list value of orders less the cost of goods, of what did not come back ÷ members at the horizon's start; what "
        + "incentives cost is not taken off"
    case .incentiveCostPerMember:
      "discounts given + points redeemed at face + rewards and privileges at cost + messages + guides' "
        + "minutes + reviews + what partners are paid − deposits and what partners pay ÷ members at the horizon's start"
    case .discountPerMember:
      "tier prices, promotions and coupons, less those on what came back ÷ members at the horizon's start"
    case .redemptionCostPerMember:
      "points redeemed for orders, at face ÷ members at the horizon's start"
    case .rewardCostPerMember:
      "goods and services given for points or stamps, at cost ÷ members at the horizon's start; "
        + "coupons count as discounts when they are used"
    case .claimsPerMember:
      "orders from elsewhere whose points were claimed ÷ members at the horizon's start"
    case .mergedAccountsPerMember:
      "second accounts joined with the first ÷ members at the horizon's start"
    case .rewardsPerMember:
      "rewards given for points or full stamp cards ÷ members at the horizon's start"
    case .pointsToPartnersPerMember:
      "points given up for partners' points ÷ members at the horizon's start"
    case .pointsFromPartnersPerMember:
      "points received for partners' points ÷ members at the horizon's start"
    case .partnerSettlementPerMember:
      "what partners are paid for taking points − what they pay for points that members turn into "
        + "ours ÷ members at the horizon's start"
    case .messageCostPerMember: "cost of messages delivered ÷ members at the horizon's start"
    case .netValuePerMember:
      "gross margin of gained orders − of lost orders, + that of goods added to reach thresholds − "
        + "what incentives on all orders cost, both less control's, ÷ members at the horizon's start"
    case .gainedOrdersPerMember:
      "orders that only the arm has ÷ members at the horizon's start"
    case .lostOrdersPerMember:
      "orders that only control has ÷ members at the horizon's start"
    case .sharedOrdersPerMember:
      "orders that arm and control both have ÷ members at the horizon's start"
    case .pointsIssuedPerMember: "points issued ÷ members at the horizon's start"
    case .pointsRedeemedPerMember: "points spent ÷ members at the horizon's start"
    case .pointsExpiredPerMember: "points expired ÷ members at the horizon's start"
    case .outstandingPointsPerMember:
      "points outstanding at the horizon's end ÷ members at its start"
    case .liabilityPerMember:
      "points outstanding at the horizon's end at face ÷ members at its start"
    case .pointsUseRate: "points spent ÷ points issued, in the horizon"
    case .couponRedemptionRate: "coupons used ÷ coupons granted, in the horizon"
    case .optOutRate: "persons who opted out of messages ÷ persons who were sent one"
    case .wearAtExposure: "mean wear just before a delivered message"
    case .joinedPerMember: "persons who joined in the horizon ÷ members at its start"
    case .topUpPerMember:
      "list value of goods added to reach a threshold ÷ members at the horizon's start"
    case .needsFromStockPerMember:
      "needs met from stock at home ÷ members at the horizon's start"
    case .nonredeemerShareOfGain:
      "list value of gained less lost orders of persons who were granted a coupon and used none ÷ "
        + "that of all persons who were granted one"
    case .ordersLostToWearPerMember:
      "occasions that the same mark would have made an order with wear left out, of messages not "
        + "opened for it, too ÷ members at the horizon's start"
    case .marginLostToWearPerMember:
      "gross margin of orders lost to wear ÷ members at the horizon's start"
    case .invitationsPerMember:
      "invitations sent to people who are no members ÷ members at the horizon's start"
    case .invitedJoinersPerMember:
      "persons who joined by invitation ÷ members at the horizon's start"
    case .validInvitationsPerMember:
      "invitations that became valid, those taken back included ÷ members at the horizon's start"
    case .selfReferralLossPerMember:
      "rewards of persons who invited themselves, less those taken back, points at face and coupons at "
        + "what they take off ÷ members at the horizon's start"
    case .selfReferralCaughtRate:
      "invitations of oneself that were refused ÷ all that were tried"
    case .honestRefusedRate:
      "invitations between two persons that were refused as one person's ÷ those and the ones by which "
        + "somebody joined"
    case .messageOpenRate: "messages opened ÷ messages delivered"
    case .messageVisitRate: "visits that opened messages brought ÷ messages opened"
    case .messageOrderRate:
      "orders placed at visits that messages brought, paid or not ÷ those of these visits at which a "
        + "quote was seen"
    case .messagePaymentRate:
      "orders at visits that messages brought that were paid in the horizon ÷ those placed"
    case .abuseLossPerMember:
      "what incentives cost that went to people whom the scenario makes take advantage, less what was "
        + "given on goods that they returned ÷ members at the horizon's start"
    case .abusersPerMember:
      "members at the horizon's end whom the scenario makes take advantage ÷ members at its start"
    case .abusersCaughtRate:
      "of the members whom the scenario makes take advantage, the share of whom a rule against abuse "
        + "refused, held or took back something; the others are missed"
    case .honestHurtRate:
      "of all other members, the share of whom a rule against abuse refused, held or took back "
        + "something"
    case .honestHurtPerMember:
      "other members of whom a rule against abuse refused, held or took back something ÷ members at "
        + "the horizon's start"
    case .reviewsPerMember: "manual reviews ÷ members at the horizon's start"
    case .reviewCostPerMember:
      "what manual reviews cost, in working time and money ÷ members at the horizon's start"
    case .referralCostPerJoiner:
      "rewards of inviters and friends less those taken back, points at face and coupons at what they "
        + "take off ÷ persons who joined by invitation; both cost when they are used"
    }
  }

  private static func repurchaseDefinition(_ days: Int) -> String {
    "of the persons who order in control and in the arm and whose first shared order leaves "
      + "\(days) days, the share who order again within \(days) days of it"
  }

  private static func amongBuyersDefinition(_ days: Int) -> String {
    "of the persons who order in the arm and whose first order leaves \(days) days, the share who "
      + "order again within \(days) days of it; the scheme moves who is counted, so never a goal"
  }
}
