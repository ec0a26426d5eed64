internal import IncentiveEngine
internal import Timeline

extension Form where Value == ActivationRule {
  /// `pending:` — a length of time, `none`, `return-window`, a length and the end of a period, dates,
  /// or an event.
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
      default: return ActivationRule(try LaterDay.Words.activation.day(after: try Span.read(text)))
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
        "dates", .yearDates, "The dates of every year on which points become active.",
        fallback: "see after"),
      .optional(
        "least", .days, "The days that points wait for dates at least.", fallback: "0 days"),
      .optional(
        "until", .activationEvent,
        "What the member must do: the next order, or one of the interactions.",
        fallback: "see after"),
      .optional(
        "within", .days, "The days in which it must be done; then the points are called off.",
        fallback: "see until")
    ) { node, reading, after, period, dates, least, event, within in
      if let event, let within, after == nil, period == nil, dates == nil, least == nil {
        return .onEvent(event, withinDays: within)
      }
      guard event == nil, within == nil else {
        reading.report(
          node.place, "points wait for an event some days at most, or for a day, not both",
          hint: "give until: next-order and within: 60 days, and nothing more")
        return nil
      }
      return LaterDay.Words.activation.day(
        after: after, roundedTo: period, dates: dates, least: least, node, reading
      ).map { ActivationRule($0) }
    }.form
  }
}

extension Form where Value == ActivationEvent {
  /// `next-order`, or the name of an interaction.
  fileprivate static var activationEvent: Form {
    Form<String>.name(of: "what points wait for", example: "next-order").map {
      name, node, reading in
      if name == "next-order" { return .nextOrder }
      guard
        reading.checkWord(
          name, at: node.place, among: ["next-order"] + reading.interactionNames,
          of: "events that points wait for")
      else { return nil }
      return .interaction(name)
    }
  }
}

extension ActivationRule {
  fileprivate init(_ day: LaterDay) {
    self = day.rule(Self.afterDays, Self.afterMonths, Self.onDates)
  }
}

extension LaterDay.Words {
  /// What is said of `pending:`.
  fileprivate static let activation = LaterDay.Words(
    neither: "points become active some time after the order, or on dates",
    example: "give after: 15 days and perhaps at: month-end, or dates: [06-30, 12-31] and "
      + "perhaps least: 15 days",
    tooShort: "pending points wait for at least one day", instead: "or write none")
}
