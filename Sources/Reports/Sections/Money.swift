import Charts
import Experiments
import Measurement
import Quantities
import Scenarios
import Statistics
import Timeline

/// What the arms earn and cost, and the differences drawn.
extension Report {
  /// What each column of incentive cost and receipts is called.
  static let incentiveWords: [(column: TallyColumn, word: MoneyWord)] = [
    (.tierDiscountMinor, .tierPrice), (.promotionDiscountMinor, .promotions),
    (.couponDiscountMinor, .coupons), (.redeemedMinor, .pointsRedeemed),
    (.rewardCostMinor, .rewards), (.privilegeCostMinor, .privileges),
    (.messageCostMinor, .messages), (.staffCostMinor, .staff),
    (.reviewCostMinor, .reviews), (.depositsMinor, .deposits),
    (.partnerPaymentsMinor, .partnersPaid), (.partnerReceiptsMinor, .partnersPaying),
    (.undoneDiscountMinor, .undoneDiscounts), (.undoneRedeemedMinor, .undoneRedemptions),
  ]

  /// The rows from margin to net, each with how an arm's lines give it.
  static var moneyRows: [(word: MoneyWord, amount: (ReportFacts.MoneyLines) -> Int64)] {
    let incentives = incentiveWords.map { column, word in
      let sign: Int64 = TallyColumn.incentiveReceipts.contains(column) ? 1 : -1
      return (word, { (lines: ReportFacts.MoneyLines) in sign * lines.arm[column] })
    }
    return [
      (.gainedMargin, { $0.arm[.gainedMarginMinor] }), (.lostMargin, { -$0.arm[.lostMarginMinor] }),
      (.topUps, { $0.topUps }), (.returnedMargin, { -$0.returnedMargin }),
    ] + incentives + [(.controlCost, { $0.controlCost }), (.netValue, { $0.net })]
  }

  func moneySection() -> [Block] {
    let count = input.comparison.replications
    let arms = Array(input.comparison.treatments)
    let used = Self.moneyRows.filter { row in
      row.word == .netValue || facts.money.dropFirst().contains { row.amount($0) != 0 }
    }
    var rows = used.map { row in
      [words(row.word)]
        + facts.money.dropFirst().map {
          figures.perReplication(row.amount($0), count, signed: true)
        }
    }
    rows.append(
      [words(.netPerMember)]
        + arms.map { figures.difference($0[.netValuePerMember].difference, of: .netValuePerMember) }
    )
    rows.append(
      [words(.netInterval)]
        + arms.map {
          figures.interval($0[.netValuePerMember].difference, of: .netValuePerMember, words)
        })
    let label = count == 1 ? words(.oneReplication) : words(.perReplication, "\(count)")
    let table = Table(
      words(.moneyTable, label), headers: [words(.line)] + arms.map(\.name), texts: rows,
      strongRows: [used.count - 1])
    return [.heading(words(.money))] + waterfalls(used) + planes() + [.table(table)]
  }

  /// What became of each budget; nothing where there is none.
  func budgetSection() -> [Block] {
    guard !budgetLines.isEmpty else { return [] }
    return [.heading(words(.budgets)), .list(budgetLines.map { Cell($0) })]
  }

  func chartsSection() -> [Block] {
    let forests = input.comparison.treatments.enumerated().flatMap { index, arm -> [Block] in
      let plot = forest(arm, id: "forest-\(index + 1)")
      return plot.rows.isEmpty
        ? []
        : [
          ofArm(
            arm.name,
            .chart(svg: plot.svg(.page), table: Table(plot.table(), textColumns: [0, 3])))
        ]
    }
    let note: [Block] = forests.isEmpty ? [] : [.note(words(.forestNote))]
    return forests.isEmpty ? [] : [.heading(words(.charts))] + forests + note
  }

  private func forest(_ arm: ArmComparison, id: String) -> ForestPlot {
    let rows = Metric.leading.compactMap { metric -> ForestPlot.Row? in
      guard let estimate = arm[metric].relative.estimate else { return nil }
      return ForestPlot.Row(
        label: words.metric(metric), estimate: estimate.value * 100,
        extent: estimate.confidence.extent(scaledBy: 100), unit: .percent,
        favorable: metric.favorable.direction)
    }
    return ForestPlot(
      id: id, title: words(.forestTitle, arm.name), summary: words(.forestSummary, arm.name),
      axisLabel: words(.forestAxis), intervalLabel: words(.interval), rows: rows,
      words: words.charts)
  }
}

extension Table {
  init(_ chart: ChartTable, textColumns: Set<Int> = [0]) {
    self.init(
      chart.caption, headers: chart.headers, rows: chart.rows.map { $0.map { Cell($0) } },
      textColumns: textColumns)
  }
}

extension Metric.Favorable {
  fileprivate var direction: ForestPlot.Direction {
    switch self {
    case .higher: .higher
    case .lower: .lower
    case .neither: .neither
    }
  }
}

extension ConfidenceSet {
  fileprivate func extent(scaledBy factor: Double) -> ForestPlot.Extent {
    switch self {
    case .bounded(let interval):
      .bounded(lower: interval.lower * factor, upper: interval.upper * factor)
    case .exterior(let interval):
      .exterior(lower: interval.lower * factor, upper: interval.upper * factor)
    case .unbounded: .unbounded
    case .unknown: .unknown
    }
  }
}
