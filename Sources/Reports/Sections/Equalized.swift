import Experiments
import Measurement
import Scenarios

/// What was looked for before the run, so that arms are equal, and how equal they are in it.
extension Report {
  /// A row for each number that was found; nothing where none was looked for.
  func equalizedSection() -> [Block] {
    let rows = input.scenario.equalizations.compactMap(equalizedRow)
    guard !rows.isEmpty else { return [] }
    let table = Table(
      words(.equalized), headers: words.equalizedHeaders, texts: rows)
    return [.heading(words(.equalized)), .table(table), .note(words(.equalizedNote))]
  }

  /// The values are those of the run itself, not of the search.
  private func equalizedRow(_ sought: Equalization) -> [String]? {
    guard let found = sought.found, let arm = input.comparison.arm(named: sought.arm),
      let target = input.comparison.arm(named: sought.target),
      let value = arm[sought.metric].arm.value, let reference = target[sought.metric].arm.value
    else { return nil }
    let difference = reference == 0 ? nil : (value - reference) / abs(reference)
    var range = words(.equalizedRange, sought.grid.lowestText, sought.grid.highestText)
    if let neighbor = found.neighbor {
      range += words(
        .equalizedNeighbor, neighbor.text, figures.value(neighbor.value, of: sought.metric))
    }
    return [
      sought.arm, sought.path, found.text, range,
      Figures.whole(Int64(found.smallRuns + found.fullRuns)),
      words.name(sought.metric), figures.value(value, of: sought.metric),
      words(.equalizedOf, figures.value(reference, of: sought.metric), sought.target),
      difference.map { Figures.percent($0, 2, signed: true) } ?? "–",
      Figures.percent(sought.within, 2),
    ]
  }
}

extension Words {
  fileprivate var equalizedHeaders: [String] {
    [
      self(.arm), self(.equalizedPath), self(.value), self(.equalizedBetween), self(.equalizedRuns),
      self(.metric), self(.equalizedValue), self(.equalizedReference), self(.difference),
      self(.equalizedWithin),
    ]
  }

  /// The text of a name on what was made equal, with what is filled in, in order.
  func callAsFunction(_ word: EqualizedWord, _ fillings: String...) -> String {
    fill(word, fillings)
  }
}

/// The fixed words on what was made equal, by name; see ``Word``.
enum EqualizedWord: String, CaseIterable, ReportWord {
  case equalized = "Made equal before the run"
  case equalizedPath = "Looked for"
  case equalizedBetween = "Between"
  case equalizedRange = "{} and {}"
  case equalizedNeighbor = "; no value is nearer: {} gives {}"
  case equalizedRuns = "Runs of the search"
  case equalizedValue = "Of the arm"
  case equalizedReference = "To be met"
  case equalizedOf = "{} of {}"
  case equalizedWithin = "Allowed"
  case equalizedNote = """
    The number was found by runs with the same people and the same luck, a smaller population first, \
    and stands in the arm's scheme in this run; the values are those of this run.
    """

  /// The Chinese text.
  var chinese: String {
    switch self {
    case .equalized: "运行前调成相等的数值"
    case .equalizedPath: "所求参数"
    case .equalizedBetween: "范围"
    case .equalizedRange: "{} 至 {}"
    case .equalizedNeighbor: "；没有更接近的取值：取 {} 时为 {}"
    case .equalizedRuns: "试算次数"
    case .equalizedValue: "该组"
    case .equalizedReference: "目标"
    case .equalizedOf: "{}（{}）"
    case .equalizedWithin: "允许差异"
    case .equalizedNote:
      "该数值由相同人群、相同运气的试算求得，先用较小人群，最后用全部人群；本次运行的方案已采用该值，表中数值来自本次运行。"
    }
  }
}
