import Quantities

/// The tags of one scheme as the engine looks at them: where they stand in the engine's array, and
/// what all of them look at.
struct TagStandard: Sendable {
  var firstTag = 0
  var tagCount = 0
  /// Months that count, the current one included.
  var months = 0
  /// Limits of the three scales, in the engine's array, one scale after the other.
  var firstLimit = 0
  var recencyCount = 0
  var orderCount = 0
  var moneyCount = 0
  /// Days of the life cycle; without one nobody leaves the stage of the active.
  var newDays = Int32.min
  var sleepingDays = Int32.max
  var lapsedDays = Int32.max
  var returnedDays = Int32.min
}

/// One tag as the engine looks at it: what is not asked for always holds.
struct TagProgram: Sendable {
  /// Given by journeys alone.
  var isGiven = false
  var withinDays = Int32.max
  var quietDays = Int32.min
  var orders = Int64.min
  var monthOrders = Int64.min
  var spent = Int64.min
  var basket = Int64.min
  /// Stages, one bit each.
  var stages = UInt8.max
  var recency: ClosedRange<UInt8> = 0...UInt8.max
  var frequency: ClosedRange<UInt8> = 0...UInt8.max
  var money: ClosedRange<UInt8> = 0...UInt8.max
}

extension TagProgram {
  init(_ tag: MemberTag) {
    guard let condition = tag.condition else {
      isGiven = true
      return
    }
    withinDays = condition.withinDays.map(Int32.init) ?? .max
    quietDays = condition.quietDays.map(Int32.init) ?? .min
    orders = condition.orders.map(Int64.init) ?? .min
    monthOrders = condition.monthOrders.map(Int64.init) ?? .min
    spent = condition.spent?.minor ?? .min
    basket = condition.basket?.minor ?? .min
    if let stages = condition.stages {
      self.stages = 0
      for stage in LifeStage.allCases where stages.contains(stage) {
        self.stages |= 1 << stage.rawValue
      }
    }
    recency = Self.classes(condition.recency)
    frequency = Self.classes(condition.frequency)
    money = Self.classes(condition.money)
  }

  private static func classes(_ range: ClosedRange<Int>?) -> ClosedRange<UInt8> {
    guard let range else { return 0...UInt8.max }
    return UInt8(range.lowerBound)...UInt8(range.upperBound)
  }
}

extension ProgramTable {
  /// Lays out the tags of one scheme.
  mutating func appendTags(of scheme: Scheme) {
    var standard = TagStandard()
    standard.firstTag = tags.count
    standard.firstLimit = tagLimits.count
    if let rules = scheme.tags {
      standard.tagCount = rules.tags.count
      standard.months = rules.months + 1
      standard.recencyCount = rules.scales.recencyDays.count
      standard.orderCount = rules.scales.orders.count
      standard.moneyCount = rules.scales.spent.count
      if let cycle = rules.lifeCycle {
        standard.newDays = Int32(cycle.newDays)
        standard.sleepingDays = Int32(cycle.sleepingDays)
        standard.lapsedDays = Int32(cycle.lapsedDays)
        standard.returnedDays = Int32(cycle.returnedDays)
      }
      tags += rules.tags.map(TagProgram.init)
      tagLimits += rules.scales.recencyDays.map(Int64.init)
      tagLimits += rules.scales.orders.map(Int64.init)
      tagLimits += rules.scales.spent.map(\.minor)
    }
    tagStandards.append(standard)
  }
}
