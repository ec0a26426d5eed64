/// The page as GitHub-flavored Markdown.
enum MarkdownPage {
  static func text(of page: [Block]) -> String {
    page.map(text).joined(separator: "\n\n") + "\n"
  }

  private static func text(_ block: Block) -> String {
    switch block {
    case .title(let text): return "# \(escaped(text))"
    case .heading(let text): return "## \(escaped(text))"
    case .subheading(let text): return "### \(escaped(text))"
    case .paragraph(let text): return escaped(text)
    case .note(let text): return "> \(escaped(text))"
    case .formula(let text): return "> \(escaped(text))"
    case .verdict(_, let text, let sentence, let rule):
      return "**\(escaped(text.uppercased()))** – \(escaped(sentence))\n\n\(escaped(rule))"
    case .facts(let facts):
      return facts.map { "- **\(escaped($0.name))**: \(escaped($0.text))" }.joined(separator: "\n")
    case .list(let cells):
      return cells.map { "- \(escaped($0.text))" }.joined(separator: "\n")
    case .table(let table): return text(table)
    case .chart(_, let table): return text(table)
    case .ofArm(_, let blocks): return blocks.map(text).joined(separator: "\n\n")
    case .folded(let summary, let blocks):
      return "### \(escaped(summary))\n\n" + blocks.map(text).joined(separator: "\n\n")
    }
  }

  private static func text(_ table: Table) -> String {
    let rule = table.headers.indices.map { table.textColumns.contains($0) ? ":--" : "--:" }
    let rows = table.rows.enumerated().map { index, row in
      row.map { cell in
        let text = escaped(cell.text + (cell.code.map { " \($0)" } ?? ""))
        return table.strongRows.contains(index) && !text.isEmpty ? "**\(text)**" : text
      }
    }
    let lines = [table.headers.map(escaped), rule] + rows
    return (table.repeatsHeading ? "" : "*\(escaped(table.caption))*\n\n")
      + lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// Text that Markdown shows as it is: every character that could begin markup is escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    guard let first = result.first, "+-=".contains(first) else { return result }
    return "\\" + result
  }
}
