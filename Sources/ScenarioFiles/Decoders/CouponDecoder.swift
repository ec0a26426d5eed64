internal import IncentiveEngine

/// `coupons:` — granted, held, used once.
extension Form where Value == Offer {
  static var coupon: Form {
    ObjectForm(
      "a coupon", "A reduction that members are granted, hold and use once.",
      planned: plannedOfferKeys + [
        PlannedKey("after", "M47", "granted some time after an event"),
        PlannedKey("message", "M49", "the message that brings it"),
      ],
      keys: .required("name", .name(of: "a coupon", example: "welcome"), "Its name."),
      .required("grant", .grantMoment, "When it is granted."),
      .optional("hour", .hour, "The hour at which it is granted, on a day.", fallback: "10"),
      .optional("to", .audience, "Who is granted it, on a day.", fallback: "everyone"),
      .required(
        "valid", .couponValidity,
        "Days for which it may be used, or hours from the moment of a grant on a day."),
      .optional(
        "hours", .dayHours, "The hours of the day in which it may be used.", fallback: "all day"),
      .optional("off", .positiveMoney, "What is taken off.", fallback: "see ladder, share"),
      .optional("ladder", .ladder, "Thresholds and what each takes off.", fallback: "none"),
      .optional(
        "share", .share(example: "15%", isPositive: true), "The share taken off.",
        fallback: "none"),
      .optional("min-spend", .money, "The least the basket must cost.", fallback: "¥0"),
      .optional("cap", .positiveMoney, "The most that a share takes off.", fallback: "no cap"),
      .optional(
        "items", .items, "The items or categories it is for.", fallback: "the whole basket"),
      .optional(
        "count", .counting, "What its thresholds count: its items, or the whole basket.",
        fallback: "items"),
      .optional("min-items", .units, "The fewest units there must be.", fallback: "any number"),
      .optional(
        "per-items", .units, "The amount is taken off for each full number of units.",
        fallback: "once"),
      .optional("nth", .nthUnit, "Every so many units, one is cheaper.", fallback: "none"),
      .optional(
        "gifts", .gifts, "Gifts from thresholds on, ascending; the best that is reached.",
        fallback: "none"),
      .defaulted(
        "stack", .stacking, "Whether it combines with other offers.", .stackable,
        text: "with-others")
    ) {
      node, reading, name, moment, hour, to, valid, hours, off, ladder, share, minimum, cap, items,
      count, minimumItems, each, nth, gifts, stack in
      let lines = LineKeys(
        items: items, counting: count, minimumItems: minimumItems, unitsEach: each, nth: nth,
        gifts: gifts)
      let keys = BenefitKeys(
        off: off, ladder: ladder, share: share, minimumSpend: minimum, cap: cap, lines: lines)
      let grant = grant(moment, hour: hour, to: to, node, reading)
      guard let benefit = keys.benefit(node, reading), let grant,
        let days = valid.days(from: grant, node, reading)
      else { return nil }
      return Offer(
        name: name, access: .coupon(grant, validDays: days), benefit: benefit, stacking: stack,
        scope: lines.scope, minimumItems: minimumItems ?? 0, hours: hours,
        validHours: valid.hours)
    }.form
  }

  private static func grant(
    _ moment: GrantMoment, hour: Int?, to: Audience?, _ node: LocatedNode,
    _ reading: Reading
  ) -> CouponGrant? {
    switch moment {
    case .joining, .firstOrder, .asReward, .spend:
      for key in ["hour", "to"] where node[key] != nil {
        reading.report(
          node.place(of: key), "\"\(key)\" means nothing for a coupon granted on an event",
          hint: "remove it, or grant on a day: monthly on day 8")
        return nil
      }
      switch moment {
      case .joining: return .onJoining
      case .asReward: return .asReward
      case .spend(let amount, let period): return .onSpend(amount, per: period)
      default: return .onFirstOrder
      }
    case .dayOfMonth(let day):
      return .monthly(dayOfMonth: day, hour: hour ?? 10, audience: to ?? .everyone)
    case .date(let day): return .once(day, hour: hour ?? 10, audience: to ?? .everyone)
    }
  }
}
