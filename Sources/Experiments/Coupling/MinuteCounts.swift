internal import CommunitySimulation
internal import IncentiveEngine
internal import Timeline

/// What all communities use of one shared budget in each minute of the horizon: 8 bytes a minute.
struct MinuteCounts: Sendable {
  private let budget: Budget
  private let start: Int32
  private var amounts: [Int64]

  init(budget: Budget, over horizon: Horizon) {
    self.budget = budget
    start = horizon.start.index
    amounts = Array(repeating: 0, count: Int(horizon.end.index - start))
  }

  /// Adds one use.
  mutating func add(_ use: BudgetUse) { amounts[Int(use.minute - start)] += use.amount }

  /// The first minute in which a period's uses come to more than the limit.
  var firstOverflow: Int32? {
    var used: Int64 = 0
    for day in stride(from: 0, to: amounts.count, by: 1440) {
      if begins(at: day) { used = 0 }
      for minute in day..<(day + 1440) where amounts[minute] != 0 {
        used += amounts[minute]
        if used > budget.limit { return start + Int32(minute) }
      }
    }
    return nil
  }

  /// What was used in a minute's period before the minute.
  func used(before minute: Int32) -> Int64 {
    var used: Int64 = 0
    for position in 0..<Int(minute - start) {
      if position % 1440 == 0, begins(at: position) { used = 0 }
      used += amounts[position]
    }
    let day = Int(minute - start) / 1440 * 1440
    return day == Int(minute - start) && begins(at: day) ? 0 : used
  }

  /// Whether a period begins with the day at a position.
  private func begins(at position: Int) -> Bool {
    let day = Minute(index: start + Int32(position)).day
    return budget.firstDay(of: day) == day
  }
}
