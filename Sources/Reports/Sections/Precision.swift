import Experiments
import Measurement
import Scenarios
import Statistics

/// What more replications would buy: how many in all make the intervals so narrow.
extension Report {
  func precisionSection() -> [Block] {
    guard input.comparison.warning == nil else { return [] }
    let named = input.scenario.expectations.map(\.metric)
    let metrics = Metric.leading + named.filter { !Metric.leading.contains($0) }
    let tables = input.comparison.treatments.compactMap { arm -> Block? in
      var seen: Set<Metric> = []
      let rows = metrics.filter { seen.insert($0).inserted }.compactMap { precisionRow(arm[$0]) }
      guard !rows.isEmpty else { return nil }
      let now = "\(input.comparison.replications)"
      let table = Table(
        words(WorldsWord.precisionTable, arm.name),
        headers: [
          words(.metric), words(WorldsWord.halfWidthNow, now), words(WorldsWord.forHalf),
          words(WorldsWord.forQuarter), words(WorldsWord.forOnePercent),
        ], rows: rows)
      return ofArm(arm.name, .table(table))
    }
    guard !tables.isEmpty || input.staged != nil else { return [] }
    return [.heading(words(WorldsWord.precision))] + stagedBlocks
      + [.paragraph(words(WorldsWord.precisionNote))] + tables + pairingBlocks
  }

  private func precisionRow(_ found: MetricComparison) -> [Cell]? {
    guard let halfWidth = found.difference.interval?.halfWidth, halfWidth > 0 else { return nil }
    let replications = Double(input.comparison.replications)
    func needed(_ ratio: Double) -> String {
      let count = min(max(1, (replications * ratio * ratio).rounded(.up)), 0x1p53)
      return Figures.replications(Int(count))
    }
    let control = abs(found.control.value ?? 0)
    return [
      words.metricCell(found.metric), Cell(figures.spread(halfWidth, of: found.metric)),
      Cell(needed(2)), Cell(needed(4)),
      Cell(control > 0 ? needed(halfWidth / (0.01 * control)) : "–"),
    ]
  }
}
