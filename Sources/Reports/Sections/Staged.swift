import Experiments
import Measurement
import Statistics

/// How the replications came to be so many, where a rule said it.
extension Report {
  /// The rule, what the first stage showed, and what was reached.
  var stagedBlocks: [Block] {
    guard let staged = input.staged else { return [] }
    let table = Table(
      words(.stagedTable),
      headers: [
        words(Word.arm), words(Word.metric), words(.stagedAsked), words(.stagedDeviation),
        words(.stagedNeeded), words(.stagedReached),
      ],
      rows: staged.lines.map { line in
        [
          Cell(line.arm), words.metricCell(line.metric),
          Cell("±\(figures.spread(line.halfWidth, of: line.metric))"),
          Cell(figures.spread(line.sampling?.deviation, of: line.metric)),
          Cell(line.needed.map(Figures.replications) ?? "–"),
          Cell(
            staged.halfWidth(of: line).map { "±\(figures.spread($0, of: line.metric))" } ?? "–"),
        ]
      }, textColumns: [0, 1])
    return [.paragraph(ruleText(staged))] + shortfalls(staged).map { .note($0) }
      + [.table(table), .note(words(.stagedOthers))]
  }

  /// The rule and its outcome in a sentence each, for a terminal.
  public var stagedLines: [String] {
    guard let staged = input.staged else { return [] }
    return [
      words(.stagedOutcome, Figures.replications(staged.count), Figures.replications(staged.first))
    ]
      + shortfalls(staged)
  }

  private func ruleText(_ staged: StagedReplications) -> String {
    words(
      .stagedRule, Figures.replications(staged.first), Figures.replications(staged.first - 1),
      Figures.replications(staged.count),
      Figures.replications(staged.atMost))
  }

  /// What was not reached, and what could not be told.
  private func shortfalls(_ staged: StagedReplications) -> [String] {
    func names(_ lines: [StagedReplications.Line]) -> String {
      words.list(lines.map { "\($0.arm): \(words.metric($0.metric))" })
    }
    let unknown = staged.lines.filter { $0.needed == nil }
    let short = staged.lines.filter { $0.needed != nil && !staged.isReached($0) }
    return
      (short.isEmpty ? [] : [words(.stagedCut, Figures.replications(staged.atMost), names(short))])
      + (unknown.isEmpty ? [] : [words(.stagedUnknown, names(unknown))])
  }
}

extension Words {
  /// The text of a name on replications that a rule asked for, with what is filled in, in order.
  func callAsFunction(_ word: StagedWord, _ fillings: String...) -> String { fill(word, fillings) }
}

/// The fixed words on replications that a rule asked for, by name; see ``Word``.
enum StagedWord: String, CaseIterable, ReportWord {
  case stagedRule = """
    Replications by Stein’s two-stage rule (1945). The first {} told s, the standard deviation of the \
    difference to control from replication to replication. With t of {} degrees of freedom each line \
    takes (t·s ÷ half-width asked)² of them, rounded up; the line that takes most decided, and {} \
    were run, the first ones included ({} are allowed). The interval of each line is its difference \
    ± t·s ÷ √replications with the s and t of the first stage. As nothing but s decided, it covers \
    with at least 95% where replications are normal, which totals of many people nearly are; a ratio \
    is a mean to first order.
    """
  case stagedOutcome = "{} replications by Stein’s two-stage rule, the first {} told how many."
  case stagedCut = "at-most: {} cut what the rule asked for, so the half-width was not reached: {}."
  case stagedUnknown =
    "The first stage could not tell the spread of what is not defined there, so it asked for nothing: {}."
  case stagedTable = "What the first stage asked for"
  case stagedAsked = "Half-width asked"
  case stagedDeviation = "s of the first stage"
  case stagedNeeded = "Replications it takes"
  case stagedReached = "Half-width reached"
  case stagedOthers = """
    All other intervals are the ordinary ones over all replications; how many there are follows from \
    the spread of these lines alone, and moves no mean.
    """

  /// The Chinese text.
  var chinese: String {
    switch self {
    case .stagedRule:
      """
      重复次数按 Stein 两阶段规则（1945）确定。第一阶段的 {} 次重复给出 s，即与对照组之差在各次重复间的标准差。取自由度为 {} 的 t，\
      每一行需要（t·s ÷ 要求的半宽）² 次，向上取整；以需要最多的一行为准，连同第一阶段共运行 {} 次（上限 {} 次）。\
      各行的区间为差异 ± t·s ÷ √重复次数，其中 s 与 t 都取自第一阶段。次数只由 s 决定，因此当各次重复服从正态分布时\
      （许多人的合计近似如此），区间的覆盖率至少为 95%；比率按一阶近似视为均值。
      """
    case .stagedOutcome: "按 Stein 两阶段规则共重复 {} 次，次数由前 {} 次决定。"
    case .stagedCut: "规则要求的次数被 at-most: {} 截断，未达到所要求的半宽：{}。"
    case .stagedUnknown: "以下指标在第一阶段没有定义，无从得知其离散程度，因此没有要求更多次数：{}。"
    case .stagedTable: "第一阶段的要求"
    case .stagedAsked: "要求的半宽"
    case .stagedDeviation: "第一阶段的 s"
    case .stagedNeeded: "所需重复次数"
    case .stagedReached: "达到的半宽"
    case .stagedOthers: "其余区间都是基于全部重复的普通区间；重复次数只取决于上述各行的离散程度，不会移动任何均值。"
    }
  }
}
