import Quantities
import Timeline

/// The limits of one rule as the engine runs them.
struct LimitProgram: Sendable {
  /// Whether there is any limit at all.
  var isLimited = false
  var perAward: Int64 = .max
  /// The caps in the engine's array.
  var firstCap = 0
  var capCount = 0
  var timesCount: Int64 = .max
  var times: PeriodSlot?
  var cooldownMinutes: Int64 = 0
  var lastUse: StampSlot?
}

/// One cap as the engine runs it.
struct CapProgram: Sendable {
  var points: Int64
  var slot: PeriodSlot
}

extension ProgramTable {
  /// Lays out the limits of one rule and takes the slots that they count in.
  mutating func limits(_ limits: AwardLimits, _ slots: inout SlotAllocation) -> LimitProgram {
    var program = LimitProgram()
    program.isLimited = limits != AwardLimits()
    program.perAward = limits.perAward?.count ?? .max
    program.firstCap = caps.count
    program.capCount = limits.caps.count
    for cap in limits.caps {
      caps.append(CapProgram(points: cap.points.count, slot: slots.periodCounter(cap.period)))
    }
    if let times = limits.times {
      program.timesCount = Int64(times.count)
      program.times = slots.periodCounter(times.period)
    }
    if limits.cooldownMinutes > 0 {
      program.cooldownMinutes = Int64(limits.cooldownMinutes)
      program.lastUse = slots.stamp()
    }
    return program
  }
}

extension ProblemList {
  /// Limits that can be kept, and that let something through.
  mutating func check(_ limits: AwardLimits, _ path: String) {
    if let perAward = limits.perAward { check(cap: perAward, "\(path).max-each") }
    require(
      limits.caps.count <= AwardLimits.maximumCapCount, "\(path).max",
      "there are at most \(AwardLimits.maximumCapCount) caps")
    for cap in limits.caps { check(cap: cap.points, "\(path).max") }
    if let times = limits.times {
      require((1...10_000).contains(times.count), "\(path).times", "must be 1 to 10000 times")
    }
    require(
      (0...525_600).contains(limits.cooldownMinutes), "\(path).cooldown",
      "must be at most a year of 525600 minutes")
  }

  private mutating func check(cap: Points, _ path: String) {
    require(amount: cap.count, path)
    require(cap > .zero, path, "must be above zero, or nothing is ever earned")
  }
}
