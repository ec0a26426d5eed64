/// One key of an object: its name, form and meaning, declared once for reading, schema and
/// reference.
struct Key<Value: Sendable>: Sendable {
  let shape: KeyShape
  /// The value under the key in a mapping, or what holds where it is missing; nothing after a
  /// problem was reported.
  let read: @Sendable (LocatedNode, Reading) -> Value?

  /// A key that must be there.
  static func required(_ name: String, _ form: Form<Value>, _ summary: String) -> Key {
    let shape = KeyShape(
      name: name, summary: summary, shape: form.shape, isRequired: true, fallback: nil)
    return Key(shape: shape) { node, reading in
      if let value = node[name] { return form.read(value, reading) }
      let example = form.shape.example.map { "add \"\(name): \($0)\"" }
      reading.report(
        node.place, "the key \"\(name)\" is missing",
        hint: example ?? "add \"\(name):\" with \(form.shape.name)")
      return nil
    }
  }

  /// A key that may be missing; `fallback` says in words what holds then.
  static func optional<Wrapped>(
    _ name: String, _ form: Form<Wrapped>, _ summary: String, fallback: String
  ) -> Key where Value == Wrapped? {
    let shape = KeyShape(
      name: name, summary: summary, shape: form.shape, isRequired: false, fallback: fallback)
    return Key(shape: shape) { node, reading in
      guard let value = node[name] else { return .some(nil) }
      guard let read = form.read(value, reading) else { return nil }
      return .some(read)
    }
  }

  /// A key that has a value of its own where it is missing.
  static func defaulted(
    _ name: String, _ form: Form<Value>, _ summary: String, _ value: Value, text: String
  ) -> Key {
    let shape = KeyShape(
      name: name, summary: summary, shape: form.shape, isRequired: false, fallback: text)
    return Key(shape: shape) { node, reading in
      guard let written = node[name] else { return value }
      return form.read(written, reading)
    }
  }
}

/// Some keys of an object and what they make together; an object with many keys joins several.
struct KeyGroup<Value: Sendable>: Sendable {
  let shapes: [KeyShape]
  /// What the keys make of a mapping; nothing after a problem was reported.
  let read: @Sendable (LocatedNode, Reading) -> Value?

  /// Declares keys; `build` makes the value from those of the keys, in order.
  init<each Part: Sendable>(
    keys: repeat Key<each Part>,
    build: @escaping @Sendable (LocatedNode, Reading, repeat each Part) -> Value?
  ) {
    var shapes: [KeyShape] = []
    for key in repeat each keys { shapes.append(key.shape) }
    self.shapes = shapes
    read = { node, reading in
      let values = (repeat (each keys).read(node, reading))
      do {
        return build(node, reading, repeat try Self.present(each values))
      } catch {
        return nil
      }
    }
  }

  /// Joins groups; all of them are read, whatever is wrong in one.
  init<each Part: Sendable>(
    joining groups: repeat KeyGroup<each Part>,
    build: @escaping @Sendable (LocatedNode, Reading, repeat each Part) -> Value?
  ) {
    var shapes: [KeyShape] = []
    for group in repeat each groups { shapes += group.shapes }
    self.shapes = shapes
    read = { node, reading in
      let values = (repeat (each groups).read(node, reading))
      do {
        return build(node, reading, repeat try Self.present(each values))
      } catch {
        return nil
      }
    }
  }

  private struct Missing: Error {}

  private static func present<Wrapped>(_ value: Wrapped?) throws -> Wrapped {
    guard let value else { throw Missing() }
    return value
  }
}

/// An object of the language: its keys are declared here and nowhere else, and every declared key
/// is read.
struct ObjectForm<Value: Sendable, each Part: Sendable>: Sendable {
  /// The form of the object.
  let form: Form<Value>

  /// Declares an object.
  ///
  /// `build` makes the value from those of the keys, in order, and reports what does not fit
  /// together; it is given the object's node for the places.
  init(
    _ name: String, _ summary: String, planned: [PlannedKey] = [],
    keys: repeat Key<each Part>,
    build: @escaping @Sendable (LocatedNode, Reading, repeat each Part) -> Value?
  ) {
    form = .object(
      name, summary, planned: planned, KeyGroup(keys: repeat each keys, build: build))
  }
}

extension Form {
  /// An object whose keys stand in groups.
  static func object(
    _ name: String, _ summary: String, planned: [PlannedKey] = [], _ group: KeyGroup<Value>
  ) -> Form {
    let shape = ObjectShape(name: name, summary: summary, keys: group.shapes, planned: planned)
    return Form(.object(shape)) { node, reading in
      guard case .map(let entries) = node.content else {
        reading.report(
          node.place, "expected \(shape.name), found \(node.kind)",
          hint: "write { \(shape.keys.first?.name ?? "key"): … }")
        return nil
      }
      reading.checkKeys(entries, of: shape)
      return group.read(node, reading)
    }
  }
}
