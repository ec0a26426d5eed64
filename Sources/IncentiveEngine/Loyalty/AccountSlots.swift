import Quantities
import Timeline

// Counters of one account, where its scheme's rules have any: see `SlotAllocation`.
extension SchemeAccounts {
  /// The value of a plain counter.
  func value(of slot: CounterSlot, for account: Int) -> Int64 {
    slots[place(of: slot.position, account)]
  }

  /// Adds to a plain counter.
  mutating func add(_ amount: Int64, to slot: CounterSlot, for account: Int) {
    slots[place(of: slot.position, account)] += amount
  }

  /// Sets a plain counter.
  mutating func set(_ slot: CounterSlot, to value: Int64, for account: Int) {
    slots[place(of: slot.position, account)] = value
  }

  /// What was counted in the period that holds a day of a month.
  func used(of slot: PeriodSlot, for account: Int, on day: Day, in month: Int32) -> Int64 {
    let place = place(of: slot.position, account)
    guard let period = slot.period else { return slots[place + 1] }
    return slots[place] == period.key(of: day, in: month) ? slots[place + 1] : 0
  }

  /// What is left of a limit in the period that holds a day of a month; never negative.
  func remainder(
    of limit: Int64, _ slot: PeriodSlot, for account: Int, on day: Day, in month: Int32
  ) -> Int64 {
    max(0, limit - used(of: slot, for: account, on: day, in: month))
  }

  /// Counts more in the period that holds a day of a month.
  mutating func add(
    _ amount: Int64, to slot: PeriodSlot, for account: Int, on day: Day, in month: Int32
  ) {
    let place = place(of: slot.position, account)
    let used = used(of: slot, for: account, on: day, in: month)
    if let period = slot.period { slots[place] = period.key(of: day, in: month) }
    slots[place + 1] = used + amount
  }

  /// Whether so many minutes have gone by since the last use, or there was none.
  func hasCooled(
    _ slot: StampSlot, minutes: Int64, for account: Int, at minute: Minute
  ) -> Bool {
    let last = slots[place(of: slot.position, account)]
    return last == 0 || Self.stamp(minute) - last >= minutes
  }

  /// Notes a use.
  mutating func touch(_ slot: StampSlot, for account: Int, at minute: Minute) {
    slots[place(of: slot.position, account)] = Self.stamp(minute)
  }

  /// Forgets everything that was counted for an account.
  mutating func clearSlots(of account: Int) {
    for place in account * slotStride..<(account + 1) * slotStride { slots[place] = 0 }
  }

  private func place(of position: Int32, _ account: Int) -> Int {
    account * slotStride + Int(position)
  }

  /// A minute as a number above zero.
  private static func stamp(_ minute: Minute) -> Int64 { Int64(minute.index) + (1 << 32) }
}
