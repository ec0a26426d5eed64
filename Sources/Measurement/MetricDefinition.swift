extension Metric {
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
    case .netValueWithRunOffPerMember:
      "net value, + gross margin of orders on the simulated days after the horizon less control's, returns "
        + "on those days taken off ÷ members at the horizon's start"
    case .runOffOrdersPerMember:
      "orders on the simulated days after the horizon, on which nothing is offered ÷ members at the "
        + "horizon's start"
    case .costPerGainedOrder:
      "what incentives cost, less control's ÷ orders that only the arm has; what is spent on orders "
        + "that would have come anyway is in it"
    case .deadweightShare:
      "prices below list and points spent on orders that control has, too ÷ those on all orders of "
        + "the arm"
    case .pulledForwardOrdersPerMember:
      "orders that only control has because the need was met from stock at home, which an earlier "
        + "order in the arm had left ÷ members at the horizon's start"
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
