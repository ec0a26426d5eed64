internal import IncentiveEngine
internal import Quantities

/// One line of `multipliers:`.
struct MultiplierLine: Sendable {
  var name: String
  var factor: Rate
  var window: Multiplier.Window
  var tier: String?
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
      .required("when", .multiplierWindow, "When it applies."),
      .optional(
        "tier", .name(of: "a tier", example: "gold"), "The one tier it is for.",
        fallback: "all members")
    ) { node, _, name, factor, when, tier in
      MultiplierLine(name: name, factor: factor, window: when, tier: tier, node: node)
    }.form
  }
}

extension Form where Value == MultiplierCombination {
  /// How several factors on one order combine.
  static var combination: Form {
    .choice(
      "how factors combine", [("additive", .additive), ("multiplicative", .multiplicative)])
  }
}
