internal import IncentiveEngine

/// When a coupon is granted, and how long it may be used.
private struct CouponTime: Sendable {
  var name: String
  var moment: GrantMoment
  var hour: Int?
  var audience: AudienceWord?
  var validity: CouponValidity
  var hours: DayHours?
}

extension KeyGroup where Value == CouponTime {
  fileprivate static var couponTime: KeyGroup {
    KeyGroup(
      keys: .required("name", .name(of: "a coupon", example: "welcome"), "Its name."),
      .required("grant", .grantMoment, "When it is granted."),
      .optional("hour", .hour, "The hour at which it is granted, on a day.", fallback: "10"),
      .optional("to", .audienceWord, "Who is granted it, on a day.", fallback: "everyone"),
      .required(
        "valid", .couponValidity,
        "Days for which it may be used, or hours from the moment of a grant on a day."),
      .optional(
        "hours", .dayHours, "The hours of the day in which it may be used.", fallback: "all day")
    ) { _, _, name, moment, hour, audience, validity, hours in
      CouponTime(
        name: name, moment: moment, hour: hour, audience: audience, validity: validity,
        hours: hours)
    }
  }
}

/// `coupons:` — granted, held, used once.
extension Form where Value == OfferLine {
  static var coupon: Form {
    .object(
      "a coupon", "A reduction that members are granted, hold and use once.",
      planned: plannedOfferKeys + [
        PlannedKey("message", "M49", "the message that brings it")
      ],
      KeyGroup(joining: .couponTime, .benefit) { node, reading, time, keys in
        let grant = grant(time.moment, hour: time.hour, to: time.audience?.known, node, reading)
        guard let benefit = keys.benefit(node, reading), let grant,
          let days = time.validity.days(from: grant, node, reading)
        else { return nil }
        let offer = Offer(
          name: time.name, access: .coupon(grant, validDays: days), benefit: benefit,
          stacking: keys.stacking, scope: keys.lines.scope,
          minimumItems: keys.lines.minimumItems ?? 0, hours: time.hours,
          validHours: time.validity.hours)
        var line = OfferLine(offer: offer, budgets: keys.budgets(of: time.name, node))
        if case .tagged(let tag) = time.audience {
          line.audience = TagAudience(tag: tag, node: node, key: "to")
        }
        return line
      })
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
