extension FunnelWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .funnel: "从触达到支付的漏斗"
    case .funnelOf: "{} 的消息，逐步转化"
    case .funnelTitle: "各方案的消息，逐步转化"
    case .funnelSummary: "送达、打开、到访、看到报价、下单与支付的消息数。"
    case .step: "步骤"
    case .all: "全部渠道"
    case .lost: "本步流失"
    case .delivered: "送达"
    case .opened: "打开"
    case .visits: "带来到访"
    case .quotes: "看到优惠报价"
    case .placed: "下单"
    case .paid: "支付"
    case .ofStep: "{}（{}）"
    case .heldBackOf: "{} 的消息，按渠道"
    case .channel: "渠道"
    case .cost: "成本"
    case .capped: "被频次上限拦下"
    case .quiet: "被免打扰时段拦下"
    case .closed: "渠道已被会员关闭"
    case .deferred: "推迟发送，按次计"
    case .optOuts: "关闭渠道"
    case .note:
      """
      括号内为占上一步的比例。只计模拟期内的消息及其在期内的结果：到访在消息发出后两天内，期末之后的到访计为在\
      “{}”一步流失。下单未付的订单可能稍后支付，也可能取消。其中一部分订单没有消息也会下单：消息带来的增量见订单归因。
      """
    }
  }
}
