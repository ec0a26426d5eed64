internal import IncentiveEngine
internal import Quantities

/// `points:` before the tiers are known.
struct PointsLine: Sendable {
  /// All but the rules of earning.
  var program: PointsProgram
  var rules: [EarningLine]
  var exchanges: [ExchangeRule]
  var extensions: [ExtensionLine] = []
  /// The budget of points that stands beside them.
  var budget: ShortBudget?

  /// The points with their rules, once the tiers are known.
  func program(tiers: [TierLine], _ reading: Reading) -> PointsProgram {
    var program = program
    program.rules = rules.compactMap { $0.rule(tiers: tiers, reading) }
    program.extensions = extensions.compactMap { $0.rule(tiers: tiers, reading) }
    return program
  }
}

/// One line of `earn:`.
struct EarningLine: Sendable {
  /// All but its tiers.
  var rule: EarningRule
  var tiers: [String]
  var node: LocatedNode

  /// The rule, once the tiers are known.
  func rule(tiers known: [TierLine], _ reading: Reading) -> EarningRule? {
    var rule = rule
    for (position, name) in tiers.enumerated() {
      guard let tier = known.firstIndex(where: { $0.name == name }) else {
        reading.report(
          node["tiers"]?.elements[position].place ?? node.place,
          "unknown tier \"\(name.shortened)\"",
          hint: Suggestion.hint(for: name, among: known.map(\.name)))
        return nil
      }
      rule.condition.tiers.append(tier)
    }
    return rule
  }
}

/// What `earn:` says: a rate, or rules.
struct EarningLines: Sendable {
  var earn: EarnRule
  var rules: [EarningLine] = []
}

extension Form where Value == EarningLines {
  /// `earn:` — a rate for every order, or rules of which the first that fits an order earns.
  static var earning: Form {
    let rate = Form<EarnRule>.earnRule.map { rate, _, _ in EarningLines(earn: rate) }
    let list = Form<[EarningLine]>.list(
      of: .earningRule, minimumCount: 1, maximumCount: EarningRule.maximumCount
    ).distinct(\.rule.name, of: "rules of earning")
    let rules = list.map { lines, _, _ in EarningLines(earn: .nothing, rules: lines) }
    return .either(scalar: rate, or: rules)
  }
}

extension Form where Value == EarningLine {
  fileprivate static var earningRule: Form {
    ObjectForm(
      "a rule of earning", "What an order that fits earns; of all rules the first that fits earns.",
      planned: [PlannedKey("items", "M01", "only these items or categories, or all but these")],
      keys: .required("name", .name(of: "a rule", example: "evening"), "Its name."),
      .required("earn", .earningEffect, "What an order earns."),
      .defaulted("when", .promotionWindow, "The days on which it holds.", .always, text: "always"),
      .optional("hours", .dayHours, "The hours of the day in which it holds.", fallback: "all day"),
      .defaulted(
        "tiers", .list(of: .name(of: "a tier", example: "gold")), "The tiers it is for.", [],
        text: "all members"),
      .defaulted(
        "min-spend", .money, "The least that the order must cost after discounts.", .zero,
        text: "¥0"),
      .defaulted("basis", .earningBasis, "Which money counts.", .paid, text: "paid"),
      .defaulted("round", .rounding, "How parts of a point are rounded.", .down, text: "down"),
      .optional(
        "max-each", .points, "The most that one order may earn: more is refused whole.",
        fallback: "no limit"),
      .defaulted(
        "max", .spendingLimits,
        "The most points in periods, bonuses included; more is cut to the remainder.", [],
        text: "no limit"),
      .optional("times", .rewardLimit, "How many orders earn by it.", fallback: "no limit"),
      .defaulted("cooldown", .cooldown, "The time between two orders that earn.", 0, text: "none"),
      .optional("expire", .expiry, "When its points expire.", fallback: "as expire: of points:"),
      .optional(
        "pending", .activation, "How long its points wait.", fallback: "as pending: of points:")
    ) {
      node, _, name, effect, window, hours, tiers, minimum, basis, rounding, perAward, caps, times,
      cooldown, expiry, activation in
      let condition = EarningCondition(window: window, hours: hours, minimumPaid: minimum)
      let limits = AwardLimits(
        perAward: perAward, caps: caps, times: times, cooldownMinutes: cooldown)
      return EarningLine(
        rule: EarningRule(
          name: name, effect: effect, basis: basis, rounding: rounding, condition: condition,
          limits: limits, expiry: expiry, activation: activation), tiers: tiers, node: node)
    }.form
  }
}

extension Form where Value == EarningRule.Effect {
  /// `3 per ¥1`, `5 per item`, `6 per full ¥150`, `100 points`.
  fileprivate static var earningEffect: Form {
    let money = ScalarShape.moneyBody
    return .scalar(
      ScalarShape(
        "what an order earns",
        patterns: [
          "^\(DecimalText.pattern) +per +(item|\(money))$", "^[0-9][0-9_]* per full \(money)$",
          "^[0-9][0-9_]* points$",
        ], examples: ["3 per ¥1", "5 per item", "6 per full ¥150", "100 points"])
    ) { (text, reading) throws(ScalarFailure) in
      if let separator = text.firstRange(of: " per full ") {
        let number = try DecimalText(String(text[..<separator.lowerBound]).trimmed)
        let points = try EarningText.points(number, text)
        let unit = String(text[separator.upperBound...]).trimmed
        let full = try MoneyText.read(unit, in: reading.currency)
        guard full > .zero, points > .zero else { throw ScalarFailure("both must be above zero") }
        return .perFull(full, points)
      }
      if let digits = text.hasSuffix(" points") ? String(text.dropLast(7)).trimmed : nil {
        return .fixed(try EarningText.points(try DecimalText(digits), text))
      }
      switch try EarningText.read(text, reading) {
      case .perMinorPaid(let rate): return .perMinorPaid(rate)
      case .perItem(let points): return .perItem(points)
      }
    }
  }
}

extension Form where Value == EarningRule.Basis {
  fileprivate static var earningBasis: Form {
    .choice(
      "which money counts",
      [
        ("paid", .paid), ("paid-with-points", .paidWithPoints),
        ("before-discounts", .beforeDiscounts),
      ])
  }
}

extension Form where Value == Rounding {
  /// How parts are rounded.
  fileprivate static var rounding: Form {
    .choice("a rounding", [("down", .down), ("nearest", .halfUp), ("up", .up)])
  }
}

extension Form where Value == DayHours {
  /// Hours of every day: `"20:00-22:00"`.
  static var dayHours: Form {
    .scalar(
      ScalarShape(
        "hours of the day",
        patterns: ["^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"],
        examples: ["\"20:00-22:00\""])
    ) { (text, _) throws(ScalarFailure) in
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
      guard ends.count == 2, let from = ends[0], let to = ends[1], from < 1440, to > 0, from != to
      else {
        throw ScalarFailure(
          "\"\(text.shortened)\" is not a part of the day", hint: "write \"20:00-22:00\"")
      }
      return DayHours(fromMinute: from, toMinute: to)
    }
  }

  /// Minutes since midnight, up to 24:00.
  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute)
    else { return nil }
    let sum = hour * 60 + minute
    return sum <= 1440 ? sum : nil
  }
}
