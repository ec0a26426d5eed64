internal import Measurement
internal import Scenarios

/// `expect:` — what should hold, one line each.
extension Form where Value == Expectation {
  static var expectation: Form {
    ObjectForm<
      Expectation, Metric, Expectation.Role, String?, String?, Bool?, LocatedNode?, LocatedNode?,
      LocatedNode?, LocatedNode?, LocatedNode?, Bool, Expectation.Judge,
      Expectation.OnInconclusive, String?, String?
    >(
      "an expectation", "One line of what should hold of a metric.",
      keys: .required("metric", .metric, "The metric."),
      .required("role", .role, "What the line is for."),
      .optional("of", .armName, "The arm it is about.", fallback: "every arm but control"),
      .optional(
        "against", .armName,
        "What it is held against: an arm, baseline, or value for the metric itself.",
        fallback: "control for a direction, else value"),
      .optional(
        "direction", .choice("a direction", [("up", true), ("down", false)]),
        "The difference is above or below zero.", fallback: "see at-most, at-least, between, fail"),
      .optional("at-most", .limit, "The most it may be.", fallback: "no such limit"),
      .optional("at-least", .limit, "The least it may be.", fallback: "no such limit"),
      .optional("between", .limits, "The least and the most.", fallback: "no such limit"),
      .optional("fail", .change, "The change beyond which the line fails.", fallback: "none"),
      .optional("warn", .change, "The change beyond which the line warns.", fallback: "none"),
      .defaulted(
        "per", .choice("what it is per", [("member", false), ("programme", true)]),
        "Whether it is per member or the whole program's total.", false, text: "member"),
      .defaulted(
        "judge", .choice("a way to judge"), "Whether the interval or the point is judged.",
        .interval, text: "interval"),
      .defaulted(
        "on-inconclusive", .choice("what follows"),
        "What follows when the interval crosses the limit.", .warn, text: "warn"),
      .optional(
        "owner", .text("an owner", example: "loyalty-finance"), "Who answers for it.",
        fallback: "nobody"),
      .optional(
        "why", .text("a reason", example: "Q3 budget"), "Why the line is there.",
        fallback: "nothing")
    ) {
      node, reading, metric, role, arm, against, isUp, atMost, atLeast, between, fail, warn,
      isTotal, judge, inconclusive, owner, why in
      let conditions = ConditionKeys(
        metric: metric, isUp: isUp, atMost: atMost, atLeast: atLeast, between: between, fail: fail,
        warn: warn)
      let condition = conditions.condition(node, reading)
      let reference = reference(
        against, condition, isChange: fail != nil || warn != nil, node, reading)
      let isAllowed = isAllowed(metric, as: role, node, reading)
      let isKnown = arm.map { isArm($0, at: node.valuePlace(of: "of"), reading) } ?? true
      guard isAllowed, isKnown, let condition, let reference else { return nil }
      return Expectation(
        metric: metric, role: role, arm: arm, reference: reference, condition: condition,
        isPerProgram: isTotal, judge: judge, onInconclusive: inconclusive, owner: owner, why: why,
        line: node.place.line)
    }.form
  }

  private static func isAllowed(
    _ metric: Metric, as role: Expectation.Role, _ node: LocatedNode, _ reading: Reading
  ) -> Bool {
    guard role == .goal || role == .guardrail, !metric.mayBeGoal else { return true }
    reading.report(
      node.valuePlace(of: "metric"),
      "\(metric.rawValue) cannot be a \(role.rawValue): the scheme itself moves who is counted",
      hint: "use repurchase-share or repurchase-90d, or the role check")
    return false
  }

  static func isArm(_ name: String, at place: Place, _ reading: Reading) -> Bool {
    if reading.armNames.contains(name) { return true }
    reading.report(
      place, "unknown arm \"\(name.shortened)\"",
      hint: Suggestion.hint(for: name, among: reading.armNames))
    return false
  }

  private static func reference(
    _ against: String?, _ condition: Expectation.Condition?, isChange: Bool,
    _ node: LocatedNode, _ reading: Reading
  ) -> Expectation.Reference? {
    let place = node.valuePlace(of: "against")
    switch (against, condition) {
    case (nil, .up), (nil, .down): return .arm("control")
    case (nil, _) where isChange, ("value", _) where isChange, ("value", .up), ("value", .down):
      reading.report(
        place, "a change needs something to be held against",
        hint: "add \"against: baseline\" or \"against: control\"")
      return nil
    case (nil, _), ("value", _): return .absolute
    case ("baseline", _): return .baseline
    case ("base-scenario", _):
      reading.report(
        place, "\"base-scenario\" is planned and cannot be evaluated yet",
        hint: "write \"against: baseline\"")
      return nil
    case (.some(let name), _):
      if reading.armNames.contains(name) { return .arm(name) }
      reading.report(
        place, "\"\(name.shortened)\" is nothing that a metric can be held against",
        hint: Suggestion.hint(for: name, among: reading.armNames + ["baseline", "value"]))
      return nil
    }
  }
}

extension Form where Value == Metric {
  /// A metric by its name.
  static var metric: Form { .choice("a metric") }
}

extension Form where Value == Expectation.Role {
  /// What a line is for.
  static var role: Form { .choice("a role") }
}

extension Form where Value == String {
  /// The name of an arm, or a word in its place.
  fileprivate static var armName: Form { .text("the name of an arm", example: "control") }
}
