internal import Yams

/// Turns the text of a scenario file into located nodes; the only place that knows YAML.
///
/// One syntax error stops at once. The caps keep a hostile file from costing more than a moment.
enum SyntaxReader {
  /// The largest file, in bytes; the longest shipped scenario has about 20,000.
  static let maximumBytes = 1_000_000
  /// The deepest nesting; the language itself needs 7 levels.
  static let maximumDepth = 32
  /// Texts that look like an alias, more than which a file is not even composed.
  static let maximumAliasLookalikes = 16

  static func read(_ source: SourceText) -> Result<LocatedNode, ScenarioProblem> {
    if let problem = cap(source) { return .failure(problem) }
    do {
      let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return .failure(empty(source)) }
      if case .scalar(let scalar) = root, scalar.string.isEmpty { return .failure(empty(source)) }
      return try .success(convert(root, depth: 1, source))
    } catch let problem as ScenarioProblem {
      return .failure(problem)
    } catch {
      return .failure(SyntaxError.problem(error, in: source))
    }
  }

  private static func empty(_ source: SourceText) -> ScenarioProblem {
    source.problem(
      .start, "the file is empty",
      hint: "`incentive init` writes a starter scenario; the smallest has scenario, horizon, "
        + "currency, seed, people and economics")
  }

  private static func cap(_ source: SourceText) -> ScenarioProblem? {
    guard source.text.utf8.count <= maximumBytes else {
      return source.problem(
        .start, "the file has \(source.text.utf8.count) bytes; at most \(maximumBytes) are read")
    }
    if let place = NestingGuard.firstTooDeep(source, limit: maximumDepth) {
      return source.problem(place, "nested deeper than \(maximumDepth) levels")
    }
    if let place = NestingGuard.tooManyAliases(source, limit: maximumAliasLookalikes) {
      return source.problem(place, aliasMessage, hint: aliasHint)
    }
    return nil
  }

  private static let aliasMessage =
    "anchors (&name) and aliases (*name) are not part of the language"
  private static let aliasHint = "name what is shared under presets: and refer to it by use:"

  private static func convert(
    _ node: Node, depth: Int, _ source: SourceText
  ) throws -> LocatedNode {
    let place = Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard depth <= maximumDepth else {
      throw source.problem(place, "nested deeper than \(maximumDepth) levels")
    }
    guard node.anchor == nil else {
      throw source.problem(place, aliasMessage, hint: aliasHint)
    }
    switch node {
    case .scalar(let scalar):
      return LocatedNode(place: place, content: .scalar(scalar.string))
    case .sequence(let sequence):
      let elements = try sequence.map { try convert($0, depth: depth + 1, source) }
      return LocatedNode(place: place, content: .list(elements))
    case .mapping(let mapping):
      var entries: [LocatedNode.Entry] = []
      var seen: [String: Place] = [:]
      for (key, value) in mapping {
        let key = try convert(key, depth: depth + 1, source)
        guard let name = key.text else {
          throw source.problem(key.place, "a key must be a plain word")
        }
        if let first = seen.updateValue(key.place, forKey: name) {
          throw SyntaxError.duplicate(name, at: key.place, first: first, in: source)
        }
        let value = try convert(value, depth: depth + 1, source)
        entries.append(LocatedNode.Entry(key: name, place: key.place, value: value))
      }
      return LocatedNode(place: place, content: .map(entries))
    case .alias:
      throw source.problem(place, aliasMessage, hint: aliasHint)
    }
  }
}
