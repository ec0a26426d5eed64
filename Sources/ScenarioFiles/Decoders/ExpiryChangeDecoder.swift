internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// One line of `extend:` before the tiers are known.
struct ExtensionLine: Sendable {
  var rule: ExpiryExtension
  /// The tier that extends, if one does.
  var tier: String?
  var node: LocatedNode

  /// The extension, once the tiers are known.
  func rule(tiers known: [TierLine], _ reading: Reading) -> ExpiryExtension? {
    guard let tier else { return rule }
    guard let position = known.firstIndex(where: { $0.name == tier }) else {
      reading.report(
        node.valuePlace(of: "reaching"), "unknown tier \"\(tier.shortened)\"",
        hint: Suggestion.hint(for: tier, among: known.map(\.name)))
      return nil
    }
    var rule = rule
    rule.trigger = .reaching(tier: position)
    return rule
  }
}

extension Form where Value == ExtensionLine {
  /// A line of `extend:` — what lets points live longer, and by how much.
  static var expiryExtension: Form {
    ObjectForm(
      "an extension", "Something that lets all points of a member live longer.",
      keys: .optional(
        "reaching", .name(of: "a tier", example: "gold"),
        "The tier to which, or above which, an order lifts the member.", fallback: "see date"),
      .optional(
        "date", .date, "The day on which it happens, for all members.", fallback: "see reaching"),
      .required("by", .span, "By how much every last day is moved."),
      .optional(
        "at", .periodEnd, "The period to whose end it is moved then.", fallback: "the exact day")
    ) { node, reading, tier, date, span, period in
      guard (tier == nil) != (date == nil) else {
        reading.report(
          node.place, "points are extended by reaching a tier or on a date: one of them",
          hint: "give reaching: gold, or date: 2026-06-30")
        return nil
      }
      let length: InactivityRule.Length
      switch span {
      case .days(let days) where days > 0: length = .days(days)
      case .months(let months) where months > 0: length = .months(months)
      default:
        reading.report(node.valuePlace(of: "by"), "an extension is at least one day")
        return nil
      }
      let trigger = date.map { ExpiryExtension.Trigger.once($0) } ?? .reaching(tier: 0)
      return ExtensionLine(
        rule: ExpiryExtension(trigger: trigger, by: length, roundedTo: period), tier: tier,
        node: node)
    }.form
  }
}

extension Form where Value == Reinstatement {
  /// `reinstate:` — which expired points come back to whoever comes back.
  static var reinstatement: Form {
    ObjectForm(
      "reinstate", "Expired points that come back with an order in time, with a new life.",
      keys: .required(
        "within", .days, "The days after their last day in which points may come back."),
      .defaulted(
        "share", .share(example: "50%", isPositive: true),
        "The share that comes back, rounded down lot by lot.", .one, text: "100%"),
      .defaulted(
        "min-spend", .money, "The least that the order must cost in money.", .zero, text: "¥0")
    ) { _, _, days, share, minimum in
      Reinstatement(withinDays: days, share: share, minimumPaid: minimum)
    }.form
  }
}
