internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// One tier as it stands in the file.
struct TierLine: Sendable {
  var name: String
  var from: Threshold?
  var price: Rate
  var birthday: Rate?
  var prices: [MemberPrice]
  var isForEver = false
  var expiry: ExpiryRule?
  var node: LocatedNode
}

/// `tiers:` — one line each, from lowest to highest.
extension Form where Value == TierLine {
  static var tier: Form {
    ObjectForm(
      "a tier", "One tier of the ladder.",
      keys: .required("name", .name(of: "a tier", example: "gold"), "The tier's name."),
      .optional(
        "from", .threshold, "Where the tier begins; what is counted is growth or spend.",
        fallback: "zero, for the lowest tier"),
      .defaulted(
        "price", .share(example: "90%", isPositive: true),
        "The share of the list price that its members pay.", .one, text: "100%"),
      .optional(
        "birthday", .factor, "A factor on points in the week of the member's birthday.",
        fallback: "none"),
      .defaulted(
        "prices", .memberPrices, "What its members pay for single items, in place of the share.",
        [], text: "none"),
      .defaulted(
        "downgrade", .whetherTierIsLost,
        "When the tier is lost: at a review, or never; whoever had it falls no lower.", false,
        text: "at-review"),
      .optional(
        "expire", .expiry, "When points expire that its members get.",
        fallback: "as expire: of points:")
    ) { node, _, name, from, price, birthday, prices, isForEver, expiry in
      TierLine(
        name: name, from: from, price: price, birthday: birthday, prices: prices,
        isForEver: isForEver, expiry: expiry, node: node)
    }.form
  }
}

extension Form where Value == [TierLine] {
  /// The ladder, with thresholds ascending and one basis for all.
  static var tiers: Form {
    .list(of: .tier, minimumCount: 1).map { lines, node, reading in
      var isRight = reading.checkDistinct(
        lines.map { ($0.name, $0.node.valuePlace(of: "name")) }, of: "tiers")
      if let from = lines.first?.from, from.amount > 0 {
        isRight = false
        reading.report(
          lines[0].node.valuePlace(of: "from"),
          "the lowest tier begins at zero: all members are in it",
          hint: "remove from:, or put a tier without it first")
      }
      if lines.count > maximumTiers {
        isRight = false
        reading.report(node.place, "a ladder has at most \(maximumTiers) tiers")
      }
      for (below, line) in zip(lines, lines.dropFirst()) {
        isRight = checkStep(from: below, to: line, reading) && isRight
      }
      return isRight ? lines : nil
    }
  }

  /// The most tiers: what one small field of the account holds.
  private static var maximumTiers: Int { 16 }

  private static func checkStep(
    from below: TierLine, to line: TierLine, _ reading: Reading
  ) -> Bool {
    guard let from = line.from else {
      reading.report(
        line.node.place, "the tier \"\(line.name)\" does not say where it begins",
        hint: "add \"from: 1_000 growth\" or \"from: ¥5_000 spend\"")
      return false
    }
    if let lower = below.from, lower.amount > 0, lower.basis != from.basis {
      reading.report(
        line.node.valuePlace(of: "from"), "one ladder counts either growth or spend, not both")
      return false
    }
    guard from.amount > below.from?.amount ?? 0 else {
      reading.report(
        line.node.valuePlace(of: "from"),
        "the tier \"\(line.name)\" does not begin above \"\(below.name)\"",
        hint: "list tiers from lowest to highest")
      return false
    }
    return true
  }
}

extension Form where Value == TierReview {
  /// `tier-review:` — when tiers may be lost.
  static var tierReview: Form {
    ObjectForm(
      "tier-review", "When members who no longer qualify lose their tier.",
      keys: .required(
        "cycle", .reviewCycle,
        "When reviews happen: a period's end, every so many days, or days of each member's own."),
      .defaulted(
        "downgrade", .downgrade,
        "How far a member falls: one-step, or to what was earned (reassess).",
        .reassess, text: "reassess"),
      .defaulted(
        "grace", .days, "Days after a failed review in which the tier is kept.", 0, text: "0 days"),
      .optional(
        "grace-until", .periodEnd, "The period to whose end the last day of a grace is moved.",
        fallback: "the exact day"),
      .optional(
        "warn", .tierWarning, "A message to members who would lose their tier.", fallback: "none")
    ) { _, _, cycle, downgrade, grace, rounding, warning in
      TierReview(
        cycle: cycle, downgrade: downgrade, graceDays: grace, graceRoundedTo: rounding,
        warning: warning)
    }.form
  }
}

extension Form where Value == TierReview.Downgrade {
  /// How far a member falls.
  static var downgrade: Form {
    .choice("how far a member falls", [("one-step", .oneStep), ("reassess", .reassess)])
  }
}

extension Form where Value == TierReview.Cycle {
  /// `quarterly`, `90 days`, counted from the horizon's first day, or everybody's own days: `12 months
  /// from joining`, `12 months from tier`.
  static var reviewCycle: Form {
    .scalar(
      ScalarShape(
        "when reviews happen",
        patterns: [
          "^(monthly|quarterly|half-yearly|yearly)$", Span.pattern,
          "^[0-9]+ ?(months?|years?) from (joining|tier)$",
        ],
        resolved: .integer(1...Int64(Span.maximumDays)),
        examples: ["quarterly", "90 days", "12 months from joining"])
    ) { (text, reading) throws(ScalarFailure) in
      switch text {
      case "monthly": return .calendar(.month)
      case "quarterly": return .calendar(.quarter)
      case "half-yearly": return .calendar(.halfYear)
      case "yearly": return .calendar(.year)
      default: break
      }
      guard text.first?.isNumber == true else {
        throw ScalarFailure("\"\(text.shortened)\" is not a cycle of reviews")
      }
      if let own = try ownDays(text) { return own }
      guard case .days(let days) = try Span.read(text), days > 0 else {
        throw ScalarFailure("a cycle is a period of the calendar or a number of days")
      }
      return .everyDays(days, from: reading.firstDay)
    }
  }

  /// `12 months from joining` or `from tier`, from 1 month to 20 years.
  private static func ownDays(_ text: String) throws(ScalarFailure) -> TierReview.Cycle? {
    let isFromTier = text.hasSuffix(" from tier")
    let suffix = isFromTier ? " from tier" : " from joining"
    guard text.hasSuffix(suffix) else { return nil }
    guard case .months(let months) = try Span.read(String(text.dropLast(suffix.count)).trimmed),
      (1...240).contains(months)
    else {
      throw ScalarFailure("everybody's own cycle is from 1 month to 20 years")
    }
    return isFromTier ? .sinceTier(months: months) : .sinceJoining(months: months)
  }
}
