/// One place where two trees differ.
struct TreeDifference: Sendable {
  var steps: [TreeStep]
  /// What the first tree has there; nothing if it has nothing.
  var before: LocatedNode?
  /// What the second tree has there; nothing if it has nothing.
  var after: LocatedNode?
  /// Whether only the order of what stands there differs.
  var isOrder = false

  /// The path in the words of the file.
  var path: String { steps.map(\.text).joined(separator: ".") + (isOrder ? " (order)" : "") }

  /// What one tree says there.
  func text(_ node: LocatedNode?) -> String? {
    guard isOrder else { return node?.flowText }
    return node.map { ($0.keys + $0.elements.compactMap(\.identity)).joined(separator: ", ") }
  }

  /// All differences of two trees, deepest paths, in the first tree's order.
  static func all(_ before: LocatedNode, _ after: LocatedNode) -> [TreeDifference] {
    differences(before, after, at: [])
  }

  private static func differences(
    _ before: LocatedNode, _ after: LocatedNode, at steps: [TreeStep]
  ) -> [TreeDifference] {
    switch (before.content, after.content) {
    case (.scalar(let old), .scalar(let new)) where old.trimmed == new.trimmed: return []
    case (.map(let old), .map(let new)):
      // The order of keys is the planner's, but for arms: reports show them in theirs.
      return children(
        old.map { (.key($0.key), $0.value) }, new.map { (.key($0.key), $0.value) }, at: steps)
        + (steps == [.key("arms")]
          ? order(before, after, old.map(\.key), new.map(\.key), steps) : [])
    case (.list(let old), .list(let new)):
      let (oldNames, newNames) = (names(old), names(new))
      guard let oldNames, let newNames else { return positions(before, after, at: steps) }
      return children(
        zip(oldNames, old).map { (.element($0), $1) },
        zip(newNames, new).map { (.element($0), $1) }, at: steps)
        + order(before, after, oldNames, newNames, steps)
    default: return [TreeDifference(steps: steps, before: before, after: after)]
    }
  }

  /// The identities of all elements; nothing unless each has one of its own.
  private static func names(_ elements: [LocatedNode]) -> [String]? {
    let names = elements.compactMap(\.identity)
    return names.count == elements.count && Set(names).count == names.count ? names : nil
  }

  private static func children(
    _ old: [(step: TreeStep, node: LocatedNode)], _ new: [(step: TreeStep, node: LocatedNode)],
    at steps: [TreeStep]
  ) -> [TreeDifference] {
    let kept = old.flatMap { step, before -> [TreeDifference] in
      guard let after = new.first(where: { $0.step == step })?.node else {
        return [TreeDifference(steps: steps + [step], before: before, after: nil)]
      }
      return differences(before, after, at: steps + [step])
    }
    let added = new.filter { item in !old.contains { $0.step == item.step } }
    return kept
      + added.map { TreeDifference(steps: steps + [$0.step], before: nil, after: $0.node) }
  }

  /// Lists of scalars differ as a whole; others position by position.
  private static func positions(
    _ before: LocatedNode, _ after: LocatedNode, at steps: [TreeStep]
  ) -> [TreeDifference] {
    let (old, new) = (before.elements, after.elements)
    if (old + new).allSatisfy({ $0.text != nil }) {
      let isSame = old.map { $0.text?.trimmed } == new.map { $0.text?.trimmed }
      return isSame ? [] : [TreeDifference(steps: steps, before: before, after: after)]
    }
    func numbered(_ nodes: [LocatedNode]) -> [(step: TreeStep, node: LocatedNode)] {
      nodes.enumerated().map { (.position($0), $1) }
    }
    return children(numbered(old), numbered(new), at: steps)
  }

  private static func order(
    _ before: LocatedNode, _ after: LocatedNode, _ old: [String], _ new: [String],
    _ steps: [TreeStep]
  ) -> [TreeDifference] {
    // Only names that both have tell whether their order differs.
    guard old.filter(new.contains) != new.filter(old.contains) else { return [] }
    return [TreeDifference(steps: steps, before: before, after: after, isOrder: true)]
  }
}
