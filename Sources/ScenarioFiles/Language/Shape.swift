/// What a value of the language looks like: the one source of the JSON Schema and the reference.
indirect enum Shape: Sendable {
  case scalar(ScalarShape)
  case list(Shape, minimumCount: Int, maximumCount: Int? = nil)
  /// A mapping from names that the planner chooses.
  case named(Shape, of: String)
  case object(ObjectShape)
  case either([Shape])
  /// A mapping whose values are checked where they end up.
  case anything
}

/// One kind of scalar.
///
/// Schemas are checked with every scalar as text, and with numbers resolved as YAML 1.2's core
/// schema does; so whatever may look like a number is allowed as one, too.
struct ScalarShape: Sendable {
  /// What a resolved reading may make of it.
  enum Resolved: Sendable {
    case onlyText
    case integer(ClosedRange<Int64>)
    case number(ClosedRange<Double>)
    /// A name or a title, which may happen to look like a number or a truth value.
    case anything
  }

  /// The kind in a planner's words, such as "an amount of money".
  var name: String
  /// Regular expressions of the text, one of which must match; none allow every text.
  var patterns: [String]
  /// What a resolved reading may make of it.
  var resolved: Resolved
  /// The words allowed, where it is a choice.
  var choices: [String]
  /// Texts that are right.
  var examples: [String]
  /// Whether a text can be read; for tests of the examples.
  var accepts: @Sendable (String, Reading) -> Bool = { _, _ in true }

  init(
    _ name: String, patterns: [String] = [], resolved: Resolved = .onlyText,
    choices: [String] = [], examples: [String]
  ) {
    self.name = name
    self.patterns = patterns
    self.resolved = resolved
    self.choices = choices
    self.examples = examples
  }
}

/// One object of the language with all its keys.
struct ObjectShape: Sendable {
  var name: String
  var summary: String
  var keys: [KeyShape]
  /// Keys of mechanics that a draft may hold and no run executes yet.
  var planned: [PlannedKey]
}

/// One key of an object.
struct KeyShape: Sendable {
  var name: String
  var summary: String
  var shape: Shape
  var isRequired: Bool
  /// What holds where the key is missing, in words; nothing for required keys.
  var fallback: String?
}

/// A key that is reserved for a mechanic of a later version.
struct PlannedKey: Sendable, Hashable {
  var name: String
  /// The mechanics of the catalogue that it stands for, such as "M06".
  var mechanics: String
  var summary: String

  init(_ name: String, _ mechanics: String, _ summary: String) {
    self.name = name
    self.mechanics = mechanics
    self.summary = summary
  }
}

extension Shape {
  /// The kind in a planner's words.
  var name: String {
    switch self {
    case .scalar(let scalar): scalar.name
    case .list(let element, _, _): "a list, each \(element.name)"
    case .named(let value, let owner): "a mapping from \(owner) to \(value.name)"
    case .object(let object): object.name
    case .either(let shapes): shapes.map(\.name).joined(separator: ", or ")
    case .anything: "a mapping"
    }
  }

  /// A text that is right, if the value may be a scalar.
  var example: String? {
    switch self {
    case .scalar(let scalar): scalar.examples.first
    case .either(let shapes): shapes.lazy.compactMap(\.example).first
    default: nil
    }
  }
}
