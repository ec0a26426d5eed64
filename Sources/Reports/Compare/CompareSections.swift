import Experiments
import Measurement
import Scenarios
import Statistics

/// What differs in the scenarios, and what that does.
extension CompareReport {
  func changesSection() -> [Block] {
    let heading = Block.heading(words(CompareWord.changes))
    guard !input.changes.isEmpty else {
      return [heading, .paragraph(words(CompareWord.sameScenario))]
    }
    let shown = input.changes.prefix(Self.shownChanges)
    let blocks = [heading] + tables(Array(shown))
    let rest = input.changes.count - shown.count
    guard rest > 0 else { return blocks }
    let all = words(CompareWord.allChanges, Figures.whole(Int64(input.changes.count)))
    return blocks + [
      .note(words(CompareWord.andMore, Figures.whole(Int64(rest)))),
      .folded(all, tables(input.changes)),
    ]
  }

  private func tables(_ changes: [ScenarioChange]) -> [Block] {
    ScenarioChange.Section.allCases.compactMap { section in
      let rows = changes.filter { $0.section == section }.map { change in
        [
          Cell.name(change.path), Cell(change.before ?? words(CompareWord.notThere)),
          Cell(change.after ?? words(CompareWord.notThere)),
        ]
      }
      guard !rows.isEmpty else { return nil }
      return .table(
        Table(
          words.name(section),
          headers: [words(CompareWord.path), input.first.label, input.second.label], rows: rows,
          textColumns: [0, 1, 2]))
    }
  }

  func resultsSection() -> [Block] {
    let same = input.changes.isEmpty ? nil : sameness
    let notes = method + [same].compactMap(\.self) + coverage
    let tables = input.arms.flatMap { arm -> [Block] in
      let leading = arm.rows.filter { Metric.leading.contains($0.metric) }
        .sorted { position($0.metric) < position($1.metric) }
      let others = arm.rows.filter { !Metric.leading.contains($0.metric) }
      let caption = words(
        CompareWord.armTable, arm.name, input.second.label, input.first.label)
      let rest = words(CompareWord.restOfMetrics, arm.name)
      return [.table(table(caption, leading)), .folded(rest, [.table(table(rest, others))])]
    }
    return [.heading(words(CompareWord.results))] + notes.map { .paragraph($0) } + tables
      + (tables.isEmpty ? [] : [.note(words(Word.readingNote))])
  }

  private func position(_ metric: Metric) -> Int {
    Metric.leading.firstIndex(of: metric) ?? Metric.leading.count
  }

  private func table(_ caption: String, _ rows: [ArmPair.Row]) -> Table {
    let difference = words(
      CompareWord.secondLessFirst, input.second.label, input.first.label)
    let headers = [
      words(Word.metric), input.first.label, input.second.label, difference,
      words(Word.interval), words(Word.reading),
    ]
    let cells = rows.map { row in
      [words.metricCell(row.metric)] + texts(row).map { Cell($0) }
        + [row.metric.reading(row.difference, words)]
    }
    return Table(caption, headers: headers, rows: cells, textColumns: [0, 5])
  }

  /// Both values, their difference and its interval.
  func texts(_ row: ArmPair.Row) -> [String] {
    func value(_ number: Double?) -> String {
      number.map { figures.value($0, of: row.metric) } ?? "–"
    }
    let difference = row.difference.map(Measured.defined)
    return [
      value(row.first), value(row.second),
      difference.map { figures.difference($0, of: row.metric) } ?? "–",
      difference.map { figures.interval($0, of: row.metric, words) } ?? "–",
    ]
  }
}
