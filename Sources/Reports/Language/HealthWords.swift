import Experiments
import Measurement

extension Health.Law: ReportWord {
  var chinese: String {
    switch self {
    case .people: "各组期初会员是同一批人"
    case .orders: "共有 + 增量 = 本方案订单，共有 + 损失 = 对照组订单"
    case .points: "发放 − 核销 − 过期 − 追回 ± 调整 = 积分余额"
    case .money: "标价 − 让利 − 积分抵现 = 实付"
    case .numbers: "每个数都是有限数，或写明没有取值的原因"
    case .totals: "按日、月、人群与等级的分项都等于合计"
    }
  }
}

extension Words {
  /// The numbers behind a health check; where it holds, how far it was looked at.
  func detail(of check: Health.Check) -> String {
    guard language == .chinese else { return check.detail }
    guard check.holds else { return clauses(check.faults.map(chinese)) }
    return check.law == .totals ? "无违反" : "已查 \(check.armCount) 组"
  }

  private func chinese(_ fault: Health.Fault) -> String {
    switch fault {
    case .members(let arm, let members, let control):
      "\(arm)：会员 \(members)，对照组 \(control)"
    case .orders(let arm, let orders):
      "\(arm)：共有 \(orders.shared)，增量 \(orders.gained) 及来自流失会员 \(orders.gainedFromLapsed)，"
        + "损失 \(orders.lost)，本方案 \(orders.arm)，对照组 \(orders.control)"
    case .points(let arm, let moved, let outstanding):
      "\(arm)：变动 \(moved)，余额 \(outstanding)"
    case .payments(let arm, let due, let paid): "\(arm)：应付 \(due)，实付 \(paid)"
    case .numbers(let arm, let metrics): "\(arm)：\(list(metrics.map { metric($0) }))"
    case .tally(let violation): "\(violation.law)，第 \(violation.arm) 组：\(violation.detail)"
    }
  }
}
