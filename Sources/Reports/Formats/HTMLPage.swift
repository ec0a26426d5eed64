/// What a page says beside its blocks, in its language.
struct PageLabels: Sendable {
  /// The language of all texts.
  var language: ReportLanguage
  /// The arms that a reader may hide: all but control, in the order of the arms.
  var arms: [String] = []
  /// The name of the folded table behind a drawing with this caption.
  var dataOf: @Sendable (String) -> String
}

/// The page as one HTML document that is well-formed XML, too.
enum HTMLPage {
  static func text(of page: [Block], title: String, labels: PageLabels) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(labels.language.tag)" xmlns="http://www.w3.org/1999/xhtml">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta http-equiv="Content-Security-Policy" content="\(PageScript.policy)"/>
    <title>\(escaped(title))</title>
    <style>
    \(HTMLStyle.sheet(in: labels.language))
    </style>
    <script>\(PageScript.text)</script>
    </head>
    <body>
    <main data-words="\(escaped(PageScript.words(labels)))">
    \(page.map { text($0, labels) }.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private static func text(_ block: Block, _ labels: PageLabels) -> String {
    switch block {
    case .title(let text): return "<h1>\(escaped(text))</h1>"
    case .heading(let text): return "<h2>\(escaped(text))</h2>"
    case .subheading(let text): return "<h3>\(escaped(text))</h3>"
    case .paragraph(let text): return "<p>\(escaped(text))</p>"
    case .note(let text): return "<p class=\"note\">\(escaped(text))</p>"
    case .formula(let text): return "<p class=\"formula\">\(escaped(text))</p>"
    case .verdict(let status, let word, let sentence, let rule):
      return verdict(status, word, sentence, rule)
    case .facts(let facts):
      let items = facts.map {
        fact($0)
      }
      return "<dl class=\"facts\">\n\(items.joined(separator: "\n"))\n</dl>"
    case .list(let cells):
      let items = cells.map { "<li\(attribute($0.tone))>\(escaped($0.text))</li>" }
      return "<ul class=\"checks\">\n\(items.joined(separator: "\n"))\n</ul>"
    case .table(let table): return text(table)
    case .chart(let svg, let table):
      return
        "<figure>\n<figcaption>\(escaped(table.caption))</figcaption>\n<div class=\"drawing\" tabindex=\"0\">\n\(svg)</div>\n</figure>\n"
        + folded(labels.dataOf(table.caption), [.table(table)], labels)
    case .folded(let summary, let blocks): return folded(summary, blocks, labels)
    case .ofArm(let arm, let blocks):
      let content = blocks.map { text($0, labels) }.joined(separator: "\n")
      // A single arm is not hidden, nor is control.
      return labels.arms.count < 2 || arm == 0 || blocks.isEmpty
        ? content : "<div data-arm=\"\(arm)\">\n\(content)\n</div>"
    }
  }

  /// A long text without spaces takes a whole line.
  private static func fact(_ fact: Fact) -> String {
    let isLong = fact.text.count > 40 && !fact.text.contains(" ")
    return "<div\(isLong ? " class=\"long\"" : "")><dt>\(escaped(fact.name))</dt>"
      + "<dd>\(escaped(fact.text))</dd></div>"
  }

  private static func folded(_ summary: String, _ blocks: [Block], _ labels: PageLabels) -> String {
    "<details>\n<summary>\(escaped(summary))</summary>\n"
      + blocks.map { text($0, labels) }.joined(separator: "\n") + "\n</details>"
  }

  private static func verdict(
    _ status: ReportVerdict.Status, _ text: String, _ sentence: String, _ rule: String
  ) -> String {
    let kind = status.rawValue.split(separator: " ").joined(separator: "-")
    return """
      <section class="verdict \(kind)">
      <p class="status"><span aria-hidden="true">\(mark(status))</span> \(escaped(text))</p>
      <p class="sentence">\(escaped(sentence))</p>
      <p class="note">\(escaped(rule))</p>
      </section>
      """
  }

  private static func mark(_ status: ReportVerdict.Status) -> String {
    switch status {
    case .ship: "✓"
    case .doNotShip: "✕"
    case .runRealTest: "◐"
    case .inconclusive: "?"
    case .unhealthy: "!"
    }
  }

  private static func text(_ table: Table) -> String {
    let head = table.headers.map { "<th>\(escaped($0))</th>" }
    let isNamed = table.rows.count { isName($0[0]) } * 2 > table.rows.count
    let rows = table.rows.enumerated().map { index, row in
      let strong = table.strongRows.contains(index) ? " class=\"strong\"" : ""
      let cells = row.enumerated().map { $0 == 0 ? rowHead($1, isNamed) : cell($1, $0, table) }
      return "<tr\(strong)>\(cells.joined())</tr>"
    }
    let styles = alignment(table) + (isNamed ? ["names"] : [])
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(escaped(table.caption))">
      <table\(styles.isEmpty ? "" : " class=\"\(styles.joined(separator: " "))\"")>
      <caption\(table.repeatsHeading ? " class=\"hidden\"" : "")>\(escaped(table.caption))</caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  /// Numbers stand right; columns of text after the first are told by their place.
  private static func alignment(_ table: Table) -> [String] {
    let texts = table.headers.indices.dropFirst().filter(table.textColumns.contains)
    guard texts.count + 1 < table.headers.count else { return [] }
    return ["numeric"] + texts.map { "t\($0 + 1)" }
  }

  /// Most names of rows stay on one line; the others of their table may break.
  private static func rowHead(_ cell: Cell, _ isNamed: Bool) -> String {
    let isName = isName(cell)
    let style = isName == isNamed ? "" : isName ? " class=\"name\"" : " class=\"text\""
    return "<th\(style)>\(content(cell))</th>"
  }

  private static func cell(_ cell: Cell, _ column: Int, _ table: Table) -> String {
    if cell.isName { return "<td class=\"name\">\(content(cell))</td>" }
    let text =
      cell.tone == .plain
      ? content(cell) : "<span\(attribute(cell.tone))>\(content(cell))</span>"
    let isLong = cell.text.count > 30 && table.textColumns.contains(column)
    return "<td\(isLong ? " class=\"long\"" : "")>\(text)</td>"
  }

  private static func content(_ cell: Cell) -> String {
    escaped(cell.text) + (cell.code.map { "<small>\(escaped($0))</small>" } ?? "")
  }

  private static func isName(_ cell: Cell) -> Bool { cell.isName || isOneWord(cell.text) }

  /// Whether a text has no place for a line break of its own, or is too short for one: Chinese has
  /// no spaces, but six characters stand on a line.
  private static func isOneWord(_ text: String) -> Bool {
    guard !text.contains(" ") else { return false }
    return text.count <= 6 || !text.unicodeScalars.contains { $0.value >= 0x2E80 }
  }

  private static func attribute(_ tone: Cell.Tone) -> String {
    switch tone {
    case .plain: ""
    case .good: " class=\"good\""
    case .bad: " class=\"bad\""
    case .caution: " class=\"caution\""
    }
  }

  /// Text that may stand in content and in attributes; characters that XML forbids are dropped.
  ///
  /// A word joiner keeps a sign and the currency after it on one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      case "¥", "$", "€", "£", "₩":
        if result.hasSuffix("+") || result.hasSuffix("−") { result += "\u{2060}" }
        result.unicodeScalars.append(scalar)
      default: if isAllowed(scalar.value) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// XML 1.0, production 2, without the second control block.
  private static func isAllowed(_ value: UInt32) -> Bool {
    value >= 0x20 && !(0x7F...0x9F).contains(value) && value != 0xFFFE && value != 0xFFFF
  }
}
