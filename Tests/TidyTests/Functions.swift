/// A function, initializer or subscript with a body, and how long it is.
struct MeasuredFunction: Equatable {
  var name: String
  var line: Int
  /// Lines from the declaration to the closing bracket, both included.
  var lineCount: Int
}

enum Functions {
  /// The functions of a file, nested ones too.
  static func measure(_ tokens: [Token]) -> [MeasuredFunction] {
    tokens.indices.compactMap { index in
      guard isDeclaration(tokens, index), let body = bodyStart(tokens, index),
        let end = closing(tokens, from: body, open: "{", close: "}")
      else { return nil }
      let word = tokens[index].text
      let name = word == "func" ? tokens[index + 1].text : word
      let line = tokens[index].line
      return MeasuredFunction(
        name: name, line: line, lineCount: tokens[end].line - line + 1)
    }
  }

  /// The middle of the lengths; of two middles the lower one.
  static func medianLineCount(_ functions: [MeasuredFunction]) -> Int {
    let sorted = functions.map(\.lineCount).sorted()
    return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) / 2]
  }

  private static func isDeclaration(_ tokens: [Token], _ index: Int) -> Bool {
    switch tokens[index].text {
    case "func": index + 1 < tokens.count
    case "init", "subscript": index == 0 || tokens[index - 1].text != "."
    default: false
    }
  }

  /// The curly bracket that opens the body; nothing for a protocol's requirement or a mere call.
  private static func bodyStart(_ tokens: [Token], _ declaration: Int) -> Int? {
    let parameters = tokens[declaration...].firstIndex { $0.text == "(" }
    guard let parameters, var index = closing(tokens, from: parameters, open: "(", close: ")")
    else { return nil }
    index += 1
    while index < tokens.count {
      switch tokens[index].text {
      case "{": return index
      case "(":
        guard let end = closing(tokens, from: index, open: "(", close: ")") else { return nil }
        index = end
      case "}", ")", "func", "init", "subscript", "var", "let", "static", "mutating", "public",
        "associatedtype", ";":
        return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The bracket that closes the one at `start`.
  static func closing(_ tokens: [Token], from start: Int, open: String, close: String) -> Int? {
    var depth = 0
    for index in start..<tokens.count {
      if tokens[index].text == open { depth += 1 }
      if tokens[index].text == close { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
