import Quantities
import Timeline

// What one member may spend in points in a day, a month or ever (M04).
extension LoyaltyEngine {
  /// Points that the member may still spend on orders under every limit of the scheme.
  @inline(__always)
  func spendingRoom(
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    let room =
      programs[touch.scheme].spendingLimitCount == 0
      ? .max : tightestRoom(account, accounts, touch)
    return programs[touch.scheme].hasRisk ? min(room, riskRoom(account, accounts, touch)) : room
  }

  private func tightestRoom(
    _ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch
  ) -> Int64 {
    var room = Int64.max
    for index in spendingLimitRange(of: touch.scheme) {
      let left = accounts.remainder(
        of: spendingLimits[index].points, spendingLimits[index].slot, for: account, on: touch.day,
        in: touch.calendar.month)
      room = min(room, left)
    }
    return room
  }

  /// Counts points spent on an order toward every limit.
  func countSpending(
    _ points: Int64, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) {
    for index in spendingLimitRange(of: touch.scheme) {
      accounts.add(
        points, to: spendingLimits[index].slot, for: account, on: touch.day,
        in: touch.calendar.month)
    }
  }

  /// Takes points that were not spent after all out of every limit, in the period in which they were
  /// counted.
  func uncountSpending(
    _ points: Int64, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch
  ) {
    for index in spendingLimitRange(of: touch.scheme) {
      let slot = spendingLimits[index].slot
      let used = accounts.used(of: slot, for: account, on: touch.day, in: touch.calendar.month)
      guard used > 0 else { continue }
      accounts.add(
        -min(points, used), to: slot, for: account, on: touch.day, in: touch.calendar.month)
    }
  }

  private func spendingLimitRange(of scheme: Int) -> Range<Int> {
    let first = Int(programs[scheme].firstSpendingLimit)
    return first..<first + Int(programs[scheme].spendingLimitCount)
  }
}
