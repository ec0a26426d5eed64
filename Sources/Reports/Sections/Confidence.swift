import Experiments
import Measurement
import Statistics

/// How sure the numbers are.
extension Report {
  func uncertaintySection() -> [Block] {
    let comparison = input.comparison
    let formulas =
      comparison.unit == .community
      ? [words(Word.noiseFormula), words(Word.spreadFormula)]
      : [words(CoupledWord.noiseFormula), words(CoupledWord.spreadFormula)]
    let tables = comparison.arms.indices.dropFirst().map { index in
      let arm = comparison.arms[index]
      let table = Table(
        words(.uncertaintyTable, arm.name),
        headers: [.metric, .difference, .noise, .spread, .parameters].map { words($0) },
        texts: Metric.leading.map { uncertaintyRow(arm[$0], arm: index) })
      return Block.ofArm(index, [.table(table)])
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
    words.warning(input.comparison).map { [.note(words(CoupledWord.warning, $0))] } ?? []
  }

  private func uncertaintyRow(_ found: MetricComparison, arm: Int) -> [String] {
    [
      words.metric(found.metric), figures.difference(found.difference, of: found.metric),
      figures.spread(found.difference.estimate?.standardError, of: found.metric),
      figures.spread(found.outcomeSpread, of: found.metric),
      parameterText(found.metric, arm: arm),
    ]
  }
}
