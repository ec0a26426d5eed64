internal import MemberPopulation

extension Form where Value == Parameter {
  /// A parameter: a number, or a number with its range or standard error and its source.
  static func parameter<Name: ParameterName>(of name: Name) -> Form {
    let example = name.allowed.contains(1) ? "1" : name.allowed.lowerBound.plain
    let number = Form<Double>.number(name.allowed, example: example)
    let plain = number.map { value, _, _ in
      Parameter(value, .notStated, source: Parameter.scenarioSource)
    }
    return .either(scalar: plain, or: documented(number, name.rawValue))
  }

  private static func documented(_ number: Form<Double>, _ name: String) -> Form {
    ObjectForm(
      "the parameter \(name)", "A number with what is known about it.",
      keys: .required("value", number, "The value used."),
      .optional(
        "range", .list(of: number), "The lowest and the highest value to be tried.",
        fallback: "not stated"),
      .optional(
        "standard-error", .number(0...1e6, example: "0.1"), "The standard error of an estimate.",
        fallback: "not stated"),
      .defaulted(
        "source", .text("a source", example: "assumption: survey of stores"),
        "The paper, data set or \"assumption: …\".", Parameter.scenarioSource,
        text: Parameter.scenarioSource)
    ) { node, reading, value, range, error, source in
      guard let range else {
        return Parameter(value, error.map { .standardError($0) } ?? .notStated, source: source)
      }
      guard error == nil else {
        reading.report(
          node.place(of: "standard-error"), "give a range or a standard error, not both")
        return nil
      }
      guard range.count == 2, range[0] <= value, value <= range[1] else {
        reading.report(
          node.valuePlace(of: "range"), "a range is [lowest, highest] around the value")
        return nil
      }
      return Parameter(value, .range(range[0], range[1]), source: source)
    }.form
  }
}
