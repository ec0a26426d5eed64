/// How many are left after each step, for one arm or several side by side.
///
/// Under each step stands a bar for every arm, with its count and its shares of the first step and of
/// the step before; a pale outline shows what was lost on the way.
public struct FunnelChart: Equatable, Sendable {
  /// One arm.
  public struct Arm: Equatable, Sendable {
    /// The arm's name.
    public var name: String
    /// The look of its bars, counted from 0; nil: by its place among the arms.
    ///
    /// Where charts of one page show the same arms, each keeps its look though another is missing.
    public var look: Int?
    /// One count a step.
    public var counts: [Double]

    /// Makes an arm; finite counts of zero or more.
    public init(name: String, look: Int? = nil, counts: [Double]) {
      precondition(
        counts.allSatisfy { $0.isFinite && $0 >= 0 },
        "a funnel shows finite counts of zero or more")
      self.name = name
      self.look = look
      self.counts = counts
    }
  }

  /// The id of the drawing, unique in its page: letters, digits, hyphens and underscores.
  public var id: String
  /// The accessible name, and the caption of the table.
  public var title: String
  /// The accessible description: what a reader should take from the drawing.
  public var summary: String
  /// The steps, from the first.
  public var steps: [String]
  /// The arms; up to six are told apart by color.
  public var arms: [Arm]
  /// What stands around the counts.
  public var unit: ChartUnit
  /// The decimals of the counts.
  public var decimals: Int
  /// The words the chart adds.
  public var words: ChartWords

  /// Makes a funnel.
  public init(
    id: String, title: String, summary: String, steps: [String], arms: [Arm],
    unit: ChartUnit = .none, decimals: Int = 0, words: ChartWords = .english
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.steps = steps
    self.arms = arms
    self.unit = unit
    self.decimals = decimals
    self.words = words
  }

  /// The drawing as one SVG element, for a file of its own or for a page.
  public func svg(_ place: ChartPlace = .file) -> String { FunnelDrawing(self).svg(place) }

  /// The same counts and shares as text, a row an arm and step.
  public func table() -> ChartTable {
    let rows = steps.indices.flatMap { step in
      arms.map { [steps[step], $0.name] + texts($0, step) }
    }
    return ChartTable(
      caption: title, headers: [words.step, words.arm] + headers, rows: rows)
  }
}

extension FunnelChart {
  var headers: [String] { [words.count, words.ofFirst, words.ofPrevious] }

  /// The look of an arm, from 0.
  func look(_ index: Int) -> Int { arms[index].look ?? index }

  func count(_ arm: Arm, _ step: Int) -> Double? {
    arm.counts.indices.contains(step) ? arm.counts[step] : nil
  }

  /// The count, its share of the first step and of the one before; a dash where there is none.
  func texts(_ arm: Arm, _ step: Int) -> [String] {
    let count = count(arm, step)
    return [
      count.map { unit.text($0, decimals: decimals) } ?? "–",
      share(count, of: step > 0 ? self.count(arm, 0) : nil),
      share(count, of: step > 0 ? self.count(arm, step - 1) : nil),
    ]
  }

  private func share(_ count: Double?, of whole: Double?) -> String {
    guard let count, let whole, whole > 0 else { return "–" }
    return ChartUnit.percent.text(100 * (count / whole), decimals: 1)
  }
}
