internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// `points:` — earned, spent, lost.
extension Form where Value == PointsLine {
  static var points: Form {
    ObjectForm(
      "points", "How points are earned, spent and lost.",
      planned: [
        PlannedKey("budget", "M11", "a budget of points for a period or campaign")
      ],
      keys: .required(
        "earn", .earning,
        "What a purchase earns: a rate on money paid, truncated, or rules of which the first that "
          + "fits an order earns."),
      .optional(
        "redeem", .redemption, "How points pay at checkout.", fallback: "points pay nothing"),
      .defaulted("expire", .expiry, "When points expire, by lot.", .never, text: "never"),
      .defaulted(
        "pending", .activation,
        "How long points that an order earns wait until they may be spent; expiry is reckoned from "
          + "then, and a return calls off what still waits.", .atOnce, text: "none"),
      .optional(
        "warn", .warning, "A monthly message to whoever loses points at that month's end.",
        fallback: "no warning"),
      .defaulted(
        "interactions", .list(of: .interactionRule), "Points for what is no purchase.", [],
        text: "none"),
      .optional(
        "registration-pack", .points, "Points for becoming a member.", fallback: "none"),
      .optional(
        "max-balance", .points, "The most points that a member may hold; more are not earned.",
        fallback: "no limit"),
      .optional(
        "claim-external-orders", .claimRule,
        "Points that members claim for orders placed elsewhere.", fallback: "none"),
      .defaulted(
        "exchange", .exchanges, "Points exchanged with partners' programs.", [], text: "none")
    ) {
      _, _, earning, redeem, expiry, activation, warning, interactions, pack, most, claims,
      exchanges in
      PointsLine(
        program: PointsProgram(
          earn: earning.earn, redeem: redeem, expiry: expiry, warning: warning,
          interactions: interactions, maximumBalance: most, registrationPack: pack,
          claims: claims, activation: activation),
        rules: earning.rules, exchanges: exchanges)
    }.form
  }
}

extension Form where Value == RedeemRule {
  /// `redeem:` — a rate, or a rate with limits.
  static var redemption: Form {
    let plain = Form<RedemptionRate>.redemptionRate.map { rate, _, _ in
      RedeemRule(stepPoints: rate.points, stepValue: rate.value)
    }
    return .either(scalar: plain, or: limited)
  }

  private static var limited: Form {
    ObjectForm(
      "redeem", "How points pay at checkout, with limits on one order and on one member.",
      keys: .required("rate", .redemptionRate, "What a step of points pays."),
      .defaulted("min", .points, "The fewest points spent on one order.", .zero, text: "0 points"),
      .optional("max", .points, "The most points spent on one order.", fallback: "no limit"),
      .defaulted(
        "max-share", .share(example: "50%", isPositive: true),
        "The largest share of an order, after discounts, that points pay.", .one, text: "100%"),
      .defaulted(
        "per-member", .spendingLimits, "The most points that one member spends on orders.", [],
        text: "no limit")
    ) { node, reading, rate, minimum, maximum, share, limits in
      if let maximum, maximum < minimum || maximum < rate.points {
        reading.report(
          node.valuePlace(of: "max"), "no order could spend points: max is below min or one step",
          hint: "one step is \(rate.points.count) points")
        return nil
      }
      return RedeemRule(
        stepPoints: rate.points, stepValue: rate.value, minimumPoints: minimum,
        maximumPoints: maximum, maximumShareOfOrder: share,
        limits: limits)
    }.form
  }
}

extension Form where Value == [SpendingLimit] {
  /// `per-member:` — the most points in each period of the calendar, and for ever.
  static var spendingLimits: Form {
    ObjectForm(
      "per-member", "The most points that one member spends on orders; all limits hold.",
      keys: .optional("day", .points, "In one day.", fallback: "no limit"),
      .optional("week", .points, "In one week, Monday to Sunday.", fallback: "no limit"),
      .optional("month", .points, "In one month.", fallback: "no limit"),
      .optional("year", .points, "In one year.", fallback: "no limit"),
      .optional("ever", .points, "In the life of the account.", fallback: "no limit")
    ) { _, _, day, week, month, year, ever in
      let limits: [(Points?, CalendarPeriod?)] = [
        (day, .day), (week, .week), (month, .month), (year, .year), (ever, nil),
      ]
      return limits.compactMap { points, period in
        points.map { SpendingLimit(points: $0, period: period) }
      }
    }.form
  }
}

extension Form where Value == ExpiryRule {
  /// `expire:` — a length of time, `never`, or a length and the end of a period.
  static var expiry: Form { .either(scalar: plainExpiry, or: roundedExpiry) }

  private static var plainExpiry: Form {
    .scalar(
      ScalarShape(
        "when points expire", patterns: ["^never$", Span.pattern],
        resolved: .integer(1...Int64(Span.maximumDays)), examples: ["12 months", "never"])
    ) { (text, _) throws(ScalarFailure) in
      if text == "never" { return .never }
      return try rule(after: try Span.read(text), roundedTo: nil)
    }
  }

  private static var roundedExpiry: Form {
    ObjectForm(
      "expire", "When a lot of points expires.",
      keys: .optional("after", .span, "The time from issue to expiry.", fallback: "see dates"),
      .optional(
        "at", .periodEnd,
        "The period to whose end expiry is moved.", fallback: "the exact day"),
      .optional(
        "dates",
        .list(of: .yearDate, minimumCount: 1, maximumCount: ExpiryRule.maximumDateCount),
        "The dates of every year on which points expire.", fallback: "see after"),
      .optional("least", .days, "The days that dates leave points at least.", fallback: "0 days")
    ) { node, reading, after, period, dates, least in
      let isWhole = dates == nil ? after != nil && least == nil : after == nil && period == nil
      guard isWhole else {
        reading.report(
          node.place, "points expire some time after issue, or on dates",
          hint: "give after: 12 months and perhaps at: month-end, or dates: [06-30, 12-31] and "
            + "perhaps least: 90 days")
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
  ) throws(ScalarFailure) -> ExpiryRule {
    switch span {
    case .days(let days) where days > 0: .afterDays(days, roundedTo: period)
    case .months(let months) where months > 0: .afterMonths(months, roundedTo: period)
    default: throw ScalarFailure("points live for at least one day")
    }
  }
}

extension Form where Value == YearDate {
  /// A date of every year: `06-30`.
  static var yearDate: Form {
    .scalar(
      ScalarShape(
        "a date of every year", patterns: ["^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"],
        examples: ["06-30", "12-31"])
    ) { (text, _) throws(ScalarFailure) in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.count) == [2, 2], let month = Int(parts[0]), let day = Int(parts[1]),
        (1...12).contains(month),
        CivilDate(year: 2028, month: month, day: day) != nil
      else {
        throw ScalarFailure(
          "\"\(text.shortened)\" is not a date of the year", hint: "write month-day: 06-30")
      }
      return YearDate(month: month, day: day)
    }
  }
}

extension Form where Value == CalendarPeriod {
  /// The period to whose end something is moved.
  static var periodEnd: Form {
    .choice(
      "the end of a period",
      [
        ("month-end", .month), ("quarter-end", .quarter), ("half-year-end", .halfYear),
        ("year-end", .year),
      ])
  }
}

extension Form where Value == ExpiryWarning {
  /// `warn:` — day and hour of the message.
  static var warning: Form {
    ObjectForm(
      "warn", "A monthly message to whoever loses points at that month's end.",
      planned: [PlannedKey("channel", "M49", "the channel of the message")],
      keys: .required(
        "day", .integer(1...31, example: "25"),
        "The day of the month; a shorter month's last day."),
      .defaulted("hour", .hour, "The hour of the day.", 10, text: "10")
    ) { _, _, day, hour in
      ExpiryWarning(dayOfMonth: day, hour: hour)
    }.form
  }
}
