import Measurement

extension Metric {
  /// ``Measurement/Metric/definition`` in Chinese.
  var chineseDefinition: String {
    switch self {
    case .ordersPerMember: "模拟期内订单数 ÷ 期初会员数"
    case .repurchaseShare: "期初在对照组与本方案中都已入会的人里，模拟期内下过两单及以上者的占比"
    case .repurchase30: Self.chineseRepurchase(30)
    case .repurchase60: Self.chineseRepurchase(60)
    case .repurchase90: Self.chineseRepurchase(90)
    case .repurchaseAmongBuyers30: Self.chineseAmongBuyers(30)
    case .repurchaseAmongBuyers60: Self.chineseAmongBuyers(60)
    case .repurchaseAmongBuyers90: Self.chineseAmongBuyers(90)
    case .revenuePerMember: "（订单实付 + 定金 − 退款）÷ 期初会员数"
    case .placedOrdersPerMember: "模拟期内下单数，不论是否支付 ÷ 期初会员数"
    case .canceledOrdersPerMember: "模拟期内下单后因超时未支付而取消的订单 ÷ 期初会员数"
    case .paymentRate: "模拟期内支付的订单 ÷ 期内下单数"
    case .returnRate: "模拟期内有退货的订单 ÷ 订单"
    case .refundedPerMember: "退还金额 ÷ 期初会员数"
    case .grossMarginPerMember: "（订单标价 − 商品成本，不含退回部分）÷ 期初会员数；不扣激励成本"
    case .incentiveCostPerMember:
      """
      （让利 + 核销积分按面值 + 礼品与权益按成本 + 消息 + 导购工时 + 审核 + 付给合作方 − 定金 − 合作方支付）\
      ÷ 期初会员数
      """
    case .discountPerMember: "等级价、促销与优惠券的让利，减退货部分的让利 ÷ 期初会员数"
    case .redemptionCostPerMember: "抵付订单的积分，按面值 ÷ 期初会员数"
    case .rewardCostPerMember: "用积分或集点换得的商品与服务，按成本 ÷ 期初会员数；优惠券在使用时计为让利"
    case .claimsPerMember: "在别处购买、事后补登积分的订单 ÷ 期初会员数"
    case .mergedAccountsPerMember: "并入首个账户的第二账户 ÷ 期初会员数"
    case .rewardsPerMember: "用积分或集满的集点卡换得的礼品 ÷ 期初会员数"
    case .pointsToPartnersPerMember: "换成合作方积分的积分 ÷ 期初会员数"
    case .pointsFromPartnersPerMember: "由合作方积分换来的积分 ÷ 期初会员数"
    case .partnerSettlementPerMember: "（合作方接收积分所得 − 合作方为会员换入我方积分所付）÷ 期初会员数"
    case .messageCostPerMember: "送达消息的成本 ÷ 期初会员数"
    case .netValuePerMember:
      """
      （增量订单毛利 − 损失订单毛利 + 为达门槛加购商品的毛利 − 全部订单的激励成本，后两项均扣除对照组）\
      ÷ 期初会员数
      """
    case .netValueWithRunOffPerMember:
      "（净收益 + 期末之后所模拟日子里订单的毛利 − 对照组的，扣除其间退货）÷ 期初会员数"
    case .runOffOrdersPerMember: "期末之后所模拟日子里的订单（其间没有任何激励）÷ 期初会员数"
    case .gainedOrdersPerMember: "只有本方案才有的订单 ÷ 期初会员数"
    case .costPerGainedOrder:
      "（激励成本 − 对照组激励成本）÷ 只有本方案才有的订单；花在本就会发生的订单上的也计入"
    case .deadweightShare: "对照组也有的订单上的让利与核销积分 ÷ 本方案全部订单上的让利与核销积分"
    case .pulledForwardOrdersPerMember:
      "只有对照组才有、因本方案中早先购买留下的存货满足了需求而损失的订单 ÷ 期初会员数"
    case .lostOrdersPerMember: "只有对照组才有的订单 ÷ 期初会员数"
    case .sharedOrdersPerMember: "本方案与对照组都有的订单 ÷ 期初会员数"
    case .pointsIssuedPerMember: "发放积分 ÷ 期初会员数"
    case .pointsRedeemedPerMember: "核销积分 ÷ 期初会员数"
    case .pointsExpiredPerMember: "过期积分 ÷ 期初会员数"
    case .outstandingPointsPerMember: "期末积分余额 ÷ 期初会员数"
    case .liabilityPerMember: "期末积分余额按面值 ÷ 期初会员数"
    case .pointsUseRate: "模拟期内核销积分 ÷ 发放积分"
    case .couponRedemptionRate: "模拟期内核销的优惠券 ÷ 发放的优惠券"
    case .optOutRate: "退订消息的人数 ÷ 收到过消息的人数"
    case .wearAtExposure: "消息送达前一刻的平均疲劳度"
    case .joinedPerMember: "模拟期内新入会人数 ÷ 期初会员数"
    case .topUpPerMember: "为达门槛加购商品的标价 ÷ 期初会员数"
    case .needsFromStockPerMember: "由家中囤货满足的需求 ÷ 期初会员数"
    case .nonredeemerShareOfGain: "领到券而一张未用者的增量减损失订单标价 ÷ 全部领到券者的同一金额"
    case .ordersLostToWearPerMember:
      "同一抽签在不计疲劳时本会成单的购买时机，含因疲劳未打开消息的情形 ÷ 期初会员数"
    case .marginLostToWearPerMember: "因疲劳损失的订单毛利 ÷ 期初会员数"
    case .invitationsPerMember: "向非会员发出的邀请 ÷ 期初会员数"
    case .invitedJoinersPerMember: "受邀入会的人数 ÷ 期初会员数"
    case .validInvitationsPerMember: "成为有效的邀请，含后来被追回的 ÷ 期初会员数"
    case .selfReferralLossPerMember:
      "自己邀请自己者所得奖励，减已追回部分，积分按面值、优惠券按实际抵扣 ÷ 期初会员数"
    case .selfReferralCaughtRate: "被拒绝的自邀 ÷ 全部自邀尝试"
    case .honestRefusedRate: "两个真实的人之间被当作同一人而拒绝的邀请 ÷（这些邀请 + 带来入会的邀请）"
    case .messageOpenRate: "打开的消息 ÷ 送达的消息"
    case .messageVisitRate: "打开的消息带来的到访 ÷ 打开的消息"
    case .messageOrderRate: "消息带来的到访中所下订单，不论是否支付 ÷ 其中看到报价的到访"
    case .messagePaymentRate: "消息到访订单中模拟期内已支付的 ÷ 已下单的"
    case .abuseLossPerMember: "流向场景设定的薅羊毛者的激励成本，减其退货部分 ÷ 期初会员数"
    case .abusersPerMember: "期末会员中场景设定的薅羊毛者 ÷ 期初会员数"
    case .abusersCaughtRate: "场景设定的薅羊毛者中，被风控规则拒绝、冻结或追回过的占比；其余为漏网"
    case .honestHurtRate: "其他会员中，被风控规则拒绝、冻结或追回过的占比"
    case .honestHurtPerMember: "被风控规则拒绝、冻结或追回过的其他会员 ÷ 期初会员数"
    case .reviewsPerMember: "人工审核次数 ÷ 期初会员数"
    case .reviewCostPerMember: "人工审核的工时与费用 ÷ 期初会员数"
    case .referralCostPerJoiner:
      """
      邀请人与被邀人的奖励，减已追回部分，积分按面值、优惠券按实际抵扣 ÷ 受邀入会人数；两者都在使用时计入成本
      """
    }
  }

  private static func chineseRepurchase(_ days: Int) -> String {
    "在对照组与本方案中都下过单、且首个共有订单后仍有 \(days) 天可观察的人里，\(days) 天内再次下单者的占比"
  }

  private static func chineseAmongBuyers(_ days: Int) -> String {
    "本方案中下过单、且首单后仍有 \(days) 天可观察的人里，\(days) 天内再次下单者的占比；方案会改变分母人群，因此不能作目标"
  }
}
