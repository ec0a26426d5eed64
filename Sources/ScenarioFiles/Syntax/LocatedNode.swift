/// A part of a scenario file: a text, a list or a mapping, with its place.
///
/// Scalars are texts whatever YAML version reads them: the language gives them their meaning.
struct LocatedNode: Sendable {
  /// What a node holds.
  indirect enum Content: Sendable {
    case scalar(String)
    case list([LocatedNode])
    case map([Entry])
  }

  /// One key with its value.
  struct Entry: Sendable {
    var key: String
    var place: Place
    var value: LocatedNode
  }

  var place: Place
  var content: Content

  /// The value under a key, if this is a mapping that has it.
  subscript(key: String) -> LocatedNode? { entry(key)?.value }

  /// The key with its value, if this is a mapping that has it.
  func entry(_ key: String) -> Entry? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }
  }

  /// The place of a key, or of the whole mapping where the key is missing.
  func place(of key: String) -> Place { entry(key)?.place ?? place }

  /// The place of a key's value, or of the whole mapping where the key is missing.
  func valuePlace(of key: String) -> Place { entry(key)?.value.place ?? place }

  /// The text, if this is a scalar.
  var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The keys of a mapping in file order.
  var keys: [String] {
    if case .map(let entries) = content { entries.map(\.key) } else { [] }
  }

  /// The elements of a list.
  var elements: [LocatedNode] {
    if case .list(let elements) = content { elements } else { [] }
  }

  /// What the node is, in a planner's words.
  var kind: String {
    switch content {
    case .scalar(let text): text.isEmpty ? "nothing" : "the text \"\(text.shortened)\""
    case .list: "a list"
    case .map: "a mapping of keys"
    }
  }
}

extension String {
  /// The text, cut where it would flood a message.
  var shortened: String { count > 40 ? "\(prefix(38))…" : self }
}
