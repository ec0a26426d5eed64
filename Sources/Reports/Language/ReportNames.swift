import Experiments
import IncentiveEngine
import MemberBehavior
import Scenarios

extension ReportVerdict.Status: ReportWord {
  var chinese: String {
    switch self {
    case .ship: "建议上线"
    case .doNotShip: "不建议上线"
    case .runRealTest: "先做实测"
    case .inconclusive: "尚无定论"
    case .unhealthy: "运行异常"
    }
  }
}

extension ReportExpectation.Outcome: ReportWord {
  var english: String {
    switch self {
    case .passed: "✓ passed"
    case .warned: "! warning"
    case .failed: "✕ failed"
    case .inconclusive: "? inconclusive"
    case .notModeled: "– not modeled"
    }
  }

  var chinese: String {
    switch self {
    case .passed: "✓ 通过"
    case .warned: "! 警告"
    case .failed: "✕ 未通过"
    case .inconclusive: "? 尚无定论"
    case .notModeled: "– 无法评估"
    }
  }
}

extension Expectation.Role: ReportWord {
  var chinese: String {
    switch self {
    case .goal: "目标"
    case .guardrail: "护栏"
    case .check: "检查"
    case .claim: "论断"
    }
  }
}

extension PairingGain.Quantity: ReportWord {
  var chinese: String {
    switch self {
    case .orders: "订单"
    case .revenue: "实收"
    case .cost: "激励成本"
    case .net: "毛利减激励成本"
    }
  }
}

extension Channel: ReportWord {
  var english: String { name }

  var chinese: String {
    switch self {
    case .wecom: "企业微信"
    case .wecomGroup: "企业微信群"
    case .sms: "短信"
    case .push: "应用推送"
    case .miniProgram: "小程序"
    case .call: "电话"
    case .store: "门店当面"
    }
  }
}

extension MessageTopic: ReportWord {
  var english: String { "\(self)" }

  var chinese: String {
    switch self {
    case .points: "积分"
    case .coupon: "优惠券"
    case .tier: "等级"
    case .privilege: "权益"
    case .presale: "预售"
    case .replenishment: "补货提醒"
    case .care: "关怀"
    case .survey: "问卷"
    case .content: "内容"
    case .invitation: "邀请"
    }
  }
}

extension Submodel: ReportWord {
  var chinese: String {
    switch self {
    case .price: "价格"
    case .coupon: "优惠券"
    case .points: "积分"
    case .reward: "礼品"
    case .tier: "等级"
    case .urgency: "过期紧迫感"
    case .wear: "疲劳"
    case .redemption: "积分核销"
    case .optOut: "退订"
    case .messageVisits: "消息到访"
    case .joining: "入会"
    case .winBack: "召回"
    case .interactions: "互动"
    case .pointsMall: "积分商城"
    case .pointsExchange: "积分互换"
    case .topUp: "凑单"
    case .pantry: "囤货"
    case .deadline: "截止期"
    case .exposure: "优惠券曝光"
    case .tierFeeling: "等级感受"
    case .gift: "赠品"
    case .plannedBalance: "攒积分"
    case .rewardFeeling: "得奖感受"
    case .novelty: "新鲜感"
    case .responseDecline: "高频者反应递减"
    case .contact: "触达反应"
    case .forwardLooking: "前瞻"
    case .rewardWorth: "礼品价值"
    case .rest: "静默恢复"
    case .sameness: "同质疲劳"
    case .scarcity: "稀缺"
    case .adstock: "余效"
    case .waitingPoints: "待激活积分"
    case .referred: "受邀者反应"
    case .inviterLoyalty: "邀请人忠诚"
    }
  }
}
