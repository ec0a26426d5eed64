extension AbuseWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .abuse: "薅羊毛与风控规则"
    case .table: "薅羊毛者与其他会员，按方案，{}"
    case .abusers: "薅羊毛的会员"
    case .caught: "– 其中被拦截：有规则拒绝、冻结或追回"
    case .missed: "– 其中漏网"
    case .loss: "流向他们的激励成本"
    case .honest: "其他会员"
    case .hurt: "– 其中被误伤：有规则拒绝、冻结或追回"
    case .hurtShare: "– 其他会员被误伤的比例"
    case .extraAccounts: "多开的账户"
    case .splitOrders: "拆出的订单"
    case .refusals: "拒绝"
    case .holds: "冻结"
    case .clawbacks: "追回"
    case .reviews: "人工审核"
    case .denied: "– 其中未通过"
    case .reviewCost: "审核成本"
    case .abuseNote:
      """
      谁薅羊毛、多频繁、审核多准，都是场景的设定，不是结论：没有人拿得出站得住脚的数字。一个人无论被规则处置多少次，\
      拦截或误伤都只计一次。损失是他们的订单、礼品与消息所花的全部激励成本，减去退货部分的让利与积分；\
      请在有规则与无规则的方案之间比较。
      """
    }
  }
}
