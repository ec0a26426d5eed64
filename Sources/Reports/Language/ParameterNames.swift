import MemberBehavior
import MemberPopulation

/// A parameter of the model of members, with its Chinese unit.
protocol ReportParameter: ParameterName, ReportWord {
  /// The unit; empty where ``MemberPopulation/ParameterName/unit`` is.
  var chineseUnit: String { get }
}

extension Words {
  /// The unit of a parameter; empty for plain numbers.
  func unit(of parameter: some ReportParameter) -> String {
    language(parameter.unit, parameter.chineseUnit)
  }

  /// A parameter as the name of a row: what it is, and its name in scenario files.
  func parameterCell(_ name: String, _ summary: String) -> Cell {
    guard language == .chinese else { return Cell("\(name): \(summary)") }
    var cell = Cell(summary)
    cell.code = name
    return cell
  }

  /// The source of a value: the mark of an assumption in the report's language, the rest as cited.
  func source(_ source: String) -> String {
    let mark = "assumption:"
    guard language == .chinese else { return source }
    if source == Parameter.scenarioSource { return "场景文件" }
    guard source.hasPrefix(mark) else { return source }
    return "假设：" + source.dropFirst(mark.count).drop { $0 == " " }
  }
}

extension PopulationParameter: ReportParameter {
  var english: String { summary }

  /// What it is, in one line.
  var chinese: String {
    switch self {
    case .rateShape: "购买率 Gamma 分布的形状 (r)"
    case .rateScale: "购买率 Gamma 分布的率参数 (α；有 k 个阶段时为 kα)"
    case .regularity: "两次购买之间的阶段数 (k)；1 即 Poisson"
    case .dropoutA: "流失概率 Beta 分布的第一参数 (a)"
    case .dropoutB: "流失概率 Beta 分布的第二参数 (b)"
    case .lifetimeShape: "流失率 Gamma 分布的形状 (s)"
    case .lifetimeScale: "流失率 Gamma 分布的率参数 (β)"
    case .spendShape: "Gamma-Gamma：单笔消费的形状 (p)"
    case .spendScaleShape: "Gamma-Gamma：会员自身尺度的形状 (q)"
    case .spendScale: "Gamma-Gamma：会员自身尺度的率参数 (γ)"
    case .spendMedian: "单笔消费的中位数"
    case .spendWithin: "同一会员各笔消费对数的标准差"
    case .spendBetween: "会员之间消费对数的标准差"
    }
  }

  /// The unit; empty for plain numbers.
  var chineseUnit: String {
    switch self {
    case .rateScale, .lifetimeScale: "周"
    case .spendScale, .spendMedian: "货币主单位"
    default: ""
    }
  }
}

extension BehaviorParameter: ReportParameter {
  var english: String { summary }

  /// What it is, in one line.
  var chinese: String {
    switch self {
    case .baselineConversion: "没有激励时到访成单的比例，σ(c)"
    case .unresponsiveShare: "对任何激励都无动于衷的会员占比"
    case .responsivenessShape: "其余会员反应强度 Gamma 分布（均值 1）的形状"
    case .attractionLimit: "反应强度为 1 时，各项激励合计最多增加的效用"
    case .priceWeight: "降价的效用，每单位 −ln(价格占比)"
    case .couponWeight: "优惠券的效用，每单位占客单比例"
    case .giftWeight: "赠品的效用，每单位占客单比例"
    case .pointsWeight: "所得积分的效用，每单位占客单比例"
    case .rewardWeight: "将到手或已到手的礼品的吸引力"
    case .rewardWorth: "礼品的感受随其价值占客单比例增长的程度；0 为不随价值变化"
    case .tierWeight: "接近的等级的吸引力，每单位价格优势"
    case .urgencyWeight: "即将过期的积分的推动力"
    case .urgencyDays: "过期前紧迫感按 1/e 衰减的天数"
    case .wearWeight: "每单位疲劳度损失的效用"
    case .wearPerMessage: "每条送达消息增加的疲劳度"
    case .wearHalfLife: "疲劳度减半所需时间"
    case .openProbability: "送达消息被打开的概率"
    case .visitProbability: "打开的消息带来到访的概率"
    case .optOutProbability: "一条送达消息使会员永久退订的概率"
    case .redemptionCost: "用积分的麻烦程度，折成金额"
    case .redemptionSteepness: "是否用积分随积分价值变化的陡峭程度"
    case .joiningProbability: "潜客下单时入会的概率"
    case .lapsedShare: "流失后冲动购买的接受率，占流失前的比例 (κ)"
    case .restartProbability: "流失后的一单使需求重新开始的概率"
    case .pointThrift: "留着一个积分的感受价值，占面值的比例"
    case .topUpWeight: "凑单到就近门槛的意愿"
    case .pantryShare: "额外下单之后的需求由家中囤货满足的概率"
    case .deadlineWeight: "即将截止的优惠的推动力，每单位占比"
    case .deadlineDays: "优惠截止前推动力按 1/e 衰减的天数"
    case .exposureWeight: "刚收到的优惠券的推动力，不论用否"
    case .exposureDays: "收到之后该推动力按 1/e 衰减的天数"
    case .promotionWeight: "升级带来的效用"
    case .demotionWeight: "降级损失的效用"
    case .failureWeight: "错失就近等级损失的效用"
    case .feelingHalfLife: "对等级的感受减半所需时间"
    case .rewardFeelingWeight: "刚得到礼品的效用"
    case .rewardFeelingDays: "得到礼品后该感受按 1/e 衰减的天数"
    case .noveltyWeight: "方案初期的额外吸引力，占其吸引力的比例"
    case .noveltyDays: "入会或方案上线后，新鲜感按 1/e 衰减的天数"
    case .responseDecline: "反应随需求率下降的快慢，以人群平均需求率为单位"
    case .foresight: "早一次到访拿到礼品的价值，占现在到手价值的比例；0 为只看远近"
    case .hourResponse: "在读者活跃时段发送时，打开率高出平均的程度"
    case .activeHour: "会员平均的活跃时刻"
    case .activeHourSpread: "会员活跃时刻的标准差"
    case .activeHourKnown: "店家知道其活跃时刻（精确到小时）的会员占比"
    case .restDelay: "停发多少天后静默开始恢复疲劳"
    case .topicWear: "每条送达消息给其主题增加的疲劳度"
    case .topicHalfLife: "主题疲劳度减半所需时间"
    case .samenessWeight: "主题每单位疲劳度使消息多带来的疲劳"
    case .scarcityWeight: "久未出现的主题使打开率提高的程度"
    case .openingWear: "打开率随渠道与主题疲劳度下降的快慢"
    case .optOutWear: "退订风险随渠道疲劳度上升的快慢"
    case .adstockWeight: "每条仍在记忆中的已打开消息的效用"
    case .adstockHalfLife: "已打开消息的记忆减半所需时间"
    case .waitingPointsWeight: "下一单即可激活的积分的推动力，每单位占客单比例"
    case .visitConversion: "消息到访中按自发到访转化的比例；其余只对所给优惠作出反应"
    case .referredWeight: "经朋友介绍而来者对本店的效用；低于零表示受邀者不太合适"
    case .referredDays: "受邀入会后该效用按 1/e 衰减的天数"
    case .referredLoyalty: "受邀者本会流失时留下的比例"
    case .inviterLoyalty: "带来过朋友者本会流失时留下的比例"
    case .wecomGroupOpening: "企业微信群消息被打开、接听或听到的概率"
    case .wecomGroupVisit: "企业微信群消息打开后带来到访的概率"
    case .wecomGroupOptOut: "企业微信群消息使会员永久关闭该渠道的概率"
    case .smsOpening: "短信消息被打开、接听或听到的概率"
    case .smsVisit: "短信消息打开后带来到访的概率"
    case .smsOptOut: "短信消息使会员永久关闭该渠道的概率"
    case .pushOpening: "应用推送消息被打开、接听或听到的概率"
    case .pushVisit: "应用推送消息打开后带来到访的概率"
    case .pushOptOut: "应用推送消息使会员永久关闭该渠道的概率"
    case .miniProgramOpening: "小程序消息被打开、接听或听到的概率"
    case .miniProgramVisit: "小程序消息打开后带来到访的概率"
    case .miniProgramOptOut: "小程序消息使会员永久关闭该渠道的概率"
    case .callOpening: "电话消息被打开、接听或听到的概率"
    case .callVisit: "电话消息打开后带来到访的概率"
    case .callOptOut: "电话消息使会员永久关闭该渠道的概率"
    case .storeOpening: "门店当面消息被打开、接听或听到的概率"
    case .storeVisit: "门店当面消息打开后带来到访的概率"
    case .storeOptOut: "门店当面消息使会员永久关闭该渠道的概率"
    }
  }

  /// The unit; empty for plain numbers.
  var chineseUnit: String {
    switch self {
    case .urgencyDays, .wearHalfLife, .deadlineDays, .exposureDays, .feelingHalfLife,
      .rewardFeelingDays, .noveltyDays, .restDelay, .topicHalfLife, .adstockHalfLife,
      .referredDays:
      "天"
    case .redemptionCost: "货币主单位"
    case .activeHour, .activeHourSpread: "小时"
    default: ""
    }
  }
}
