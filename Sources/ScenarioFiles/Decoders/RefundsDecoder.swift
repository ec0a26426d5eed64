internal import IncentiveEngine
internal import Scenarios

/// `refunds:` — what a returned order undoes.
extension Form where Value == RefundPolicy {
  static var refunds: Form {
    ObjectForm(
      "refunds", "What a returned order undoes, and how far.",
      keys: .optional(
        "window", .days, "The most days after the order on which something may be returned.",
        fallback: "no limit"),
      .defaulted(
        "earned",
        .choice(
          "what is taken back",
          [
            ("only-pending", RefundPolicy.Earned.onlyPending), ("within-balance", .withinBalance),
            ("may-go-negative", .mayGoNegative),
          ]),
        "What is taken back of the points earned: only-pending, within-balance (what is there), or "
          + "may-go-negative (the rest is owed, and later points pay it).", .withinBalance,
        text: "within-balance"),
      .defaulted(
        "spent", .expiredPoints,
        "What becomes of points spent whose lot has expired meanwhile: lose, reissue, or a number of "
          + "days of grace; others go back to their lots.", .lose, text: "lose"),
      .defaulted(
        "coupon",
        .choice(
          "what becomes of a coupon",
          [("keep-used", RefundPolicy.Coupons.keptUsed), ("return", .returned)]),
        "Whether a coupon comes back with the whole order: return or keep-used.", .keptUsed,
        text: "keep-used"),
      .defaulted(
        "reductions",
        .choice(
          "what items kept cost",
          [("keep", RefundPolicy.Reductions.keep), ("re-evaluate", .reevaluate)]),
        "Whether items kept keep their share of the reductions, or are priced anew and the difference "
          + "is withheld: keep or re-evaluate.", .keep, text: "keep"),
      .defaulted(
        "tier",
        .choice(
          "when a tier is lost", [("at-once", RefundPolicy.Tier.atOnce), ("at-review", .atReview)]),
        "When a tier is lost that the order had brought: at-once or at-review.", .atOnce,
        text: "at-once")
    ) { _, _, window, earned, spent, coupon, reductions, tier in
      RefundPolicy(
        windowDays: window, earned: earned, expired: spent, coupons: coupon,
        reductions: reductions, tier: tier)
    }.form
  }
}

extension Form where Value == RefundPolicy.Expired {
  /// `spent:` — lose, reissue, or days of grace.
  static var expiredPoints: Form {
    .scalar(
      ScalarShape(
        "what becomes of expired points",
        patterns: ["^(lose|reissue)$", "^[0-9][0-9_]*( ?(days?|weeks?))?$"],
        examples: ["lose", "reissue", "7 days"])
    ) { (text, _) throws(ScalarFailure) in
      if text == "lose" { return .lose }
      if text == "reissue" { return .reissue }
      guard case .days(let days) = try Span.read(text), days > 0 else {
        throw ScalarFailure(
          "\(text.shortened) is no number of days", hint: "write lose, reissue, or 7 days")
      }
      return .grace(days: days)
    }
  }
}

extension Economics {
  /// Whether every scheme that settles returns has any to settle; if not, that is said.
  func checkRefunds(of arms: [Arm], _ node: LocatedNode, _ reading: Reading) -> Bool {
    guard returns == nil, arms.contains(where: { $0.scheme.refunds != nil }) else { return true }
    reading.report(
      node["scheme"]?.entry("refunds")?.place ?? node["economics"]?.place ?? node.place,
      "refunds are settled, but nothing ever comes back",
      hint: "add \"returns: { rate: 8% }\" to economics")
    return false
  }
}
