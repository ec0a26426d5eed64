import Calibration
import Charts
import Timeline

/// When customers buy: the fits, the tracking curve, counts.
extension CalibrationReport {
  func timingSection() -> [Block] {
    let headers = [
      say("Model", "模型"), say("Parameters (± standard error)", "参数（± 标准误）"),
      say("Log-likelihood", "对数似然"),
    ]
    let rows = input.result.timings.map { fit in
      [
        Cell.name(fit.model.name), Cell(parameters(fit)), Cell(Figures.fixed(fit.logLikelihood, 3)),
      ]
    }
    return [
      .heading(say("When they buy", "何时购买")),
      .table(
        Table(
          say("Models of timing, the likeliest first", "购买时间模型，似然最高者在前"), headers: headers,
          rows: rows, textColumns: [0, 1], strongRows: [0])),
      .note(
        say(
          "Rates are per week. Log-likelihoods leave out x! and powers of time, as published ones do; with k\u{A0}>\u{A0}1 they hold what the gaps between purchases add, so that all compare.",
          "速率以周为单位。对数似然与文献一致，不含 x! 和时间的幂；k\u{A0}>\u{A0}1 时包含购买间隔的贡献，因此各模型可以比较。")),
      .table(intervalTable),
    ] + profileNote
  }

  private func parameters(_ fit: TimingFit) -> String {
    zip(fit.model.letters, fit.estimates).map { letter, estimate in
      let error = estimate.standardError.map { " ± \(number($0))" } ?? ""
      return "\(letter) \(number(estimate.value))\(error)"
    }.joined(separator: " · ")
  }

  private var hasProfiles: Bool { input.result.profiles.contains { $0 != nil } }

  private var intervalTable: Table {
    let fit = input.result.timing
    let name = fit.model.name
    let rows = fit.estimates.indices.map { place -> [String] in
      let estimate = fit.estimates[place]
      let interval = estimate.interval.map { between($0.lowerBound, $0.upperBound) }
      let known = [
        fit.model.letters[place], number(estimate.value), interval ?? say("not known", "未知"),
      ]
      guard hasProfiles else { return known }
      return known + [input.result.profiles[place].map(text) ?? "–"]
    }
    let headers = [say("Parameter", "参数"), say("Estimate", "估计值"), say("Interval", "区间")]
    return Table(
      say("95% intervals of \(name)", "\(name) 的 95% 区间"),
      headers: headers + (hasProfiles ? [say("By profile", "剖面似然区间")] : []), texts: rows)
  }

  private func between(_ low: Double, _ high: Double) -> String {
    say("\(number(low)) to \(number(high))", "\(number(low)) 至 \(number(high))")
  }

  private func text(_ profile: ProfileInterval) -> String {
    switch (profile.low, profile.high) {
    case (let low?, let high?): between(low, high)
    case (let low?, nil): say("from \(number(low)), no upper limit", "至少 \(number(low))，无上限")
    case (nil, let high?): say("up to \(number(high)), no lower limit", "至多 \(number(high))，无下限")
    case (nil, nil): say("no limit", "无界")
    }
  }

  private var profileNote: [Block] {
    guard hasProfiles else { return [] }
    return [
      .note(
        say(
          "By profile: the values that the orders do not contradict when the other parameters are as good as they can be. Where it is much wider than the interval from the standard error, or has no limit, the orders do not tell the parameter.",
          "剖面似然区间：其余参数取最优时，订单数据不与之矛盾的取值。若它远宽于标准误给出的区间，或没有界限，说明订单无法确定该参数。"))
    ]
  }

  func trackingSection() -> [Block] {
    let tracking = input.evidence.tracking
    let cumulative = chart(
      id: "cumulative",
      title: say("Repeat purchases, added up", "累计再次购买次数"),
      series: [tracking.actual] + tracking.expected,
      isAddedUp: true)
    let weekly = chart(
      id: "weekly", title: say("Repeat purchases by week", "每周再次购买次数"),
      series: [tracking.actual, tracking.expected[0]], isAddedUp: false)
    let step = max(1, tracking.actual.count / 12)
    return [
      .heading(say("Week by week", "逐周跟踪")), .paragraph(windowSentence),
      .chart(svg: cumulative.svg(.page), table: Table(cumulative.table(everySteps: step))),
      .chart(svg: weekly.svg(.page), table: Table(weekly.table(everySteps: step, decimals: 1))),
    ]
  }

  private var windowSentence: String {
    let weeks = input.evidence.tracking.windowWeeks
    let end = CivilDate(summary.windowEnd).text
    guard hasHoldout else {
      return say(
        "The fit looks at all \(weeks) weeks.", "拟合使用了全部 \(weeks) 周的数据。")
    }
    return say(
      "The fit looks at the first \(weeks) weeks, to \(end); what the models draw after that day is a forecast.",
      "拟合使用前 \(weeks) 周（至 \(end)）的数据；此后各模型的曲线是预测。")
  }

  private func chart(
    id: String, title: String, series: [[Double]], isAddedUp: Bool
  ) -> LineChart {
    let start = CivilDate(input.evidence.tracking.start.advanced(by: 6))
    let names = [say("observed", "实际")] + modelNames
    return LineChart(
      id: id, title: title,
      summary: say(
        "What customers bought week by week, and what the models expect. \(windowSentence)",
        "顾客每周的购买与各模型的预期。\(windowSentence)"),
      valueLabel: say("Repeat purchases", "再次购买次数"),
      start: ChartDate(year: start.year, month: start.month, day: start.day), stepDays: 7,
      series: zip(names, series).map { name, values in
        var total = 0.0
        let shown = values.map { value -> Double in
          total += value
          return isAddedUp ? total : value
        }
        return LineChart.Series(name: name, values: shown)
      }, words: say == .chinese ? .chinese : .english)
  }

  func countSection() -> [Block] {
    let frequencies = input.evidence.frequencies
    let chart = ColumnChart(
      id: "counts", title: say("Customers by repeat purchases in the window", "按区间内再次购买次数划分的顾客数"),
      summary: say(
        "How many customers bought again so often, and how many each model expects.",
        "再次购买各次数的顾客数，以及各模型的预期。"),
      valueLabel: say("Customers", "顾客数"), categoryLabel: say("Repeat purchases", "再次购买次数"),
      categories: categories,
      series: [.init(name: say("observed", "实际"), values: frequencies.map(\.customers))]
        + modelNames.indices.map { place in
          .init(name: modelNames[place], values: frequencies.map { $0.expected[place] })
        })
    return [
      .heading(say("How often they come back", "回购次数")),
      .chart(svg: chart.svg(.page), table: Table(chart.table(decimals: 1))),
    ]
  }

  /// 0, 1, … and the last with its sign for more.
  var categories: [String] {
    let last = input.evidence.frequencies.count - 1
    return input.evidence.frequencies.enumerated().map { place, frequency in
      place == last ? "\(frequency.repeats)+" : "\(frequency.repeats)"
    }
  }
}
