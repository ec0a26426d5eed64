internal import IncentiveEngine
internal import Quantities

/// One line of `multipliers:`.
struct MultiplierLine: Sendable {
  var name: String
  var factor: Rate
  var window: Multiplier.Window?
  var tier: String?
  /// The coupon that opens it, if the calendar does not.
  var coupon: String?
  var node: LocatedNode
}

extension Form where Value == MultiplierLine {
  /// `multipliers:` — factors on the points a purchase earns.
  static var multiplier: Form {
    ObjectForm(
      "a multiplier", "A factor on the points a purchase earns.",
      planned: [
        PlannedKey("hours", "M10", "the hours of the day in which it applies"),
        PlannedKey("items", "M10", "only these items or categories"),
      ],
      keys: .required("name", .name(of: "a multiplier", example: "member-day"), "Its name."),
      .required("factor", .factor, "What points are multiplied by."),
      .optional("when", .multiplierWindow, "When it applies.", fallback: "see coupon"),
      .optional(
        "coupon", .name(of: "a coupon", example: "double-card"),
        "The coupon on whose order it applies, instead of a day: a double-points card.",
        fallback: "none"),
      .optional(
        "tier", .name(of: "a tier", example: "gold"), "The one tier it is for.",
        fallback: "all members")
    ) { node, reading, name, factor, when, coupon, tier in
      guard (when == nil) != (coupon == nil) else {
        reading.report(
          when == nil ? node.place : node.place(of: "coupon"),
          when == nil
            ? "the multiplier does not say when it applies"
            : "the multiplier applies on days or with a coupon, not both",
          hint: "write \"when: monthly on day 8\" or \"coupon: double-card\"")
        return nil
      }
      return MultiplierLine(
        name: name, factor: factor, window: when, tier: tier, coupon: coupon, node: node)
    }.form
  }
}

extension MultiplierLine {
  /// When it applies, once the offers are known.
  func window(offers: [Offer], _ reading: Reading) -> Multiplier.Window? {
    guard let coupon else { return window }
    let coupons = offers.enumerated().filter { $0.element.isCoupon }
    if let found = coupons.first(where: { $0.element.name == coupon }) {
      return .coupon(offer: found.offset)
    }
    reading.report(
      node.valuePlace(of: "coupon"), "unknown coupon \"\(coupon.shortened)\"",
      hint: Suggestion.hint(for: coupon, among: coupons.map(\.element.name)))
    return nil
  }
}

extension Form where Value == MultiplierCombination {
  /// How several factors on one order combine.
  static var combination: Form {
    .choice(
      "how factors combine", [("additive", .additive), ("multiplicative", .multiplicative)])
  }
}
