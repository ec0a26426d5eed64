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
        "window", .windowMonths,
        "For how many months of the calendar growth value counts, the present one among them; in "
          + "place of a reset.", fallback: "until a reset"),
      .optional(
        "progress-message", .tierProgress, "How much is missing to the next tier.",
        fallback: "none")
    ) { _, _, earn, reset, kept, window, progress in
      GrowthProgram(
        perMinorPaid: earn, reset: reset, kept: kept, windowMonths: window, progress: progress)
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

extension Form where Value == Int {
  /// `12 months`, from 1 to 36.
  fileprivate static var windowMonths: Form {
    .scalar(
      ScalarShape(
        "a number of months", patterns: ["^[0-9]+ ?(months?|years?)$"],
        examples: ["12 months", "2 years"])
    ) { (text, _) throws(ScalarFailure) in
      guard case .months(let months) = try Span.read(text),
        (1...Scheme.maximumWindowMonths).contains(months)
      else {
        throw ScalarFailure(
          "\(text.shortened) is not from 1 to \(Scheme.maximumWindowMonths) months")
      }
      return months
    }
  }
}
