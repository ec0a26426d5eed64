import Experiments
import Measurement
import Scenarios

/// What `compare` prints for people.
extension CompareReport {
  /// The differences of the scenarios, then a table for each arm.
  public var lines: [String] {
    var lines = [title] + sides + [""]
    lines += changeLines + [""]
    lines += method + coverage
    for arm in input.arms { lines += ["", armText(arm)] }
    return lines
  }

  private var sides: [String] {
    [input.first, input.second].map { side in
      let place = words(CompareWord.side, side.label, side.path)
      return "  \(place) (\(TerminalTable.printable(side.title)))"
    }
  }

  private var changeLines: [String] {
    guard !input.changes.isEmpty else { return [words(CompareWord.sameScenario)] }
    let shown = input.changes.prefix(Self.shownChanges)
    let rest = input.changes.count - shown.count
    var lines = [words(CompareWord.changes)]
    lines += shown.map { "  \(TerminalTable.printable($0.line))" }
    if rest > 0 { lines.append("  " + words(CompareWord.andMore, "\(rest)")) }
    if let sameness { lines.append(sameness) }
    return lines
  }

  private func armText(_ arm: ArmPair) -> String {
    let header = [
      TerminalTable.printable(arm.name), input.first.label, input.second.label,
      words(CompareWord.secondLessFirst, input.second.label, input.first.label),
      words(Word.interval),
    ]
    let rows = Metric.leading.compactMap { metric in
      arm.row(metric).map { [words.metric(metric)] + texts($0) }
    }
    return TerminalTable.aligned([header] + rows)
  }
}
