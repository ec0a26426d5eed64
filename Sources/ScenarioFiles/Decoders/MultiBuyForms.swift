internal import IncentiveEngine
internal import Quantities

/// What an offer asks of a basket's lines.
struct LineKeys: Sendable {
  var items: [UInt16]?
  var counting: OfferScope.Counting?
  var minimumItems: Int?
  var unitsEach: Int?
  var nth: NthUnit?
  var gifts: [GiftStep]?

  var scope: OfferScope? {
    items.map { OfferScope(items: $0, counting: counting ?? .matching) }
  }

  /// Whether the keys fit together, and the file has items at all.
  func fit(_ node: LocatedNode, _ reading: Reading) -> Bool {
    let counted = ["min-items", "per-items", "nth"].first { node[$0] != nil }
    if let counted, !reading.checkCatalogue(at: node.place(of: counted)) { return false }
    if counting != nil, items == nil {
      reading.report(
        node.place(of: "count"), "\"count\" means nothing for an offer on the whole basket",
        hint: "add \"items:\", or remove it")
      return false
    }
    if unitsEach != nil, node["off"] == nil {
      reading.report(
        node.place(of: "per-items"), "only an amount can be taken off for each so many items",
        hint: "write off: ¥50, per-items: 3")
      return false
    }
    for key in ["min-spend", "cap"] where node[key] != nil {
      guard let other = ["nth", "per-items", "gifts"].first(where: { node[$0] != nil }) else {
        continue
      }
      reading.report(
        node.place(of: key), "\"\(key)\" cannot stand beside \"\(other)\"", hint: "remove one")
      return false
    }
    return true
  }
}

extension Form where Value == OfferScope.Counting {
  /// What the thresholds of an offer for items count.
  static var counting: Form {
    .choice("what thresholds count", [("items", .matching), ("basket", .basket)])
  }
}

extension Form where Value == Int {
  /// A number of units in a basket.
  static var units: Form { .integer(1...Scheme.maximumUnits, example: "3") }
}

extension Form where Value == NthUnit {
  /// `nth:` — every so many units, one is cheaper.
  static var nthUnit: Form {
    ObjectForm(
      "an nth unit", "Every so many units, one is cheaper.",
      keys: .defaulted(
        "every", .integer(2...Scheme.maximumUnits, example: "2"), "Of how many units.", 2,
        text: "2"),
      .required("share", .share(example: "50%", isPositive: true), "The share taken off that one."),
      .required(
        "of",
        .choice("which units count", [("same-item", .sameItem), ("cheapest", .cheapest)]),
        "same-item: units of one item; cheapest: units of all items that match, of which the "
          + "cheapest pay less.")
    ) { _, _, every, share, choice in
      NthUnit(every: every, off: share, choice: choice)
    }.form
  }
}
