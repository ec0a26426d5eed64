internal import IncentiveEngine
internal import Quantities

extension Form where Value == Bool {
  /// Whether a tier is for ever.
  static var whetherTierIsLost: Form {
    .choice("when a tier is lost", [("at-review", false), ("never", true)])
  }
}

extension Form where Value == TierProgressMessage {
  /// `progress-message:` — day, hour and how near the next tier must be.
  static var tierProgress: Form {
    ObjectForm(
      "progress-message", "A monthly message to members near the next tier: how much is missing.",
      keys: .required(
        "day", .integer(1...31, example: "20"),
        "The day of the month; a shorter month's last day."),
      .defaulted("hour", .hour, "The hour of the day.", 10, text: "10"),
      .defaulted(
        "within", .share(example: "30%", isPositive: true),
        "The share of the distance between the tiers that may be missing.", Rate(3, over: 10),
        text: "30%")
    ) { _, _, day, hour, within in
      TierProgressMessage(dayOfMonth: day, hour: hour, within: within)
    }.form
  }
}

extension Form where Value == TierWarning {
  /// `warn:` of a review — how long before it, and the hour.
  static var tierWarning: Form {
    ObjectForm(
      "tier-warning", "A message before a review to members who would lose their tier by it.",
      keys: .required("before", .positiveDays, "How long before the review."),
      .defaulted("hour", .hour, "The hour of the day.", 10, text: "10")
    ) { _, _, days, hour in
      TierWarning(days: days, hour: hour)
    }.form
  }
}
