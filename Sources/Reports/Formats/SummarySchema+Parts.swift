/// The parts that the schema is built from.
extension SummarySchema {
  static func type(_ names: String...) -> JSONText {
    .object([("type", names.count == 1 ? .string(names[0]) : .list(names.map { .string($0) }))])
  }

  static var string: JSONText { type("string") }
  /// A number, or null where it is not defined.
  static var number: JSONText { type("number", "null") }
  static var whole: JSONText {
    .object([("type", .string("string")), ("pattern", .string("^-?[0-9]+$"))])
  }

  static func constant(_ value: String) -> JSONText { .object([("const", .string(value))]) }

  static func oneOf(_ values: [String]) -> JSONText {
    .object([("enum", .list(values.map { .string($0) }))])
  }

  static func list(_ items: JSONText) -> JSONText {
    .object([("type", .string("array")), ("items", items)])
  }

  static func map(of values: JSONText) -> JSONText {
    .object([("type", .string("object")), ("additionalProperties", values)])
  }

  static func orNull(_ value: JSONText) -> JSONText {
    .object([("anyOf", .list([value, type("null")]))])
  }

  /// An object with these keys and no others.
  static func record(
    _ members: [(String, JSONText)], optional: [(String, JSONText)] = []
  ) -> JSONText {
    .object([
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      ("required", .list(members.map { .string($0.0) })),
      ("properties", .object((members + optional).map { (key: $0.0, value: $0.1) })),
    ])
  }
}
