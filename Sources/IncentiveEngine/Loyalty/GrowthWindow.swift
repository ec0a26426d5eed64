import Quantities
import Timeline

/// Growth value of the last months as the engine counts it: one place a month, used again and again.
struct GrowthWindow: Sendable {
  var months: Int
  /// The first of as many places as months.
  var first: CounterSlot

  init(months: Int, _ slots: inout SlotAllocation) {
    self.months = months
    first = slots.counter()
    for _ in 1..<max(1, months) { _ = slots.counter() }
  }

  /// The place of a month.
  func place(of month: Int32) -> CounterSlot {
    CounterSlot(position: first.position + Int32(Month(index: month).place(inRingOf: months)))
  }
}

extension LoyaltyEngine {
  /// Notes in which month growth value was earned.
  func noteGrowth(
    _ growth: Points, _ account: Int, _ accounts: inout SchemeAccounts, in month: Int32
  ) {
    let scheme = Int(accounts.states[account].scheme)
    guard let window = programs[scheme].growthWindow else { return }
    accounts.add(growth.count, to: window.place(of: month), for: account)
  }

  /// Begins to count for a window what the account brought along.
  func beginGrowthWindow(_ account: Int, _ accounts: inout SchemeAccounts, on day: Day) {
    noteGrowth(
      Points(accounts.states[account].growth), account, &accounts, in: Month(day).index)
  }

  /// Forgets the month that leaves the window as a month begins.
  func leaveGrowthWindow(
    _ window: GrowthWindow, _ account: Int, _ accounts: inout SchemeAccounts, on day: Day
  ) {
    let place = window.place(of: Month(day).index)
    let left = accounts.value(of: place, for: account)
    accounts.states[account].growth -= min(left, accounts.states[account].growth)
    accounts.set(place, to: 0, for: account)
  }

  /// Takes growth value of an order that came back out of the month in which it was earned.
  func takeBackGrowth(_ undoing: Undoing, _ accounts: inout SchemeAccounts, _ decision: Decision) {
    let account = Int(undoing.record.account)
    let scheme = Int(accounts.states[account].scheme)
    guard decision.earnedGrowth > .zero, let window = programs[scheme].growthWindow else { return }
    let ordered = Month(Minute(index: undoing.record.minute).day)
    let place = window.place(of: ordered.index)
    let there = accounts.value(of: place, for: account)
    accounts.add(-min(there, decision.earnedGrowth.count), to: place, for: account)
  }
}
