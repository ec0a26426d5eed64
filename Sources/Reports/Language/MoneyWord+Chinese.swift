extension MoneyWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .money: "收益与成本"
    case .budgets: "预算"
    case .moneyTable: "从毛利到净收益，{}"
    case .perReplication: "{} 次重复的均值，各行分别舍入"
    case .line: "项目"
    case .gainedMargin: "增量订单的毛利"
    case .lostMargin: "− 损失订单的毛利"
    case .topUps: "+ 为达门槛加购商品的毛利，已扣对照组"
    case .returnedMargin: "− 退货商品的毛利，已扣对照组"
    case .tierPrice: "− 等级价让利"
    case .promotions: "− 促销让利"
    case .coupons: "− 优惠券让利"
    case .pointsRedeemed: "− 核销积分，按面值"
    case .rewards: "− 兑换礼品，按成本"
    case .privileges: "− 会员权益，按成本"
    case .staff: "− 导购工时"
    case .messages: "− 消息费用"
    case .reviews: "− 人工审核"
    case .deposits: "+ 会员支付的定金"
    case .partnersPaid: "− 付给接收积分的合作方"
    case .partnersPaying: "+ 合作方为转入积分支付"
    case .undoneDiscounts: "+ 退货部分的让利"
    case .undoneRedemptions: "+ 退货部分的核销积分，按面值"
    case .controlCost: "+ 对照组的激励成本，省下"
    case .netValue: "相对对照组的净收益"
    case .netPerMember: "人均净收益"
    case .waterfallTitle: "从毛利到人均净收益：{}"
    case .waterfallSummary: "{} 下从增量订单毛利到净收益的每一步。"
    case .netInterval: "95% 置信区间，人均"
    }
  }
}
