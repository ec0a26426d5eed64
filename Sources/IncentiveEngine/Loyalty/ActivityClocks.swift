import Timeline

/// Until when the sliding lots of each account live, which the ledger does not know.
///
/// Empty until points slide for the first time.
struct ActivityClocks: Sendable, Equatable {
  private var lastDays: [Day] = []
  /// Stands where no sliding points are alive.
  private static let stopped = Day(index: .min)

  /// The bytes that the clocks occupy.
  var byteCount: Int { lastDays.count * MemoryLayout<Day>.stride }

  /// The last day of an account's sliding points; nothing where none are alive.
  func lastDay(of account: Int) -> Day? {
    guard !lastDays.isEmpty, lastDays[account] != Self.stopped else { return nil }
    return lastDays[account]
  }

  /// Whether the last day has passed unnoticed.
  func hasLapsed(_ account: Int, by day: Day) -> Bool {
    lastDay(of: account).map { $0 < day } ?? false
  }

  /// Moves the last day to a later one; an earlier one changes nothing.
  mutating func extend(_ account: Int, to day: Day, accountCount: Int) {
    if lastDays.isEmpty { lastDays = Array(repeating: Self.stopped, count: accountCount) }
    lastDays[account] = max(lastDays[account], day)
  }

  /// Says that no sliding points are alive any more.
  mutating func stop(_ account: Int) { lastDays[account] = Self.stopped }

  /// Gives what another account's points have left to live to this one.
  mutating func move(_ other: Int, to account: Int) {
    guard !lastDays.isEmpty else { return }
    lastDays[account] = max(lastDays[account], lastDays[other])
    lastDays[other] = Self.stopped
  }
}
