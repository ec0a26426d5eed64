/// How one kind of value is written and read: its shape, and the reading that yields the value or
/// reports problems.
struct Form<Value: Sendable>: Sendable {
  let shape: Shape
  let read: @Sendable (LocatedNode, Reading) -> Value?

  init(
    _ shape: Shape, read: @escaping @Sendable (LocatedNode, Reading) -> Value?
  ) {
    self.shape = shape
    self.read = read
  }

  /// The form whose value is made from this one's.
  func map<Other>(
    _ transform: @escaping @Sendable (Value, LocatedNode, Reading) -> Other?
  ) -> Form<Other> {
    Form<Other>(shape) { node, reading in
      guard let value = read(node, reading) else { return nil }
      return transform(value, node, reading)
    }
  }

  /// A scalar; `parse` throws what is wrong with the text.
  static func scalar(
    _ shape: ScalarShape,
    parse: @escaping @Sendable (String, Reading) throws(ScalarFailure) -> Value
  ) -> Form {
    var known = shape
    known.accepts = { text, reading in (try? parse(text, reading)) != nil }
    return Form(.scalar(known)) { node, reading in
      guard let text = node.text else {
        let example = shape.examples.first.map { ", such as \($0)" }
        reading.report(
          node.place, "expected \(shape.name), found \(node.kind)",
          hint: "write one value\(example ?? "")")
        return nil
      }
      do throws(ScalarFailure) {
        return try parse(text.trimmed, reading)
      } catch {
        reading.report(node.place, error.message, hint: error.hint ?? shape.usual)
        return nil
      }
    }
  }

  /// A list; problems of all elements are reported.
  static func list<Element>(
    of element: Form<Element>, minimumCount: Int = 0, maximumCount: Int? = nil
  ) -> Form where Value == [Element] {
    let shape = Shape.list(
      element.shape, minimumCount: minimumCount, maximumCount: maximumCount)
    return Form(shape) { node, reading in
      guard case .list(let nodes) = node.content else {
        reading.report(
          node.place, "expected a list, found \(node.kind)",
          hint: "write [one, two], or one element a line after \"- \"")
        return nil
      }
      if nodes.count < minimumCount {
        reading.report(node.place, "the list needs at least \(minimumCount) element(s)")
        return nil
      }
      if let maximumCount, nodes.count > maximumCount {
        reading.report(
          nodes[maximumCount].place,
          "the list has \(nodes.count) elements; at most \(maximumCount) can be used",
          hint: "this one is the first too many; merge some, or remove what is not needed")
        return nil
      }
      let elements = nodes.map { element.read($0, reading) }
      return elements.contains { $0 == nil } ? nil : elements.compactMap(\.self)
    }
  }

  /// The same list, once no two of its elements have one name; each stands under `name:`.
  func distinct<Element>(
    _ name: @escaping @Sendable (Element) -> String, of owner: String
  ) -> Form where Value == [Element] {
    map { elements, node, reading in
      let names = zip(elements, node.elements).map { (name($0), $1.valuePlace(of: "name")) }
      return reading.checkDistinct(names, of: owner) ? elements : nil
    }
  }

  /// A mapping from names that the planner chooses, in file order.
  static func named<Element>(
    _ owner: String, of element: Form<Element>, known: [String]? = nil
  ) -> Form where Value == [Named<Element>] {
    Form(.named(element.shape, of: owner)) { node, reading in
      guard case .map(let entries) = node.content else {
        reading.report(
          node.place, "expected a mapping from \(owner), found \(node.kind)",
          hint: "write { name: value }, or one \"name: value\" a line")
        return nil
      }
      var isWhole = true
      var values: [Named<Element>] = []
      for entry in entries {
        let isNamed =
          known.map { reading.checkWord(entry.key, at: entry.place, among: $0, of: owner) }
          ?? reading.checkName(entry.key, at: entry.place, of: owner)
        let value = element.read(entry.value, reading)
        if let value, isNamed {
          values.append(Named(name: entry.key, place: entry.place, value: value))
        } else {
          isWhole = false
        }
      }
      return isWhole ? values : nil
    }
  }

  /// Either of two forms: one for scalars, one for the rest.
  static func either(scalar: Form, or other: Form) -> Form {
    Form(.either([scalar.shape, other.shape])) { node, reading in
      node.text == nil ? other.read(node, reading) : scalar.read(node, reading)
    }
  }
}

/// A value under a name that the planner chose.
struct Named<Value: Sendable>: Sendable {
  var name: String
  var place: Place
  var value: Value
}

/// What is wrong with the text of a scalar.
struct ScalarFailure: Error {
  var message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

extension ScalarShape {
  /// The hint that shows how such a value is written.
  var usual: String? {
    examples.isEmpty ? nil : "write \(name), such as \(examples.joined(separator: ", "))"
  }
}

extension String {
  /// The text without spaces at both ends.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
