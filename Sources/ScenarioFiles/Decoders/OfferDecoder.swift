internal import IncentiveEngine
internal import Quantities

/// What promotions and coupons have in common: what they take off.
struct BenefitKeys: Sendable {
  var off: Money?
  var ladder: [LadderStep]?
  var share: Rate?
  var minimumSpend: Money?
  var cap: Money?
  var stacking = Offer.Stacking.stackable
  var lines = LineKeys()
  var stock: ShortLimit<Int>?
  var budget: ShortLimit<Money>?

  /// The limits that stand beside an offer.
  func budgets(of offer: String, _ node: LocatedNode) -> [ShortBudget] {
    ShortBudget.all(of: offer, stock: stock, budget: budget, node)
  }

  /// The benefit, if exactly one of off, ladder, share and nth is there.
  func benefit(_ node: LocatedNode, _ reading: Reading) -> Benefit? {
    let given = ["off", "ladder", "share", "nth", "gifts"].filter { node[$0] != nil }
    guard given.count == 1 else {
      reading.report(
        given.count > 1 ? node.place(of: given[1]) : node.place,
        given.isEmpty ? "the offer takes nothing off" : "the offer has more than one of \(given)",
        hint: "give one of off: ¥30, ladder: […], share: 15%, nth: { … } or gifts: […]")
      return nil
    }
    guard lines.fit(node, reading) else { return nil }
    if cap != nil, share == nil {
      reading.report(node.place(of: "cap"), "only a share can have a cap")
      return nil
    }
    if ladder != nil, minimumSpend != nil {
      reading.report(
        node.place(of: "min-spend"), "every step of a ladder has its own spend:")
      return nil
    }
    if let off, off > minimumSpend ?? off {
      reading.report(node.valuePlace(of: "off"), "more is taken off than must be spent")
      return nil
    }
    if let share { return .shareOff(share, minimumSpend: minimumSpend ?? .zero, cap: cap) }
    if let ladder { return .amountOff(ladder) }
    if let gifts = lines.gifts { return .gift(gifts) }
    if let nth = lines.nth { return .nthUnit(nth) }
    if let units = lines.unitsEach, let off { return .amountOffEach(units: units, off: off) }
    return off.map { .amountOff([LadderStep(minimumSpend: minimumSpend ?? .zero, off: $0)]) }
  }
}

extension Form where Value == LadderStep {
  /// One step of a ladder of thresholds.
  static var ladderStep: Form {
    ObjectForm(
      "a step", "One step of a ladder of thresholds.",
      keys: .required("spend", .money, "The least the basket must cost."),
      .required("off", .positiveMoney, "What is taken off.")
    ) { node, reading, spend, off in
      guard off <= spend else {
        reading.report(node.valuePlace(of: "off"), "more is taken off than must be spent")
        return nil
      }
      return LadderStep(minimumSpend: spend, off: off)
    }.form
  }
}

extension Form where Value == [LadderStep] {
  /// A ladder of thresholds, ascending.
  static var ladder: Form {
    .list(of: .ladderStep, minimumCount: 1).map { steps, node, reading in
      for (index, (below, step)) in zip(steps, steps.dropFirst()).enumerated()
      where step.minimumSpend <= below.minimumSpend {
        reading.report(
          node.elements[index + 1].place, "the steps of a ladder must ascend",
          hint: "list steps by spend, the smallest first")
        return nil
      }
      return steps
    }
  }
}

extension Form where Value == Offer.Stacking {
  /// Whether an offer combines with others.
  static var stacking: Form {
    .choice("how an offer combines", [("with-others", .stackable), ("alone", .exclusive)])
  }
}

/// Keys of mechanics that offers will have.
let plannedOfferKeys = [
  PlannedKey("tier", "M29", "only members of a tier"),
  PlannedKey("channel", "M60", "only orders of a channel"),
]

extension KeyGroup where Value == BenefitKeys {
  /// What an offer takes off, and from what.
  static var benefit: KeyGroup {
    KeyGroup(
      keys: .optional("off", .positiveMoney, "What is taken off.", fallback: "see ladder, share"),
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
      .optional(
        "stock", .stock,
        "How many uses there are, first come, first served: of all members together, or of each "
          + "community; short for a budget by uses.", fallback: "as many as are asked for"),
      .optional(
        "budget", .moneyBudget,
        "The most that it takes off, for all members together; short for a budget of money.",
        fallback: "no limit"),
      .defaulted(
        "stack", .stacking, "Whether it combines with other offers.", .stackable,
        text: "with-others")
    ) {
      _, _, off, ladder, share, minimum, cap, items, count, minimumItems, each, nth, gifts, stock,
      budget, stack in
      BenefitKeys(
        off: off, ladder: ladder, share: share, minimumSpend: minimum, cap: cap, stacking: stack,
        lines: LineKeys(
          items: items, counting: count, minimumItems: minimumItems, unitsEach: each, nth: nth,
          gifts: gifts), stock: stock, budget: budget)
    }
  }
}

/// When a promotion is open.
private struct PromotionTime: Sendable {
  var name: String
  var window: PromotionWindow
  var hours: DayHours?
}

extension KeyGroup where Value == PromotionTime {
  fileprivate static var promotionTime: KeyGroup {
    KeyGroup(
      keys: .required("name", .name(of: "a promotion", example: "double-eleven"), "Its name."),
      .defaulted("when", .promotionWindow, "When it is open.", .always, text: "always"),
      .optional(
        "hours", .dayHours, "The hours of the day in which it is open.", fallback: "all day")
    ) { _, _, name, window, hours in PromotionTime(name: name, window: window, hours: hours) }
  }
}

/// An offer as it stands in the file, with the limits beside it.
struct OfferLine: Sendable {
  var offer: Offer
  var budgets: [ShortBudget]
  /// The tag to whose members the calendar grants it.
  var audience: TagAudience?
}

extension Form where Value == OfferLine {
  /// `promotions:` — open to every member.
  static var promotion: Form {
    .object(
      "a promotion", "A reduction open to every member.", planned: plannedOfferKeys,
      KeyGroup(joining: .promotionTime, .benefit) { node, reading, time, keys in
        guard let benefit = keys.benefit(node, reading) else { return nil }
        let offer = Offer(
          name: time.name, access: .promotion(time.window), benefit: benefit,
          stacking: keys.stacking, scope: keys.lines.scope,
          minimumItems: keys.lines.minimumItems ?? 0, hours: time.hours)
        return OfferLine(offer: offer, budgets: keys.budgets(of: time.name, node))
      })
  }
}
