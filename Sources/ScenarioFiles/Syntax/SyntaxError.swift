internal import Yams

/// Turns what the YAML parser throws into a problem at a place.
enum SyntaxError {
  static func problem(_ error: any Error, in source: SourceText) -> ScenarioProblem {
    guard let error = error as? YamlError else {
      return source.problem(.start, "the file cannot be read as YAML")
    }
    switch error {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
      .composer(let context, let text, let mark, _):
      return syntax(text, context: context, at: place(mark), in: source)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", near: place(context.mark), in: source)
    case .reader(_, let offset, _, _):
      let before = source.text.prefix(max(0, offset ?? 0))
      let line = before.count { $0.isNewline } + 1
      let column = before.reversed().prefix { !$0.isNewline }.count + 1
      return source.problem(
        Place(line: line, column: column), "a character that YAML does not allow",
        hint: "control characters cannot stand in a scenario file")
    default:
      return source.problem(.start, "the file cannot be read as YAML")
    }
  }

  static func duplicate(
    _ key: String, at place: Place, first: Place, in source: SourceText
  ) -> ScenarioProblem {
    source.problem(
      place,
      "the key \"\(key.shortened)\" stands twice in one mapping; first in line \(first.line)",
      hint: "rename or remove one of the two")
  }

  private static func place(_ mark: Mark) -> Place { Place(line: mark.line, column: mark.column) }

  private static func syntax(
    _ text: String, context: YamlError.Context?, at place: Place, in source: SourceText
  ) -> ScenarioProblem {
    if let tab = indentingTab(near: place.line, in: source) {
      return source.problem(
        tab, "a tab is used for indentation; YAML allows spaces only",
        hint: "replace the tab by two spaces")
    }
    let mark = place.line > source.lines.count ? lastPlace(source) : place
    let opened = context.map { " (\($0.text), begun in line \($0.mark.line))" } ?? ""
    return source.problem(mark, "not valid YAML: \(text)\(opened)", hint: hint(for: text))
  }

  /// The end of the file's last line that is not empty.
  private static func lastPlace(_ source: SourceText) -> Place {
    let index = source.lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
    return Place(line: index + 1, column: source.line(index + 1).unicodeScalars.count + 1)
  }

  /// A tab in the indentation of a line at or just before the error.
  private static func indentingTab(near line: Int, in source: SourceText) -> Place? {
    for number in [line, line - 1, line - 2, line + 1] where number >= 1 {
      let indent = source.line(number).unicodeScalars.prefix { $0 == " " || $0 == "\t" }
      if let tab = indent.firstIndex(of: "\t") {
        let column = indent.distance(from: indent.startIndex, to: tab) + 1
        return Place(line: number, column: column)
      }
    }
    return nil
  }

  private static func hint(for text: String) -> String? {
    switch text {
    case let text where text.contains("mapping values are not allowed"):
      "a second \": \" on one line: put the text in quotes, or check the indentation"
    case let text where text.contains("did not find expected key"):
      "check the indentation, and the brackets and commas before this place"
    case let text where text.contains("expected ',' or"):
      "a bracket is not closed, or a comma is missing"
    case let text where text.contains("could not find expected ':'"):
      "a key needs \": \" after it"
    case let text where text.contains("cannot start any token"):
      "put texts that begin with %, @ or ` in quotes"
    case let text where text.contains("another document"):
      "one file holds one scenario; remove the line with ---"
    case let text where text.contains("undefined alias"):
      "put a text that begins with * in quotes"
    default: nil
    }
  }

  /// The second occurrence of a key: the parser tells only one place of the two.
  private static func duplicate(
    _ key: String, near first: Place, in source: SourceText
  ) -> ScenarioProblem {
    for number in first.line...max(first.line, source.lines.count) {
      let scalars = Array(source.line(number).unicodeScalars)
      let start = number == first.line ? first.column + 1 : first.column
      let end = number == first.line ? max(start, scalars.count + 1) : start + 1
      for column in start..<end where stands(key, in: scalars, at: column - 1) {
        return duplicate(
          key, at: Place(line: number, column: column), first: first, in: source)
      }
    }
    return duplicate(key, at: first, first: first, in: source)
  }

  /// Whether the key, perhaps quoted, and a colon stand at an offset of a line.
  private static func stands(_ key: String, in line: [Unicode.Scalar], at offset: Int) -> Bool {
    guard offset >= 0, offset < line.count else { return false }
    let rest = String(String.UnicodeScalarView(line[offset...]))
    return ["\(key):", "\"\(key)\":", "'\(key)':"].contains { rest.hasPrefix($0) }
  }
}
