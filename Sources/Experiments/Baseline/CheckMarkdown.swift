internal import Measurement
public import Quantities
internal import Scenarios

/// A check's outcome as a comment on a pull request, text for the command line to write.
public enum CheckMarkdown {
  /// The largest comment that GitHub takes; counted in UTF-16 units, the stricter way to count.
  public static let limit = 65_536

  /// A run that could not be held against its baseline, in one sentence.
  public static func text(problem: String, scenario: String, id: String) -> String {
    "**\(cell(scenario))**: \(cell(problem))\n\n"
      + "<!-- incentive-sandbox:check \(String(id.map(tagCharacter))) -->\n"
  }

  /// The sentence, the table with what failed first, the hidden tag that finds the comment again.
  ///
  /// Rows are left out, and counted, where the forge would not take them all.
  ///
  /// - Parameter id: Letters, digits and hyphens; others become hyphens.
  public static func text(
    _ outcome: CheckOutcome, scenario: String, currency: Currency, id: String
  ) -> String {
    let tag = "<!-- incentive-sandbox:check \(String(id.map(tagCharacter))) -->\n"
    let head = """
      **\(cell(scenario))**: \(outcome.sentence)

      | verdict | metric | arm | baseline | now | change | 95% interval | limit | owner, why |
      |---|---|---|---:|---:|---:|---:|---|---|

      """
    let rows = outcome.judgements.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map { row($0.element, currency) }
    var text = head
    // The longest closing line and the tag must still fit.
    let room = limit - 1 - tag.utf16.count - 80
    for (index, row) in rows.enumerated() {
      guard text.utf16.count + row.utf16.count <= room else {
        text += "\n\(rows.count - index) more checks are left out here: see the report.\n"
        break
      }
      text += row
    }
    return text + "\n" + tag
  }

  private static func rank(_ judgement: Judgement) -> Int {
    switch (judgement.verdict, judgement.consequence) {
    case (.fail, _): 0
    case (_, .fail): 1
    case (.notModeled, _): 2
    case (.inconclusive, _): 3
    case (.warn, _): 4
    case (.pass, _): 5
    }
  }

  private static func row(_ judgement: Judgement, _ currency: Currency) -> String {
    let metric = judgement.expectation.metric
    let text = { (value: Double?) in
      value.map { FixedText.value($0, of: metric, in: currency) } ?? "–"
    }
    var cells = [judgement.word, metric.rawValue, judgement.arm]
    if case .notModeled(let gap) = judgement.verdict {
      cells += ["–", "–", "–", "–", "\(gap)"]
    } else {
      let evidence = judgement.evidence
      let change = evidence?.relative.map(FixedText.percent)
      let ends = [evidence?.lower, evidence?.upper].compactMap { $0 }.map(text)
      cells += [
        text(evidence?.reference), text(evidence?.value), change ?? "–",
        ends.isEmpty ? "–" : ends.joined(separator: " to "), judgement.limit,
      ]
    }
    let words = [judgement.expectation.owner, judgement.expectation.why].compactMap { $0 }
    cells.append(words.joined(separator: ", "))
    return "| " + cells.map(cell).joined(separator: " | ") + " |\n"
  }

  /// Text that cannot end a cell, a row or the hidden tag.
  private static func cell(_ text: String) -> String {
    String(
      text.flatMap { character -> String in
        switch character {
        case "|": "\\|"
        case "<": "&lt;"
        case _ where character.isNewline: " "
        default: String(character)
        }
      })
  }

  private static func tagCharacter(_ character: Character) -> Character {
    character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
  }
}
