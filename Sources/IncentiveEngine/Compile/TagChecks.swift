import Quantities

extension Scheme {
  /// What is wrong with tags.
  var tagProblems: [SchemeProblem] {
    guard let tags else { return [] }
    var list = ProblemList()
    list.require(
      (0...TagRules.maximumMonths).contains(tags.months), "tags.months",
      "must be 0 to \(TagRules.maximumMonths) whole months before the current one")
    list.require(
      tags.tags.count <= TagRules.maximumCount, "tags",
      "a scheme has at most \(TagRules.maximumCount) tags")
    list.requireUnique(tags.tags.map(\.name), "tags")
    list.check(tags.scales)
    if let cycle = tags.lifeCycle { list.check(cycle) }
    for tag in tags.tags {
      guard let condition = tag.condition else { continue }
      list.check(condition, of: tags, "tags.\(tag.name)")
    }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ scales: RFMScales) {
    check(scales.recencyDays, "tags.recency")
    check(scales.orders, "tags.frequency")
    check(scales.spent, "tags.money")
    for days in scales.recencyDays { requireDays(days, from: 0, "tags.recency") }
    for count in scales.orders { requireCount(count, "tags.frequency") }
    for amount in scales.spent { requireAmount(amount, "tags.money") }
  }

  private mutating func check(_ limits: [some Comparable], _ path: String) {
    require(
      limits.count <= RFMScales.maximumLimitCount, path,
      "has at most \(RFMScales.maximumLimitCount) limits")
    require(
      zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 }, path, "each limit is above the last")
  }

  fileprivate mutating func check(_ cycle: LifeCycle) {
    requireDays(cycle.newDays, from: 1, "tags.life-cycle.new")
    requireDays(cycle.sleepingDays, from: 1, "tags.life-cycle.sleeping")
    requireDays(cycle.lapsedDays, from: 1, "tags.life-cycle.lapsed")
    requireDays(cycle.returnedDays, from: 1, "tags.life-cycle.returned")
    require(
      cycle.lapsedDays > cycle.sleepingDays, "tags.life-cycle.lapsed",
      "a member sleeps before lapsing: must be more than \(cycle.sleepingDays) days")
  }

  fileprivate mutating func check(_ condition: TagCondition, of rules: TagRules, _ path: String) {
    if let days = condition.withinDays { requireDays(days, from: 0, "\(path).active-within") }
    if let days = condition.quietDays { requireDays(days, from: 1, "\(path).quiet-for") }
    if let orders = condition.orders { requireCount(orders, "\(path).orders") }
    if let orders = condition.monthOrders { requireCount(orders, "\(path).orders-a-month") }
    if let spent = condition.spent { requireAmount(spent, "\(path).spent") }
    if let basket = condition.basket { requireAmount(basket, "\(path).basket") }
    if let stages = condition.stages {
      require(!stages.isEmpty, "\(path).stage", "needs at least one stage")
      require(
        rules.lifeCycle != nil, "\(path).stage", "looks at the life cycle, which tags do not state")
    }
    check(condition.recency, classes: rules.scales.recencyDays.count + 1, "\(path).recency")
    check(condition.frequency, classes: rules.scales.orders.count + 1, "\(path).frequency")
    check(condition.money, classes: rules.scales.spent.count + 1, "\(path).money")
  }

  private mutating func check(_ classes: ClosedRange<Int>?, classes count: Int, _ path: String) {
    guard let classes else { return }
    require(
      classes.lowerBound >= 1 && classes.upperBound <= count, path,
      count == 1
        ? "looks at classes, but the scale has no limits" : "must be classes from 1 to \(count)")
  }

  private mutating func requireDays(_ days: Int, from least: Int, _ path: String) {
    require((least...7300).contains(days), path, "must be \(least) to 7300 days")
  }

  private mutating func requireCount(_ count: Int, _ path: String) {
    require((1...100_000).contains(count), path, "must be 1 to 100000 orders")
  }

  private mutating func requireAmount(_ amount: Money, _ path: String) {
    require(amount: amount.minor, path)
    require(amount > .zero, path, "must be above zero")
  }
}
