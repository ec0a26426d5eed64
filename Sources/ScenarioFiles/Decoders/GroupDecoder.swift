internal import IncentiveEngine

/// A group of offers as it stands in the file.
struct GroupLine: Sendable {
  var group: OfferGroup
  var offers: [String]
  var node: LocatedNode

  /// The group with its offers found by name.
  func group(offers known: [Offer], _ reading: Reading) -> OfferGroup? {
    var group = group
    var isRight = true
    for (index, name) in offers.enumerated() {
      guard let position = known.firstIndex(where: { $0.name == name }) else {
        reading.report(
          node["offers"]?.elements[index].place ?? node.place,
          "there is no promotion or coupon \"\(name.shortened)\"",
          hint: Suggestion.hint(for: name, among: known.map(\.name)))
        isRight = false
        continue
      }
      group.offers.append(position)
    }
    return isRight ? group : nil
  }
}

extension Form where Value == GroupLine {
  /// `groups:` — offers with a rule of stacking of their own.
  static var group: Form {
    ObjectForm(
      "a group", "Offers that share a rule of stacking.",
      keys: .required("name", .name(of: "a group", example: "season"), "Its name."),
      .required(
        "offers",
        .list(of: .name(of: "a promotion or coupon", example: "welcome"), minimumCount: 1),
        "Its promotions and coupons, in the group's order."),
      .required(
        "mode",
        .choice(
          "which offers of a group apply",
          [
            ("stackable", OfferGroup.Mode.stackable), ("ordered", .ordered),
            ("highest", .highest), ("lowest", .lowest),
          ]),
        "Which of them apply: all, the first that takes something off, or the one that alone takes "
          + "the most or the least off."),
      .defaulted(
        "with-others",
        .choice(
          "how a group combines", [("joint", OfferGroup.Company.joint), ("exclusive", .exclusive)]),
        "Whether they combine with offers outside the group.", .joint, text: "joint"),
      .defaulted(
        "share-of",
        .choice(
          "what a share is of",
          [("discounted", OfferGroup.ShareBase.discounted), ("initial", .initial)]),
        "What a share is taken of: what earlier offers left, or the price before them.",
        .discounted, text: "discounted")
    ) { node, _, name, offers, mode, company, base in
      let group = OfferGroup(
        name: name, offers: [], mode: mode, company: company, shareBase: base)
      return GroupLine(group: group, offers: offers, node: node)
    }.form
  }
}
