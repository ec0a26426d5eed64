internal import IncentiveEngine
internal import Quantities
internal import Timeline

/// `budgets:` — limits on what a scheme gives (M11, M20, M55).
extension Form where Value == Budget {
  static var budget: Form {
    ObjectForm(
      "a budget",
      "A limit on what the scheme gives, looked at when an order is quoted and when it is placed.",
      keys: .required("name", .name(of: "a budget", example: "may-coupons"), "Its name."),
      .optional(
        "money", .money, "The most that offers take off and points pay.",
        fallback: "see uses, points-issued, points-redeemed, liability"),
      .optional(
        "uses", .integer(0...1_000_000_000, example: "100"),
        "The most uses of offers, or orders paid with points: a stock.", fallback: "not counted"),
      .optional(
        "points-issued", .points, "The most points that orders earn.", fallback: "not counted"),
      .optional(
        "points-redeemed", .points, "The most points that are spent on orders.",
        fallback: "not counted"),
      .optional(
        "liability", .money, "The most that outstanding points may be worth at face.",
        fallback: "not counted"),
      .defaulted(
        "over", .list(of: .text("a name, points.redeem or rewards.NAME", example: "welcome")),
        "The promotions and coupons that share it, points.redeem, or rewards as rewards.mug.", [],
        text: "all that it counts"),
      .optional(
        "per", .budgetPeriod, "The period after which it begins anew.", fallback: "the run"),
      .defaulted(
        "scope",
        .choice(
          "who shares a budget",
          [
            ("member", Budget.Scope.member), ("community", .community), ("programme", .programme),
          ]),
        "Who shares it: each member has one, each community, or all members together.", .programme,
        text: "programme"),
      .defaulted(
        "at-limit",
        .choice(
          "what becomes of a use that does not fit",
          [("refuse", Budget.AtLimit.refuse), ("pay-remainder", .payRemainder)]),
        "What becomes of a use that does not fit: nothing, or what is left.", .refuse,
        text: "refuse")
    ) {
      node, reading, name, money, uses, issued, redeemed, liability, over, period, scope, atLimit in
      let limits: [(Budget.Measure, Int64?)] = [
        (.money, money?.minor), (.uses, uses.map(Int64.init)), (.pointsIssued, issued?.count),
        (.pointsRedeemed, redeemed?.count), (.liability, liability?.minor),
      ]
      let given = limits.filter { $0.1 != nil }
      guard given.count == 1, let measure = given.first?.0, let limit = given.first?.1 else {
        reading.report(
          node.place,
          given.isEmpty ? "the budget has no limit" : "the budget counts more than one thing",
          hint: "give one of money: ¥10_000, uses: 100, points-issued: 5_000 points, "
            + "points-redeemed: 5_000 points or liability: ¥10_000")
        return nil
      }
      return Budget(
        name: name, measure: measure, limit: limit, rules: over, period: period, scope: scope,
        atLimit: atLimit)
    }.form
  }
}

extension Form where Value == CalendarPeriod {
  /// The period after which a budget begins anew.
  static var budgetPeriod: Form {
    .choice("the period of a budget", CalendarPeriod.allCases.map { ($0.word, $0) })
  }
}
