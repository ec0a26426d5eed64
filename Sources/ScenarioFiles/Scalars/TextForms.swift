extension Form where Value == String {
  /// A text of one line.
  static func text(_ name: String, example: String) -> Form {
    let shape = ScalarShape(name, resolved: .anything, examples: [example])
    return .scalar(shape) { (text, _) throws(ScalarFailure) in
      guard !text.isEmpty else { throw ScalarFailure("\(name) must not be empty") }
      guard text.count <= 400 else { throw ScalarFailure("\(name) is longer than 400 characters") }
      return text
    }
  }

  /// A name that `set:` and reports can address.
  static func name(of owner: String, example: String) -> Form {
    let shape = ScalarShape("the name of \(owner)", resolved: .anything, examples: [example])
    return .scalar(shape) { (text, _) throws(ScalarFailure) in
      guard Reading.isName(text) else {
        throw ScalarFailure(
          "\"\(text.shortened)\" cannot be the name of \(owner)",
          hint: "names have letters, digits and hyphens, begin with a letter, up to 40 characters")
      }
      return text
    }
  }
}

extension Form {
  /// One word of a fixed list.
  static func choice(
    _ name: String, _ words: [(String, Value)]
  ) -> Form where Value: Sendable {
    choice(name, pairs: words)
  }

  /// One word of a fixed list, by the raw values of an enumeration.
  static func choice(_ name: String) -> Form
  where Value: CaseIterable & RawRepresentable<String> & Sendable {
    choice(name, pairs: Value.allCases.map { ($0.rawValue, $0) })
  }

  private static func choice(_ name: String, pairs: [(String, Value)]) -> Form {
    let words = pairs.map(\.0)
    let shape = ScalarShape(name, choices: words, examples: Array(words.prefix(1)))
    return .scalar(shape) { (text, _) throws(ScalarFailure) in
      guard let pair = pairs.first(where: { $0.0 == text }) else {
        throw ScalarFailure(
          "\"\(text.shortened)\" is not \(name)", hint: Suggestion.hint(for: text, among: words))
      }
      return pair.1
    }
  }
}
