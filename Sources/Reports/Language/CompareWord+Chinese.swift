extension CompareWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .title: "{}对比{}"
    case .paired:
      "两个场景在同样的世界里运行：同样的人、同样的运气。差异只来自方案本身；其置信区间按配对差异计算。"
    case .commonControl: "两者的对照组相同；下文各组都与它相比。"
    case .ownControls:
      "两者的对照组不同。下文各组都与 {} 的对照组相比，{} 的对照组自成一组；同名各组直接相比，不经过任何对照组。"
    case .independent:
      """
      两次各自独立的运行：方差相加（Welch 法）。若两者有相同的人群或运气，真实置信区间更窄；人群、种子、期间与经济参数都相同的\
      场景文件，会在同样的世界里比较。
      """
    case .ownPairing:
      "净收益、无谓让利以及增量、损失、共有、提前购买的订单，都是相对各自运行的对照组。{}不作比较：它们所指的人只有一次运行知道。"
    case .sameScenario: "两个场景含义相同：所有差异恰好为零。"
    case .sameResult: "两者的结果完全一致，分毫不差：所有差异恰好为零。"
    case .changes: "场景之间有何不同"
    case .andMore: "另有 {} 处"
    case .allChanges: "全部 {} 处不同"
    case .path: "位置"
    case .notThere: "–（无）"
    case .file: "文件"
    case .scenario: "场景"
    case .side: "{}：{}"
    case .results: "差异带来什么"
    case .armTable: "{}：{}对比{}"
    case .restOfMetrics: "{}：其他所有指标"
    case .onlyOne: "只有 {} 有 {}。"
    case .nothingInCommon: "两者没有同名的组；下文把所有组并列。"
    case .worlds: "同样世界里的所有组"
    case .secondLessFirst: "{} 减 {}"
    }
  }
}
