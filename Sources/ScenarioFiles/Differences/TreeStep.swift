/// One step of a path through a file's tree.
enum TreeStep: Sendable, Hashable {
  /// The value under a key.
  case key(String)
  /// The element of a list with that identity: its name, or what an expectation is about.
  case element(String)
  /// The element at a position, from 0, where elements have no names.
  case position(Int)

  /// The step in a path; positions count from 1.
  var text: String {
    switch self {
    case .key(let name), .element(let name): name
    case .position(let position): "\(position + 1)"
    }
  }
}

extension LocatedNode {
  /// What an element of a list is found by in another list, if it has that.
  var identity: String? {
    if let name = self["name"]?.text { return name.trimmed }
    guard let metric = self["metric"]?.text?.trimmed else { return nil }
    let about = ["role", "of", "against"].compactMap { self[$0]?.text?.trimmed }
    return about.isEmpty ? metric : "\(metric) (\(about.joined(separator: ", ")))"
  }

  /// The node at a path, if there is one.
  func node(at steps: [TreeStep]) -> LocatedNode? {
    guard let step = steps.first else { return self }
    return child(step)?.node(at: Array(steps.dropFirst()))
  }

  private func child(_ step: TreeStep) -> LocatedNode? {
    switch step {
    case .key(let key): self[key]
    case .element(let name): elements.first { $0.identity == name }
    case .position(let position):
      elements.indices.contains(position) ? elements[position] : nil
    }
  }

  /// The tree with another node at a path, added at the end of its owner where there was none.
  ///
  /// Without a node, what stands there is left out. A path that leads nowhere changes nothing.
  func replacing(_ steps: [TreeStep], with node: LocatedNode?) -> LocatedNode {
    guard let step = steps.first else { return node ?? self }
    let rest = Array(steps.dropFirst())
    let old = child(step)
    guard old != nil || rest.isEmpty else { return self }
    let new = rest.isEmpty ? node : old?.replacing(rest, with: node)
    var copy = self
    switch (content, step) {
    case (.map(var entries), .key(let key)):
      let index = entries.firstIndex { $0.key == key }
      if let index, let new {
        entries[index].value = new
      } else if let index {
        entries.remove(at: index)
      } else if let new {
        entries.append(Entry(key: key, place: place, value: new))
      }
      copy.content = .map(entries)
    case (.list(let elements), _):
      copy.content = .list(Self.replacing(step, with: new, in: elements))
    default: break
    }
    return copy
  }

  private static func replacing(
    _ step: TreeStep, with node: LocatedNode?, in elements: [LocatedNode]
  ) -> [LocatedNode] {
    var elements = elements
    let index: Int? =
      switch step {
      case .key: nil
      case .element(let name): elements.firstIndex { $0.identity == name }
      case .position(let position): elements.indices.contains(position) ? position : nil
      }
    if let index, let node {
      elements[index] = node
    } else if let index {
      elements.remove(at: index)
    } else if let node {
      elements.append(node)
    }
    return elements
  }

  /// The node in one line, as it could be written in a file, cut where it would flood a report.
  var flowText: String {
    let text = wholeText
    return text.count > 100 ? text.prefix(99) + "…" : text
  }

  private var wholeText: String {
    switch content {
    case .scalar(let text): text.trimmed.isEmpty ? "\"\"" : text.trimmed
    case .list(let elements): "[" + elements.map(\.wholeText).joined(separator: ", ") + "]"
    case .map(let entries) where entries.isEmpty: "{}"
    case .map(let entries):
      "{ " + entries.map { "\($0.key): \($0.value.wholeText)" }.joined(separator: ", ") + " }"
    }
  }
}
