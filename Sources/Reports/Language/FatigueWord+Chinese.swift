extension FatigueWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .ordersLost: "因疲劳损失的订单"
    case .marginLost: "因疲劳损失的毛利"
    case .ordersLostPerMember: "人均因疲劳损失的订单"
    case .lostNote:
      """
      同一个人、同一购买时机、同一抽签，如果不计疲劳（既感受不到疲劳，也不会因疲劳不打开消息）就会下单，\
      这样的订单才算因疲劳损失。退订后不再收到的消息不计在内。损失记在此前最后一条消息的渠道与主题上。
      """
    case .fatigueOf: "{} 的疲劳：按周、人群与渠道"
    case .bySegment: "{}：各人群的疲劳"
    case .byChannel: "{}：各渠道与主题的疲劳"
    case .byWeek: "{}：逐周疲劳"
    case .segment: "人群"
    case .channel: "渠道与主题"
    case .week: "周起始日"
    case .delivered: "消息数"
    case .meanWear: "触达时平均疲劳度"
    case .wearThousandths: "平均疲劳度，千分之一"
    case .optOuts: "退订"
    case .lostOrders: "损失订单"
    case .lostMargin: "损失毛利"
    case .optimum:
      """
      模拟期内人均 {} 条消息时净收益最高（95%：{} 至 {}）：过 {} 的抛物线顶点，取自 {} 次重复，\
      误差由逐次剔除一次重复得出。
      """
    case .wearTitle: "逐周触达时的疲劳度"
    case .wearSummary: "各方案下，当周消息触达时会员的平均疲劳度。"
    case .lostTitle: "逐周因疲劳损失的订单"
    case .lostSummary: "各方案下，单次重复中每周因疲劳损失的订单。"
    }
  }
}
