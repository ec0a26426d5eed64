extension DrawWord {
  /// The Chinese text.
  var chinese: String {
    switch self {
    case .drawnFormula:
      """
      (c) 参数 = √max(0，各次参数抽取之间的方差 − (a)²)，其中 (a) 是每次抽取自身的模拟噪声，其平方取各次抽取的均值：\
      抽取 {} 次，{} 个参数，每次各有自己的运气；(c) 不在任何区间之内，但判定结论时会考虑。
      """
    case .goalChance: "{}：P(目标达成且护栏守住) = {}，计入 (b) + (c)：{} / {} 个人群"
    case .noGoalChance: "{}：P(目标达成且护栏守住) 未给出：没有可以逐个人群判定的目标或护栏"
    case .goalChanceMeaning:
      """
      P 数的是同样规模、各有自己的运气 (b) 与参数抽取 (c) 的人群，其中该方案的目标按取值全部达成、护栏全部守住的占比；\
      ± 是该占比在各次抽取间的标准误。
      """
    case .nothingStated:
      """
      (c) 参数 = √max(0，各次参数抽取之间的方差 − (a)²)：未给出，因为没有任何参数说明了不确定性；\
      所以最好的结论也只是“先做实测”。
      """
    case .heldParameters: "(c) 未计入 {} 个没有说明不确定性的参数：{}。"
    case .threeUncertainties: "{}，{}：与对照组相差 {}；(a) 模拟噪声 {}，(b) 结果波动 {}，(c) 参数 {}"
    }
  }
}
