/// Sets a value inside a tree by a path such as `scheme.tiers.silver.price`.
///
/// The tree is changed before it is decoded, so what is wrong with a value that was set is found
/// at the line that set it.
struct TreeEdit: Sendable {
  /// The path below the root, with the place of each step in the file.
  let steps: [(name: String, place: Place)]
  let value: LocatedNode

  /// Splits a path at its dots.
  init(path: String, place: Place, value: LocatedNode) {
    var steps: [(String, Place)] = []
    var offset = 0
    for step in path.split(separator: ".", omittingEmptySubsequences: false) {
      steps.append((String(step), place.advanced(by: offset)))
      offset += step.unicodeScalars.count + 1
    }
    self.steps = steps
    self.value = value
  }

  /// The word that removes what the file has at the path.
  static let removal = "none"

  /// What the tree has at the path, or nothing after a problem.
  func current(in tree: LocatedNode, _ reading: Reading) -> LocatedNode? {
    var node = tree
    for step in steps {
      let next: LocatedNode?
      let known: [String]
      switch node.content {
      case .list(let elements):
        next = elements.first { $0["name"]?.text == step.name }
        known = elements.compactMap { $0["name"]?.text }
      case .map, .scalar:
        next = node[step.name]
        known = node.keys
      }
      guard let next else {
        reading.report(
          step.place, "the arm's scheme has no \"\(step.name.shortened)\" here",
          hint: Suggestion.hint(for: step.name, among: known))
        return nil
      }
      node = next
    }
    return node
  }

  /// The tree with the value set, or nothing after a problem.
  func applied(to tree: LocatedNode, _ reading: Reading) -> LocatedNode? {
    applied(to: tree, steps[...], reading)
  }

  private func applied(
    to node: LocatedNode, _ rest: ArraySlice<(name: String, place: Place)>, _ reading: Reading
  ) -> LocatedNode? {
    guard let step = rest.first else { return value }
    switch node.content {
    case .map(let entries): return set(step, rest.dropFirst(), in: entries, of: node, reading)
    case .list(let elements):
      return set(step, rest.dropFirst(), in: elements, of: node, reading)
    case .scalar:
      reading.report(
        step.place, "there is no \"\(step.name.shortened)\" inside \(node.kind)",
        hint: "set the whole value, without .\(step.name.shortened)")
      return nil
    }
  }

  private func set(
    _ step: (name: String, place: Place), _ rest: ArraySlice<(name: String, place: Place)>,
    in entries: [LocatedNode.Entry], of node: LocatedNode, _ reading: Reading
  ) -> LocatedNode? {
    var entries = entries
    let index = entries.firstIndex { $0.key == step.name }
    if rest.isEmpty, value.text == Self.removal {
      guard let index else {
        reading.report(
          step.place, "there is no \"\(step.name.shortened)\" to remove",
          hint: Suggestion.hint(for: step.name, among: node.keys))
        return nil
      }
      entries.remove(at: index)
      return LocatedNode(place: node.place, content: .map(entries))
    }
    let inner = index.map { entries[$0].value } ?? LocatedNode(place: step.place, content: .map([]))
    guard let changed = applied(to: inner, rest, reading) else { return nil }
    let entry = LocatedNode.Entry(key: step.name, place: step.place, value: changed)
    if let index { entries[index] = entry } else { entries.append(entry) }
    return LocatedNode(place: node.place, content: .map(entries))
  }

  private func set(
    _ step: (name: String, place: Place), _ rest: ArraySlice<(name: String, place: Place)>,
    in elements: [LocatedNode], of node: LocatedNode, _ reading: Reading
  ) -> LocatedNode? {
    var elements = elements
    guard let index = elements.firstIndex(where: { $0["name"]?.text == step.name }) else {
      reading.report(
        step.place, "the list has nothing named \"\(step.name.shortened)\"",
        hint: Suggestion.hint(for: step.name, among: elements.compactMap { $0["name"]?.text }))
      return nil
    }
    if rest.isEmpty, value.text == Self.removal {
      elements.remove(at: index)
    } else {
      guard let changed = applied(to: elements[index], rest, reading) else { return nil }
      elements[index] = changed
    }
    return LocatedNode(place: node.place, content: .list(elements))
  }
}
