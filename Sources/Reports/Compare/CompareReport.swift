import Experiments
import Measurement
import Scenarios

/// The report of two scenarios or runs, in every form; pure functions of the input.
public struct CompareReport: Sendable {
  let input: CompareInput
  let words: Words

  /// How many differences of the scenarios are shown before the rest is folded away.
  ///
  /// assumption: about what a terminal shows at once beside the table.
  public static let shownChanges = 20

  /// Prepares a report; JSON is English in any language.
  public init(_ input: CompareInput, language: ReportLanguage = .english) {
    self.input = input
    words = Words(language: language)
  }

  /// The report as Markdown.
  public func markdown() -> String { MarkdownPage.text(of: page()) }

  /// The report as one self-contained page.
  public func html() -> String {
    let labels = PageLabels(language: words.language) { [words] in words(.dataOf, $0) }
    return HTMLPage.text(of: page(), title: title, labels: labels)
  }

  /// The numbers as JSON.
  ///
  /// - Parameter folder: where the report was written.
  public func json(folder: String) -> String { CompareJSON.text(input, folder: folder) + "\n" }

  var title: String { words(CompareWord.title, input.second.label, input.first.label) }

  var figures: Figures { Figures(currency: input.currency) }

  /// The page, in the order in which it is read.
  func page() -> [Block] {
    [.title(title)] + sideFacts + changesSection() + resultsSection() + worldsSection()
  }

  private var sideFacts: [Block] {
    [input.first, input.second].map { side in
      let given = [
        (words(CompareWord.file), side.path), (words(CompareWord.scenario), side.title),
        (words(Word.runID), side.runID), (words(Word.seed), side.seed),
        (words(Word.members), Figures.whole(side.members)),
        (words(Word.replications), Figures.whole(Int64(side.replications))),
        (words(Word.digest), side.digest),
      ]
      let facts = given.compactMap { name, text in
        text.map { Fact(words(CompareWord.side, side.label, name), $0) }
      }
      return .facts(facts)
    }
  }

  /// How the two were lived, and what follows from it, in sentences.
  var method: [String] {
    switch input.pairing {
    case .paired(let isControlCommon):
      return [
        words(CompareWord.paired),
        isControlCommon
          ? words(CompareWord.commonControl)
          : words(CompareWord.ownControls, input.first.label, input.second.label),
      ]
    case .independent(isSameResult: true): return []
    case .independent:
      let leftOut = words.list(RunPairing.leftOut.map(\.rawValue))
      return [words(CompareWord.independent), words(CompareWord.ownPairing, leftOut)]
    }
  }

  /// That nothing differs, in a sentence; nothing where something does.
  var sameness: String? {
    if input.changes.isEmpty { return words(CompareWord.sameScenario) }
    return input.pairing == .independent(isSameResult: true)
      ? words(CompareWord.sameResult) : nil
  }

  /// Which arms only one side has, and whether there is anything to compare, in sentences.
  var coverage: [String] {
    let lone = [(input.first, input.onlyInFirst), (input.second, input.onlyInSecond)]
      .filter { !$0.1.isEmpty }
      .map { words(CompareWord.onlyOne, $0.0.label, words.list($0.1)) }
    return lone + (input.arms.isEmpty ? [words(CompareWord.nothingInCommon)] : [])
  }

  private func worldsSection() -> [Block] {
    guard let worlds = input.worlds else { return [] }
    let page = worlds.page().filter { if case .title = $0 { false } else { true } }
    return [.heading(words(CompareWord.worlds))] + page
  }
}
