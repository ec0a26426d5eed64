import Experiments
import Measurement

extension ControlWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .luckNote:
      """
      抽到的人，其需求、消费和对激励的反应总会比场景分布的期望略高或略低，高低多少在他们生活之前就已知道。\
      对 {} {}做回归，可看出差异中有多少随之变动：这部分只是运气，最后三列将其扣除（控制变量法，线上实验称为 CUPED）。\
      方差之比（原来 ÷ 扣除后）大于 1 时，扣除后的数字更接近模型的期望；否则只是多了估计本身的噪声。\
      结论与其他各节仍用未扣除的数字，因为它们可以逐分对上；\
      结果的离散程度 (b) 不变，因为真实的会员群体也有自己的运气。已知的量：{}。
      """
    case .withoutLuck: "扣除运气后"
    case .halfWidthWithoutLuck: "扣除后半宽"
    case .varianceShrinks: "方差之比"
    case .pairedWithoutLuck: "{}，再扣除“抽到哪些人”的运气"
    case .pairedNote: "再扣除“抽到哪些人”的运气的各行，对照的是既不共享运气、也未扣除运气的世界。"
    }
  }
}

extension IndependentUnit: ReportWord {
  var english: String { plural }

  var chinese: String {
    switch self {
    case .community: "个社区"
    case .replication: "次重复"
    }
  }
}

extension ControlVariate: ReportWord {
  var english: String {
    switch self {
    case .reactingNeeds: "needs a week times response"
    case .spend: "spending a week"
    case .reactingSpend: "spending a week times response"
    case .needs: "needs a week"
    case .reactingNeedsOfOthers: "needs times response of non-members"
    case .spendOfOthers: "spending of non-members"
    case .reactingSpendOfOthers: "spending times response of non-members"
    case .needsOfOthers: "needs of non-members"
    }
  }

  var chinese: String {
    switch self {
    case .reactingNeeds: "每周需求 × 反应强度"
    case .spend: "每周消费"
    case .reactingSpend: "每周消费 × 反应强度"
    case .needs: "每周需求"
    case .reactingNeedsOfOthers: "非会员的需求 × 反应强度"
    case .spendOfOthers: "非会员的消费"
    case .reactingSpendOfOthers: "非会员的消费 × 反应强度"
    case .needsOfOthers: "非会员的需求"
    }
  }
}
