import Calibration

extension CalibrationReport {
  /// Why something could not be fitted, in Chinese; its own words are English.
  func chinese(_ refusal: FitRefusal) -> String {
    switch refusal {
    case .noCustomers: "区间内没有顾客"
    case .noTime: "首次购买之后没有任何观察时间；请使用更长的区间"
    case .tooFewRepeaters(let found, let needed): "再次购买的顾客只有 \(found) 位，至少需要 \(needed) 位"
    case .noAmounts: "再次购买的订单都没有大于零的金额"
    case .constantAmounts(let value): "每笔订单金额都是 \(amount(value))，没有可供分布描述的差异"
    case .tooManySegments(let count): "\(count) 个分群超出了数据能区分的程度"
    case .impossible: "有不可能的购买历史"
    case .numerical: "找不到似然函数的最大值"
    }
  }
}

/// How to use what was found, and how it was found.
extension CalibrationReport {
  func useSection() -> [Block] {
    let name = input.presetName
    return [
      .heading(say("How to use it", "如何使用")),
      .paragraph(
        say(
          "Put \(name).yaml into a folder presets beside a scenario, and write in a segment:",
          "把 \(name).yaml 放入场景文件旁的 presets 文件夹，并在分群中写：")),
      .formula("{ name: customers, share: 100%, use: \(name) }"),
    ] + segmentLines + [
      .paragraph(
        say(
          "The preset says who buys, when and how much, with standard errors and their covariance. How people react to incentives is that of the preset \(input.base): orders of the past cannot tell it, and every such number stays marked as an assumption.",
          "预设写明谁购买、何时购买、买多少，并附标准误及其协方差。人们对激励的反应取自预设 \(input.base)：过去的订单无法说明这一点，相关数字仍标为假设。"))
    ]
  }

  /// A line for each segment, shares that sum to one.
  private var segmentLines: [Block] {
    guard let segments = input.result.segments?.segments, segments.count > 1 else { return [] }
    var left = 100.0
    let lines = segments.enumerated().map { place, segment -> Block in
      let share =
        place == segments.count - 1 ? left : (segment.share * 1000).rounded() / 10
      left -= share
      let name = "\(input.presetName)-\(place + 1)"
      return .formula(
        "{ name: segment-\(place + 1), share: \(Figures.fixed(share, 1))%, use: \(name) }")
    }
    return [.paragraph(say("Or, with the segments:", "或按分群写："))] + lines
  }

  func methodSection() -> [Block] {
    [
      .heading(say("How it was done", "方法")),
      .list([
        Cell(
          say(
            "A customer joins with the first order of the file; orders of one customer on one day are one purchase. Whoever bought before the file begins looks newer than they are.",
            "顾客从文件中的第一笔订单起算；同一顾客同一天的订单算一次购买。文件开始之前就购买过的人会显得比实际更新。")),
        Cell(
          say(
            "Maximum likelihood in the logarithms of the parameters with exact gradients; standard errors from the observed information; intervals are symmetric in the logarithm.",
            "在参数对数上做极大似然估计，梯度为精确值；标准误来自观测信息；区间在对数尺度上对称。")),
        Cell(
          say(
            "BG/NBD: Fader, Hardie & Lee 2005. MBG/CNBD-k: Reutterer, Platzer & Schröder 2021, with k the last that makes the gaps between purchases likelier. Pareto/NBD: Schmittlein, Morrison & Colombo 1987. Gamma-Gamma: Fader & Hardie 2013.",
            "BG/NBD：Fader、Hardie 与 Lee 2005。MBG/CNBD-k：Reutterer、Platzer 与 Schröder 2021，k 取使购买间隔似然最高者。Pareto/NBD：Schmittlein、Morrison 与 Colombo 1987。Gamma-Gamma：Fader 与 Hardie 2013。"
          )),
        Cell(
          say(
            "In the preset, rate-scale is of purchases: with k stages it is k times α, which is of stages.",
            "预设中的 rate-scale 以购买计：有 k 个阶段时，它是 α（以阶段计）的 k 倍。")),
      ]),
    ]
  }
}
