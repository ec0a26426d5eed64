internal import Measurement
internal import Quantities
internal import Scenarios

/// `replications:` — how many, or a first stage and what is to be narrow after the second.
struct ReplicationLines: Sendable {
  var first: Int
  var rule: ReplicationRule?

  /// The fewest replications of a first stage: fewer give no interval where communities depend on
  /// each other (D9), and make Student's t so large that the second stage is long.
  static let fewestOfStage = 10
  static let most = 10_000
}

extension Form where Value == ReplicationLines {
  static var replications: Form {
    let count = Form<Int>.integer(1...ReplicationLines.most, example: "1")
    return .either(
      scalar: count.map { count, _, _ in ReplicationLines(first: count) }, or: staged)
  }

  /// A rule of two stages.
  private static var staged: Form {
    let range = ReplicationLines.fewestOfStage...ReplicationLines.most
    return ObjectForm<ReplicationLines, Int, [ReplicationRule.Line], Int>(
      "a two-stage rule",
      "Replications until intervals are as narrow as asked (Stein 1945): the spread between the first "
        + "replications, and nothing else, says how many there are in all.",
      keys: .required("first", .integer(range, example: "10"), "Replications of the first stage."),
      .required(
        "until", .list(of: .narrow, minimumCount: 1),
        "What is to be narrow; the line that takes most replications decides."),
      .required(
        "at-most", .integer(range, example: "200"),
        "Replications in all, whatever the first stage asks for; the report says where this cut it."
      )
    ) { node, reading, first, lines, atMost in
      guard atMost >= first else {
        reading.report(
          node.valuePlace(of: "at-most"),
          "at most \(atMost) replications are fewer than the first \(first)",
          hint: "write at-most: \(first) or more, or a smaller first stage")
        return nil
      }
      return ReplicationLines(first: first, rule: ReplicationRule(lines: lines, atMost: atMost))
    }.form
  }
}

extension Form where Value == ReplicationRule.Line {
  /// One interval that is to be narrow.
  fileprivate static var narrow: Form {
    ObjectForm<ReplicationRule.Line, Metric, LocatedNode, String?>(
      "a half-width", "A difference to control whose 95% interval is to be so narrow.",
      keys: .required("metric", .metric, "The metric."),
      .required(
        "half-width", .halfWidth,
        "Half the width of the interval in the metric's unit: ¥0.50, 0.5 pp of a share, 0.02 of a "
          + "count."),
      .optional(
        "of", .text("the name of an arm", example: "points"), "The arm it is about.",
        fallback: "every arm but control")
    ) { node, reading, metric, width, arm in
      let halfWidth = halfWidth(width, of: metric, reading)
      let isKnown = arm.map { isTreatment($0, at: node.valuePlace(of: "of"), reading) } ?? true
      guard isKnown, let halfWidth else { return nil }
      return ReplicationRule.Line(metric: metric, arm: arm, halfWidth: halfWidth)
    }.form
  }

  private static func isTreatment(_ name: String, at place: Place, _ reading: Reading) -> Bool {
    guard name != AllArms.control else {
      reading.report(
        place, "control differs from itself by nothing, so its interval has no width",
        hint: "name another arm, or leave \"of:\" out for all others")
      return false
    }
    return Form<Expectation>.isArm(name, at: place, reading)
  }

  /// A half-width in the metric's own unit: minor units of money, a share, or a number.
  private static func halfWidth(
    _ node: LocatedNode, of metric: Metric, _ reading: Reading
  ) -> Double? {
    let text = node.text?.trimmed ?? ""
    let usual =
      switch metric.unit {
      case .money: "\(reading.currency.sign)0.50"
      case .share: "0.5 pp"
      case .count: "0.02"
      }
    do throws(ScalarFailure) {
      let value: Double =
        switch metric.unit {
        case .money: Double(try MoneyText.read(text, in: reading.currency).minor)
        case .share: try percentagePoints(text)
        case .count: try DecimalText(text).value
        }
      guard value > 0 else { throw ScalarFailure("a half-width is more than 0") }
      return value
    } catch {
      reading.report(
        node.place, error.message,
        hint: error.hint ?? "\(metric.rawValue) takes a half-width such as \(usual)")
      return nil
    }
  }

  private static func percentagePoints(_ text: String) throws(ScalarFailure) -> Double {
    guard text.hasSuffix(" pp") else {
      throw ScalarFailure(
        "\"\(text.shortened)\" is no number of percentage points", hint: "write 0.5 pp")
    }
    return try DecimalText(String(text.dropLast(3))).value / 100
  }
}

extension ReplicationLines {
  /// Whether the rest of the file leaves room for the rule; problems at the key otherwise.
  func check(
    _ node: LocatedNode, _ reading: Reading, isSmallModel: Bool, _ equalizations: [Equalization]
  ) -> Bool {
    guard rule != nil else { return true }
    if isSmallModel {
      reading.report(
        node.place, "the small model is run once and has no intervals",
        hint: "remove replications:, or write occasions: renewal")
      return false
    }
    guard equalizations.isEmpty else {
      reading.report(
        node.place,
        "what \"equalize:\" looks for holds for a stated number of replications, not for a rule",
        hint: "write replications: \(first), or give the arm the number that was found")
      return false
    }
    return true
  }
}

extension Form where Value == LocatedNode {
  /// Half the width of an interval; the metric decides the unit.
  fileprivate static var halfWidth: Form {
    let shape = ScalarShape(
      "half the width of an interval", resolved: .anything, examples: ["¥0.50", "0.5 pp", "0.02"])
    return Form(.scalar(shape)) { node, _ in node }
  }
}
