/// JSON with keys in the order given.
indirect enum JSONText: Sendable, Equatable {
  case string(String)
  case number(Double?)
  case bool(Bool)
  case list([JSONText])
  case object([(key: String, value: JSONText)])

  /// A whole number, exact in every reader because it is a string.
  static func exact(_ number: some BinaryInteger) -> JSONText { .string("\(number)") }

  static func == (left: JSONText, right: JSONText) -> Bool { left.text == right.text }

  /// The value on indented lines.
  var text: String { text(indent: "") }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .string(let string): return Self.quoted(string)
    case .number(let number):
      guard let number, number.isFinite else { return "null" }
      return "\(number)"
    case .bool(let bool): return bool ? "true" : "false"
    case .list(let items):
      guard !items.isEmpty else { return "[]" }
      let lines = items.map { inner + $0.text(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { "\(inner)\(Self.quoted($0.key)): \($0.value.text(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  /// RFC 8259, section 7.
  static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
