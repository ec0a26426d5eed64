import Experiments
import Measurement
import Statistics

/// How sure the numbers are, and what the messages wear out.
extension Report {
  func uncertaintySection() -> [Block] {
    let comparison = input.comparison
    let formulas =
      comparison.unit == .community
      ? [words(Word.noiseFormula), words(Word.spreadFormula)]
      : [words(CoupledWord.noiseFormula), words(CoupledWord.spreadFormula)]
    let tables = comparison.arms.indices.dropFirst().map { index in
      let arm = comparison.arms[index]
      return Block.table(
        Table(
          words(.uncertaintyTable, arm.name),
          headers: [.metric, .difference, .noise, .spread, .parameters].map { words($0) },
          texts: Metric.leading.map { uncertaintyRow(arm[$0], arm: index) }))
    }
    let held = (([heldParameters].compactMap(\.self)) + chanceLines).map { Block.paragraph($0) }
    return [.heading(words(.uncertainty)), .paragraph(unitNote)] + intervalWarning
      + (formulas + [parameterFormula]).map { .formula($0) } + held + tables
  }

  /// What is independent, and how many of it there are.
  private var unitNote: String {
    let communities = Figures.whole(Int64(input.comparison.communities))
    let replications = Figures.whole(Int64(input.comparison.replications))
    return input.comparison.unit == .community
      ? words(Word.uncertaintyNote, communities, replications)
      : words(CoupledWord.uncertaintyNote, replications, communities)
  }

  /// Why there are no intervals; nothing where there are.
  var intervalWarning: [Block] {
    input.comparison.warning.map { [.note(words(CoupledWord.warning, $0))] } ?? []
  }

  private func uncertaintyRow(_ found: MetricComparison, arm: Int) -> [String] {
    [
      found.metric.rawValue, figures.difference(found.difference, of: found.metric),
      figures.spread(found.difference.estimate?.standardError, of: found.metric),
      figures.spread(found.outcomeSpread, of: found.metric),
      parameterText(found.metric, arm: arm),
    ]
  }

  func wearSection() -> [Block] {
    let arms = input.tally.arms
    let comparisons = input.comparison.arms
    let rows: [(Word, (Int) -> String)] = [
      (.messagesDelivered, { Figures.whole(arms[$0][.messages]) }),
      (.personsMessaged, { Figures.whole(arms[$0][.messagedPersons]) }),
      (.optOuts, { Figures.whole(arms[$0][.optOuts]) }),
      (.optOutShare, { figures.value(comparisons[$0][.optOutRate].arm, of: .optOutRate) }),
      (.meanWear, { figures.value(comparisons[$0][.wearAtExposure].arm, of: .wearAtExposure) }),
      (.highWear, { highWear(arms[$0]) }),
    ]
    let table = Table(
      words(.wearTable, totalsLabel), headers: [words(.line)] + comparisons.map(\.name),
      texts: rows.map { row in [words(row.0)] + arms.indices.map(row.1) })
    return [.heading(words(.wear)), .table(table)]
  }

  /// The upper edge of the bin that holds the 90th percentile of wear at exposure.
  private func highWear(_ arm: ArmTally) -> String {
    let bins = arm.wearAtExposure
    let count = bins.reduce(0, +)
    guard count > 0 else { return "–" }
    var seen: Int64 = 0
    for (index, bin) in bins.enumerated() {
      seen += bin
      guard seen * 10 >= count * 9 else { continue }
      let edge = Double(min(index + 1, bins.count - 1)) * ArmTally.wearBinWidth
      let text = Figures.fixed(edge, 2)
      return index == bins.count - 1 ? words(.aboveAll, text) : text
    }
    return "–"
  }
}
