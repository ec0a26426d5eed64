import IncentiveEngine
import Quantities
import Timeline

extension TagRules {
  /// Any rules of tags, with limits so small that short lives cross them.
  static func random(_ random: inout TestRandom) -> TagRules {
    var rules = TagRules(months: random.below(5), tags: [])
    rules.scales.recencyDays = ascending(random.below(4), step: 40, &random)
    rules.scales.orders = ascending(random.below(4), step: 4, &random)
    rules.scales.spent = ascending(random.below(4), step: 60_000, &random).map {
      Money(minor: Int64($0))
    }
    if random.chance(80) {
      let sleeping = 1 + random.below(60)
      rules.lifeCycle = LifeCycle(
        newDays: 1 + random.below(60), sleepingDays: sleeping,
        lapsedDays: sleeping + 1 + random.below(60), returnedDays: 1 + random.below(60))
    }
    for number in 0..<1 + random.below(6) {
      rules.tags.append(MemberTag(name: "tag-\(number)", condition: .random(&random, rules)))
    }
    return rules
  }

  private static func ascending(_ count: Int, step: Int, _ random: inout TestRandom) -> [Int] {
    var last = 0
    return (0..<count).map { _ in
      last += 1 + random.below(step)
      return last
    }
  }
}

extension TagCondition {
  /// One to three conditions on what rules of tags look at.
  fileprivate static func random(_ random: inout TestRandom, _ rules: TagRules) -> TagCondition {
    var condition = TagCondition()
    for _ in 0...random.below(3) {
      switch random.below(10) {
      case 0: condition.withinDays = random.below(90)
      case 1: condition.quietDays = 1 + random.below(90)
      case 2: condition.orders = 1 + random.below(8)
      case 3: condition.monthOrders = 1 + random.below(4)
      case 4: condition.spent = Money(minor: Int64(1 + random.below(100_000)))
      case 5: condition.basket = Money(minor: Int64(1 + random.below(20_000)))
      case 6:
        guard rules.lifeCycle != nil else { continue }
        condition.stages = LifeStage.allCases.filter { _ in random.chance(40) }
        if condition.stages == [] { condition.stages = [.lapsed] }
      case 7: condition.recency = classes(rules.scales.recencyDays.count, &random)
      case 8: condition.frequency = classes(rules.scales.orders.count, &random)
      default: condition.money = classes(rules.scales.spent.count, &random)
      }
    }
    return condition
  }

  private static func classes(_ limits: Int, _ random: inout TestRandom) -> ClosedRange<Int>? {
    guard limits > 0 else { return nil }
    let low = 1 + random.below(limits + 1)
    return low...low + random.below(limits + 2 - low)
  }
}
