internal import IncentiveEngine
internal import Quantities

/// `tags:` — groups of members by what they did.
extension Form where Value == TagRules {
  static var tags: Form {
    ObjectForm(
      "tags", "Groups that members are in by what they ordered, kept up with every order.",
      keys: .defaulted(
        "months", .integer(0...TagRules.maximumMonths, example: "3"),
        "Whole calendar months, before the current one, whose orders and money count.", 3,
        text: "3"),
      .defaulted(
        "recency", .list(of: .days),
        "Days since the last order that divide members into classes; class 1 is the longest.", [],
        text: "one class"),
      .defaulted(
        "frequency", .list(of: .integer(1...100_000, example: "3")),
        "Orders in those months that divide members into classes; class 1 has the fewest.", [],
        text: "one class"),
      .defaulted(
        "money", .list(of: .positiveMoney),
        "Money paid in those months that divides members into classes; class 1 paid least.", [],
        text: "one class"),
      .optional(
        "life-cycle", .lifeCycle, "When a member is new, sleeping, lapsed or back.",
        fallback: "no stages"),
      .required("list", .list(of: .tag, minimumCount: 1), "The tags.")
    ) { node, reading, months, recency, frequency, money, cycle, tags in
      let names = (node["list"]?.elements ?? []).compactMap { line in
        line["name"].flatMap { name in name.text.map { ($0, name.place) } }
      }
      guard reading.checkDistinct(names, of: "tags") else { return nil }
      return TagRules(
        months: months,
        scales: RFMScales(recencyDays: recency, orders: frequency, spent: money),
        lifeCycle: cycle, tags: tags)
    }.form
  }
}

extension Form where Value == LifeCycle {
  /// `life-cycle:` — when a member is new, sleeping, lapsed or back.
  fileprivate static var lifeCycle: Form {
    ObjectForm(
      "a life cycle",
      "Stages of members; who is none of these is active, and the later of two that hold counts.",
      keys: .required("new", .positiveDays, "Days from joining in which a member is new."),
      .required("returned", .positiveDays, "Days from coming back in which a member is back."),
      .required("sleeping", .positiveDays, "Days without an order after which a member sleeps."),
      .required("lapsed", .positiveDays, "Days without an order after which a member has lapsed.")
    ) { _, _, new, returned, sleeping, lapsed in
      LifeCycle(
        newDays: new, sleepingDays: sleeping, lapsedDays: lapsed, returnedDays: returned)
    }.form
  }
}

extension Form where Value == MemberTag {
  /// A tag of the list.
  fileprivate static var tag: Form {
    .object(
      "a tag", "A named group of members; all conditions must hold.",
      KeyGroup(joining: .tagName, .tagActivity, .tagClasses) {
        node, reading, name, activity, classes in
        var condition = activity
        condition.stages = classes.stages
        condition.recency = classes.recency
        condition.frequency = classes.frequency
        condition.money = classes.money
        let asksNothing = condition == TagCondition()
        if name.isGiven, !asksNothing {
          reading.report(
            node.place(of: "given"), "a tag that is given looks at nothing else",
            hint: "remove the other conditions, or remove given:")
          return nil
        }
        if !name.isGiven, asksNothing {
          reading.report(
            node.valuePlace(of: "name"), "the tag does not say who has it",
            hint: "add a condition, such as active-within: 7 days")
          return nil
        }
        return MemberTag(name: name.name, condition: name.isGiven ? nil : condition)
      })
  }
}

/// A tag's name, and whether journeys give it.
private struct TagName: Sendable {
  var name: String
  var isGiven: Bool
}

extension KeyGroup where Value == TagName {
  fileprivate static var tagName: KeyGroup {
    KeyGroup(
      keys: .required("name", .name(of: "a tag", example: "VIP"), "Its name."),
      .defaulted(
        "given", .choice("who gives it", [("by journeys", true)]),
        "That only a step of a journey gives it; it is kept for ever.", false, text: "by itself")
    ) { _, _, name, isGiven in TagName(name: name, isGiven: isGiven) }
  }
}

extension KeyGroup where Value == TagCondition {
  fileprivate static var tagActivity: KeyGroup {
    KeyGroup(
      keys: .optional(
        "active-within", .days, "An order in the last so many days.", fallback: "any"),
      .optional(
        "quiet-for", .positiveDays, "No order for so many days or more.", fallback: "any"),
      .optional(
        "orders", .integer(1...100_000, example: "5"),
        "Orders in the months that count, at least.", fallback: "any"),
      .optional(
        "orders-a-month", .integer(1...100_000, example: "3"),
        "Orders in a single one of those months, at least.", fallback: "any"),
      .optional(
        "spent", .positiveMoney, "Money paid in the months that count, at least.", fallback: "any"),
      .optional(
        "basket", .positiveMoney,
        "Money paid for an order on average in the months that count, at least.", fallback: "any")
    ) { _, _, within, quiet, orders, monthOrders, spent, basket in
      var condition = TagCondition()
      condition.withinDays = within
      condition.quietDays = quiet
      condition.orders = orders
      condition.monthOrders = monthOrders
      condition.spent = spent
      condition.basket = basket
      return condition
    }
  }
}

/// Stages and classes of a tag.
private struct TagClasses: Sendable {
  var stages: [LifeStage]?
  var recency, frequency, money: ClosedRange<Int>?
}

extension KeyGroup where Value == TagClasses {
  fileprivate static var tagClasses: KeyGroup {
    KeyGroup(
      keys: .optional(
        "stage", .stages, "The stage of the life cycle, or any of several.", fallback: "any"),
      .optional("recency", .classes, "Classes of recency.", fallback: "any"),
      .optional("frequency", .classes, "Classes of frequency.", fallback: "any"),
      .optional("money", .classes, "Classes of money.", fallback: "any")
    ) { _, _, stages, recency, frequency, money in
      TagClasses(stages: stages, recency: recency, frequency: frequency, money: money)
    }
  }
}

extension Form where Value == [LifeStage] {
  /// `lapsed`, or `[sleeping, lapsed]`.
  fileprivate static var stages: Form {
    let stage = Form<LifeStage>.choice(
      "a stage of the life cycle", LifeStage.allCases.map { ("\($0)", $0) })
    return .either(
      scalar: stage.map { stage, _, _ in [stage] }, or: .list(of: stage, minimumCount: 1))
  }
}

extension Form where Value == ClosedRange<Int> {
  /// `4`, or `3-4`.
  fileprivate static var classes: Form {
    .scalar(
      ScalarShape(
        "a class or a range of classes", patterns: ["^[0-9]+( ?- ?[0-9]+)?$"],
        resolved: .integer(1...Int64(RFMScales.maximumLimitCount + 1)), examples: ["4", "3-4"])
    ) { (text, _) throws(ScalarFailure) in
      let ends = text.split(separator: "-").map { String($0).trimmed }
      guard (1...2).contains(ends.count), let low = Int(ends[0]),
        let high = Int(ends[ends.count - 1]),
        1 <= low, low <= high, high <= RFMScales.maximumLimitCount + 1
      else { throw ScalarFailure("\"\(text.shortened)\" is no class or range of classes") }
      return low...high
    }
  }
}
