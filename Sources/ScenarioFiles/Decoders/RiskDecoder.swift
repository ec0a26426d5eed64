internal import IncentiveEngine
internal import Quantities
internal import Scenarios

/// `risk:` — rules against abuse.
extension Form where Value == RiskPolicy {
  static var risk: Form {
    ObjectForm(
      "risk",
      "Rules against abuse: how much one account, or accounts that belong together, may bring.",
      keys: .defaulted(
        "velocity", .list(of: .velocity, maximumCount: RiskPolicy.maximumVelocityCount),
        "How often an account may do something within a time.", [], text: "any number"),
      .optional(
        "linked", .linked,
        "How many accounts that share a device or an address may enjoy what is meant for a person once.",
        fallback: "any number"),
      .optional(
        "rings", .identityMarks,
        "By what somebody is refused whose invitation leads back to the same person over others.",
        fallback: "only the inviter is looked at"),
      .optional(
        "minimum-order", .money,
        "The least that an order must cost to bring points, stamps or a first-order coupon.",
        fallback: "nothing"),
      .optional(
        "large-award", .largeAward, "Awards that are held for their size.", fallback: "none"),
      .optional(
        "large-redemption", .points,
        "The most points that may be spent at once unless a review has cleared the account.",
        fallback: "any number"),
      .optional(
        "refund-loops", .refundLoop, "Orders that are placed and returned again and again.",
        fallback: "not looked at"),
      .defaulted(
        "review", .reviewCost, "What a manual review costs.", RiskPolicy.Review(), text: "nothing")
    ) { node, reading, velocity, linked, rings, least, award, redemption, loop, review in
      let places = (node["velocity"]?.elements ?? []).map { $0.valuePlace(of: "name") }
      guard reading.checkDistinct(Array(zip(velocity.map(\.name), places)), of: "velocity") else {
        return nil
      }
      return RiskPolicy(
        velocity: velocity, linked: linked, rings: rings, minimumOrder: least, largeAward: award,
        largeRedemption: redemption, refundLoop: loop, review: review)
    }.form
  }
}

extension Form where Value == RiskPolicy.Velocity {
  /// `velocity:` — how many in which time.
  fileprivate static var velocity: Form {
    ObjectForm(
      "a velocity rule", "At most so many in any window of a length.",
      keys: .required("name", .name(of: "a rule", example: "many-orders"), "Its name."),
      .required(
        "count",
        .choice(
          "what is counted",
          [
            ("orders", RiskPolicy.Activity.orders), ("awards", .awards), ("coupons", .coupons),
            ("refunds", .refunds),
          ]),
        "What is counted: orders paid, awards of points, coupons used, refunds accepted."),
      .required(
        "at-most", .velocityLimit, "How many in which time; the window slides to the minute."),
      .required(
        "then", .riskAction, "What happens beyond it: refuse, hold for 7 days, or review.")
    ) { _, _, name, activity, limit, action in
      RiskPolicy.Velocity(
        name, activity, atMost: limit.count, minutes: limit.minutes, action: action)
    }.form
  }
}

/// How many in which time.
struct VelocityText: Sendable {
  var count: Int
  var minutes: Int
}

extension Form where Value == VelocityText {
  /// `3 in 24 hours`.
  fileprivate static var velocityLimit: Form {
    .scalar(
      ScalarShape(
        "how many in which time",
        patterns: ["^[0-9]+ in [0-9][0-9_]* (minutes?|hours?|days?|weeks?)$"],
        examples: ["3 in 24 hours", "5 in 7 days"])
    ) { (text, _) throws(ScalarFailure) in
      let words = text.split(separator: " ")
      let units = ["minute": 1, "hour": 60, "day": 1440, "week": 10_080]
      guard words.count == 4, words[1] == "in",
        let unit = units[String(words[3].hasSuffix("s") ? words[3].dropLast() : words[3])]
      else { throw ScalarFailure("\"\(text.shortened)\" does not say how many in which time") }
      guard let count = try DecimalText(String(words[0])).scaled(by: 0),
        (1...Int64(RiskPolicy.Velocity.maximumCount)).contains(count)
      else {
        throw ScalarFailure("counts 1 to \(RiskPolicy.Velocity.maximumCount)")
      }
      guard let length = try DecimalText(String(words[2])).scaled(by: 0),
        (1...527_040 / Int64(unit)).contains(length)
      else { throw ScalarFailure("a window has a minute to 366 days") }
      return VelocityText(count: Int(count), minutes: Int(length) * unit)
    }
  }
}

extension Form where Value == RiskPolicy.Linked {
  /// `linked:` — accounts that share a device or an address.
  fileprivate static var linked: Form {
    ObjectForm<
      RiskPolicy.Linked, IdentityMarks, Int, [RiskPolicy.Benefits], RiskPolicy.Action
    >(
      "linked accounts", "Accounts that share a device or an address.",
      keys: .defaulted(
        "by", .identityMarks, "By what accounts are linked.", IdentityMarks.either,
        text: "device-or-address"),
      .defaulted(
        "accounts", .integer(1...1000, example: "2"),
        "How many of an account and those linked with it may enjoy a benefit.", 1, text: "1"),
      .defaulted(
        "benefits", .list(of: .benefit, minimumCount: 1),
        "Which benefits are counted, each by itself: welcome, first-order, referral.",
        [RiskPolicy.Benefits.all], text: "all"),
      .required(
        "then", .riskAction,
        "What happens beyond it: refuse, hold for 7 days, review, or claw-back when it turns out later."
      )
    ) { _, _, marks, accounts, benefits, action in
      RiskPolicy.Linked(
        by: marks, atMost: accounts, benefits: RiskPolicy.Benefits(benefits), action: action)
    }.form
  }
}

extension Form where Value == RiskPolicy.Benefits {
  fileprivate static var benefit: Form {
    .choice(
      "a benefit",
      [
        ("welcome", RiskPolicy.Benefits.welcome), ("first-order", .firstOrder),
        ("referral", .referral),
      ])
  }
}

extension Form where Value == IdentityMarks {
  /// A device, an address, or either.
  static var identityMarks: Form {
    .choice(
      "what two accounts share",
      [
        ("device-or-address", IdentityMarks.either), ("device", .device), ("address", .address),
      ])
  }
}

extension Form where Value == RiskPolicy.LargeAward {
  fileprivate static var largeAward: Form {
    ObjectForm(
      "a large award", "Awards that are held for their size; the account is free.",
      keys: .required("above", .points, "Awards of more points than this are held."),
      .required("then", .riskAction, "How long: hold for 7 days, review, or review for 7 days.")
    ) { _, _, above, action in RiskPolicy.LargeAward(above: above, action: action) }.form
  }
}

extension Form where Value == RiskPolicy.RefundLoop {
  fileprivate static var refundLoop: Form {
    ObjectForm(
      "refund loops", "Orders that are placed and returned again and again.",
      keys: .optional(
        "refunds", .integer(1...100, example: "3"),
        "The rule acts when something of so many of the last orders was returned.",
        fallback: "not looked at"),
      .optional(
        "share", .share(example: "60%"),
        "The rule acts when more than this share of the last orders' price was given back.",
        fallback: "not looked at"),
      .required(
        "of-last", .integer(1...100, example: "5"), "How many of the last orders are looked at."),
      .required("within", .positiveDays, "And how many days back."),
      .required(
        "then", .riskAction,
        "What happens: refuse (nothing is earned for as many days), hold for 7 days, review, or "
          + "claw-back (refuse, and what those orders brought is taken back).")
    ) { _, _, refunds, share, orders, days, action in
      RiskPolicy.RefundLoop(
        ofLast: orders, withinDays: days, refunds: refunds, share: share, action: action)
    }.form
  }
}

extension Form where Value == RiskPolicy.Review {
  fileprivate static var reviewCost: Form {
    ObjectForm(
      "a review", "What a manual review costs.",
      keys: .defaulted(
        "minutes", .integer(0...10_000, example: "5"),
        "Minutes of a person; economics.staff-minute is the cost of one.", 0, text: "0"),
      .defaulted("cost", .money, "Money beside.", .zero, text: "¥0")
    ) { _, _, minutes, cost in RiskPolicy.Review(minutes: minutes, cost: cost) }.form
  }
}

extension Form where Value == RiskPolicy.Action {
  /// `refuse`, `hold for 7 days`, `review`, `review for 14 days`, `claw-back`.
  fileprivate static var riskAction: Form {
    .scalar(
      ScalarShape(
        "what a rule does",
        patterns: ["^(refuse|review|claw-back)$", "^(hold|review) for [0-9]+ days?$"],
        examples: ["refuse", "hold for 7 days", "review", "review for 14 days", "claw-back"])
    ) { (text, _) throws(ScalarFailure) in
      switch text {
      case "refuse": return .refuse
      case "review": return .review(days: nil)
      case "claw-back": return .clawBack
      default: break
      }
      let isReview = text.hasPrefix("review for ")
      guard let length = text.remainder(after: isReview ? "review for " : "hold for "),
        case .days(let days) = try Span.read(length), (0...366).contains(days)
      else {
        throw ScalarFailure(
          "\"\(text.shortened)\" is nothing that a rule does",
          hint: "write refuse, hold for 7 days, review, review for 14 days, or claw-back")
      }
      return isReview ? .review(days: days) : .hold(days: days)
    }
  }
}

extension Economics {
  /// Whether reviews of so many minutes have a cost; if not, that is said.
  func checkReviewCost(of arms: [Arm], _ node: LocatedNode, _ reading: Reading) -> Bool {
    guard staffMinute == nil,
      let arm = arms.first(where: { ($0.scheme.risk?.review.minutes ?? 0) > 0 })
    else { return true }
    reading.report(
      (node["economics"] ?? node).place,
      "the arm \"\(arm.name)\" has reviews that take minutes; state what a minute costs",
      hint: "add \"staff-minute: \(reading.currency.sign)1\"")
    return false
  }
}
