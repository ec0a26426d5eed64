/// One word or sign of Swift source, outside comments and string text.
struct Token: Equatable {
  var text: String
  var line: Int
  /// Whether nothing stands between this token and the one before it.
  var isGlued: Bool

  /// Whether the token is a name or a number.
  var isWord: Bool { text.utf8.first.map(Tokenizer.isWordByte) ?? false }
}

/// One comment line with its place.
struct Comment: Equatable {
  var text: String
  var line: Int
}

/// Splits Swift source into tokens and comments, so that rules never look into string text.
///
/// Code inside string interpolations is tokenized too. A string shows as the single token `"`.
/// Regex literals are not understood; one that derails the scan leaves `isBalanced` false.
struct Tokenizer {
  private enum Mode {
    /// Code, with the number of round brackets open since an interpolation began.
    case code(openBrackets: Int)
    /// String text, with the pounds and quotes that end it.
    case string(pounds: Int, quotes: Int)
  }

  private(set) var tokens: [Token] = []
  private(set) var comments: [Comment] = []
  private var modes: [Mode] = [.code(openBrackets: 0)]
  private var line = 1
  private var isGlued = false
  private var index = 0
  private let bytes: [UInt8]

  init(_ source: String) {
    bytes = Array(source.utf8)
    while index < bytes.count { step() }
  }

  /// Whether all strings and curly brackets that were opened were closed again.
  var isBalanced: Bool {
    let depth = tokens.reduce(0) { $0 + ($1.text == "{" ? 1 : $1.text == "}" ? -1 : 0) }
    return modes.count == 1 && depth == 0
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private mutating func step() {
    switch modes[modes.count - 1] {
    case .code(let openBrackets): stepInCode(openBrackets)
    case .string(let pounds, let quotes): stepInString(pounds, quotes)
    }
  }

  private mutating func stepInCode(_ openBrackets: Int) {
    let byte = bytes[index]
    if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      isGlued = false
      advance(1)
    } else if starts(with: "//") {
      takeComment { $0.starts(with: "\n") }
    } else if starts(with: "/*") {
      takeBlockComment()
    } else if openString() {
      return
    } else if byte == UInt8(ascii: "`") {
      takeRawIdentifier()
    } else if Self.isWordByte(byte) {
      var end = index
      while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
      take(upTo: end)
    } else {
      takeSign(byte, openBrackets)
    }
  }

  private mutating func takeSign(_ byte: UInt8, _ openBrackets: Int) {
    if byte == UInt8(ascii: "(") {
      modes[modes.count - 1] = .code(openBrackets: openBrackets + 1)
    } else if byte == UInt8(ascii: ")") {
      if openBrackets == 0, modes.count > 1 {
        modes.removeLast()
        return advance(1)
      }
      modes[modes.count - 1] = .code(openBrackets: max(0, openBrackets - 1))
    }
    take(upTo: index + 1)
  }

  private mutating func stepInString(_ pounds: Int, _ quotes: Int) {
    let pound = String(repeating: "#", count: pounds)
    if starts(with: String(repeating: "\"", count: quotes) + pound) {
      modes.removeLast()
      advance(quotes + pounds)
    } else if starts(with: "\\" + pound + "(") {
      modes.append(.code(openBrackets: 0))
      advance(2 + pounds)
    } else if starts(with: "\\" + pound) {
      advance(2 + pounds)
    } else {
      advance(1)
    }
  }

  private mutating func openString() -> Bool {
    var pounds = 0
    while index + pounds < bytes.count, bytes[index + pounds] == UInt8(ascii: "#") { pounds += 1 }
    guard index + pounds < bytes.count, bytes[index + pounds] == UInt8(ascii: "\"") else {
      return false
    }
    let pound = String(repeating: "#", count: pounds)
    let isMultiline = starts(with: pound + "\"\"\"")
    // An empty string "" starts like the first two quotes of a multi-line one.
    let quotes = isMultiline ? 3 : 1
    tokens.append(Token(text: "\"", line: line, isGlued: isGlued))
    isGlued = true
    modes.append(.string(pounds: pounds, quotes: quotes))
    advance(pounds + quotes)
    return true
  }

  private mutating func takeRawIdentifier() {
    var end = index + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "`") { end += 1 }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    tokens.append(Token(text: name.isEmpty ? "_" : name, line: line, isGlued: isGlued))
    isGlued = true
    advance(end + 1 - index)
  }

  private mutating func takeBlockComment() {
    var depth = 0
    var isFirst = true
    takeComment { scanner in
      if isFirst || scanner.starts(with: "/*") { depth += 1 }
      if scanner.starts(with: "*/") { depth -= 1 }
      isFirst = false
      return depth == 0
    }
    advance(2)
  }

  private mutating func takeComment(until isEnd: (Tokenizer) -> Bool) {
    isGlued = false
    var start = index
    while index < bytes.count, !isEnd(self) {
      if bytes[index] == UInt8(ascii: "\n") {
        appendComment(from: start)
        start = index + 1
      }
      advance(1)
    }
    appendComment(from: start)
  }

  private mutating func appendComment(from start: Int) {
    guard start < index else { return }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    comments.append(Comment(text: text, line: line))
  }

  private mutating func take(upTo end: Int) {
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    tokens.append(Token(text: text, line: line, isGlued: isGlued))
    isGlued = true
    advance(end - index)
  }

  private mutating func advance(_ count: Int) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
  }

  private func starts(with prefix: String) -> Bool {
    var position = index
    for byte in prefix.utf8 {
      guard position < bytes.count, bytes[position] == byte else { return false }
      position += 1
    }
    return true
  }
}
