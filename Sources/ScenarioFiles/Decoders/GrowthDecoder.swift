internal import IncentiveEngine
internal import Timeline

/// `growth:` — value that counts toward tiers and is never spent.
extension Form where Value == GrowthProgram {
  static var growth: Form {
    ObjectForm(
      "growth", "Growth value: earned like points, counts toward tiers only.",
      planned: [PlannedKey("progress-message", "M09", "how much is missing to the next tier")],
      keys: .required("earn", .perMoney, "Growth value for money paid; truncated."),
      .optional("reset", .period, "When growth value becomes zero.", fallback: "never")
    ) { _, _, earn, reset in
      GrowthProgram(perMinorPaid: earn, reset: reset)
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
