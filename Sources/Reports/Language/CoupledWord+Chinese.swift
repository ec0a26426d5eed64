extension CoupledWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .uncertaintyNote:
      """
      三种不确定性，绝不混为一谈。有方案让各社群共用预算或库存，所以只有各次重复相互独立：s 是各次重复差异的标准差，\
      R 是重复次数（{}，每次 {} 个社群）。
      """
    case .noiseFormula:
      "(a) 合计数的模拟噪声 = s ÷ √R：估计值离模型期望可能有多远；重复越多越小；所有区间都只含这一项。"
    case .spreadFormula:
      "(b) 合计数的结果波动 = s = (a)·√R：同样规模的一个人群，结果本身会波动多大；重复再多也不会变小。"
    case .methodTotals:
      """
      所有计数与金额都是整数，精确相加，结果指纹由此算出。各社群共用预算或库存，因此置信区间以重复为单位、与对照组配对，\
      按 Student t 分布计算；比率用 delta 法，分母接近零时用 Fieller 集。
      """
    case .warning: "没有置信区间：{}。"
    }
  }
}
