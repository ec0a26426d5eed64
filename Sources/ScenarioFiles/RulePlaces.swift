internal import IncentiveEngine

/// Where the rules of a scenario's schemes stand in its file.
public struct RulePlaces: Sendable {
  /// A line and a column, counted from 1.
  public struct Position: Sendable, Hashable {
    /// The line.
    public let line: Int
    /// The column.
    public let column: Int
  }

  /// Whether a setting's path is the rule's, or leads to it or into it.
  private static func sets(_ path: String, _ rule: String) -> Bool {
    let name = rule.remainder(after: "offers.")
    let paths = name.map { ["promotions.\($0)", "coupons.\($0)"] } ?? [rule]
    return paths.contains { path == "scheme.\($0)" || path.hasPrefix("scheme.\($0).") }
  }

  private let root: LocatedNode

  init(_ root: LocatedNode) { self.root = root }

  /// The place of a key of the scenario itself; the scenario's own where it has no such key.
  public func position(ofKey key: String) -> Position {
    let place = root.place(of: key)
    return Position(line: place.line, column: place.column)
  }

  /// The place of a rule's deepest part that the file has: in the arm's own scheme if it has one,
  /// else in the scheme that all arms start from.
  ///
  /// - Parameter rule: the rule's key below `scheme`, as the engine names it.
  public func position(ofRule rule: String, arm: String) -> Position {
    let settings = root["arms"]?[arm]?["set"]
    if let key = settings?.keys.first(where: { Self.sets($0, rule) }) {
      let place = settings?.place(of: key) ?? root.place
      return Position(line: place.line, column: place.column)
    }
    let own = root["arms"]?[arm]?["scheme"]
    let scheme = own?.isMap == true ? own : root["scheme"]
    guard let scheme else { return Position(line: root.place.line, column: root.place.column) }
    let place = SchemeProblemPlace.place(
      of: rule.split(separator: ".").map(String.init), in: scheme)
    return Position(line: place.line, column: place.column)
  }
}

extension LocatedNode {
  fileprivate var isMap: Bool { if case .map = content { true } else { false } }
}
