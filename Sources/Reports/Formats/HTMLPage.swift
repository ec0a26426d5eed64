/// What a page says beside its blocks, in its language.
struct PageLabels: Sendable {
  /// The language of all texts.
  var language: ReportLanguage
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
    <title>\(escaped(title))</title>
    <style>
    \(HTMLStyle.sheet(in: labels.language))
    </style>
    </head>
    <body>
    <main>
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
    let head = table.headers.enumerated().map { index, text in
      "<th scope=\"col\"\(alignment(index, table))>\(escaped(text))</th>"
    }
    let rows = table.rows.enumerated().map { index, row in
      let strong = table.strongRows.contains(index) ? " class=\"strong\"" : ""
      return "<tr\(strong)>\(row.enumerated().map { cell($0, $1, table) }.joined())</tr>"
    }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(escaped(table.caption))">
      <table\(table.isNumeric ? " class=\"numeric\"" : "")>
      <caption\(table.repeatsHeading ? " class=\"hidden\"" : "")>\(escaped(table.caption))</caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  private static func cell(_ column: Int, _ cell: Cell, _ table: Table) -> String {
    let code = cell.code.map { "<span class=\"code\">\(escaped($0))</span>" } ?? ""
    let text = escaped(cell.text) + code
    let isName = cell.isName || (column == 0 && isOneWord(cell.text))
    let name = isName ? " class=\"name\"" : ""
    if column == 0 { return "<th scope=\"row\"\(name)>\(text)</th>" }
    if cell.isName { return "<td\(name)>\(text)</td>" }
    let content = cell.tone == .plain ? text : "<span\(attribute(cell.tone))>\(text)</span>"
    let isLong = cell.text.count > 30 && table.textColumns.contains(column)
    return "<td\(isLong ? " class=\"long\"" : alignment(column, table))>\(content)</td>"
  }

  /// Whether a text has no place for a line break of its own, or is too short for one: Chinese has
  /// no spaces, but six characters stand on a line.
  private static func isOneWord(_ text: String) -> Bool {
    guard !text.contains(" ") else { return false }
    return text.count <= 6 || !text.unicodeScalars.contains { $0.value >= 0x2E80 }
  }

  private static func alignment(_ column: Int, _ table: Table) -> String {
    table.isNumeric || table.textColumns.contains(column) ? "" : " class=\"number\""
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
