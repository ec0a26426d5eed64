import Measurement

extension Metric: ReportWord {
  /// The name in scenario files, which English reports show, too.
  var english: String { rawValue }

  /// The Chinese name; reports show the name in scenario files after it.
  var chinese: String {
    switch self {
    case .ordersPerMember: "人均订单数"
    case .repurchaseShare: "复购会员占比"
    case .repurchase30: "30 天复购率"
    case .repurchase60: "60 天复购率"
    case .repurchase90: "90 天复购率"
    case .repurchaseAmongBuyers30: "购买者 30 天复购率"
    case .repurchaseAmongBuyers60: "购买者 60 天复购率"
    case .repurchaseAmongBuyers90: "购买者 90 天复购率"
    case .revenuePerMember: "人均实收"
    case .grossMarginPerMember: "人均毛利"
    case .incentiveCostPerMember: "人均激励成本"
    case .discountPerMember: "人均让利"
    case .redemptionCostPerMember: "人均积分抵现成本"
    case .messageCostPerMember: "人均消息成本"
    case .rewardCostPerMember: "人均礼品成本"
    case .rewardsPerMember: "人均兑换次数"
    case .mergedAccountsPerMember: "人均合并账户数"
    case .claimsPerMember: "人均补登订单数"
    case .placedOrdersPerMember: "人均下单数"
    case .canceledOrdersPerMember: "人均取消订单数"
    case .paymentRate: "支付率"
    case .returnRate: "退货率"
    case .refundedPerMember: "人均退款"
    case .pointsToPartnersPerMember: "人均转出积分"
    case .pointsFromPartnersPerMember: "人均转入积分"
    case .partnerSettlementPerMember: "人均合作方结算"
    case .netValuePerMember: "人均净收益"
    case .netValueWithRunOffPerMember: "人均净收益（含期后）"
    case .runOffOrdersPerMember: "期后人均订单"
    case .gainedOrdersPerMember: "人均增量订单"
    case .costPerGainedOrder: "每笔增量订单成本"
    case .deadweightShare: "无谓让利占比"
    case .pulledForwardOrdersPerMember: "人均提前购买订单"
    case .lostOrdersPerMember: "人均损失订单"
    case .sharedOrdersPerMember: "人均共有订单"
    case .pointsIssuedPerMember: "人均发放积分"
    case .pointsRedeemedPerMember: "人均核销积分"
    case .pointsExpiredPerMember: "人均过期积分"
    case .outstandingPointsPerMember: "人均积分余额"
    case .liabilityPerMember: "人均积分负债"
    case .pointsUseRate: "积分核销率"
    case .couponRedemptionRate: "优惠券核销率"
    case .optOutRate: "退订率"
    case .wearAtExposure: "触达时疲劳度"
    case .joinedPerMember: "人均新入会"
    case .topUpPerMember: "人均凑单金额"
    case .needsFromStockPerMember: "人均由家中囤货满足的需求"
    case .nonredeemerShareOfGain: "未用券者的增量占比"
    case .ordersLostToWearPerMember: "人均因疲劳损失的订单"
    case .marginLostToWearPerMember: "人均因疲劳损失的毛利"
    case .invitationsPerMember: "人均邀请数"
    case .invitedJoinersPerMember: "人均受邀入会数"
    case .validInvitationsPerMember: "人均有效邀请数"
    case .referralCostPerJoiner: "老带新单客成本"
    case .selfReferralLossPerMember: "人均自邀损失"
    case .selfReferralCaughtRate: "自邀拦截率"
    case .honestRefusedRate: "正常邀请误拒率"
    case .messageOpenRate: "消息打开率"
    case .messageVisitRate: "打开后到访率"
    case .messageOrderRate: "到访下单率"
    case .messagePaymentRate: "到访订单支付率"
    case .abuseLossPerMember: "人均薅羊毛损失"
    case .abusersPerMember: "人均薅羊毛者"
    case .abusersCaughtRate: "薅羊毛拦截率"
    case .honestHurtRate: "误伤率"
    case .honestHurtPerMember: "人均被误伤者"
    case .reviewsPerMember: "人均人工审核数"
    case .reviewCostPerMember: "人均审核成本"
    }
  }
}

extension Words {
  /// A metric in a line of text: in Chinese its name, and the one in scenario files after it.
  func metric(_ metric: Metric) -> String {
    language(metric.rawValue, "\(metric.chinese) \(metric.rawValue)")
  }

  /// A metric as the name of a row.
  func metricCell(_ metric: Metric) -> Cell {
    var cell = Cell.name(name(metric))
    if language == .chinese { cell.code = metric.rawValue }
    return cell
  }

  /// The metric's name as one text; its name in scenarios stands after it.
  func metricText(_ metric: Metric) -> String {
    language(metric.rawValue, "\(name(metric)) (\(metric.rawValue))")
  }

  /// What a metric is, with its numerator and denominator.
  func definition(of metric: Metric) -> String {
    language(metric.definition, metric.chineseDefinition)
  }
}
