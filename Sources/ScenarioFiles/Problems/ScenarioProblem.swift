/// One thing that is wrong in a scenario file, at the place where a planner can put it right.
public struct ScenarioProblem: Error, Sendable, Hashable {
  /// The file as it was named.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in characters.
  public var column: Int
  /// The line of the file, without its end.
  public var excerpt: String
  /// What is wrong.
  public var message: String
  /// What would be right, if that can be said.
  public var hint: String?

  /// Creates a problem.
  public init(
    file: String, line: Int, column: Int, excerpt: String, message: String, hint: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.message = message
    self.hint = hint
  }

  /// The longest excerpt that is printed; what a terminal line holds, less the gutter.
  static let excerptLength = 92

  /// The problem as it is printed: place and message, the line with a caret, and the hint.
  public var rendered: String {
    var lines = ["\(file):\(line):\(column): \(message)"]
    let (window, caret) = visibleExcerpt
    if !window.isEmpty {
      let number = String(line)
      let gutter = String(repeating: " ", count: number.count)
      lines.append("  \(number) | \(window)")
      lines.append("  \(gutter) | \(String(repeating: " ", count: caret))^")
    }
    if let hint { lines.append("  hint: \(hint)") }
    return lines.joined(separator: "\n")
  }

  /// The part of the excerpt around the column, tabs as one space, and the caret's offset in it.
  private var visibleExcerpt: (text: String, caret: Int) {
    let characters = Array(excerpt).map { $0 == "\t" ? Character(" ") : $0 }
    let caret = min(max(0, column - 1), characters.count)
    guard characters.count > Self.excerptLength else { return (String(characters), caret) }
    let start = max(0, min(caret - 40, characters.count - Self.excerptLength))
    let end = min(characters.count, start + Self.excerptLength)
    let text = (start > 0 ? "…" : "") + String(characters[start..<end])
    return (text + (end < characters.count ? "…" : ""), caret - start + (start > 0 ? 1 : 0))
  }
}

/// All problems of one scenario file, in the order of their places.
public struct ScenarioProblems: Error, Sendable, Hashable {
  /// The problems; at least one.
  public var problems: [ScenarioProblem]

  /// Creates the list, ordered by place.
  public init(_ problems: [ScenarioProblem]) {
    self.problems = problems.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }

  /// The problems as they are printed, with a blank line between two.
  public var rendered: String { problems.map(\.rendered).joined(separator: "\n\n") }
}
