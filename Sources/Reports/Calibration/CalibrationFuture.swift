import Calibration
import Charts

/// What customers do after the window, and who of them is still there.
extension CalibrationReport {
  func futureSection() -> [Block] {
    let weeks = number(input.evidence.futureWeeks)
    let frequencies = input.evidence.frequencies
    let observed = frequencies.map(\.actualFuture)
    let known: [ColumnChart.Series] =
      hasHoldout ? [.init(name: say("observed", "实际"), values: observed)] : []
    let chart = ColumnChart(
      id: "future",
      title: say("Purchases in the \(weeks) weeks after the window", "区间之后 \(weeks) 周内的购买次数"),
      summary: say(
        "Mean purchases of customers after the window, by how often they bought again in it.",
        "按区间内再次购买次数划分，顾客在区间之后的平均购买次数。"),
      valueLabel: say("Purchases per customer", "人均购买次数"),
      categoryLabel: say("Repeat purchases in the window", "区间内再次购买次数"), categories: categories,
      series: known
        + modelNames.indices.map { place in
          .init(name: modelNames[place], values: frequencies.map { $0.expectedFuture[place] })
        })
    return [
      .heading(say("What comes after", "此后的购买")),
      .chart(svg: chart.svg(.page), table: Table(chart.table(decimals: 3))),
    ] + holdoutTable
  }

  private var holdoutTable: [Block] {
    guard !input.evidence.holdout.isEmpty else { return [] }
    let headers = [
      say("Model", "模型"), say("Forecast", "预测"), say("Observed", "实际"), say("Error", "误差"),
      say("Mean absolute error", "平均绝对误差"), say("Root mean square error", "均方根误差"),
      say("Correlation", "相关系数"),
    ]
    let rows = zip(modelNames, input.evidence.holdout).map { name, holdout in
      [
        name, whole(holdout.predicted), whole(holdout.actual),
        holdout.relativeError.map { Figures.percent($0, signed: true) } ?? "–",
        Figures.fixed(holdout.meanAbsoluteError, 4),
        Figures.fixed(holdout.rootMeanSquareError, 4),
        holdout.correlation.map { Figures.fixed($0, 4) } ?? "–",
      ]
    }
    return [
      .table(
        Table(
          say("Forecasts of every customer's purchases after the window", "对每位顾客区间之后购买次数的预测"),
          headers: headers, texts: rows, strongRows: [0])),
      .note(
        say(
          "Errors are those of single customers; forecasts use nothing that came after the window.",
          "误差按单个顾客计算；预测没有使用区间之后的任何数据。")),
    ]
  }

  func aliveSection() -> [Block] {
    let tenths = (0..<10).map { "\($0 * 10)–\($0 * 10 + 10)%" }
    let chart = ColumnChart(
      id: "alive",
      title: say("Customers by P(alive) at the window's end", "按区间末仍活跃概率 P(alive) 划分的顾客数"),
      summary: say(
        "How likely it is that customers will still buy, by \(modelNames[0]).",
        "按 \(modelNames[0])，顾客仍会购买的概率。"),
      valueLabel: say("Customers", "顾客数"), categoryLabel: "P(alive)", categories: tenths,
      series: [.init(name: modelNames[0], values: input.evidence.aliveTenths)])
    let frequencies = input.evidence.frequencies
    let rows = zip(categories, frequencies).map { category, frequency in
      [category, whole(frequency.customers)]
        + frequency.alive.map { frequency.customers > 0 ? Figures.percent($0) : "–" }
    }
    let table = Table(
      say("Mean P(alive) by repeat purchases", "按再次购买次数划分的平均 P(alive)"),
      headers: [say("Repeat purchases", "再次购买次数"), say("Customers", "顾客数")] + modelNames,
      texts: rows)
    return [
      .heading(say("Who is still there", "谁仍是顾客")),
      .chart(svg: chart.svg(.page), table: Table(chart.table())), .table(table),
      .note(
        say(
          "Under BG/NBD a customer without a repeat purchase has had no chance to leave, so P(alive) is 100%.",
          "在 BG/NBD 下，没有再次购买过的顾客尚无离开的机会，因此 P(alive) 为 100%。")),
    ]
  }
}
