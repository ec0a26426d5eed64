internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// `growth:` — value that counts toward tiers and is never spent.
extension Form where Value == GrowthProgram {
  static var growth: Form {
    ObjectForm(
      "growth", "Growth value: earned like points, counts toward tiers only.",
      keys: .required("earn", .perMoney, "Growth value for money paid; truncated."),
      .optional("reset", .period, "When growth value becomes zero.", fallback: "never"),
      .defaulted(
        "keep", .share(example: "50%"), "The share that a reset leaves: decay.", .zero,
        text: "0%"),
      .optional(
        "progress-message", .tierProgress, "How much is missing to the next tier.",
        fallback: "none")
    ) { _, _, earn, reset, kept, progress in
      GrowthProgram(perMinorPaid: earn, reset: reset, kept: kept, progress: progress)
    }.form
  }
}

extension Form where Value == CalendarPeriod {
  /// A repeating period of the calendar.
  static var period: Form {
    .choice(
      "a period",
      [
        ("monthly", .month), ("quarterly", .quarter), ("half-yearly", .halfYear),
        ("yearly", .year),
      ])
  }
}
