import Charts
import Experiments
import Measurement
import Quantities
import Scenarios

/// How single persons' lives differ from theirs in control, drawn.
extension Report {
  func differenceCharts(_ worlds: PairedWorlds) -> [Block] {
    worlds.arms.prefix(2).map { arm in
      let tally = input.tally.arms[arm.position]
      let charts = [ordersHistogram(arm.position), valueHistogram(arm.position)]
      let sameOrders = tally.orderDifferences[-ArmTally.differenceEdges.lowerBound]
      let sameValue = tally.valueDifferences[ValueDifference.zero]
      let note = words(
        WorldsWord.onlyDiffering, Figures.whole(sameOrders), Figures.whole(sameValue))
      return .ofArm(
        arm.position,
        charts.map { .chart(svg: $0.svg(.page), table: Table($0.table())) }
          + [.note(note)])
    }
  }

  /// Orders more than in control, as they are drawn: single ones first, then wider steps.
  private static let orderBins = [1...1, 2...2, 3...3, 4...4, 5...9, 10...19, 20...20]

  /// Without those whose orders are as many: they would hide all others.
  private func ordersHistogram(_ arm: Int) -> Histogram {
    let (tally, name) = (input.tally.arms[arm], input.comparison.arms[arm].name)
    let edges = ArmTally.differenceEdges
    func persons(_ range: ClosedRange<Int>) -> Int64 {
      range.reduce(0) { $0 + tally.orderDifferences[$1 - edges.lowerBound] }
    }
    // Beyond the farthest person there is nothing to draw.
    func reached(_ bins: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
      Array(bins[...(bins.lastIndex { persons($0) > 0 } ?? 0)])
    }
    let losses = reached(Self.orderBins.map { -$0.upperBound ... -$0.lowerBound })
    let shown = losses.reversed() + reached(Self.orderBins)
    let bins = shown.map { range in
      Histogram.Bin(
        lower: range.lowerBound == edges.lowerBound ? nil : Double(range.lowerBound),
        upper: range.upperBound == edges.upperBound ? nil : Double(range.upperBound))
    }
    return Histogram(
      id: "orders-\(arm)", title: words(WorldsWord.ordersHistogram, name),
      summary: words(WorldsWord.ordersHistogramSummary, name),
      valueLabel: words(WorldsWord.persons), binLabel: words(WorldsWord.orderDifference),
      bins: bins,
      series: [
        Histogram.Series(
          name: name, look: arm, values: shown.map { Double(persons($0)) })
      ], words: words.charts)
  }

  /// By powers of ten, the steps between them taken together: few enough to be labeled.
  private func valueHistogram(_ arm: Int) -> Histogram {
    let (tally, name) = (input.tally.arms[arm], input.comparison.arms[arm].name)
    let perMajor = Double(input.scenario.currency.minorPerMajor)
    let edges = ValueDifference.edges.enumerated().filter { Self.isPowerOfTen($0.element) }
    func persons(_ place: Int, isLoss: Bool) -> Int64 {
      let end = place + 1 < edges.count ? edges[place + 1].offset : ValueDifference.edges.count
      return (edges[place].offset..<end).reduce(0) { sum, step in
        let bin = isLoss ? ValueDifference.zero - step - 1 : ValueDifference.zero + step + 1
        return sum + tally.valueDifferences[bin]
      }
    }
    func bin(_ place: Int, isLoss: Bool) -> Histogram.Bin {
      let least = Double(edges[place].element) / perMajor
      let most = place + 1 < edges.count ? Double(edges[place + 1].element) / perMajor : nil
      return isLoss
        ? Histogram.Bin(lower: most.map { -$0 }, upper: -least)
        : Histogram.Bin(lower: least, upper: most)
    }
    let shown =
      edges.indices.reversed().map { (bin($0, isLoss: true), persons($0, isLoss: true)) }
      + edges.indices.map { (bin($0, isLoss: false), persons($0, isLoss: false)) }
    return Histogram(
      id: "value-\(arm)", title: words(WorldsWord.valueHistogram, name),
      summary: words(WorldsWord.valueHistogramSummary, name),
      valueLabel: words(WorldsWord.persons), binLabel: words(WorldsWord.valueDifference),
      bins: shown.map(\.0), binUnit: figures.chartUnit,
      binDecimals: 0,
      series: [
        Histogram.Series(name: name, look: arm, values: shown.map { Double($0.1) })
      ],
      words: words.charts)
  }

  private static func isPowerOfTen(_ edge: Int64) -> Bool {
    var power: Int64 = 1
    while power < edge { power *= 10 }
    return power == edge
  }
}

extension Figures {
  /// Major units of the currency, for charts.
  var chartUnit: ChartUnit { ChartUnit(prefix: currency.sign) }
}
