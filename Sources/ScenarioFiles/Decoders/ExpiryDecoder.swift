internal import IncentiveEngine
internal import Timeline

extension Form where Value == ExpiryRule {
  /// `expire:` — a length of time, `never`, or a length and the end of a period, dates, or inactivity.
  static var expiry: Form { .either(scalar: plainExpiry, or: datedExpiry) }

  private static var plainExpiry: Form {
    .scalar(
      ScalarShape(
        "when points expire", patterns: ["^never$", Span.pattern],
        resolved: .integer(1...Int64(Span.maximumDays)), examples: ["12 months", "never"])
    ) { (text, _) throws(ScalarFailure) in
      if text == "never" { return .never }
      return ExpiryRule(try LaterDay.Words.expiry.day(after: try Span.read(text)))
    }
  }

  private static var datedExpiry: Form {
    ObjectForm(
      "expire", "When a lot of points expires.",
      keys: .optional("after", .span, "The time from issue to expiry.", fallback: "see dates"),
      .optional(
        "at", .periodEnd,
        "The period to whose end expiry is moved.", fallback: "the exact day"),
      .optional(
        "dates", .yearDates, "The dates of every year on which points expire.",
        fallback: "see after"),
      .optional("least", .days, "The days that dates leave points at least.", fallback: "0 days"),
      .optional(
        "inactive", .span,
        "The time from the member's last activity to the expiry of all points together.",
        fallback: "lot by lot"),
      .optional(
        "kept-by", .activity, "What counts as activity: earning, spending or either.",
        fallback: "earning")
    ) { node, reading, after, period, dates, least, inactive, activity in
      if let inactive, after == nil, dates == nil, least == nil {
        return inactivity(
          inactive, roundedTo: period, extendedBy: activity ?? .earning, node, reading)
      }
      guard inactive == nil, activity == nil else {
        reading.report(
          node.place, "points expire lot by lot, or all together after inactivity, not both",
          hint: "give inactive: 12 months, and perhaps at: month-end and kept-by: either")
        return nil
      }
      return LaterDay.Words.expiry.day(
        after: after, roundedTo: period, dates: dates, least: least, node, reading
      ).map { ExpiryRule($0) }
    }.form
  }

  private static func inactivity(
    _ span: Span, roundedTo period: CalendarPeriod?, extendedBy activity: InactivityRule.Activity,
    _ node: LocatedNode, _ reading: Reading
  ) -> ExpiryRule? {
    do throws(ScalarFailure) {
      switch try LaterDay.Words.expiry.day(after: span) {
      case .afterDays(let days, _):
        return .afterInactivity(
          InactivityRule(after: .days(days), roundedTo: period, extendedBy: activity))
      case .afterMonths(let months, _):
        return .afterInactivity(
          InactivityRule(after: .months(months), roundedTo: period, extendedBy: activity))
      case .onDates: return nil
      }
    } catch {
      reading.report(node.valuePlace(of: "inactive"), error.message, hint: error.hint)
      return nil
    }
  }
}

extension Form where Value == InactivityRule.Activity {
  /// What keeps points alive.
  fileprivate static var activity: Form {
    .choice(
      "what keeps points alive",
      [("earning", .earning), ("spending", .spending), ("either", .earningOrSpending)])
  }
}

extension ExpiryRule {
  fileprivate init(_ day: LaterDay) {
    self = day.rule(Self.afterDays, Self.afterMonths, Self.onDates)
  }
}

extension LaterDay.Words {
  /// What is said of `expire:`.
  fileprivate static let expiry = LaterDay.Words(
    neither: "points expire some time after issue, or on dates",
    example: "give after: 12 months and perhaps at: month-end, or dates: [06-30, 12-31] and "
      + "perhaps least: 90 days",
    tooShort: "points live for at least one day")
}
