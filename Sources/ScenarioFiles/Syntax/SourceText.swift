/// A place in a file: line and column, from 1; the column counts Unicode scalars.
struct Place: Sendable, Hashable {
  var line: Int
  var column: Int

  /// The file's first character.
  static let start = Place(line: 1, column: 1)

  /// The place that many scalars further on the same line.
  func advanced(by scalars: Int) -> Place { Place(line: line, column: column + scalars) }
}

/// The text of a scenario file under its name.
struct SourceText: Sendable {
  let name: String
  let text: String
  let lines: [Substring]

  init(name: String, text: String) {
    self.name = name
    self.text = text
    self.lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// The line with that number, from 1; empty beyond the end.
  func line(_ number: Int) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// A problem at a place.
  func problem(_ place: Place, _ message: String, hint: String? = nil) -> ScenarioProblem {
    let line = line(place.line)
    let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(place.column - 1)))
    return ScenarioProblem(
      file: name, line: place.line, column: before.count + 1, excerpt: String(line),
      message: message, hint: hint)
  }
}
