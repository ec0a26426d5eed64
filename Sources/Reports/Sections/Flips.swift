import Experiments
import Measurement
import Scenarios

/// Which assumptions could flip the verdict.
extension Report {
  func flipsBlocks() -> [Block] {
    guard let found = input.oneAtATime else { return [.note(words(WorldsWord.flipsNotAsked))] }
    guard !found.lines.isEmpty, !found.swings.isEmpty else { return [] }
    let names = found.flipping
    let sentence =
      names.isEmpty
      ? words(WorldsWord.nothingFlips, "\(found.swings.count)")
      : words(WorldsWord.someFlip, "\(found.swings.count)", words.list(names))
    let most = 12
    let rest = found.swings.dropFirst(most)
    return [
      .subheading(words(WorldsWord.flips)), .paragraph(sentence),
      .note(words(WorldsWord.flipsNote, Figures.whole(Int64(found.members)))),
      .table(swingTable(Array(found.swings.prefix(most)), found.lines)),
    ]
      + (rest.isEmpty
        ? []
        : [
          .folded(words(WorldsWord.otherSwings), [.table(swingTable(Array(rest), found.lines))])
        ])
  }

  private func swingTable(_ swings: [OneAtATime.Swing], _ lines: [OneAtATime.Line]) -> Table {
    let headers =
      [words(.parameter), words(.range)]
      + lines.map { line in
        words(
          WorldsWord.both, line.judgement.arm, words.metricText(line.judgement.expectation.metric))
      } + [words(WorldsWord.flipsColumn)]
    let rows = swings.map { swing in
      [
        Cell.name((swing.isAssumption ? "⚑ " : "") + swing.name),
        Cell(words(.rangeText, Figures.parameter(swing.low), Figures.parameter(swing.high))),
      ]
        + lines.indices.map { line in
          let judgement = lines[line].judgement
          let metric = judgement.expectation.metric
          func text(_ value: Double?) -> String {
            guard let value else { return "–" }
            guard judgement.evidence?.reference != nil else {
              return figures.value(value, of: metric)
            }
            let text = figures.signed(value, of: metric, finest: abs(value))
            return metric.unit == .share ? text + " pp" : text
          }
          return Cell(words(.rangeText, text(swing.atLow[line]), text(swing.atHigh[line])))
        } + [
          swing.flips
            ? Cell("✕ " + words(WorldsWord.flipsIt), tone: .bad) : Cell(words(WorldsWord.holds))
        ]
    }
    return Table(
      words(WorldsWord.flips), headers: headers, rows: rows,
      textColumns: Set(headers.indices))
  }
}
