internal import Quantities
internal import Scenarios

/// `returns:` — what people send back of what they buy.
extension Form where Value == Returns {
  /// A rate, or a rate with days, shares and exceptions.
  static var returns: Form {
    .either(
      scalar: Form<Rate>.share(example: "8%").map { rate, _, _ in Returns(rate: rate) },
      or: detailed)
  }

  private static var detailed: Form {
    ObjectForm(
      "returns", "What people send back of what they buy.",
      keys: .required(
        "rate", .share(example: "8%"),
        "The share of a basket's lines that come back; without a catalogue an order is one line."),
      .defaulted(
        "after", .days, "The fewest days from the order to the return.",
        Returns.usualDays.lowerBound, text: "1 day"),
      .defaulted(
        "within", .positiveDays, "The most days from the order to the return.",
        Returns.usualDays.upperBound, text: "7 days"),
      .defaulted(
        "whole", .share(example: "30%"),
        "Of the orders of which something comes back, the share that comes back whole.", .zero,
        text: "0%"),
      .defaulted(
        "written-off", .share(example: "20%"),
        "The share of the cost of returned goods that is lost.", .zero, text: "0%"),
      .defaulted(
        "segments", .named("segments", of: .share(example: "20%")),
        "Segments with a rate of their own.", [], text: "none"),
      .defaulted(
        "categories", .named("categories", of: .share(example: "4%")),
        "Categories of the catalogue with a rate of their own, whatever the segment.", [],
        text: "none")
    ) { node, reading, rate, after, within, whole, writtenOff, segments, categories in
      guard after <= within, within <= 365 else {
        reading.report(
          node.valuePlace(of: "within"),
          "goods come back after at least \(after) days and within "
            + "365", hint: "after: 3 days, within: 10 days")
        return nil
      }
      return Returns(
        rate: rate, days: after...within, wholeShare: whole, writtenOff: writtenOff,
        segments: segments.map { Returns.Exception(name: $0.name, rate: $0.value) },
        categories: categories.map { Returns.Exception(name: $0.name, rate: $0.value) })
    }.form
  }
}

extension Returns {
  /// Whether the exceptions name segments and categories that the file has; if not, that is said.
  func check(
    segments: [String], categories: [String], _ node: LocatedNode, _ reading: Reading
  ) -> Bool {
    let before = reading.reportCount
    let returns = node["economics"]?["returns"]
    for (key, names, known) in [
      ("segments", self.segments.map(\.name), segments),
      ("categories", self.categories.map(\.name), categories),
    ] {
      for name in names where !known.contains(name) {
        reading.report(
          returns?[key]?.entry(name)?.place ?? node.place,
          "unknown name \"\(name.shortened)\" in \(key)",
          hint: Suggestion.hint(for: name, among: known))
      }
    }
    return reading.reportCount == before
  }
}
