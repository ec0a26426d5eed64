/// A part of the page, before it is Markdown or HTML; all texts are plain and not yet escaped.
indirect enum Block: Sendable, Equatable {
  case title(String)
  case heading(String)
  case subheading(String)
  case paragraph(String)
  /// A sentence that qualifies what stands before it.
  case note(String)
  /// A formula, on a line of its own.
  case formula(String)
  case verdict(ReportVerdict.Status, text: String, sentence: String, rule: String)
  case facts([Fact])
  case list([Cell])
  case table(Table)
  /// A drawing, and its data as a table that can be folded away.
  case chart(svg: String, table: Table)
  case folded(String, [Block])
  /// What is about one arm alone: its position among the arms, from 1; control is 0.
  case ofArm(Int, [Block])
}

/// A name and what it is.
struct Fact: Sendable, Equatable {
  var name: String
  var text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// A text in a table or a list.
struct Cell: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// Whether the text is good or bad news; the text says so itself.
  enum Tone: Sendable, Equatable {
    case plain
    case good
    case bad
    case caution
  }

  var text: String
  var tone: Tone
  /// Whether the text stays on one line: a name that would break at its hyphens.
  var isName = false
  /// What scenario files call it, where the text says it in other words.
  var code: String?

  init(_ text: String, tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }

  static func name(_ text: String) -> Cell {
    var cell = Cell(text)
    cell.isName = true
    return cell
  }

  init(stringLiteral text: String) { self.init(text) }
}

/// A table; the first column names the rows.
struct Table: Sendable, Equatable {
  var caption: String
  var headers: [String]
  var rows: [[Cell]]
  /// Columns of text; all others hold numbers and stand right.
  var textColumns: Set<Int>
  /// Rows that sum up or conclude.
  var strongRows: Set<Int>
  /// Whether all columns but the first hold numbers: the page then aligns the table, not each cell.
  var isNumeric: Bool { textColumns == [0] }
  /// Whether the heading before the table says what the caption says.
  var repeatsHeading = false

  init(
    _ caption: String, headers: [String], rows: [[Cell]], textColumns: Set<Int> = [0],
    strongRows: Set<Int> = []
  ) {
    self.caption = caption
    self.headers = headers
    self.rows = rows
    self.textColumns = textColumns
    self.strongRows = strongRows
  }

  /// A table of plain texts, columns of numbers after the first.
  init(_ caption: String, headers: [String], texts: [[String]], strongRows: Set<Int> = []) {
    self.init(
      caption, headers: headers, rows: texts.map { $0.map { Cell($0) } }, strongRows: strongRows)
  }
}
