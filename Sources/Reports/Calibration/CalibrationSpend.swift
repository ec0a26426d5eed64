import Calibration
import Charts
import MemberPopulation

/// What orders are worth; when in the week and the year they come; what goes back; segments.
extension CalibrationReport {
  func spendSection() -> [Block] {
    [.heading(say("What they spend", "消费金额"))] + spendTable + spendChart
  }

  private var spendTable: [Block] {
    let fits: [(String, [String], Result<SpendFit, FitRefusal>)] = [
      ("Gamma-Gamma", ["p", "q", "γ"], input.result.gammaGamma),
      (
        say("lognormal", "对数正态"),
        [say("median", "中位数"), say("within", "个体内"), say("between", "个体间")],
        input.result.lognormal
      ),
    ]
    let taken = input.result.spendFamily == .gammaGamma ? 0 : 1
    let rows = fits.map { name, letters, result -> [Cell] in
      switch result {
      case .failure(let refusal): [Cell(name), Cell(say("\(refusal)", chinese(refusal))), "–", "–"]
      case .success(let fit):
        [
          Cell(name), Cell(parameters(letters, fit)), Cell(Figures.fixed(fit.logLikelihood, 3)),
          Cell(Figures.fixed(fit.orderLogLikelihood, 1)),
        ]
      }
    }
    let headers = [
      say("Model", "模型"), say("Parameters (± standard error)", "参数（± 标准误）"),
      say("Log-likelihood", "对数似然"), say("… of single orders", "单笔订单的对数似然"),
    ]
    return [
      .table(
        Table(
          say("Models of spend; the preset takes the strong one", "消费模型；预设采用加粗的一个"),
          headers: headers,
          rows: rows, textColumns: [0, 1],
          strongRows: input.result.spendFamily == nil ? [] : [taken])),
      .note(
        say(
          "Repeat orders only, as Fader and Hardie (2013) do. The likelihood of Gamma-Gamma is that of customers' means, as published; the models are compared by that of single orders.",
          "按 Fader 与 Hardie（2013）只用再次购买的订单。Gamma-Gamma 的似然按文献基于顾客均值；两个模型按单笔订单的似然比较。")),
    ]
  }

  private func parameters(_ letters: [String], _ fit: SpendFit) -> String {
    zip(letters, fit.estimates).map { letter, estimate in
      let error = estimate.standardError.map { " ± \(number($0))" } ?? ""
      return "\(letter) \(number(estimate.value))\(error)"
    }.joined(separator: " · ")
  }

  private var spendChart: [Block] {
    guard let bins = input.spendBins else { return [] }
    let ends = bins.ends.map { Figures.parameter($0) }
    let categories = ends.indices.map { $0 == 0 ? "<\(ends[0])" : "\(ends[$0 - 1])–\(ends[$0])" }
    let isMean = input.result.spendFamily == .gammaGamma
    let chart = ColumnChart(
      id: "spend",
      title: isMean
        ? say("Repeat customers by the mean of their orders", "按订单均值划分的回购顾客数")
        : say(
          "Repeat customers by the level of their orders (geometric mean)", "按订单水平（几何平均）划分的回购顾客数"),
      summary: say(
        "How many customers spend so much on an order, and how many the model expects.",
        "各消费水平的顾客数，以及模型的预期。"),
      valueLabel: say("Customers", "顾客数"),
      categoryLabel: say("Worth of an order", "订单金额"),
      categories: categories + ["≥\(ends.last ?? "")"],
      series: [
        .init(name: say("observed", "实际"), values: bins.actual),
        .init(
          name: isMean ? "Gamma-Gamma" : say("lognormal", "对数正态"), values: bins.expected),
      ])
    return [.chart(svg: chart.svg(.page), table: Table(chart.table(decimals: 1)))]
  }

  func rhythmSection() -> [Block] {
    let weekdays = say(
      "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "周一 周二 周三 周四 周五 周六 周日"
    ).split(separator: " ").map(String.init)
    let months = say(
      "January February March April May June July August September October November December",
      "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"
    ).split(separator: " ").map(String.init)
    let week = zip(weekdays, input.rhythm.weekdays).map { [$0, Figures.fixed($1, 2)] }
    let year = zip(months, input.rhythm.months).map {
      [$0, $1.map { Figures.fixed($0, 2) } ?? "–"]
    }
    return [
      .heading(say("Week, season, returns", "星期、季节与退货")),
      .table(
        Table(
          say("Purchases of a day of the week; 1 is a mean day", "各星期几的购买量；1 为平均水平"),
          headers: [say("Day", "星期"), say("Index", "指数")], texts: week)),
      .folded(
        say(
          "Season: repeat purchases over what \(modelNames[0]) expects",
          "季节：实际再次购买与 \(modelNames[0]) 预期之比"),
        [
          .table(
            Table(
              say("Index by month; 1 is as expected", "各月指数；1 为符合预期"),
              headers: [say("Month", "月份"), say("Index", "指数")], texts: year))
        ]),
      .paragraph(returnSentence),
    ]
  }

  private var returnSentence: String {
    guard summary.refundCount > 0, let share = input.rhythm.refundShare,
      let worth = input.rhythm.refundedWorth
    else { return say("The file tells of no refunds.", "文件中没有退款。") }
    return say(
      "Refunds are \(Figures.percent(share)) of orders and \(Figures.percent(worth)) of their worth; a scenario states such a rate under economics.returns.",
      "退款占订单的 \(Figures.percent(share))，占金额的 \(Figures.percent(worth))；场景中可在 economics.returns 下写明这一比例。"
    )
  }

  func segmentSection() -> [Block] {
    guard let fit = input.result.segments else { return [] }
    let rows = fit.segments.enumerated().map { place, segment in
      let values = zip(segment.fit.model.letters, segment.fit.values).map {
        "\($0) \(number($1))"
      }
      return [
        Cell("\(place + 1)"), Cell(Figures.percent(segment.share)),
        Cell(values.joined(separator: " · ")),
      ]
    }
    let tried = fit.tried.map { Figures.fixed($0, 1) }.joined(separator: " · ")
    return [
      .heading(say("Segments", "顾客分群")),
      .table(
        Table(
          say("A mixture of \(fit.segments.count)", "\(fit.segments.count) 个分群的混合"),
          headers: [say("Segment", "分群"), say("Share", "占比"), say("Parameters", "参数")],
          rows: rows, textColumns: [0, 2])),
      .note(
        say(
          "Bayesian information criterion (less is better), from the fewest segments that were tried: \(tried).",
          "贝叶斯信息准则（越小越好），从尝试的最少分群数起：\(tried)。")),
    ]
  }
}
