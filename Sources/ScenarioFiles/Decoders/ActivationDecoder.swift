internal import IncentiveEngine
internal import Timeline

extension Form where Value == ActivationRule {
  /// `pending:` — a length of time, `none`, `return-window`, or a length and the end of a period, or
  /// dates.
  static var activation: Form { .either(scalar: plainActivation, or: datedActivation) }

  private static var plainActivation: Form {
    .scalar(
      ScalarShape(
        "how long points are pending", patterns: ["^(none|return-window)$", Span.pattern],
        resolved: .integer(1...Int64(Span.maximumDays)),
        examples: ["15 days", "return-window", "none"])
    ) { (text, _) throws(ScalarFailure) in
      switch text {
      case "none": return .atOnce
      case "return-window": return .afterReturnWindow
      default: return try rule(after: try Span.read(text), roundedTo: nil)
      }
    }
  }

  private static var datedActivation: Form {
    ObjectForm(
      "pending", "The day on which points become active.",
      keys: .optional("after", .span, "The time from the order on.", fallback: "see dates"),
      .optional(
        "at", .periodEnd, "The period to whose end it is moved.", fallback: "the exact day"),
      .optional(
        "dates",
        .list(of: .yearDate, minimumCount: 1, maximumCount: ExpiryRule.maximumDateCount),
        "The dates of every year on which points become active.", fallback: "see after"),
      .optional("least", .days, "The days that points wait for dates at least.", fallback: "0 days")
    ) { node, reading, after, period, dates, least in
      let isWhole = dates == nil ? after != nil && least == nil : after == nil && period == nil
      guard isWhole else {
        reading.report(
          node.place, "points become active some time after the order, or on dates",
          hint: "give after: 15 days and perhaps at: month-end, or dates: [06-30, 12-31] and "
            + "perhaps least: 15 days")
        return nil
      }
      if let dates { return .onDates(dates, leastDays: least ?? 0) }
      guard let after else { return nil }
      do throws(ScalarFailure) {
        return try rule(after: after, roundedTo: period)
      } catch {
        reading.report(node.valuePlace(of: "after"), error.message, hint: error.hint)
        return nil
      }
    }.form
  }

  private static func rule(
    after span: Span, roundedTo period: CalendarPeriod?
  ) throws(ScalarFailure) -> ActivationRule {
    switch span {
    case .days(let days) where days > 0: .afterDays(days, roundedTo: period)
    case .months(let months) where months > 0: .afterMonths(months, roundedTo: period)
    default:
      throw ScalarFailure("pending points wait for at least one day", hint: "or write none")
    }
  }
}
