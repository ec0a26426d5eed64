/// A JSON value whose objects keep the order in which they were written.
indirect enum JSONText {
  case text(String)
  case integer(Int64)
  case number(Double)
  case flag(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  /// The value with two spaces for each level.
  func rendered(indent: String = "") -> String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .integer(let integer): String(integer)
    case .number(let number): number.plain
    case .flag(let flag): String(flag)
    case .list(let elements):
      Self.block(elements.map { $0.rendered(indent: indent + "  ") }, "[", "]", indent)
    case .object(let members):
      Self.block(
        members.map { "\(Self.quoted($0.0)): \($0.1.rendered(indent: indent + "  "))" }, "{", "}",
        indent)
    }
  }

  private static func block(
    _ lines: [String], _ open: String, _ close: String, _ indent: String
  ) -> String {
    guard !lines.isEmpty else { return open + close }
    let short = "\(open)\(lines.joined(separator: ", "))\(close)"
    if open == "[", !short.contains("\n"), short.count + indent.count < 80 { return short }
    return "\(open)\n" + lines.map { "\(indent)  \($0)" }.joined(separator: ",\n")
      + "\n\(indent)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
