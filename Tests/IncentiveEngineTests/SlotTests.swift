import Testing
import Timeline

@testable import IncentiveEngine

@Suite struct SlotTests {
  private static let counters: (CounterSlot, PeriodSlot, StampSlot, Int) = {
    var slots = SlotAllocation()
    let plain = slots.counter()
    let period = slots.periodCounter(.month)
    let stamp = slots.stamp()
    return (plain, period, stamp, Int(slots.count))
  }()

  @Test func `every counter has places of its own, and a scheme that counts nothing has none`() {
    let (plain, period, stamp, count) = Self.counters
    #expect([plain.position, period.position, stamp.position] == [0, 1, 3])
    #expect(count == 4)
    #expect(SlotAllocation().count == 0)
    #expect(SchemeAccounts(count: 1_000, scheme: 0).slots.isEmpty)
  }

  @Test func `what is counted for one account or counter is not counted for another`() {
    let (plain, period, stamp, count) = Self.counters
    var accounts = SchemeAccounts(count: 3, scheme: 0, slotStride: count)
    let today = day(2026, 1, 31)
    let month = Month(today).index
    accounts.add(7, to: plain, for: 1)
    accounts.add(5, to: period, for: 1, on: today, in: month)
    accounts.touch(stamp, for: 1, at: today.start)
    for account in [0, 2] {
      #expect(accounts.value(of: plain, for: account) == 0)
      #expect(accounts.used(of: period, for: account, on: today, in: month) == 0)
      #expect(accounts.hasCooled(stamp, minutes: 60, for: account, at: today.start))
    }
    #expect(accounts.value(of: plain, for: 1) == 7)
    #expect(accounts.remainder(of: 6, period, for: 1, on: today, in: month) == 1)
    accounts.clearSlots(of: 1)
    #expect(accounts == SchemeAccounts(count: 3, scheme: 0, slotStride: count))
  }

  @Test(arguments: [
    (CalendarPeriod.day, 2026, 3, 4, 2026, 3, 5), (.week, 2026, 3, 8, 2026, 3, 9),
    (.month, 2026, 1, 31, 2026, 2, 1), (.quarter, 2026, 3, 31, 2026, 4, 1),
    (.halfYear, 2026, 6, 30, 2026, 7, 1), (.year, 2026, 12, 31, 2027, 1, 1),
    (.week, 1969, 12, 28, 1969, 12, 29), (.year, 1969, 12, 31, 1970, 1, 1),
  ])
  func `a count starts anew with its period`(
    period: CalendarPeriod, year: Int, month: Int, number: Int, nextYear: Int, nextMonth: Int,
    nextNumber: Int
  ) {
    var slots = SlotAllocation()
    let slot = slots.periodCounter(period)
    var accounts = SchemeAccounts(count: 1, scheme: 0, slotStride: Int(slots.count))
    let last = day(year, month, number)
    let first = day(nextYear, nextMonth, nextNumber)
    func remainder(_ day: Day) -> Int64 {
      accounts.remainder(of: 10, slot, for: 0, on: day, in: Month(day).index)
    }
    accounts.add(8, to: slot, for: 0, on: last, in: Month(last).index)
    #expect(remainder(last) == 2)
    #expect(remainder(period.firstDay(of: last)) == 2)
    #expect(remainder(first) == 10)
    accounts.add(3, to: slot, for: 0, on: first, in: Month(first).index)
    #expect(remainder(first) == 7)
    #expect(remainder(period.lastDay(of: first)) == 7)
  }

  @Test func `a count without a period never starts anew`() {
    var slots = SlotAllocation()
    let slot = slots.periodCounter(nil)
    var accounts = SchemeAccounts(count: 1, scheme: 0, slotStride: Int(slots.count))
    for day in [day(2026, 1, 1), day(2027, 6, 30)] {
      accounts.add(4, to: slot, for: 0, on: day, in: Month(day).index)
    }
    let later = day(2030, 1, 1)
    #expect(accounts.remainder(of: 10, slot, for: 0, on: later, in: Month(later).index) == 2)
    #expect(accounts.remainder(of: 7, slot, for: 0, on: later, in: Month(later).index) == 0)
  }

  @Test func `a cooldown of two hours is over after 120 minutes, not after 119`() {
    var slots = SlotAllocation()
    let slot = slots.stamp()
    var accounts = SchemeAccounts(count: 1, scheme: 0, slotStride: Int(slots.count))
    let noon = day(2026, 5, 1).at(hour: 12)
    #expect(accounts.hasCooled(slot, minutes: 120, for: 0, at: noon))
    accounts.touch(slot, for: 0, at: noon)
    #expect(!accounts.hasCooled(slot, minutes: 120, for: 0, at: noon.advanced(by: 119)))
    #expect(accounts.hasCooled(slot, minutes: 120, for: 0, at: noon.advanced(by: 120)))
  }
}
