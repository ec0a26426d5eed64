internal import Measurement
internal import Quantities
internal import Scenarios

/// `equalize:` — a number of an arm's scheme that is looked for before a run.
struct EqualizeLines: Sendable {
  var target: String
  var path: String
  var grid: NumberGrid
  var metric: Metric
  var within: Double
  var firstMembers: Int?
  /// The place of the mapping.
  var place: Place
  var targetPlace: Place
  var pathPlace: Place
  /// Of the lowest value, then of the highest.
  var endPlaces: [Place]
}

extension Form where Value == EqualizeLines {
  static var equalize: Form {
    ObjectForm<EqualizeLines, String, String, [String], Metric, Rate, String?, Int?>(
      "an equalization",
      "A number of the arm's scheme that is looked for before the run, by runs with the same luck, so "
        + "that the arm costs what another arm does.",
      keys: .required(
        "to", .text("the name of an arm", example: "control"), "The arm whose cost is to be met."),
      .required(
        "over", .text("a path", example: "scheme.coupons.spring.share"),
        "The number that is looked for, as `set:` would name it; it stands in the arm's scheme."),
      .required(
        "between", .list(of: .text("a value", example: "1%"), minimumCount: 2, maximumCount: 2),
        "The lowest and the highest value, written as the file would: [1%, 40%], [¥5, ¥50], "
          + "[1 per ¥1, 5 per ¥1]; one number differs."),
      .defaulted(
        "metric", .metric, "What is to be equal: a metric per member.", .incentiveCostPerMember,
        text: "incentive-cost-per-member"),
      .defaulted(
        "within", .share(example: "0.5%", isPositive: true),
        "The difference that is left at most, as a share of the other arm's value.",
        Rate(5, over: 1000), text: "0.5%"),
      .optional(
        "step", .text("a step", example: "1%"), "From one value to the next that is tried.",
        fallback: "the smallest unit of money, 0.01%, or the last digit written in `between`"),
      .optional(
        "first-members", .integer(1...1_000_000_000, example: "1_000"),
        "Members of a smaller population that is looked at first; the search ends with all.",
        fallback: "an eighth, at least two communities, where that is at most half")
    ) { node, reading, target, path, ends, metric, within, step, members in
      let places = node["between"]?.elements.map(\.place) ?? []
      guard isComparable(metric, node, reading),
        let grid = grid(ends, step: step, at: places.first ?? node.place, reading)
      else { return nil }
      return EqualizeLines(
        target: target, path: path, grid: grid, metric: metric, within: within.value,
        firstMembers: members, place: node.place, targetPlace: node.valuePlace(of: "to"),
        pathPlace: node.valuePlace(of: "over"), endPlaces: places)
    }.form
  }

  private static func isComparable(
    _ metric: Metric, _ node: LocatedNode, _ reading: Reading
  ) -> Bool {
    if metric.isPerMemberOfAnyArm { return true }
    reading.report(
      node.valuePlace(of: "metric"),
      "\(metric.rawValue) of two arms cannot be made equal",
      hint:
        "take a metric per member that each arm has by itself, such as incentive-cost-per-member")
    return false
  }

  private static func grid(
    _ ends: [String], step: String?, at place: Place, _ reading: Reading
  ) -> NumberGrid? {
    do throws(ScalarFailure) {
      return try NumberGridText.grid(
        from: ends[0], to: ends[1], step: step, currency: reading.currency)
    } catch {
      reading.report(place, error.message, hint: error.hint)
      return nil
    }
  }
}

extension Metric {
  /// Whether an arm has the metric by itself, as a total per member.
  fileprivate var isPerMemberOfAnyArm: Bool {
    hasProgramTotal && !belongsToPairing && !needsRunOff
  }
}

extension EqualizeLines {
  /// Whether the arm's scheme has the number and can be read with both ends of the range; the
  /// problems are reported at the path or at the end.
  func fits(_ scheme: LocatedNode, _ reading: Reading) -> Bool {
    let entry = LocatedNode.Entry(
      key: path, place: pathPlace, value: LocatedNode(place: pathPlace, content: .scalar("")))
    guard let edit = Form<ArmLines>.edit(entry, reading),
      let current = edit.current(in: scheme, reading)
    else { return false }
    guard let text = current.text, NumberGridText.hasNumber(text) else {
      reading.report(
        pathPlace, "\(path.shortened) is \(current.kind), not a number",
        hint: "go on to the number inside it, such as scheme.coupons.spring.share")
      return false
    }
    let before = reading.reportCount
    for (text, place) in zip([grid.lowestText, grid.highestText], endPlaces) {
      let end = LocatedNode(place: place, content: .scalar(text))
      let changed = TreeEdit(
        path: String(path.dropFirst("scheme.".count)), place: pathPlace, value: end
      ).applied(to: scheme, reading)
      if let changed { _ = Language.scheme.read(changed, reading) }
    }
    return reading.reportCount == before
  }

  /// What is looked for in all arms, in file order; nothing after a problem.
  static func all(of arms: [Named<ArmLines>], _ reading: Reading) -> [Equalization]? {
    var found: [Equalization] = []
    var isRight = true
    for arm in arms {
      guard let lines = arm.value.equalize else { continue }
      if let (place, message, hint) = lines.misdirection(of: arm.name, reading) {
        reading.report(place, message, hint: hint)
        isRight = false
      }
      found.append(lines.equalization(of: arm.name))
    }
    guard isRight else { return nil }
    if found.inOrder == nil {
      let last = arms.last { $0.value.equalize != nil }
      reading.report(
        last?.value.equalize?.targetPlace ?? .start,
        "arms are equalized to each other in a circle",
        hint: "one of them keeps its scheme as it is written")
      return nil
    }
    return found
  }

  /// What is wrong with the arms that the line connects.
  private func misdirection(of arm: String, _ reading: Reading) -> (Place, String, String?)? {
    if arm == AllArms.control {
      return (
        place, "control is what others are held against, so its scheme is not looked for",
        "equalize the other arm: { to: control, … }"
      )
    }
    if target == arm {
      return (targetPlace, "an arm always costs what it costs itself", "name another arm")
    }
    guard !reading.armNames.contains(target) else { return nil }
    return (
      targetPlace, "unknown arm \"\(target.shortened)\"",
      Suggestion.hint(for: target, among: reading.armNames)
    )
  }

  private func equalization(of arm: String) -> Equalization {
    let range = endPlaces.first ?? place
    return Equalization(
      arm: arm, target: target, metric: metric, path: path, grid: grid, within: within,
      firstMembers: firstMembers, place: .init(line: range.line, column: range.column))
  }
}

extension AllArms {
  /// Whether the small model, which knows no costs, has nothing to look for.
  func checkSmallModel(_ node: LocatedNode, _ reading: Reading, isSmallModel: Bool) -> Bool {
    guard isSmallModel, let first = equalizations.first else { return true }
    reading.report(
      Place(line: first.place.line, column: first.place.column),
      "the small model has no costs that could be made equal",
      hint: "remove equalize:, or write occasions: renewal")
    return false
  }
}
