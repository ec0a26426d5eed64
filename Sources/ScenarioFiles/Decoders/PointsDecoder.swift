internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// `points:` — earned, spent, lost.
extension Form where Value == PointsLine {
  static var points: Form {
    ObjectForm(
      "points", "How points are earned, spent and lost.",
      keys: .required(
        "earn", .earning,
        "What a purchase earns: a rate on money paid, truncated, or rules of which the first that "
          + "fits an order earns."),
      .optional(
        "redeem", .redemption, "How points pay at checkout.", fallback: "points pay nothing"),
      .defaulted("expire", .expiry, "When points expire, by lot.", .never, text: "never"),
      .defaulted(
        "extend", .list(of: .expiryExtension, maximumCount: ExpiryExtension.maximumCount),
        "What lets points live longer.", [], text: "nothing"),
      .optional(
        "reinstate", .reinstatement, "Which expired points come back with an order.",
        fallback: "none"),
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
        "registration-pack", .registrationPack, "Points for becoming a member.", fallback: "none"),
      .optional(
        "max-balance", .points, "The most points that a member may hold; more are not earned.",
        fallback: "no limit"),
      .optional(
        "budget", .pointsBudget,
        "The most points that are issued to all members together; short for a budget of points.",
        fallback: "no limit"),
      .optional(
        "claim-external-orders", .claimRule,
        "Points that members claim for orders placed elsewhere.", fallback: "none"),
      .defaulted(
        "exchange", .exchanges, "Points exchanged with partners' programs.", [], text: "none")
    ) {
      node, _, earning, redeem, expiry, extensions, reinstatement, activation, warning,
      interactions, pack, most, budget,
      claims, exchanges in
      PointsLine(
        program: PointsProgram(
          earn: earning.earn, redeem: redeem, expiry: expiry, warning: warning,
          interactions: interactions, maximumBalance: most, registrationPack: pack?.points,
          claims: claims, activation: activation,
          registrationActivation: pack?.activation ?? .atOnce, reinstatement: reinstatement),
        rules: earning.rules, exchanges: exchanges, extensions: extensions,
        budget: budget.map { limit in
          ShortBudget(
            budget: Budget(
              name: "points-budget", measure: .pointsIssued, limit: limit.amount.count,
              period: limit.period), place: node.place(of: "budget"))
        })
    }.form
  }
}

/// `registration-pack:` — points, and perhaps when they become active.
struct RegistrationPack: Sendable {
  var points: Points
  var activation: ActivationRule
}

extension Form where Value == RegistrationPack {
  fileprivate static var registrationPack: Form {
    let plain = Form<Points>.points.map { points, _, _ in
      RegistrationPack(points: points, activation: .atOnce)
    }
    let pending = ObjectForm(
      "registration-pack", "Points for becoming a member, which may wait.",
      keys: .required("points", .points, "How many."),
      .defaulted("pending", .activation, "How long they wait.", .atOnce, text: "none")
    ) { _, _, points, activation in
      RegistrationPack(points: points, activation: activation)
    }
    return .either(scalar: plain, or: pending.form)
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
