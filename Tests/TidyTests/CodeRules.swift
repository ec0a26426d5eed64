/// Rules that need a little more than a banned sequence of tokens.
enum CodeRules {
  /// Force unwraps and implicitly unwrapped types: a `!` behind a value or type.
  static func forceUnwraps(_ file: SourceFile) -> [Finding] {
    let tokens = file.tokens
    return tokens.indices.dropFirst().compactMap { index in
      let before = tokens[index - 1]
      let endsValue = before.isWord || [")", "]", "}", "\"", ">", "?"].contains(before.text)
      let isOperator =
        index + 1 < tokens.count && tokens[index + 1].isGlued && tokens[index + 1].text == "="
      guard tokens[index].text == "!", tokens[index].isGlued, endsValue, !isOperator,
        !["try", "as"].contains(before.text)
      else { return nil }
      return Finding(
        rule: "force unwrap", path: file.path, line: tokens[index].line,
        message: "`!` crashes on wrong input; use `guard let` or `precondition`")
    }
  }

  /// Calls of the system's mathematics in targets whose numbers reach a tally (D8).
  ///
  /// A bare call is the system's only in a file that imports a system library; elsewhere it can
  /// only be `PortableMath`'s.
  static func systemMathematics(_ file: SourceFile) -> [Finding] {
    guard !file.isTest, BannedPhrase.upstreamOfTally.contains(file.target) else { return [] }
    let importsSystem = ImportArrows.imports(file.tokens).contains {
      ImportArrows.systemModules.contains($0.name)
    }
    let tokens = file.tokens
    return tokens.indices.dropLast().compactMap { index in
      guard systemFunctions.contains(tokens[index].text), tokens[index + 1].text == "(",
        isSystemCall(tokens, index, importsSystem: importsSystem)
      else { return nil }
      return Finding(
        rule: "system mathematics", path: file.path, line: tokens[index].line,
        message: "`\(tokens[index].text)` of the system differs between CPUs; use PortableMath")
    }
  }

  private static let systemFunctions: Set = [
    "exp", "exp2", "exp10", "expm1", "log", "log2", "log10", "log1p", "pow", "sin", "cos", "tan",
    "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "erf", "erfc", "tgamma", "lgamma",
    "cbrt", "hypot",
  ]

  private static func isSystemCall(
    _ tokens: [Token], _ index: Int, importsSystem: Bool
  ) -> Bool {
    guard index > 0 else { return importsSystem }
    if tokens[index - 1].text == "func" { return false }
    guard tokens[index - 1].text == "." else { return importsSystem }
    return index > 1 && ImportArrows.systemModules.contains(tokens[index - 2].text)
  }

  /// Sets and dictionaries in the kernel: their order differs from run to run (D8).
  static func unorderedCollections(_ file: SourceFile) -> [Finding] {
    guard !file.isTest, ImportArrows.kernel.contains(file.target) else { return [] }
    let tokens = file.tokens
    return tokens.indices.compactMap { index in
      let isNamed =
        ["Set", "Dictionary"].contains(tokens[index].text) && index + 1 < tokens.count
        && ["<", "(", "="].contains(tokens[index + 1].text)
      guard isNamed || isDictionaryBracket(tokens, index) else { return nil }
      return Finding(
        rule: "unordered collection", path: file.path, line: tokens[index].line,
        message: "sets and dictionaries have no fixed order; use arrays, or state why it is safe")
    }
  }

  /// Whether a square bracket opens a dictionary type or literal: a colon of its own, no `?` before.
  private static func isDictionaryBracket(_ tokens: [Token], _ start: Int) -> Bool {
    guard tokens[start].text == "[", !isSubscript(tokens, start) else { return false }
    var depth = 0
    for token in tokens[start...] {
      if ["[", "(", "{"].contains(token.text) { depth += 1 }
      if ["]", ")", "}"].contains(token.text) { depth -= 1 }
      if depth == 0 { return false }
      if depth == 1, token.text == "?", !token.isGlued { return false }
      if depth == 1, token.text == ":" { return true }
    }
    return false
  }

  private static func isSubscript(_ tokens: [Token], _ start: Int) -> Bool {
    guard start > 0, tokens[start].isGlued else { return false }
    return tokens[start - 1].isWord || [")", "]", "?", "!"].contains(tokens[start - 1].text)
  }

  /// Words that mean unfinished work, in comments or code.
  static func unfinishedWork(_ file: SourceFile) -> [Finding] {
    let words: Set<Substring> = ["TODO", "FIXME", "XXX", "HACK"]
    let comments = file.comments.flatMap { comment in
      comment.text.split { !$0.isLetter }.map { ($0, comment.line) }
    }
    let code = file.tokens.map { (Substring($0.text), $0.line) }
    return (comments + code).filter { words.contains($0.0) }.map { word, line in
      Finding(
        rule: "unfinished work", path: file.path, line: line,
        message: "`\(word)`: finish it, or write down the gap where users look")
    }
  }

  /// Draw purposes whose number another purpose has already: two draws would share their luck (D3).
  static func repeatedPurposes(_ files: [SourceFile]) -> [Finding] {
    var seen: [String: String] = [:]
    var findings: [Finding] = []
    for file in files {
      for (number, line) in purposes(file.tokens) {
        let place = "\(file.path):\(line)"
        if let first = seen.updateValue(place, forKey: number) {
          findings.append(
            Finding(
              rule: "draw purposes", path: file.path, line: line,
              message: "the draw purpose \(number) is taken already at \(first)"))
        }
      }
    }
    return findings
  }

  private static func purposes(_ tokens: [Token]) -> [(number: String, line: Int)] {
    let extendsPurpose = zip(tokens, tokens.dropFirst()).contains {
      $0.text == "extension" && $1.text.hasSuffix("Purpose")
    }
    return tokens.indices.dropLast(4).compactMap { index in
      let name = tokens[index].text
      let isPurpose =
        name.hasSuffix("Purpose") || (extendsPurpose && ["Self", "init"].contains(name))
      guard isPurpose, tokens[index + 1].text == "(",
        tokens[index + 2].text == "rawValue", tokens[index + 3].text == ":",
        let number = tokens[index + 4].text.first, number.isNumber
      else { return nil }
      return (tokens[index + 4].text.replacing("_", with: ""), tokens[index].line)
    }
  }
}
