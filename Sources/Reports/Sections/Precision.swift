import Experiments
import Measurement
import Scenarios
import Statistics

/// How sure differences are, what more replications would buy, and what is left of the noise once the
/// luck of who was drawn is taken off.
extension Report {
  func precisionSection() -> [Block] {
    let comparison = input.comparison
    guard comparison.warning == nil else { return [] }
    let hasControlled = comparison.treatments.contains { arm in
      preciseMetrics.contains { arm[$0].controlled != nil }
    }
    let tables = comparison.treatments.compactMap { arm in
      precisionTable(arm, hasControlled: hasControlled).map { ofArm(arm.name, .table($0)) }
    }
    guard !tables.isEmpty || input.staged != nil else { return [] }
    let counts = [1, 4, 16].map { Figures.replications(comparison.replications * $0) }
    return [.heading(words(WorldsWord.precision))] + stagedBlocks
      + [.paragraph(words(WorldsWord.precisionNote, counts[0], counts[1], counts[2]))]
      + (hasControlled ? [luckNote] : [])
      + tables + pairingBlocks
  }

  /// The metrics that are read first, then those that lines name.
  private var preciseMetrics: [Metric] {
    let named = input.scenario.expectations.map(\.metric)
    var seen: Set<Metric> = []
    return (Metric.leading + named).filter { seen.insert($0).inserted }
  }

  private func precisionTable(_ arm: ArmComparison, hasControlled: Bool) -> Table? {
    let found = preciseMetrics.map { arm[$0] }.filter {
      $0.difference.interval.map { $0.halfWidth > 0 } ?? false
    }
    guard !found.isEmpty else { return nil }
    let headers = [
      words(.metric), words(.difference), words(WorldsWord.halfWidthNow),
      words(WorldsWord.forOnePercent),
    ]
    guard hasControlled else {
      return Table(
        words(WorldsWord.precisionTable, arm.name), headers: headers, rows: found.map(plainCells))
    }
    let controlled: [ControlWord] = [.withoutLuck, .halfWidthWithoutLuck, .varianceShrinks]
    return Table(
      words(WorldsWord.precisionTable, arm.name), headers: headers + controlled.map { words($0) },
      rows: found.map { plainCells($0) + controlledCells($0) })
  }

  private func plainCells(_ found: MetricComparison) -> [Cell] {
    let halfWidth = found.difference.interval?.halfWidth ?? 0
    let replications = Double(input.comparison.replications)
    let ratio = halfWidth / (0.01 * abs(found.control.value ?? 0))
    let needed = min(max(1, (replications * ratio * ratio).rounded(.up)), 0x1p53)
    return [
      words.metricCell(found.metric),
      Cell(figures.difference(found.difference, of: found.metric)),
      Cell(figures.spread(halfWidth, of: found.metric)),
      Cell(ratio.isFinite ? Figures.replications(Int(needed)) : "–"),
    ]
  }

  private func controlledCells(_ found: MetricComparison) -> [Cell] {
    guard let controlled = found.controlled else { return Array(repeating: Cell("–"), count: 3) }
    let estimate = controlled.estimate
    return [
      Cell(figures.difference(.defined(estimate), of: found.metric)),
      Cell(figures.spread(estimate.interval?.halfWidth, of: found.metric)),
      Cell(controlled.varianceRatio.map(times) ?? "–"),
    ]
  }

  /// How the luck of who was drawn is told.
  private var luckNote: Block {
    let comparison = input.comparison
    let units =
      comparison.unit == .community
      ? comparison.communities * comparison.replications : comparison.replications
    return .paragraph(
      words(
        ControlWord.luckNote, Figures.whole(Int64(units)), words.name(comparison.unit),
        words.list(comparison.variates.map { words.name($0) })))
  }

  /// So many times, with two digits.
  func times(_ ratio: Double) -> String {
    words(.times, Figures.fixed(ratio, Figures.decimals(showing: ratio, significant: 2)))
  }
}
