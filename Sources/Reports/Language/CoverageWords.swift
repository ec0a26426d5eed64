import Experiments
import Measurement

extension Measured.Reason: ReportWord {
  var english: String { description }

  var chinese: String {
    switch self {
    case .noMembersAtStart: "模拟期初没有会员"
    case .nobodyBoughtInBoth: "没有人足够早地在对照组与本方案中都下单"
    case .noBuyers: "没有人足够早地下单"
    case .noPointsIssued: "没有发放积分"
    case .noCouponsGranted: "没有发放优惠券"
    case .nobodyInvited: "没有人受邀入会"
    case .nobodyInvitedOneself: "没有人尝试邀请自己"
    case .noAbusers: "没有人薅羊毛"
    case .nobodyWatched: "没有风控规则，也没有人薅羊毛"
    case .nobodyMessaged: "没有送达消息"
    case .noMessageOpened: "没有消息被打开"
    case .noMessageVisits: "没有消息带来到访"
    case .noMessageOrders: "没有人在消息带来的到访中下单"
    case .nothingGained: "本方案没有对照组所没有的订单"
    case .noRunOff: "没有模拟期末之后的日子"
    case .nothingOff: "没有订单享受让利"
    case .controlIsZero: "对照组的值为零"
    }
  }
}

extension Words {
  /// What an arm's numbers leave out, in a sentence.
  func note(_ note: CoverageNote) -> String { language("\(note)", chinese(note)) }

  /// Why there are no intervals; nothing where there are.
  func warning(_ comparison: Comparison) -> String? {
    comparison.warning.map { language($0, chineseWarning(comparison.replications)) }
  }

  /// Why so many replications give no interval.
  func chineseWarning(_ replications: Int) -> String {
    "各社群共用预算，区间只能来自各次重复：\(replications) 次太少，得不出区间，"
      + "至少要 \(IndependentUnit.fewestReplications) 次"
  }

  private func chinese(_ note: CoverageNote) -> String {
    switch note {
    case .fewReplications(let replications): chineseWarning(replications) + "。"
    case .oneCommunity: "只有一个社群，看不出离散程度：没有区间；请增加会员或重复次数。"
    case .repurchase(let days, let persons, let members):
      "\(repurchase(days)) 统计在对照组与本方案中都下过单、且距期末至少 \(days) 天的 \(persons) 人；"
        + "期初会员 \(members) 人。"
    case .undefined(let metric, let reason): "\(self.metric(metric)) 没有取值：\(reason.chinese)。"
    }
  }

  private func repurchase(_ days: Int) -> String {
    let name = "repurchase-\(days)d"
    return Metric(rawValue: name).map(metric) ?? name
  }
}
